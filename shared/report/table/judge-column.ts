import { Fraction } from 'fraction.js';
import { powerOfTen } from '../../figures/quantity.ts';
import { isPercent } from '../../figures/unit.ts';
import type { ReportScope } from '../scope.ts';
import { type NumberCell, placesOf, printedSum } from './cells.ts';
import type { TableColumn } from './columns.ts';
import { isAmount, shareOneWhole } from './parts-of-whole.ts';

/** What the parts of a column come to, by their exact values and in print. */
export type Verdict =
  | { readonly kind: 'fine' }
  /** Exactly the total, but not in print. `of100`: shares of one whole without a total beside them. */
  | { readonly kind: 'rounded'; readonly target: string; readonly of100: boolean }
  /** The parts of a whole that do not make it up. */
  | { readonly kind: 'differs'; readonly sum: Fraction; readonly total: NumberCell };

const fine: Verdict = { kind: 'fine' };
const hundred = new Fraction(100);

function isAlike({ unit: a }: NumberCell, { unit: b }: NumberCell): boolean {
  return a.dimension === b.dimension && a.exponent === b.exponent;
}

/** Whether the printed numbers differ from the total by no more than rounding can do. */
function isNear(difference: Fraction, cells: readonly NumberCell[]): boolean {
  const halves = cells.map(({ decimal }) => powerOfTen(-placesOf(decimal ?? '')).div(2));
  return difference.abs().lte(halves.reduce((sum, half) => sum.add(half), new Fraction(0)));
}

function exactSum(cells: readonly NumberCell[]): Fraction {
  return cells.reduce((sum, { exact }) => sum.add(exact), new Fraction(0));
}

/** Only parts of one whole must make it up: rates of each row, averages and numbers set by hand are left alone. */
function mustAddUp({ parts, isComplete }: TableColumn, total: NumberCell, report: ReportScope): boolean {
  const cells = [...parts, total];
  if (!isComplete || cells.some(({ byHand, value }) => byHand || value.remarks.length > 0)) return false;
  const figures = cells.map(({ figure }) => figure);
  if (isPercent(total.unit)) return shareOneWhole(figures, report);
  return figures.every((figure) => isAmount(figure, report.language));
}

function judgeShares({ parts }: TableColumn, report: ReportScope): Verdict {
  const figures = parts.map(({ figure }) => figure);
  if (!parts.every(({ unit }) => isPercent(unit)) || !shareOneWhole(figures, report)) return fine;
  const printed = printedSum(parts);
  if (printed === null || printed.equals(hundred) || !exactSum(parts).equals(hundred)) return fine;
  return { kind: 'rounded', target: '100', of100: true };
}

/** Judges one column of figures of a table. */
export function judgeColumn(column: TableColumn, report: ReportScope): Verdict {
  const { parts, total } = column;
  if (total === null) return judgeShares(column, report);
  if (!parts.every((part) => isAlike(part, total))) return fine;
  const printed = printedSum(parts);
  const difference = printed === null || total.decimal === null ? null : printed.sub(total.decimal);
  // Exact sums of many rates are costly, and those that are far off in print cannot be equal.
  const mayBeRounded = difference !== null && difference.n !== 0n && isNear(difference, [...parts, total]);
  const isJudged = mustAddUp(column, total, report);
  if (!mayBeRounded && !isJudged) return fine;
  const sum = exactSum(parts);
  if (!sum.equals(total.exact)) return isJudged ? { kind: 'differs', sum, total } : fine;
  if (difference === null || difference.n === 0n || total.decimal === null) return fine;
  return { kind: 'rounded', target: total.decimal, of100: false };
}
