import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { RegionView } from '../../../../../shared/api/catalogue.ts';
import type { Output } from '../../../../../shared/api/contract.ts';
import { FailedScreen } from '../../../app/failed-screen.tsx';
import { call, nothing, useQuery } from '../../../app/query.ts';
import { ListHead } from '../parts/list-head.tsx';
import { useToast } from '../parts/use-toast.tsx';
import { text } from '../text.ts';
import { EndRegionForm } from './end-region-form.tsx';
import { ImportRegions } from './import-regions.tsx';
import { RegionForm } from './region-form.tsx';
import { RegionRow } from './region-row.tsx';
import { foundRows, treeRows } from './region-tree.ts';

type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'import' }
  | { readonly kind: 'edit'; readonly region: RegionView | null }
  | { readonly kind: 'end'; readonly region: RegionView };

const closed: Shown = { kind: 'nothing' };
const words = text.regions;

/** 地区: the tree of what the bureau's data are about. */
export function RegionsTab() {
  const query = useQuery('catalogue.regions', nothing);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Shown>(closed);
  if (query.status === 'waiting') return <div className="settings-list" aria-busy="true" />;
  if (query.status === 'failed') return <FailedScreen failure={query} />;
  const close = () => setShown(closed);
  const { regions, homeId } = query.value;
  return (
    <>
      <ListHead
        search={{ value: search, label: words.search, onChange: setSearch }}
        count={words.count(search.trim() === '' ? regions.length : foundRows(regions, search).length)}
      >
        <Button onClick={() => setShown({ kind: 'import' })}>{words.import}</Button>
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => setShown({ kind: 'edit', region: null })}
        >
          {words.add}
        </Button>
      </ListHead>
      <RegionList value={query.value} search={search} onEdit={(region) => setShown({ kind: 'edit', region })} />
      {shown.kind === 'edit' && (
        <RegionForm
          {...{ regions, homeId }}
          region={shown.region}
          onEnd={(region) => setShown({ kind: 'end', region })}
          onClose={close}
        />
      )}
      {shown.kind === 'end' && <EndRegionForm region={shown.region} regions={regions} onClose={close} />}
      {shown.kind === 'import' && <ImportRegions onClose={close} />}
    </>
  );
}

interface ListProps {
  readonly value: Output<'catalogue.regions'>;
  readonly search: string;
  readonly onEdit: (region: RegionView) => void;
}

function RegionList({ value, search, onEdit }: ListProps) {
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set());
  const toast = useToast();
  const { regions, homeId } = value;
  const isSearching = search.trim() !== '';
  const rows = isSearching ? foundRows(regions, search) : treeRows(regions, toggled);
  const toggle = (id: number) =>
    setToggled(toggled.has(id) ? new Set([...toggled].filter((each) => each !== id)) : new Set([...toggled, id]));
  const move = (id: number, by: -1 | 1) =>
    void toast.attempt(
      () => call('catalogue.moveRegion', { id, by }),
      () => {},
    );
  const resume = ({ id, name }: RegionView) =>
    void toast.attempt(
      () => call('catalogue.resumeRegion', { id }),
      () => toast.tell(words.existsAgain(name)),
    );
  return (
    <div className="settings-list">
      <table aria-label={words.table}>
        <thead>
          <tr>
            {Object.values(words.columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RegionRow
              key={row.region.id}
              row={row}
              isHome={row.region.id === homeId}
              onEdit={onEdit}
              onToggle={toggle}
              onMove={isSearching ? null : move}
              onResume={resume}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p>{text.nothingFound}</p>}
    </div>
  );
}
