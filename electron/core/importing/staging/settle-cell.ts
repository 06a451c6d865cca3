import type { Indicator, Observation, Region } from '../../../../shared/figures/catalogue.ts';
import type { Period } from '../../../../shared/figures/period.ts';
import { foldName } from '../../../../shared/reading/fold-name.ts';
import { assertNever } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import { toScaled } from '../../database/decimal.ts';
import type { ImportStatus, StagedCell, StagedWrite } from '../staged-import.ts';
import type { Interpretation } from './interpret-cell.ts';
import { askedOf, type Desk, known, type Place, pathOf, referenceOf } from './place.ts';
import { cellText } from './read-cell.ts';

interface Verdict {
  readonly status: ImportStatus;
  readonly value: string | null;
  readonly before?: string | null;
  readonly problem?: Failure | null;
  readonly note?: string | null;
  readonly question?: string | null;
  readonly write?: StagedWrite | null;
}

/** What becomes of a cell that says this. */
export function settleCell(desk: Desk, place: Place, said: Interpretation): StagedCell {
  const { region, indicator, period } = place;
  const verdict = judge(desk, place, said);
  return {
    cell: referenceOf(desk, place),
    table: desk.table.id,
    row: place.row,
    column: place.column,
    region: regionName(region) ?? place.label,
    indicator: known(indicator)?.name ?? indicator?.text.trim() ?? '',
    regionId: known(region)?.id ?? null,
    indicatorId: known(indicator)?.id ?? null,
    period: period?.label ?? '',
    text: cellText(place.cell),
    status: verdict.status,
    value: verdict.value,
    before: verdict.before ?? null,
    problem: verdict.problem ?? null,
    note: verdict.note ?? null,
    question: verdict.question ?? null,
    write: verdict.write ?? null,
  };
}

/** Of two new schools that share a name each is told with its county. */
function regionName(region: Place['region']): string | undefined {
  const thing = known(region);
  if (!thing || (thing.id < 0 && region?.text.endsWith(`/${thing.name}`))) return region?.text.trim();
  return thing.name;
}

/** The value that a cell says, whether it is taken or not. */
export function valueOf(said: Interpretation): string | null {
  if (said.kind === 'blank') return null;
  if (said.kind !== 'known') return said.value;
  return said.cell.kind === 'value' ? said.cell.decimal : null;
}

function judge(desk: Desk, place: Place, said: Interpretation): Verdict {
  const value = valueOf(said);
  if (place.role === 'left-out' || place.region?.kind === 'left-out' || place.indicator?.kind === 'left-out') {
    return { status: 'left-out', value };
  }
  if (place.unreadPeriod !== null && value !== null) {
    return { status: 'unreadable', value, problem: { code: 'period-unknown', name: place.unreadPeriod } };
  }
  if (place.brokenBy !== null && value !== null) {
    return { status: 'unreadable', value, problem: { code: 'import-row-broken', row: place.brokenBy + 1 } };
  }
  if (place.isNameless && value !== null) {
    return { status: 'unreadable', value, problem: { code: 'import-row-nameless', row: place.row + 1 } };
  }
  if (place.role === 'subtotal') return { status: 'total', value, note: said.kind === 'known' ? said.note : null };
  const unknown = judgeNames(desk, place, value);
  if (unknown) return unknown;
  const { period } = place;
  const [region, indicator] = [known(place.region), known(place.indicator)];
  if (!region || !indicator || !period) throw new Error('a cell without a place was judged');
  if (said.kind === 'asked') return waits(desk, said.question, value);
  if (indicator.formula !== null && said.kind !== 'blank') {
    const problem: Failure = { code: 'indicator-derived', name: indicator.name, formula: indicator.formula };
    return { status: 'derived', value, problem, note: said.kind === 'known' ? said.note : null };
  }
  switch (said.kind) {
    // Blank is not nought, and no reason to forget a value that is there.
    case 'blank':
      return { status: 'missing', value };
    case 'left-out':
      return { status: 'left-out', value };
    case 'refused':
      return { status: said.status, value, problem: said.problem };
    case 'known':
      return compare(desk, { region, indicator, period, text: cellText(place.cell) }, said);
    default:
      return assertNever(said);
  }
}

function waits({ questions }: Desk, question: string, value: string | null): Verdict {
  return { status: 'asked', value, question, problem: { code: 'import-asked', question: questions.titleOf(question) } };
}

/** Of a cell whose region, indicator or period is not known. */
function judgeNames(desk: Desk, place: Place, value: string | null): Verdict | null {
  const { region, indicator, period } = place;
  if (region?.kind !== 'known') {
    const question = askedOf(desk, [
      ...(region ? [`region:${foldName(region.text)}`] : []),
      `table-region:${desk.table.id}`,
    ]);
    if (region === null && question !== null) return waits(desk, question, value);
    const problem: Failure = { code: 'region-unknown', name: region?.text.trim() ?? '', suggestions: [] };
    return { status: 'unknown-region', value, question, problem };
  }
  if (indicator?.kind !== 'known') {
    const question = askedOf(desk, [
      `indicator:${pathOf(place)}`,
      ...(indicator ? [`indicator:${foldName(indicator.text)}`] : []),
      `table-indicator:${desk.table.id}`,
    ]);
    if (indicator === null && question !== null) return waits(desk, question, value);
    const problem: Failure = { code: 'indicator-unknown', name: indicator?.text.trim() ?? '', suggestions: [] };
    return { status: 'unknown-indicator', value, question, problem };
  }
  if (period !== null) return null;
  const question = askedOf(desk, [`period:${desk.table.id}`]);
  if (question !== null) return waits(desk, question, value);
  return { status: 'asked', value, problem: { code: 'import-asked', question: '这张表是哪一期的数据？' } };
}

interface Key {
  readonly region: Region;
  readonly indicator: Indicator;
  readonly period: Period;
  /** What the cell shows. */
  readonly text: string;
}

/** A stroke may stand for nothing as well as for 无此项: it does not wipe out a number that somebody gave. */
const stroke = /^[-—–－/／\\·.．…*＊×xX]+$/u;

function compare(
  { table, context }: Desk,
  { region, indicator, period, text }: Key,
  { cell, note }: Interpretation & { readonly kind: 'known' },
): Verdict {
  const asOf = indicator.timing === '时点' && table.asOf !== null ? table.asOf : undefined;
  const existing =
    region.id > 0 && indicator.id > 0 ? context.view.column(indicator.id, period.label).get(region.id) : undefined;
  const value = cell.kind === 'value' ? cell.decimal : null;
  const sameDay = asOf === undefined || existing?.asOf === asOf;
  if (existing && sameDay && sameCell(cell, existing.cell, indicator.scale)) return { status: 'same', value, note };
  if (cell.kind === 'missing' && existing?.cell.kind === 'value' && stroke.test(text.trim())) {
    const problem: Failure = { code: 'import-sign-over-value', sign: text.trim(), value: existing.cell.decimal };
    return { status: 'unreadable', value: null, problem };
  }
  const write = {
    indicatorId: indicator.id,
    regionId: region.id,
    period,
    cell,
    ...(asOf === undefined ? {} : { asOf }),
  };
  if (existing) return { status: 'changed', value, note, before: printed(existing.cell), write };
  return { status: cell.kind === 'value' ? 'new' : 'missing', value, note, write };
}

function printed(cell: Observation['cell']): string {
  return cell.kind === 'value' ? cell.decimal : cell.reason;
}

function sameCell(one: Observation['cell'], other: Observation['cell'], scale: number): boolean {
  if (one.kind === 'missing' || other.kind === 'missing') {
    return one.kind === 'missing' && other.kind === 'missing' && one.reason === other.reason;
  }
  const scaled = toScaled(one.decimal, scale);
  const present = toScaled(other.decimal, scale);
  return scaled.ok && present.ok && scaled.value === present.value;
}
