import { aligned } from '../formula/arithmetic.ts';
import type { Checked } from '../formula/checked.ts';
import type { NumberValue } from '../quantity.ts';
import { isPercent } from '../unit.ts';
import { calculation, comparedAsPrinted, differenceSteps } from './calculation.ts';
import { signs } from './describe.ts';
import type { Step } from './step.ts';
import { roundingSteps, writeQuantity } from './write-number.ts';

export type Binary = Extract<Checked, { kind: 'binary' }>;

export interface Term {
  readonly operator: '+' | '-';
  readonly expression: Checked;
}

/** Whether both sides are simply added up: 百分点 and numbers in another unit are a step of their own. */
function isPlainSum({ operator, left, right, type }: Binary): boolean {
  if (operator !== '+' && operator !== '-') return false;
  if (type.kind !== 'number') return false;
  const { unit } = type;
  return [left.type, right.type].every(
    (side) => side.kind === 'number' && (side.literal || side.unit.symbol === unit.symbol),
  );
}

/** The terms of a sum that reads in one line: 122 + 32 + 22. */
export function termsOf(expression: Checked): readonly Term[] {
  if (expression.kind !== 'binary' || !isPlainSum(expression)) return [{ operator: '+', expression }];
  const operator = expression.operator === '-' ? '-' : '+';
  return [...termsOf(expression.left), { operator, expression: expression.right }];
}

/** A bare number beside others counts in their unit. */
function inUnitOf(result: NumberValue): (operand: NumberValue) => NumberValue {
  return (operand) => aligned(operand, result)[0];
}

/** 122 + 32 + 22 = 176 */
export function sumOfTerms(terms: readonly Term[], operands: readonly NumberValue[], result: NumberValue): Step {
  return calculation({ operands: operands.map(inUnitOf(result)), result }, (texts) =>
    texts.map((text, at) => (at === 0 ? text : `${signs[terms[at]?.operator ?? '+']} ${text}`)).join(' '),
  );
}

/** One operation of two. */
export function operationSteps(
  { operator }: Binary,
  operands: readonly NumberValue[],
  result: NumberValue,
): readonly Step[] {
  const [first, second] = operands;
  if (first === undefined || second === undefined) throw new Error('an operation of less than two');
  const isSum = operator === '+' || operator === '-';
  const [left, right] = isSum ? aligned(first, second) : [first, second];
  if (operator === '-' && isPercent(left.unit) && isPercent(right.unit))
    return differenceSteps({ from: left, subtracted: right, result, exact: false });
  return [calculation({ operands: [left, right], result }, ([a = '', b = '']) => `${a} ${signs[operator]} ${b}`)];
}

/** A comparison of rates is one of printed rates. */
export function comparisonSteps(sign: string, operands: readonly NumberValue[], holds: boolean): readonly Step[] {
  const [first, second] = operands;
  if (first === undefined || second === undefined) throw new Error('a comparison of less than two');
  const [left, right] = aligned(first, second);
  const areRates = isPercent(left.unit) && isPercent(right.unit);
  const roundings = areRates ? [left, right].flatMap(roundingSteps) : [];
  const [a, b] = areRates ? [comparedAsPrinted(left), comparedAsPrinted(right)] : [left, right];
  const how = roundings.length > 0 ? '（比例按印出的数比较）' : '';
  const statement = `${writeQuantity(a)} ${sign} ${writeQuantity(b)}${how}`;
  return [...roundings, { kind: 'judgement', statement, holds }];
}
