import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { RuleView } from '../../../../../shared/api/catalogue.ts';
import { matchesSearch } from '../../../../../shared/figures/search.ts';
import { FailedScreen } from '../../../app/failed-screen.tsx';
import { nothing, useQuery } from '../../../app/query.ts';
import { ListHead } from '../parts/list-head.tsx';
import { text } from '../text.ts';
import { RuleFamily } from './rule-family.tsx';
import { RuleForm } from './rule-form.tsx';

const words = text.rules;

type Edited = 'none' | 'new' | RuleView;

function matches(rule: RuleView, search: string): boolean {
  const typed = search.trim();
  return matchesSearch({ ...rule, aliases: [] }, typed) || rule.formula.includes(typed);
}

/** 勾稽关系: what the data must satisfy, by family. */
export function RulesTab() {
  const query = useQuery('catalogue.rules', nothing);
  const [search, setSearch] = useState('');
  const [edited, setEdited] = useState<Edited>('none');
  if (query.status === 'waiting') return <div className="settings-list" aria-busy="true" />;
  if (query.status === 'failed') return <FailedScreen failure={query} />;
  const { rules, families } = query.value;
  const found = rules.filter((rule) => matches(rule, search));
  const byFamily = Map.groupBy(found, ({ family }) => family);
  const off = found.filter(({ enabled }) => !enabled).length;
  return (
    <>
      <ListHead
        search={{ value: search, label: words.search, onChange: setSearch }}
        count={words.count(found.length, off)}
      >
        <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setEdited('new')}>
          {words.add}
        </Button>
      </ListHead>
      <div className="settings-list">
        <table aria-label={text.tabs.rules}>
          {families
            .filter((family) => byFamily.has(family))
            .map((family) => (
              <RuleFamily key={family} family={family} rules={byFamily.get(family) ?? []} onEdit={setEdited} />
            ))}
        </table>
        {found.length === 0 && <p>{text.nothingFound}</p>}
      </div>
      {edited !== 'none' && (
        <RuleForm rule={edited === 'new' ? null : edited} families={families} onClose={() => setEdited('none')} />
      )}
    </>
  );
}
