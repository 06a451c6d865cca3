import { useMemo, useState } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import { parsePeriod, yearEarlier } from '../../../../shared/figures/period.ts';
import { useQuery } from '../../app/query.ts';
import type { GridPlace } from '../../grid/grid-model.ts';
import { inPlace } from '../../ui/in-place.ts';
import { describeMoment } from '../../ui/moment.ts';
import { columnIdOf, indicatorOf, isLastYear, type Table } from './table-data.ts';
import { text } from './text.ts';

interface Props {
  readonly active: GridPlace | null;
  readonly table: Table;
}

/** What stands behind the selected cell. */
export function CellDetails({ active, table }: Props) {
  if (active === null) return <p className="data-nothing">{text.details.hint}</p>;
  const now = parsePeriod(table.period);
  const period = isLastYear(active.columnId) && now !== null ? yearEarlier(now).label : table.period;
  const at = table.columns.findIndex((column) => columnIdOf(column) === active.columnId);
  const row = table.rows.find(({ regionId }) => String(regionId) === active.rowId);
  const cell = row?.cells[at] ?? null;
  return (
    <Details
      // What stands in the cell says when to ask again.
      key={`${active.rowId} ${active.columnId} ${JSON.stringify(cell)}`}
      indicator={indicatorOf(active.columnId)}
      regionId={Number(active.rowId)}
      period={period}
    />
  );
}

interface DetailsProps {
  readonly indicator: string;
  readonly regionId: number;
  readonly period: string;
}

function Details({ indicator, regionId, period }: DetailsProps) {
  const query = useQuery(
    'data.history',
    useMemo(() => ({ indicator, regionId, period }), [indicator, regionId, period]),
  );
  if (query.status === 'waiting') return <div aria-busy="true" />;
  if (query.status === 'failed') return <p role="alert">{query.message}</p>;
  return <History history={query.value} period={period} />;
}

function History({ history, period }: { readonly history: Output<'data.history'>; readonly period: string }) {
  const { calculation } = history;
  const facts = [
    [text.details.value, history.value ?? text.details.none],
    [text.details.lastYear, history.lastYear],
    [text.details.source, history.source],
    [text.details.cell, history.cell],
    [text.details.asOf, history.asOf],
    [text.details.formula, calculation?.formula ?? null],
    [text.details.definition, history.definition === '' ? null : history.definition],
  ] as const;
  return (
    <div className="cell-details">
      <h3>
        {history.region} · {history.indicator}
      </h3>
      <p className="cell-details-period">{period}</p>
      <dl>
        {facts.flatMap(([name, fact]) =>
          fact === null ? [] : [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{fact}</dd>],
        )}
      </dl>
      {calculation !== null && calculation.steps.length > 0 && (
        <>
          <h4>{text.details.steps}</h4>
          <ol className="steps">
            {inPlace(calculation.steps).map(({ item, key }) => (
              <li key={key} className="step">
                {item}
              </li>
            ))}
          </ol>
        </>
      )}
      {calculation === null && <Changes changes={history.changes} />}
    </div>
  );
}

function Changes({ changes }: Pick<Output<'data.history'>, 'changes'>) {
  const [now] = useState(() => new Date());
  return (
    <>
      <h4>{text.details.changes}</h4>
      {changes.length === 0 && <p className="data-nothing">{text.details.noChanges}</p>}
      <ol className="cell-changes">
        {inPlace(changes).map(({ item: { before, after, at, byWhom, source, reason }, key }) => (
          <li key={key}>
            <strong>{text.details.change(before, after)}</strong>
            <small>
              {[describeMoment(at, now), byWhom, source, reason].filter((part) => part !== null).join(' · ')}
            </small>
          </li>
        ))}
      </ol>
    </>
  );
}
