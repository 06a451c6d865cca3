import type { Output } from '../../../../shared/api/contract.ts';
import type { TableCell } from '../../../../shared/api/data.ts';
import type { Indicator, Region } from '../../../../shared/figures/catalogue.ts';
import { memberWord } from '../../../../shared/figures/members.ts';
import { type Period, yearEarlier } from '../../../../shared/figures/period.ts';
import { type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { Workspace } from '../../database/workspace.ts';
import { computeColumn, computeTotal, totalCell } from './compute-column.ts';
import { expectedCells } from './expected-cells.ts';
import { storedOf } from './read-edit.ts';
import { sumOfMembers, withMemberTotals } from './region-totals.ts';
import { restsOn } from './rests-on.ts';
import { tableColumns } from './table-columns.ts';
import { indicatorsOf, openTableScope, type TableScope } from './table-scope.ts';

export interface TableRequest {
  readonly group: string;
  readonly regionId: number;
  readonly period: string;
  readonly lastYear: boolean;
  /** Only these rows; null for all. */
  readonly rows: readonly number[] | null;
  /** Only these indicators and what is computed from them; null for all. */
  readonly indicators: readonly string[] | null;
}

/** Fills the cells of one period, column by column. */
class PeriodCells {
  readonly #scope: TableScope;
  readonly #members: readonly Region[];
  readonly #totals: TableScope['view'];

  /** `members`: those that are shown. */
  constructor(scope: TableScope, period: Period, members: readonly Region[]) {
    this.#scope = { ...scope, period };
    this.#members = members;
    this.#totals = withMemberTotals(scope.view, scope.region, scope.members);
  }

  /** The members' cells in their order, then the total's. */
  column(indicator: Indicator): readonly TableCell[] {
    const { view, region, members, period } = this.#scope;
    if (indicator.formula !== null) {
      const total = computeTotal(indicator, { ...this.#scope, totals: this.#totals });
      return [...computeColumn(indicator, this.#members, this.#scope), total];
    }
    const column = view.column(indicator.id, period.label);
    const own = storedOf(column.get(region.id));
    const isOpen = own === null || (typeof own !== 'string' && own.reason === '未报');
    const total = (isOpen ? totalCell(sumOfMembers(indicator, column, members)) : null) ?? own;
    return [...this.#members.map(({ id }) => storedOf(column.get(id))), total];
  }
}

/** One of these indicators, or computed from one; every one when none is named. */
function isAsked(codes: TableRequest['indicators'], { view, language }: TableScope): (indicator: Indicator) => boolean {
  if (codes === null) return () => true;
  const ids = new Set(view.indicators.filter(({ code }) => codes.includes(code)).map(({ id }) => id));
  return (indicator) => restsOn(indicator, ids, language);
}

/** The table of a group of indicators: the region's members, then the region itself as the total. */
export function readTable(workspace: Workspace, request: TableRequest): Result<Output<'data.table'>, Failure> {
  const opened = openTableScope(workspace, request);
  if (!opened.ok) return opened;
  const scope = opened.value;
  const group = indicatorsOf(scope.view.indicators, request.group);
  if (!group.ok) return group;
  const indicators = group.value.filter(isAsked(request.indicators, scope));
  const { region, period } = scope;
  const shown = request.rows === null ? null : new Set(request.rows);
  const members = scope.members.filter(({ id }) => shown?.has(id) ?? true);
  const lastPeriod = yearEarlier(period);
  const now = new PeriodCells(scope, period, members);
  const before = new PeriodCells(scope, lastPeriod, members);
  const columns = tableColumns(group.value, request.lastYear).filter(({ indicator }) => indicators.includes(indicator));
  const filled = columns.map(({ indicator, column }) => (column.kind === 'last-year' ? before : now).column(indicator));
  const rowOf = ({ id, name }: Region, at: number) => ({
    regionId: id,
    name,
    depth: id === region.id ? 0 : 1,
    cells: filled.map((cells) => cells[at] ?? null),
  });
  return succeed({
    region: region.name,
    memberWord: memberWord(scope.members),
    period: period.label,
    lastPeriod: lastPeriod.label,
    isLocked: workspace.periods.locked().has(period.label),
    columns: columns.map(({ column }) => column),
    rows: [...members, region].map(rowOf),
    wanted: expectedCells(workspace, scope, indicators).map(({ indicator, missing }) => ({
      indicator: indicator.code,
      regionIds: [...missing],
    })),
  });
}
