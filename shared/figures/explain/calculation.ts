import { aligned } from '../formula/arithmetic.ts';
import type { NumberValue, Value } from '../quantity.ts';
import { asPrinted, printedDecimals, printRounded } from '../rounding.ts';
import { isPercent, percentagePoint, type Unit } from '../unit.ts';
import type { Step } from './step.ts';
import { roundingSteps, writeNumber, writeQuantity } from './write-number.ts';

export interface Calculation {
  readonly operands: readonly NumberValue[];
  readonly result: NumberValue;
  readonly subject?: string;
  readonly remark?: string | null;
  /** How an operand is written, without its unit; exactly, unless told. */
  readonly write?: (operand: NumberValue) => string;
}

/** Units that change what the digits mean: %, ‰, 万元, 个百分点. */
function isTelling(unit: Unit): boolean {
  return unit.exponent !== 0 || unit.dimension === percentagePoint.dimension;
}

const isScaled = ({ unit }: NumberValue) => unit.exponent > 0;

/**
 * `65097 ÷ 80605 = 80.7604…%`: units stand only where the equation would be wrong or unclear without them; once one
 * number counts in 万 or 亿, all name their units.
 */
export function calculation(
  { operands, result, subject, remark = null, write = writeNumber }: Calculation,
  compose: (texts: readonly string[]) => string,
): Step {
  const showsAll = [...operands, result].some(isScaled);
  const texts = operands.map((operand) => {
    const unit = !operand.literal && (showsAll || isTelling(operand.unit)) ? operand.unit.symbol : '';
    const text = write(operand) + unit;
    return text.startsWith('-') ? `(${text})` : text;
  });
  const isSameUnit = operands.some(({ unit }) => unit.dimension === result.unit.dimension);
  const ends = !result.literal && (showsAll || isTelling(result.unit) || !isSameUnit) ? result.unit.symbol : '';
  return {
    kind: 'calculation',
    subject: subject ?? null,
    expression: compose(texts),
    result: writeNumber(result) + ends,
    remark,
  };
}

/** The same amount in the unit that the whole has: 200元 = 0.02万元; none when it is counted in it already. */
export function conversionSteps(from: Value | undefined, to: Value): readonly Step[] {
  if (from?.kind !== 'number' || to.kind !== 'number' || from.literal || from.unit.symbol === to.unit.symbol) return [];
  const [expression, result] = [writeQuantity(from), writeQuantity(to)];
  return [{ kind: 'calculation', subject: null, expression, result, remark: '换算单位' }];
}

function writePrinted(quantity: NumberValue): string {
  return printRounded(quantity.value, printedDecimals(quantity, quantity.decimals));
}

export interface Difference {
  readonly from: NumberValue;
  readonly subtracted: NumberValue;
  readonly result: NumberValue;
  /** 按原始值: of the exact values instead of the printed ones. */
  readonly exact: boolean;
}

/** The difference of two numbers that stand in print: each is rounded first, and it is said so when that matters. */
export function differenceSteps({ from, subtracted, result, exact }: Difference): readonly Step[] {
  const operands = aligned(from, subtracted);
  const compose = ([left = '', right = '']: readonly string[]) => `${left} − ${right}`;
  const roundings = operands.flatMap(roundingSteps);
  // A percentage less a plain number is no difference of printed rates: the engine takes both exactly.
  const isMixed = isPercent(operands[0].unit) && !isPercent(operands[1].unit);
  if (roundings.length === 0 || isMixed) return [calculation({ operands, result }, compose)];
  if (exact) return [calculation({ operands, result, remark: '按原始值相减' }, compose)];
  const remark = '按印出的数相减';
  return [...roundings, calculation({ operands, result, remark, write: writePrinted }, compose)];
}

/** Both numbers as a comparison takes them: rates as they print. */
export function comparedAsPrinted(quantity: NumberValue): NumberValue {
  return { ...quantity, value: asPrinted(quantity) };
}
