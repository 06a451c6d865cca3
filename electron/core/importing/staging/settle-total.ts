import { cellReference } from '../grid.ts';
import type { ImportQuestion } from '../mapping.ts';
import type { StagedCell } from '../staged-import.ts';
import { answerTo, type Desk, type Place, referenceOf } from './place.ts';
import { readText } from './read-cell.ts';
import { settleCell } from './settle-cell.ts';

/** A cell that claims to be a sum, and what it adds up. */
export interface Addition {
  readonly of: 'rows' | 'columns';
  readonly total: Place;
  readonly parts: readonly Place[];
}

export interface PartialSum {
  readonly addition: Addition;
  readonly sum: string;
  readonly numbers: readonly string[];
  /** Parts that have no number, nor a sign that there is none. */
  readonly unknown: readonly Place[];
}

interface Difference {
  readonly stated: string;
  /** The likelier one of two. */
  readonly sum: PartialSum;
  readonly other: PartialSum | null;
}

/** What becomes of a total that differs from the sum of its parts: it waits for a person, or is what the person said. */
export function settleTotal(desk: Desk, staged: StagedCell, { stated, sum, other }: Difference): StagedCell {
  const { total } = sum.addition;
  if (!['new', 'changed', 'derived'].includes(staged.status)) return staged;
  const take = (decimal: string) =>
    settleCell(desk, total, {
      kind: 'known',
      cell: { kind: 'value', decimal },
      note: `表里写的是 ${stated}，按各分项之和 ${decimal} 取`,
    });
  const taken = take(sum.sum);
  // The person took the sum the last time.
  if (taken.status === 'same') return taken;
  const otherTaken = other && take(other.sum);
  if (otherTaken?.status === 'same') return otherTaken;
  const question = questionOf(desk, staged, { stated, sum, other });
  const answer = answerTo(desk, question.id);
  if (answer?.kind === 'leave-out') return { ...staged, status: 'left-out', write: null };
  if (answer?.kind === 'total') {
    // Neither is written of what a formula gives.
    if (staged.status === 'derived') return staged;
    if (answer.take === 'sum') return taken;
    if (answer.take === 'other') return otherTaken ?? taken;
    return { ...staged, note: join(staged.note, `各分项相加是 ${sum.sum}，按表里写的取`) };
  }
  const problem = { code: 'import-total-differs', stated, sum: sum.sum } as const;
  return { ...staged, status: 'total', question: desk.questions.ask(question), problem, write: null };
}

function questionOf(
  desk: Desk,
  staged: StagedCell,
  { stated, sum, other }: Difference,
): Extract<ImportQuestion, { readonly kind: 'total' }> {
  const cell = referenceOf(desk, sum.addition.total);
  const hints = [textHint(sum.addition), textHint(other?.addition ?? null), unknownHint(sum)];
  return {
    kind: 'total',
    id: `total:${cell}`,
    cell,
    text: labelOf(staged),
    stated,
    sum: sum.sum,
    of: sum.addition.of,
    other: other && other.sum !== sum.sum ? other.sum : null,
    hint: [...new Set(hints.filter((hint) => hint !== null))].join('') || null,
  };
}

/** A program leaves text out of a sum, also where a person sees a number. */
function textHint(addition: Addition | null): string | null {
  if (!addition || addition.total.cell.kind === 'text') return null;
  const texts = addition.parts.flatMap(({ cell, row, column }) =>
    cell.kind === 'text' && readText(cell.text).kind === 'number'
      ? [`${shortReference(row, column)}“${cell.text.trim()}”`]
      : [],
  );
  if (texts.length === 0) return null;
  const rest = texts.length > 5 ? ` 等 ${texts.length} 格` : '';
  return `${texts.slice(0, 5).join('、')}${rest}是文字，Excel 求和时不计入。`;
}

function unknownHint({ unknown }: PartialSum): string | null {
  return unknown.length === 0 ? null : `${listed(unknown)} 没有确定的数，没有加进去。`;
}

/** Whether the cell's own formula adds up rows or columns; null where it says neither. */
export function directionOf({ cell, row, column }: Place): Addition['of'] | null {
  const formula = cell.kind === 'number' || cell.kind === 'uncomputed' ? cell.formula : null;
  const references = [...(formula ?? '').toUpperCase().matchAll(/\$?([A-Z]{1,3})\$?(\d+)/g)];
  if (references.length === 0) return null;
  const own = /^([A-Z]+)(\d+)$/.exec(shortReference(row, column)) ?? [];
  if (references.every(([, letters]) => letters === own[1])) return 'rows';
  return references.every(([, , digits]) => digits === own[2]) ? 'columns' : null;
}

/** The first few cells by name. */
export function listed(places: readonly Place[]): string {
  const names = places.slice(0, 5).map(({ row, column }) => shortReference(row, column));
  return `${names.join('、')}${places.length > names.length ? ` 等 ${places.length} 格` : ''}`;
}

/** Within one sheet its name says nothing new. */
function shortReference(row: number, column: number): string {
  return cellReference({ name: '' }, row, column);
}

export function labelOf({ region, indicator }: StagedCell): string {
  return [region, indicator].filter((name) => name !== '').join(' · ');
}

export function join(one: string | null, other: string): string {
  return one === null ? other : `${one}；${other}`;
}
