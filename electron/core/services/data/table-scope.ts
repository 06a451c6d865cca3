import type { Indicator, Region } from '../../../../shared/figures/catalogue.ts';
import { regionsBelow } from '../../../../shared/figures/members.ts';
import type { Period } from '../../../../shared/figures/period.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { Workspace } from '../../database/workspace.ts';
import { findPeriod } from '../find-by-name.ts';
import { openReportData, type ReportData } from '../report-data.ts';

/** Where a table stands: a region with its members in a period. */
export interface TableScope extends ReportData {
  readonly region: Region;
  /** Those directly below in the period, in the catalogue's order, also those that do not count towards the total. */
  readonly members: readonly Region[];
  readonly period: Period;
}

/** The catalogue and its language are read anew only after a change of something other than observations. */
const openData = new WeakMap<Workspace, { readonly changeCount: number; readonly data: ReportData }>();

export function openTableData(workspace: Workspace): ReportData {
  workspace.noticeOthers();
  const known = openData.get(workspace);
  if (known?.changeCount === workspace.changeCount) return known.data;
  const data = openReportData(workspace);
  openData.set(workspace, { changeCount: workspace.changeCount, data });
  return data;
}

export function openTableScope(
  workspace: Workspace,
  place: { readonly regionId: number; readonly period: string },
): Result<TableScope, Failure> {
  const data = openTableData(workspace);
  const region = data.view.regions.find(({ id }) => id === place.regionId);
  if (region === undefined) return fail({ code: 'data-region-gone' });
  const period = findPeriod(place.period);
  if (!period.ok) return period;
  const members = regionsBelow(data.view.regions, { region, period: period.value });
  return succeed({ ...data, region, members, period: period.value });
}

/** Indicators of a 分组, in the catalogue's order. */
export function indicatorsOf(indicators: readonly Indicator[], group: string): Result<readonly Indicator[], Failure> {
  const found = indicators.filter((indicator) => groupOf(indicator) === group);
  return found.length === 0 ? fail({ code: 'data-group-gone', group }) : succeed(found);
}

/** Indicators without a 分组 stand together under this name. */
const ungrouped = '未分组';

export function groupOf({ group }: Indicator): string {
  return group === '' ? ungrouped : group;
}
