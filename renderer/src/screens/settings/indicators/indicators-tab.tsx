import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { IndicatorView } from '../../../../../shared/api/catalogue.ts';
import { matchesSearch } from '../../../../../shared/figures/search.ts';
import { FailedScreen } from '../../../app/failed-screen.tsx';
import { nothing, useQuery } from '../../../app/query.ts';
import { ListHead } from '../parts/list-head.tsx';
import { text } from '../text.ts';
import { IndicatorForm } from './indicator-form.tsx';
import { IndicatorGroup } from './indicator-group.tsx';
import { NewerIndicators } from './newer-indicators.tsx';

const words = text.indicators;

/** What the drawer shows: nothing, a new indicator, or one to be changed. */
type Edited = 'none' | 'new' | IndicatorView;

/** 指标: what is counted, by group. */
export function IndicatorsTab() {
  const query = useQuery('catalogue.indicators', nothing);
  const [search, setSearch] = useState('');
  const [edited, setEdited] = useState<Edited>('none');
  if (query.status === 'waiting') return <div className="settings-list" aria-busy="true" />;
  if (query.status === 'failed') return <FailedScreen failure={query} />;
  const { indicators, newlyShipped } = query.value;
  const found = indicators.filter((indicator) => matchesSearch(indicator, search));
  const groups = [...Map.groupBy(found, ({ group }) => group)];
  return (
    <>
      <NewerIndicators newer={newlyShipped} />
      <ListHead search={{ value: search, label: words.search, onChange: setSearch }} count={words.count(found.length)}>
        <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setEdited('new')}>
          {words.add}
        </Button>
      </ListHead>
      <div className="settings-list">
        <table aria-label={text.tabs.indicators}>
          {groups.map(([group, members]) => (
            <IndicatorGroup key={group} group={group} indicators={members} onEdit={setEdited} />
          ))}
        </table>
        {found.length === 0 && <p>{text.nothingFound}</p>}
      </div>
      {edited !== 'none' && (
        <IndicatorForm
          indicator={edited === 'new' ? null : edited}
          indicators={indicators}
          onClose={() => setEdited('none')}
        />
      )}
    </>
  );
}
