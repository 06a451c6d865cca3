import { Fraction } from 'fraction.js';
import { printRounded } from '../../figures/rounding.ts';
import { isPercent, percentagePoint } from '../../figures/unit.ts';
import type { TableBlock } from '../document.ts';
import type { Figure, Figures } from '../figure.ts';
import type { ReportScope } from '../scope.ts';
import { placesOf } from './cells.ts';
import { type Part, readColumns, type TableColumn } from './columns.ts';
import { judgeColumn, type Verdict } from './judge-column.ts';
import { apportion } from './largest-remainder.ts';

type Rounded = Extract<Verdict, { kind: 'rounded' }>;
type Differing = Extract<Verdict, { kind: 'differs' }>;

/** A cell that prints other than rounded, so that its column adds up. */
interface Move {
  readonly column: TableColumn;
  readonly part: Part;
  readonly decimal: string;
}

export interface TableCheck {
  /** What stands below the table. */
  readonly notes: readonly string[];
  readonly findings: readonly { readonly figureId: string; readonly message: string }[];
  /** Figures that 补差 has moved. */
  readonly figures: readonly Figure[];
}

/** Cells named in the note before it counts them instead. */
const mostNamed = 4;

/** Null when the printed numbers cannot be made to add up by one unit of the last place each. */
function balance(column: TableColumn, { target }: Rounded): readonly Move[] | null {
  const parts = column.parts.map(({ exact, decimal, byHand, figure }) => ({
    exact,
    decimal: decimal ?? '',
    isFixed: byHand || decimal === null || !figure.printed.text.startsWith(decimal),
  }));
  const unit = column.parts[0]?.unit;
  const decimals = apportion(parts, { decimal: target, isPercent: unit !== undefined && isPercent(unit) });
  if (decimals === null) return null;
  return column.parts.flatMap((part, at) => {
    const decimal = decimals[at] ?? part.decimal;
    return decimal === null || decimal === part.decimal ? [] : [{ column, part, decimal }];
  });
}

function moveFigure({ part: { figure, decimal: before }, decimal }: Move): Figure {
  const text = decimal + figure.printed.text.slice(before?.length ?? 0);
  return { ...figure, printed: { ...figure.printed, text, decimal } };
}

function sumName(verdicts: readonly Rounded[]): string {
  return verdicts.every(({ of100 }) => of100) ? '100%' : '合计';
}

function roundingNote(verdicts: readonly Rounded[]): readonly string[] {
  return verdicts.length === 0 ? [] : [`注：因四舍五入，分项之和可能不等于${sumName(verdicts)}。`];
}

function balanceNote(moves: readonly Move[], verdicts: readonly Rounded[]): readonly string[] {
  if (moves.length === 0) return [];
  const isOneColumn = new Set(moves.map(({ column }) => column)).size === 1;
  const named = moves.slice(0, mostNamed).map(({ column, part: { row, decimal: before, unit }, decimal }) => {
    const item = isOneColumn ? `“${row}”一项` : `“${row}”的“${column.name}”`;
    return `${item}由${before}${unit.symbol}调整为${decimal}${unit.symbol}`;
  });
  const more = moves.length > mostNamed ? `等${moves.length}项` : '';
  return [`注：为使各项之和等于${sumName(verdicts)}，${named.join('、')}${more}（最大余数法）。`];
}

/** Past this many decimal places a difference is told as it comes. */
const mostPlaces = 12;

/** Sum, total and difference with as many places as it takes for the printed three to agree and to show it. */
function printDifference({ parts }: TableColumn, { sum, total }: Differing): readonly [string, string, string] {
  const difference = sum.sub(total.exact).abs();
  let places = Math.max(...[...parts, total].map(({ decimal }) => placesOf(decimal ?? '')));
  for (; ; places += 1) {
    const [left, right, between] = [sum, total.exact, difference].map((value) => printRounded(value, places));
    if (left === undefined || right === undefined || between === undefined)
      throw new Error('three numbers print three');
    const shown = new Fraction(left).sub(right).abs();
    if ((shown.n !== 0n && shown.equals(between)) || places >= mostPlaces) return [left, right, between];
  }
}

function describeDifference(column: TableColumn, verdict: Differing, table: string): string {
  const [sum, total, difference] = printDifference(column, verdict);
  const { unit } = verdict.total;
  const apart = difference + (isPercent(unit) ? percentagePoint : unit).symbol;
  const numbers = `各行相加是${sum}${unit.symbol}，合计是${total}${unit.symbol}，相差${apart}`;
  return `${table}的“${column.name}”一列，${numbers}。请核对各行和合计的数据，或合计的算式。`;
}

/** Whether the columns of a table add up, exactly and in print; what a reader must be told, and what 补差 moves. */
export function checkTable(
  block: TableBlock,
  table: string,
  context: { readonly figures: Figures; readonly report: ReportScope },
): TableCheck {
  const findings: TableCheck['findings'][number][] = [];
  const open: Rounded[] = [];
  const balanced: Rounded[] = [];
  const moves: Move[] = [];
  for (const column of readColumns(block, context.figures)) {
    const verdict = judgeColumn(column, context.report);
    if (verdict.kind === 'differs') {
      const message = describeDifference(column, verdict, table);
      findings.push({ figureId: verdict.total.figure.attributes.id, message });
    }
    if (verdict.kind !== 'rounded') continue;
    const own = block.attrs.balance === undefined ? null : balance(column, verdict);
    (own === null ? open : balanced).push(verdict);
    moves.push(...(own ?? []));
  }
  const notes = [...roundingNote(open), ...balanceNote(moves, balanced)];
  return { notes, findings, figures: moves.map(moveFigure) };
}
