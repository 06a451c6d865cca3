import type { Indicator, Observation, ObservationGap } from '../../../shared/figures/catalogue.ts';
import { type LocalDate, type Period, printDate } from '../../../shared/figures/period.ts';
import { readNumber } from '../../../shared/reading/read-number.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { PutOutcome } from '../database/observation-repository.ts';
import type { Workspace } from '../database/workspace.ts';
import { readDate } from '../importing/read-date.ts';
import { otherUnit } from '../importing/stated-unit.ts';
import { findIndicator, findPeriod, findRegion } from './find-by-name.ts';

const gaps: readonly ObservationGap[] = ['未报', '无此项', '不足单位', '不公开'];

export interface SetRequest {
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  /** At most one of value and missing; neither changes the 截至日 alone. */
  readonly value: string | null;
  readonly missing: string | null;
  /** 截至日 as typed; null keeps the recorded one. */
  readonly asOf: string | null;
  readonly byWhom: string;
}

export interface SetReport {
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  /** The recorded text before, with its unit; null when there was nothing. */
  readonly before: string | null;
  readonly after: string;
  readonly asOf: LocalDate | null;
  readonly outcome: PutOutcome;
}

/** Reads a typed number as the import reads a cell: the same signs, the same units. */
export function readValue(text: string, indicator: Indicator): Result<Observation['cell'], Failure> {
  const read = readNumber(text);
  // In a table (5) is an accountant's −5; typed by hand it is more likely a slip.
  if (read.kind !== 'number' || /^\s*[(（]/.test(text)) return fail({ code: 'value-unreadable', text });
  const found = otherUnit(read, indicator, { column: null, titles: [] });
  if (found === null) return succeed({ kind: 'value', decimal: read.decimal });
  return fail({ code: 'value-unit-differs', text, indicator: indicator.name, expected: indicator.unit, found });
}

function readCell(
  { value, missing, asOf }: SetRequest,
  indicator: Indicator,
  recorded: Observation | undefined,
): Result<Observation['cell'], Failure> {
  if (value !== null && missing !== null) return fail({ code: 'value-or-missing' });
  if (value !== null) return readValue(value, indicator);
  if (missing !== null) {
    const reason = gaps.find((each) => each === missing);
    return reason ? succeed({ kind: 'missing', reason }) : fail({ code: 'gap-unknown', text: missing });
  }
  if (asOf === null) return fail({ code: 'value-or-missing' });
  return recorded ? succeed(recorded.cell) : fail({ code: 'as-of-without-value', indicator: indicator.name });
}

/** Undefined when none was typed. */
function readAsOf(text: string | null, indicator: Indicator): Result<LocalDate | undefined, Failure> {
  if (text === null) return succeed(undefined);
  if (indicator.timing === '时期') return fail({ code: 'as-of-for-span', indicator: indicator.name });
  const date = readDate(text);
  return date === null ? fail({ code: 'date-unreadable', text }) : succeed(date);
}

function printCell(cell: Observation['cell'], indicator: Indicator): string {
  return cell.kind === 'value' ? `${cell.decimal}${indicator.unit}` : `“${cell.reason}”`;
}

function printRecorded(
  { cell, asOf }: Pick<Observation, 'cell' | 'asOf'>,
  indicator: Indicator,
  withDate: boolean,
): string {
  const date = withDate && asOf !== null ? `（截至${printDate(asOf)}）` : '';
  return printCell(cell, indicator) + date;
}

/** The one source that stands for what this person types. */
export function typingSource(workspace: Workspace, byWhom: string): number {
  const title = `手工填报（${byWhom}）`;
  const known = workspace.sources.all().find((source) => source.kind === '手工' && source.title === title);
  return (known ?? workspace.sources.insert({ kind: '手工', title, byWhom })).id;
}

interface Place {
  readonly indicator: Indicator;
  readonly region: { readonly id: number; readonly name: string };
  readonly period: Period;
}

function findPlace(workspace: Workspace, request: SetRequest): Result<Place, Failure> {
  const indicator = findIndicator(workspace.indicators.all(), request.indicator);
  if (!indicator.ok) return indicator;
  const region = findRegion(workspace.regions.all(), request.region);
  if (!region.ok) return region;
  const period = findPeriod(request.period);
  if (!period.ok) return period;
  const { formula, name } = indicator.value;
  if (formula !== null) return fail({ code: 'indicator-derived', name, formula });
  return succeed({ indicator: indicator.value, region: region.value, period: period.value });
}

/** Records one typed value or the reason why there is none, its 截至日, or both; a derived indicator cannot be typed. */
export function setObservation(workspace: Workspace, request: SetRequest): Result<SetReport, Failure> {
  const place = findPlace(workspace, request);
  if (!place.ok) return place;
  const { indicator, region, period } = place.value;
  const recorded = workspace.observations.column(indicator.id, period.label).get(region.id);
  const cell = readCell(request, indicator, recorded);
  if (!cell.ok) return cell;
  const asOf = readAsOf(request.asOf, indicator);
  if (!asOf.ok) return asOf;
  const put = workspace.attempt(() => {
    // What changes is the day alone: the value keeps its file and cell.
    const keepsSource = request.value === null && request.missing === null;
    return workspace.observations.put({
      indicatorId: indicator.id,
      regionId: region.id,
      period,
      cell: cell.value,
      ...(asOf.value === undefined ? {} : { asOf: asOf.value }),
      sourceId: keepsSource ? (recorded?.source?.id ?? null) : typingSource(workspace, request.byWhom),
      cellReference: keepsSource ? (recorded?.cellReference ?? null) : null,
      byWhom: request.byWhom,
    });
  });
  if (!put.ok) return put;
  const after = { cell: cell.value, asOf: asOf.value ?? recorded?.asOf ?? null };
  const withDate = asOf.value !== undefined;
  return succeed({
    indicator: indicator.name,
    region: region.name,
    period: period.label,
    before: recorded === undefined ? null : printRecorded(recorded, indicator, withDate),
    after: printRecorded(after, indicator, withDate),
    asOf: after.asOf,
    outcome: put.value,
  });
}
