import type { Indicator, Observation, ObservationGap } from '../../../shared/figures/catalogue.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { PutOutcome } from '../database/observation-repository.ts';
import type { Workspace } from '../database/workspace.ts';
import { findIndicator, findPeriod, findRegion } from './find-by-name.ts';

const gaps: readonly ObservationGap[] = ['未报', '无此项', '不足单位', '不公开'];

export interface SetRequest {
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  readonly value: string | null;
  readonly missing: string | null;
  readonly byWhom: string;
}

export interface SetReport {
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  /** The recorded text before, with its unit; null when there was nothing. */
  readonly before: string | null;
  readonly after: string;
  readonly outcome: PutOutcome;
}

function readCell({ value, missing }: SetRequest): Result<Observation['cell'], Failure> {
  if ((value === null) === (missing === null)) return fail({ code: 'value-or-missing' });
  if (value !== null) return succeed({ kind: 'value', decimal: value.normalize('NFKC').replaceAll(/[,，\s]/g, '') });
  const reason = gaps.find((each) => each === missing);
  return reason ? succeed({ kind: 'missing', reason }) : fail({ code: 'gap-unknown', text: missing ?? '' });
}

function printCell(cell: Observation['cell'], indicator: Indicator): string {
  return cell.kind === 'value' ? `${cell.decimal}${indicator.unit}` : `“${cell.reason}”`;
}

/** The one source that stands for what this person types. */
function typingSource(workspace: Workspace, byWhom: string): number {
  const title = `手工填报（${byWhom}）`;
  const known = workspace.sources.all().find((source) => source.kind === '手工' && source.title === title);
  return (known ?? workspace.sources.insert({ kind: '手工', title, byWhom })).id;
}

/** Records one typed value, or the reason why there is none; a derived indicator cannot be typed. */
export function setObservation(workspace: Workspace, request: SetRequest): Result<SetReport, Failure> {
  const indicator = findIndicator(workspace.indicators.all(), request.indicator);
  if (!indicator.ok) return indicator;
  const region = findRegion(workspace.regions.all(), request.region);
  if (!region.ok) return region;
  const period = findPeriod(request.period);
  if (!period.ok) return period;
  const { formula, name, id: indicatorId } = indicator.value;
  if (formula !== null) return fail({ code: 'indicator-derived', name, formula });
  const cell = readCell(request);
  if (!cell.ok) return cell;
  const before = workspace.observations.column(indicatorId, period.value.label).get(region.value.id);
  const put = workspace.attempt(() =>
    workspace.observations.put({
      indicatorId,
      regionId: region.value.id,
      period: period.value,
      cell: cell.value,
      sourceId: typingSource(workspace, request.byWhom),
      cellReference: null,
      byWhom: request.byWhom,
    }),
  );
  if (!put.ok) return put;
  return succeed({
    indicator: name,
    region: region.value.name,
    period: period.value.label,
    before: before === undefined ? null : printCell(before.cell, indicator.value),
    after: printCell(cell.value, indicator.value),
    outcome: put.value,
  });
}
