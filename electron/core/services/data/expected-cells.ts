import type { Indicator, Region } from '../../../../shared/figures/catalogue.ts';
import { yearEarlier } from '../../../../shared/figures/period.ts';
import { isReported } from '../../../../shared/figures/reported.ts';
import type { Workspace } from '../../database/workspace.ts';
import { reportNeeds } from './report-needs.ts';
import type { TableScope } from './table-scope.ts';

/** What of one indicator is there and what ought to be. */
export interface ExpectedCells {
  readonly indicator: Indicator;
  readonly filled: number;
  /** Regions whose figure is expected and not there. */
  readonly missing: readonly number[];
}

/**
 * A figure is expected where a report needs it, where it was reported last year, and of every member once one of them
 * reported it. An indicator that nobody here uses expects nothing.
 */
export function expectedCells(
  workspace: Workspace,
  scope: TableScope,
  indicators: readonly Indicator[],
): readonly ExpectedCells[] {
  const { view, region, members, period } = scope;
  const needs = reportNeeds(workspace, scope);
  const lastPeriod = yearEarlier(period).label;
  const everyone = [...members, region];
  // What was entered for one that is no member any more is there all the same.
  const here = view.regions.filter(({ id, parentId }) => parentId === region.id || id === region.id);
  return indicators
    .filter(({ formula }) => formula === null)
    .map((indicator) => {
      const column = view.column(indicator.id, period.label);
      const lastColumn = view.column(indicator.id, lastPeriod);
      const needed = needs.get(indicator.id);
      const isBegun = members.some(({ id, inTotal }) => inTotal && column.get(id)?.cell.kind === 'value');
      const isExpected = ({ id, inTotal }: Region) =>
        needed?.has(id) === true ||
        lastColumn.get(id)?.cell.kind === 'value' ||
        (isBegun && inTotal && id !== region.id);
      const missing = everyone.filter((each) => !isReported(column.get(each.id)) && isExpected(each));
      const filled = here.filter(({ id }) => isReported(column.get(id))).length;
      return { indicator, filled, missing: missing.map(({ id }) => id) };
    });
}
