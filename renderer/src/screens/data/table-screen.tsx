import { useCallback, useMemo } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import { FailedScreen } from '../../app/failed-screen.tsx';
import { call, nothing, sentenceOf, useQuery } from '../../app/query.ts';
import { DataHead } from './data-head.tsx';
import type { OpenTable } from './data-place.ts';
import { keptEntries } from './kept-entries.ts';
import type { Table } from './table-data.ts';
import { TableEditor } from './table-editor.ts';
import { Workbench } from './workbench.tsx';

interface Props {
  readonly places: Output<'data.places'>;
  readonly tables: Output<'data.tables'>;
  readonly place: OpenTable;
  readonly isSample: boolean;
  /** How full the tables are is to be seen. */
  readonly onAskTables: () => void;
}

function timeOfDay(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(now.getHours())}:${pad(now.getMinutes())}`;
}

/** One table with its pickers above. */
export function TableScreen({ places, tables, place, isSample, onAskTables }: Props) {
  const { region: regionId, period, group, lastYear } = place;
  const input = useMemo(
    () => ({ group, regionId, period, lastYear, rows: null, indicators: null }),
    [group, regionId, period, lastYear],
  );
  const query = useQuery('data.table', input);
  const head = <DataHead places={places} tables={tables} place={place} onAskTables={onAskTables} />;
  if (query.status === 'failed') return <FailedScreen failure={query} />;
  return (
    <div className="data">
      {head}
      {query.status === 'done' && query.value.period === period ? (
        <OpenedTable table={query.value} place={place} isSample={isSample} />
      ) : (
        <div className="data-body" aria-busy="true" />
      )}
    </div>
  );
}

interface OpenedProps {
  readonly table: Table;
  readonly place: OpenTable;
  readonly isSample: boolean;
}

/** The editor lives as long as the table that it began with. */
function OpenedTable({ table, place, isSample }: OpenedProps) {
  const { group, region, period, lastYear } = place;
  const kept = keptEntries(JSON.stringify([isSample, region, period, group]));
  const isSameFile = useCallback(
    () =>
      call('app.info', nothing).then(
        ({ workspace }) => workspace.isSample === isSample,
        () => false,
      ),
    [isSample],
  );
  const editor = useMemo(
    () =>
      new TableEditor({
        table,
        kept,
        group,
        regionId: region,
        lastYear,
        call,
        time: timeOfDay,
        sentenceOf,
        isSameFile,
      }),
    [table, kept, group, region, lastYear, isSameFile],
  );
  return <Workbench editor={editor} place={place} isSample={isSample} />;
}
