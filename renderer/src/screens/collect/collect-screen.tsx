import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { nothing, useQuery } from '../../app/query.ts';
import { go } from '../../app/route.ts';
import type { Saving } from '../../exporting/use-export.tsx';
import { parseDataPlace } from '../data/data-place.ts';
import { collectText as text } from './collect-text.ts';
import { FailureNote } from './failure-note.tsx';
import { MadeCollections } from './made-collections.tsx';
import { MakeForms } from './make-forms.tsx';
import { ReadReturns } from './read-returns.tsx';
import './collect.css';

const ownRegion = { regionId: null };

/** 收数: forms out, figures back. */
export function CollectScreen({ saving }: { readonly saving: Saving }) {
  const choices = useQuery('collect.choices', nothing);
  const made = useQuery('collect.list', nothing);
  const start = useQuery('data.start', ownRegion);
  return (
    <div className="collect">
      <header className="collect-head">
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={text.back}
          onClick={() => go({ screen: 'data', place: parseDataPlace('') })}
        />
        <h1>{text.title}</h1>
      </header>
      <p className="collect-lead">{text.lead}</p>
      {choices.status === 'failed' && <FailureNote message={choices.message} />}
      {start.status === 'failed' && <FailureNote message={start.message} />}
      {choices.status === 'done' && start.status === 'done' && (
        <MakeForms choices={choices.value} start={start.value} saving={saving} />
      )}
      <ReadReturns />
      {made.status === 'done' && made.value.length > 0 && <MadeCollections collections={made.value} />}
    </div>
  );
}
