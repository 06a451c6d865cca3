import { Button } from 'antd';
import { useState } from 'react';
import { defaultOptions, type LayoutOptions } from '../../../../../shared/gongwen/options.ts';
import { FailedScreen } from '../../../app/failed-screen.tsx';
import { call, nothing, useQuery } from '../../../app/query.ts';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { FontTable } from './font-table.tsx';
import './layout.css';
import { LayoutForm } from './layout-form.tsx';
import { LayoutPreview } from './layout-preview.tsx';

const words = text.layout;

/** 版式: every change holds at once, and can be taken back. */
export function LayoutTab() {
  const query = useQuery('layout.read', nothing);
  const toast = useToast();
  // What was chosen last holds before the backend has answered: the next change builds on it.
  const [chosen, setChosen] = useState<LayoutOptions | null>(null);
  if (query.status === 'waiting') return <div className="settings-list" aria-busy="true" />;
  if (query.status === 'failed') return <FailedScreen failure={query} />;
  const { isStandard } = query.value;
  const options = chosen ?? query.value.options;
  const put = async (next: LayoutOptions) => {
    setChosen(next);
    try {
      await call('layout.save', next);
    } catch (error) {
      setChosen(null);
      throw error;
    }
  };
  const save = (next: LayoutOptions, sentence: string) =>
    void toast.attempt(
      () => put(next),
      () => toast.offerUndo(sentence, () => put(options)),
    );
  return (
    <div className="layout-tab">
      <div className="layout-main">
        <div className="layout-state">
          <span>{isStandard ? words.isStandard : words.isOwn}</span>
          <Button disabled={isStandard} onClick={() => save(defaultOptions, words.restored)}>
            {words.restore}
          </Button>
        </div>
        <LayoutForm options={options} onChange={(next) => save(next, words.changed)} />
        <FontTable />
      </div>
      <LayoutPreview options={options} />
    </div>
  );
}
