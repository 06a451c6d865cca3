import type { Output } from '../../../../shared/api/contract.ts';
import type { TableCell } from '../../../../shared/api/data.ts';
import type { Indicator, Region } from '../../../../shared/figures/catalogue.ts';
import { memberWord, regionsBelow } from '../../../../shared/figures/members.ts';
import { type Period, yearEarlier } from '../../../../shared/figures/period.ts';
import { isReported } from '../../../../shared/figures/reported.ts';
import { type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { Workspace } from '../../database/workspace.ts';
import { computeColumn, computeTotal, totalCell } from './compute-column.ts';
import { expectedCells } from './expected-cells.ts';
import { storedOf } from './read-edit.ts';
import { isAbsentThroughout, sumOfMembers, withMemberTotals } from './region-totals.ts';
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

/** Of what none of the members has, there is none in the whole. */
const absentCell: TableCell = { kind: 'gap', reason: '无此项' };

/** Fills the cells of one period, column by column. */
class PeriodCells {
  readonly #scope: TableScope;
  readonly #shown: readonly Region[];
  readonly #totals: TableScope['view'];

  /** `shown`: the rows that are asked for. The total is of those that were members in the period itself. */
  constructor(scope: TableScope, period: Period, shown: readonly Region[]) {
    this.#scope = { ...scope, period, members: regionsBelow(scope.view.regions, { region: scope.region, period }) };
    this.#shown = shown;
    this.#totals = withMemberTotals(scope.view, scope.region);
  }

  /** The rows' cells in their order, then the total's. */
  column(indicator: Indicator): readonly TableCell[] {
    const { view, region, members, period } = this.#scope;
    if (indicator.formula !== null) {
      const total = computeTotal(indicator, { ...this.#scope, totals: this.#totals });
      return [...computeColumn(indicator, this.#shown, this.#scope), total];
    }
    const column = view.column(indicator.id, period.label);
    const own = storedOf(column.get(region.id));
    const isAbsent = isAbsentThroughout(indicator, column, members);
    const summed = isAbsent ? absentCell : totalCell(sumOfMembers(indicator, column, members));
    const total = (isReported(column.get(region.id)) ? null : summed) ?? own;
    return [...this.#shown.map(({ id }) => storedOf(column.get(id))), total];
  }
}

/** The members; also those that are none in the period and yet have figures of it, so that nobody loses sight of them. */
function rowsOf({ view, region, members, period }: TableScope, indicators: readonly Indicator[]): readonly Region[] {
  const all = view.regions.filter(({ parentId }) => parentId === region.id);
  if (all.length === members.length) return members;
  const current = new Set(members);
  const columns = indicators.map(({ id }) => view.column(id, period.label));
  return all.filter((each) => current.has(each) || columns.some((column) => column.has(each.id)));
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
  const members = rowsOf(scope, group.value).filter(({ id }) => shown?.has(id) ?? true);
  const lastPeriod = yearEarlier(period);
  const now = new PeriodCells(scope, period, members);
  const before = new PeriodCells(scope, lastPeriod, members);
  const columns = tableColumns(group.value, request.lastYear).filter(({ indicator }) => indicators.includes(indicator));
  const filled = columns.map(({ indicator, column }) => (column.kind === 'last-year' ? before : now).column(indicator));
  const current = new Set([region, ...scope.members]);
  const rowOf = (each: Region, at: number) => ({
    regionId: each.id,
    name: current.has(each) ? each.name : `${each.name}（${each.validTo === null ? '尚未设立' : '已撤并'}）`,
    aliases: current.has(each) ? [...each.aliases] : [each.name, ...each.aliases],
    depth: each.id === region.id ? 0 : 1,
    cells: filled.map((cells) => cells[at] ?? null),
  });
  return succeed({
    region: region.name,
    memberWord: memberWord(scope.members),
    period: period.label,
    lastPeriod: lastPeriod.label,
    isLocked: workspace.periods.locked().has(period.label),
    hasData: workspace.periods.withData().length > 0,
    columns: columns.map(({ column }) => column),
    rows: [...members, region].map(rowOf),
    wanted: expectedCells(workspace, scope, indicators).map(({ indicator, missing }) => ({
      indicator: indicator.code,
      regionIds: [...missing],
    })),
  });
}
