import { Segmented } from 'antd';
import { useState } from 'react';
import type { ProofreadingOptions } from '../../../../../shared/proofreading/own-lists.ts';
import { FailedScreen } from '../../../app/failed-screen.tsx';
import { call, nothing, useQuery } from '../../../app/query.ts';
import { text } from '../text.ts';
import './proofreading.css';
import { RulesPart } from './rules-part.tsx';
import { TermsPart } from './terms-part.tsx';
import { TitlesPart } from './titles-part.tsx';

const words = text.proofreading;
const parts = { rules: RulesPart, terms: TermsPart, titles: TitlesPart };
const partNames = (['rules', 'terms', 'titles'] as const).map((value) => ({ value, label: words.parts[value] }));

/** 校核: which rules hold for all reports, and the bureau's own words, laws and documents. */
export function ProofreadingTab() {
  const query = useQuery('proofreading.options', nothing);
  const [part, setPart] = useState<keyof typeof parts>('rules');
  // What was kept last holds before the backend has answered: the next change builds on it.
  const [kept, setKept] = useState<ProofreadingOptions | null>(null);
  if (query.status === 'waiting') return <div className="settings-list" aria-busy="true" />;
  if (query.status === 'failed') return <FailedScreen failure={query} />;
  const put = async (next: ProofreadingOptions) => {
    setKept(next);
    try {
      await call('proofreading.saveOptions', next);
    } catch (error) {
      setKept(null);
      throw error;
    }
  };
  const Part = parts[part];
  return (
    <>
      <Segmented
        className="proof-parts"
        aria-label={words.partsLabel}
        value={part}
        options={partNames}
        onChange={setPart}
      />
      <Part rules={query.value.rules} options={kept ?? query.value.options} put={put} />
    </>
  );
}
