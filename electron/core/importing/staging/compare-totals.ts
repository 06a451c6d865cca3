import type { Indicator, Observation } from '../../../../shared/figures/catalogue.ts';
import { shiftDecimal, tidyDecimal } from '../../../../shared/reading/decimal-text.ts';
import { cellReference } from '../grid.ts';
import type { ImportQuestion } from '../mapping.ts';
import type { Line } from '../recognised-table.ts';
import type { StagedCell, TotalComparison } from '../staged-import.ts';
import { addDecimals } from './add-decimals.ts';
import { answerTo, type Desk, known, type Place, placeAt, referenceOf } from './place.ts';
import { readText } from './read-cell.ts';
import { settleCell } from './settle-cell.ts';
import type { Lines, TableDraft } from './table-draft.ts';
import { shiftBetween } from './unit-scale.ts';

/**
 * Every stated sum beside the sum of its parts as they were read. One that differs waits for an answer; the draft's
 * cells are replaced by what became of them.
 */
export function compareTotals(desk: Desk, lines: Lines, draft: TableDraft): readonly TotalComparison[] {
  const totals: TotalComparison[] = [];
  const agreed = new Set<string>();
  const compare = (addition: Addition) => {
    const total = compareTotal(desk, { ...draft, agreed }, addition);
    if (total === null) return;
    totals.push(total);
    if (total.agrees) agreed.add(total.cell);
  };
  const isTotal = ({ sumOf, role }: Line) => sumOf.length > 0 && role !== 'left-out';
  for (const row of lines.rows.filter(isTotal)) {
    const parts = linesAt(lines.rows, row.sumOf);
    for (const column of lines.columns) {
      compare({ total: placeAt(desk, row, column), parts: parts.map((part) => placeAt(desk, part, column)) });
    }
  }
  for (const column of lines.columns.filter(isTotal)) {
    const parts = linesAt(lines.columns, column.sumOf);
    for (const row of lines.rows) {
      compare({ total: placeAt(desk, row, column), parts: parts.map((part) => placeAt(desk, row, part)) });
    }
  }
  return totals;
}

function linesAt(lines: readonly Line[], indexes: readonly number[]): readonly Line[] {
  const wanted = new Set(indexes);
  return lines.filter(({ index }) => wanted.has(index));
}

interface Addition {
  readonly total: Place;
  readonly parts: readonly Place[];
}

interface PartialSum {
  readonly sum: string;
  /** Parts that have no number, nor a sign that there is none. */
  readonly unknown: readonly Place[];
}

interface CheckedDraft extends TableDraft {
  /** Totals that a comparison has borne out. */
  readonly agreed: ReadonlySet<string>;
}

function compareTotal(desk: Desk, draft: CheckedDraft, addition: Addition): TotalComparison | null {
  const { total } = addition;
  const at = draft.at(total.row, total.column);
  const staged = at === undefined ? undefined : draft.cells[at];
  const claim = at === undefined ? null : draft.claims[at];
  if (at === undefined || !staged || claim?.kind !== 'value' || total.role === 'left-out') return null;
  const added = addParts(draft, addition);
  if (added === null) return null;
  const { sum, unknown } = added;
  const agrees = tidyDecimal(claim.decimal) === sum;
  if (!agrees && unknown.length > 0) {
    // What the rows have borne out needs no word of the columns.
    if (staged.write !== null && !draft.agreed.has(staged.cell)) draft.cells[at] = noteIncomplete(staged, unknown);
    return null;
  }
  if (!agrees) {
    const settled = settleDifference(desk, { staged, addition, stated: claim.decimal, sum });
    draft.cells[at] = settled;
    draft.claims[at] = claimOf(settled);
  }
  return { cell: staged.cell, label: labelOf(staged), stated: claim.decimal, sum, agrees };
}

/** A sum that waits is no part that other sums could be checked by. */
function claimOf({ status, value }: StagedCell): Observation['cell'] | null {
  const isCertain = value !== null && (status === 'new' || status === 'changed' || status === 'same');
  return isCertain ? { kind: 'value', decimal: value } : null;
}

function labelOf({ region, indicator }: StagedCell): string {
  return [region, indicator].filter((name) => name !== '').join(' · ');
}

/** Null where adding up makes no sense: rates, averages, parts of another kind. */
function addParts(draft: TableDraft, { total, parts }: Addition): PartialSum | null {
  const indicator = known(total.indicator);
  if (indicator?.aggregation !== '合计') return null;
  const numbers: string[] = [];
  const unknown: Place[] = [];
  for (const part of parts) {
    const shift = shiftOf(part, indicator);
    if (shift === null) return null;
    const at = draft.at(part.row, part.column);
    const claim = at === undefined ? null : draft.claims[at];
    if (claim?.kind === 'value') numbers.push(shift === 0 ? claim.decimal : shiftDecimal(claim.decimal, shift));
    // 无此项 and 不足单位 add nothing; what was not reported may.
    else if (claim?.reason !== '无此项' && claim?.reason !== '不足单位') unknown.push(part);
  }
  return numbers.length + unknown.length === 0 ? null : { sum: addDecimals(numbers), unknown };
}

/** A part that the catalogue lacks is taken to stand in the unit of its total. */
function shiftOf({ indicator: naming }: Place, total: Indicator): number | null {
  const indicator = known(naming);
  if (!indicator || indicator === total) return 0;
  return indicator.aggregation === '合计' ? shiftBetween(indicator.unit, total.unit) : null;
}

function noteIncomplete(staged: StagedCell, unknown: readonly Place[]): StagedCell {
  const names = unknown.slice(0, 5).map(({ row, column }) => shortReference(row, column));
  const rest = unknown.length > names.length ? ` 等 ${unknown.length} 格` : '';
  return { ...staged, note: join(staged.note, `${names.join('、')}${rest} 没有确定的数，合计没有核对`) };
}

interface Difference {
  readonly staged: StagedCell;
  readonly addition: Addition;
  readonly stated: string;
  readonly sum: string;
}

function settleDifference(desk: Desk, { staged, addition, stated, sum }: Difference): StagedCell {
  const { total } = addition;
  if (!['new', 'changed', 'derived'].includes(staged.status)) return staged;
  const taken = settleCell(desk, total, {
    kind: 'known',
    cell: { kind: 'value', decimal: sum },
    note: `表里写的是 ${stated}，按各分项之和 ${sum} 取`,
  });
  // The person took the sum the last time.
  if (taken.status === 'same') return taken;
  const cell = referenceOf(desk, total);
  const question: ImportQuestion = {
    kind: 'total',
    id: `total:${cell}`,
    cell,
    text: labelOf(staged),
    stated,
    sum,
    hint: hintOf(addition),
  };
  const answer = answerTo(desk, question.id);
  if (answer?.kind === 'leave-out') return { ...staged, status: 'left-out', write: null };
  // Neither is written of what a formula gives.
  if (answer?.kind === 'total' && staged.status === 'derived') return staged;
  if (answer?.kind === 'total' && answer.take === 'sum') return taken;
  if (answer?.kind === 'total') {
    return { ...staged, note: join(staged.note, `各分项相加是 ${sum}，按表里写的取`) };
  }
  const problem = { code: 'import-total-differs', stated, sum } as const;
  return { ...staged, status: 'total', question: desk.questions.ask(question), problem, write: null };
}

/** A program leaves text out of a sum, also where a person sees a number. */
function hintOf({ total, parts }: Addition): string | null {
  if (total.cell.kind === 'text') return null;
  const texts = parts.flatMap(({ cell, row, column }) =>
    cell.kind === 'text' && readText(cell.text).kind === 'number'
      ? [`${shortReference(row, column)}“${cell.text.trim()}”`]
      : [],
  );
  if (texts.length === 0) return null;
  const rest = texts.length > 5 ? ` 等 ${texts.length} 格` : '';
  return `${texts.slice(0, 5).join('、')}${rest}是文字，Excel 求和时不计入。`;
}

/** Within one sheet its name says nothing new. */
function shortReference(row: number, column: number): string {
  return cellReference({ name: '' }, row, column);
}

function join(one: string | null, other: string): string {
  return one === null ? other : `${one}；${other}`;
}
