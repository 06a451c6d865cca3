import { aligned, subtractNumbers } from '../formula/arithmetic.ts';
import type { Checked } from '../formula/checked.ts';
import type { NumberValue } from '../quantity.ts';
import { printedDecimals, printRounded } from '../rounding.ts';
import { isPercent } from '../unit.ts';
import type { AppliedRule } from './apply-rules.ts';
import { Describer } from './describe.ts';
import { type Comparison, type ComparisonExpression, isComparison, opposite } from './judge.ts';
import type { Reading } from './reading.ts';

const signs: Readonly<Record<Comparison, string>> = { '=': '=', '<>': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' };

/** Past this many decimal places numbers that differ are left to print alike. */
const mostDecimals = 12;

function printWith(quantity: NumberValue, decimals: number): string {
  return printRounded(quantity.value, decimals) + quantity.unit.symbol;
}

function ownDecimals(quantity: NumberValue): number {
  return printedDecimals(quantity, quantity.decimals);
}

/** `差100人`; 百分点 between rates. It gains decimals rather than print 0; empty when the sides are equal. */
function differenceText(left: NumberValue, right: NumberValue): string {
  const signed = subtractNumbers(left, right);
  if (signed.value.n === 0n) return '';
  const difference = { ...signed, value: signed.value.abs() };
  let decimals = ownDecimals(difference);
  while (decimals < mostDecimals && Number(printRounded(difference.value, decimals)) === 0) decimals += 1;
  return `，差${printWith(difference, decimals)}`;
}

/** Decimal places that unequal amounts gain when they would print alike. */
function gainedDecimals(left: NumberValue, right: NumberValue): number {
  if (isPercent(left.unit) || left.unit.exponent !== right.unit.exponent || left.value.equals(right.value)) return 0;
  let gained = 0;
  const alike = () => {
    const decimals = Math.max(left.decimals, right.decimals) + gained;
    return decimals < mostDecimals && printRounded(left.value, decimals) === printRounded(right.value, decimals);
  };
  while (alike()) gained += 1;
  return gained;
}

/** One side with its value: `小学在校生12800人`, `公办9211人 + 民办3489人 = 12700人`. */
function sideText(expression: Checked, value: NumberValue, { describer, gained }: SideContext): string {
  const label = describer.label(expression);
  const printed = printWith(value, ownDecimals(value) + gained);
  if (label === null) return `${describer.computation(expression)} = ${printed}`;
  return gained > 0 || expression.kind === 'constant' ? label + printed : describer.computation(expression);
}

interface SideContext {
  readonly describer: Describer;
  readonly gained: number;
}

/** `小学在校生12800人 ≠ 公办9211人 + 民办3489人 = 12700人，差100人` */
function comparisonText({ operator, left, right }: ComparisonExpression, reading: Reading): string | null {
  const [a, b] = [reading.evaluate(left), reading.evaluate(right)];
  if (a.kind !== 'number' || b.kind !== 'number') return null;
  const [one, other] = aligned(a, b);
  const context = { describer: new Describer(reading), gained: gainedDecimals(one, other) };
  const sides = [sideText(left, one, context), sideText(right, other, context)];
  return sides.join(` ${signs[opposite[operator]]} `) + differenceText(one, other);
}

/** Why a rule is broken at the reading's place, in words and numbers that a reader can follow. */
export function explainBroken({ rule, condition, hint }: AppliedRule, reading: Reading): string {
  const { region, period } = reading.place;
  const compared = isComparison(condition) ? comparisonText(condition, reading) : null;
  if (compared !== null) return `${region.name}${period.label}：${compared}`;
  const operands = new Describer(reading).operands(condition);
  const message = (hint === '' ? rule.name : hint).replace(/。$/, '');
  return `${region.name}${period.label}：${message}（${operands.join('，')}）`;
}
