import type { Output } from '../../../../shared/api/contract.ts';
import type { Indicator, Region } from '../../../../shared/figures/catalogue.ts';
import { countMembers, regionsBelow } from '../../../../shared/figures/members.ts';
import type { Period } from '../../../../shared/figures/period.ts';
import { isReported } from '../../../../shared/figures/reported.ts';
import { type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { Workspace } from '../../database/workspace.ts';
import type { ReportData } from '../report-data.ts';
import { loadReport } from '../reports.ts';
import { sumOfMembers } from './region-totals.ts';
import { openTableData } from './table-scope.ts';

interface Place {
  readonly region: Region;
  readonly period: Period;
}

interface WholeSum {
  readonly indicator: Indicator;
  readonly decimal: string;
}

/** Figures that nobody reported for the region while every member has one: what its own would be by the sum. */
export function wholeSums({ view }: ReportData, { region, period }: Place): readonly WholeSum[] {
  const members = regionsBelow(view.regions, { region, period });
  return view.indicators.flatMap((indicator) => {
    const column = view.column(indicator.id, period.label);
    if (isReported(column.get(region.id))) return [];
    const sum = sumOfMembers(indicator, column, members);
    return sum === null || sum.missing !== null ? [] : [{ indicator, decimal: sum.decimal }];
  });
}

/** Those of them that a report reads for its own region and period. */
export function reportSums(workspace: Workspace, reportId: number): Result<Output<'data.reportSums'>, Failure> {
  const data = openTableData(workspace);
  const loaded = loadReport(workspace, reportId, data);
  if (!loaded.ok) return loaded;
  const { stored, opened } = loaded.value;
  const { filled } = opened;
  const { region } = opened.scope;
  const { period } = stored;
  const read = new Set(
    [...filled.computed.figures.values()].flatMap(({ sources }) =>
      sources
        .filter((range) => range.period === period.label && range.regions.some(({ id }) => id === region.id))
        .map(({ indicator }) => indicator.id),
    ),
  );
  const counted = regionsBelow(data.view.regions, { region, period }).filter(({ inTotal }) => inTotal);
  const isLocked = workspace.periods.locked().has(period.label);
  const sums = isLocked ? [] : wholeSums(data, { region, period }).filter(({ indicator }) => read.has(indicator.id));
  return succeed({
    regionId: region.id,
    period: period.label,
    members: countMembers(counted.length, counted),
    sums: sums.map(({ indicator: { code, name }, decimal }) => ({ indicator: code, name, decimal })),
  });
}
