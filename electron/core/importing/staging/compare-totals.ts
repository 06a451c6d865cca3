import type { Indicator, Observation } from '../../../../shared/figures/catalogue.ts';
import { shiftDecimal, tidyDecimal } from '../../../../shared/reading/decimal-text.ts';
import type { Line } from '../recognised-table.ts';
import type { StagedCell, TotalComparison } from '../staged-import.ts';
import { addDecimals } from './add-decimals.ts';
import { type Desk, known, type Place, placeAt } from './place.ts';
import { type Addition, directionOf, join, labelOf, listed, type PartialSum, settleTotal } from './settle-total.ts';
import type { Lines, TableDraft } from './table-draft.ts';
import { shiftBetween } from './unit-scale.ts';

/**
 * Every stated sum beside the sum of its parts as they were read. One that differs waits for an answer; the draft's
 * cells are replaced by what became of them.
 */
export function compareTotals(desk: Desk, lines: Lines, draft: TableDraft): readonly TotalComparison[] {
  const totals: TotalComparison[] = [];
  const agreed = new Set<string>();
  const compare = (addition: Compared) => {
    const total = compareTotal(desk, { ...draft, agreed }, addition);
    if (total === null) return;
    totals.push(total);
    if (total.agrees) agreed.add(total.cell);
  };
  const isTotal = ({ sumOf, role }: Line) => sumOf.length > 0 && role !== 'left-out';
  const down = (row: Line, parts: readonly Line[]) => (column: Line) => ({
    of: 'rows' as const,
    total: placeAt(desk, row, column),
    parts: parts.map((part) => placeAt(desk, part, column)),
  });
  const across = (column: Line, parts: readonly Line[]) => (row: Line) => ({
    of: 'columns' as const,
    total: placeAt(desk, row, column),
    parts: parts.map((part) => placeAt(desk, row, part)),
  });
  const rows = new Map(lines.rows.filter(isTotal).map((row) => [row, down(row, linesAt(lines.rows, row.sumOf))]));
  const columns = new Map(
    lines.columns.filter(isTotal).map((column) => [column, across(column, linesAt(lines.columns, column.sumOf))]),
  );
  for (const [row, additionAt] of rows) {
    for (const column of lines.columns) compare({ ...additionAt(column), other: columns.get(column)?.(row) ?? null });
  }
  for (const [column, additionAt] of columns) {
    for (const row of lines.rows) compare({ ...additionAt(row), other: rows.get(row)?.(column) ?? null });
  }
  return totals;
}

function linesAt(lines: readonly Line[], indexes: readonly number[]): readonly Line[] {
  const wanted = new Set(indexes);
  return lines.filter(({ index }) => wanted.has(index));
}

interface Compared extends Addition {
  /** What the same cell adds up in the other direction; null where it ends no such line. */
  readonly other: Addition | null;
}

interface CheckedDraft extends TableDraft {
  /** Totals that a comparison has borne out. */
  readonly agreed: ReadonlySet<string>;
}

function compareTotal(desk: Desk, draft: CheckedDraft, { other, ...addition }: Compared): TotalComparison | null {
  const { total } = addition;
  const at = draft.at(total.row, total.column);
  const staged = at === undefined ? undefined : draft.cells[at];
  const claim = at === undefined ? null : draft.claims[at];
  if (at === undefined || !staged || claim?.kind !== 'value' || total.role === 'left-out') return null;
  const own = addParts(draft, addition);
  if (own === null) return null;
  const agrees = tidyDecimal(claim.decimal) === own.sum;
  if (!agrees && own.unknown.length > 0 && !exceeds(own, claim.decimal)) {
    // What the rows have borne out needs no word of the columns.
    if (staged.write !== null && !draft.agreed.has(staged.cell)) draft.cells[at] = noteIncomplete(staged, own.unknown);
    return null;
  }
  if (!agrees) {
    const beside = other && addParts(draft, other);
    const settled = settleTotal(desk, staged, { stated: claim.decimal, ...inOrder(own, beside) });
    draft.cells[at] = settled;
    draft.claims[at] = claimOf(settled);
  }
  return { cell: staged.cell, label: labelOf(staged), stated: claim.decimal, sum: own.sum, agrees };
}

/** The sum that the cell's own formula names goes first, else that of the direction in which it is one by its name. */
function inOrder(
  own: PartialSum,
  other: PartialSum | null,
): { readonly sum: PartialSum; readonly other: PartialSum | null } {
  const first = directionOf(own.addition.total) ?? 'rows';
  return other && own.addition.of !== first ? { sum: other, other: own } : { sum: own, other };
}

/** Counts do not shrink: where some of them exceed the total already, those that are wanting cannot make up for it. */
function exceeds({ sum, numbers }: PartialSum, stated: string): boolean {
  if ([sum, ...numbers].some((number) => number.startsWith('-'))) return false;
  return addDecimals([stated, sum === '0' ? '0' : `-${sum}`]).startsWith('-');
}

/** A sum that waits is no part that other sums could be checked by. */
function claimOf({ status, value }: StagedCell): Observation['cell'] | null {
  const isCertain = value !== null && (status === 'new' || status === 'changed' || status === 'same');
  return isCertain ? { kind: 'value', decimal: value } : null;
}

/** Null where adding up makes no sense: rates, averages, parts of another kind. */
function addParts(draft: TableDraft, addition: Addition): PartialSum | null {
  const { total, parts } = addition;
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
  return numbers.length + unknown.length === 0 ? null : { addition, sum: addDecimals(numbers), numbers, unknown };
}

/** A part that the catalogue lacks is taken to stand in the unit of its total. */
function shiftOf({ indicator: naming }: Place, total: Indicator): number | null {
  const indicator = known(naming);
  if (!indicator || indicator === total) return 0;
  return indicator.aggregation === '合计' ? shiftBetween(indicator.unit, total.unit) : null;
}

function noteIncomplete(staged: StagedCell, unknown: readonly Place[]): StagedCell {
  return { ...staged, note: join(staged.note, `${listed(unknown)} 没有确定的数，合计没有核对`) };
}
