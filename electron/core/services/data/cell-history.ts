import type { Output } from '../../../../shared/api/contract.ts';
import type { Indicator, Observation, Region } from '../../../../shared/figures/catalogue.ts';
import { regionsBelow } from '../../../../shared/figures/members.ts';
import { reasonText } from '../../../../shared/figures/missing-text.ts';
import { type Period, yearEarlier } from '../../../../shared/figures/period.ts';
import { isReported } from '../../../../shared/figures/reported.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { Workspace } from '../../database/workspace.ts';
import { explainFigure } from '../explain-figure.ts';
import { findPeriod } from '../find-by-name.ts';
import type { ReportData } from '../report-data.ts';
import { isAbsentThroughout, sumOfMembers } from './region-totals.ts';
import { openTableData } from './table-scope.ts';

type History = Output<'data.history'>;

interface Place {
  readonly indicator: Indicator;
  readonly region: Region;
  readonly period: Period;
}

function printCell(cell: Observation['cell'], { unit }: Indicator): string {
  return cell.kind === 'value' ? cell.decimal + unit : reasonText(cell.reason);
}

function changesOf(workspace: Workspace, { indicator, region, period }: Place): History['changes'] {
  const titles = new Map(workspace.sources.all().map(({ id, title }) => [id, title]));
  const key = { indicatorId: indicator.id, regionId: region.id, periodLabel: period.label };
  return workspace.observations
    .revisions(key)
    .toReversed()
    .map(({ at, byWhom, before, after, sourceId, reason }) => ({
      at,
      byWhom,
      before: before === null ? null : printCell(before.cell, indicator),
      after: after === null ? null : printCell(after.cell, indicator),
      source: sourceId === null ? null : (titles.get(sourceId) ?? null),
      reason,
    }));
}

/** How a computed figure comes about: its formula, or the sum over the members where nobody reported the whole. */
function explain(place: Place, formula: string, ground: { readonly workspace: Workspace; readonly data: ReportData }) {
  const explained = explainFigure({ ...place, formula, format: null, place: 'table' }, ground);
  return explained.ok ? explained.value : null;
}

/** What the table shows where nobody reported the whole; with the formula by which it comes about. */
function sumShown({ indicator, region, period }: Place, { view }: ReportData) {
  const members = regionsBelow(view.regions, { region, period });
  if (members.length === 0 || indicator.formula !== null || indicator.aggregation !== '合计') return null;
  const column = view.column(indicator.id, period.label);
  const formula = `合计(下级, “${indicator.name}”)`;
  if (isAbsentThroughout(indicator, column, members)) return { formula, text: reasonText('无此项') };
  const sum = sumOfMembers(indicator, column, members);
  return { formula, text: sum?.missing === null ? sum.decimal + indicator.unit : null };
}

/** Where a cell's value came from and every change of it, newest first. */
export function cellHistory(
  workspace: Workspace,
  key: { readonly indicator: string; readonly regionId: number; readonly period: string },
): Result<History, Failure> {
  const data = openTableData(workspace);
  const indicator = data.view.indicators.find(({ code }) => code === key.indicator);
  if (indicator === undefined) return fail({ code: 'data-indicator-gone' });
  const region = data.view.regions.find(({ id }) => id === key.regionId);
  if (region === undefined) return fail({ code: 'data-region-gone' });
  const period = findPeriod(key.period);
  if (!period.ok) return period;
  const place = { indicator, region, period: period.value };
  const ground = { workspace, data };
  const observation = data.view.column(indicator.id, period.value.label).get(region.id);
  const sum = isReported(observation) ? null : sumShown(place, data);
  const formula = indicator.formula ?? sum?.formula ?? null;
  const explained = formula === null ? null : explain(place, formula, ground);
  const recorded = observation === undefined ? null : printCell(observation.cell, indicator);
  const before = explain({ ...place, period: yearEarlier(period.value) }, `“${indicator.name}”`, ground);
  return succeed({
    indicator: indicator.name,
    region: region.name,
    definition: indicator.definition,
    value: sum?.text ?? recorded ?? explained?.text ?? null,
    lastYear: before?.text.startsWith('【') === false ? before.text : null,
    source: observation?.source?.title ?? null,
    cell: observation?.cellReference ?? null,
    asOf: observation?.asOf ?? null,
    calculation:
      explained === null || formula === null
        ? null
        : { formula: formula.replaceAll(/[“”]/g, ''), steps: explained.steps.map(({ text }) => text) },
    changes: changesOf(workspace, place),
  });
}
