import { Fraction } from 'fraction.js';
import {
  convert,
  inBaseUnits,
  mergeMissing,
  missingValue,
  type NumberValue,
  numberValue,
  type Quantity,
  withNumber,
  withRemarks,
} from '../quantity.ts';
import { asPrinted, exactDecimals } from '../rounding.ts';
import {
  isPercent,
  plainNumber,
  type Unit,
  unitOfDifference,
  unitOfProduct,
  unitOfQuotient,
  unitOfSum,
} from '../unit.ts';

/** Decimal places of a quotient or share unless a format says otherwise. */
export const defaultDecimals = 2;

/** Applies `compute` to two numbers; a missing operand makes the result missing, and remarks go along. */
export function combine(
  left: Quantity,
  right: Quantity,
  compute: (left: NumberValue, right: NumberValue) => Quantity,
): Quantity {
  const missing = mergeMissing([left, right].filter((operand) => operand.kind === 'missing'));
  if (missing) return missing;
  if (left.kind !== 'number' || right.kind !== 'number') throw new Error('neither a number nor missing');
  const result = compute(left, right);
  return result.kind === 'number' ? withRemarks(result, [...left.remarks, ...right.remarks]) : result;
}

/** A constant without a unit takes the unit of what it stands beside: `随迁子女人数 > 50000`. */
function withUnitOf(literal: NumberValue, other: NumberValue): NumberValue {
  return literal.literal ? { ...literal, unit: other.unit } : literal;
}

/** Both in units that fit: a bare number takes the other's. */
export function aligned(left: NumberValue, right: NumberValue): readonly [NumberValue, NumberValue] {
  return [withUnitOf(left, right), withUnitOf(right, left)];
}

/** The unit whose mismatch the checker has refused already; reaching the fallback is a bug in the checker. */
function checkedUnit(result: { readonly ok: boolean; readonly value?: Unit }): Unit {
  if (result.value === undefined) throw new Error('units were not checked');
  return result.value;
}

export function addNumbers(rawLeft: NumberValue, rawRight: NumberValue): NumberValue {
  const [left, right] = aligned(rawLeft, rawRight);
  const unit = checkedUnit(unitOfSum(left.unit, right.unit));
  const addend = right.unit.dimension === left.unit.dimension ? convert(right, left.unit) : right.value;
  const sum = numberValue(left.value.add(addend), unit, Math.max(left.decimals, right.decimals));
  return { ...sum, literal: left.literal && right.literal };
}

/**
 * Difference. Two percentages differ by 百分点, computed from the printed values, so that a reader with a pocket
 * calculator agrees (design §6).
 */
export function subtractNumbers(rawLeft: NumberValue, rawRight: NumberValue): NumberValue {
  const [left, right] = aligned(rawLeft, rawRight);
  const unit = checkedUnit(unitOfDifference(left.unit, right.unit));
  const decimals = Math.max(left.decimals, right.decimals);
  if (isPercent(left.unit) && isPercent(right.unit)) {
    const value = asPrinted(left).sub(asPrinted(right));
    return numberValue(value, unit, Math.max(decimals, exactDecimals(value) ?? decimals));
  }
  const subtrahend = right.unit.dimension === left.unit.dimension ? convert(right, left.unit) : right.value;
  const difference = numberValue(left.value.sub(subtrahend), unit, decimals);
  return { ...difference, literal: left.literal && right.literal };
}

/** Difference of two numbers that both stand in print: rounded first, then subtracted. */
export function subtractPrinted(left: NumberValue, right: NumberValue): NumberValue {
  return subtractNumbers(withNumber(left, asPrinted(left)), withNumber(right, asPrinted(right)));
}

/** Difference of the exact values (按原始值). */
export function subtractExact(left: NumberValue, right: NumberValue): NumberValue {
  const unit = checkedUnit(unitOfDifference(left.unit, right.unit));
  const subtrahend = right.unit.dimension === left.unit.dimension ? convert(right, left.unit) : right.value;
  return numberValue(left.value.sub(subtrahend), unit, Math.max(left.decimals, right.decimals));
}

export function multiplyNumbers(left: NumberValue, right: NumberValue): NumberValue {
  const unit = unitOfProduct(left.unit, right.unit);
  const value = inBaseUnits(left).mul(inBaseUnits(right));
  const inUnit = numberValue(value, { ...unit, exponent: 0 }, 0);
  const product = convert(inUnit, unit);
  const decimals = Math.min(defaultDecimals, exactDecimals(product) ?? defaultDecimals);
  return { ...numberValue(product, unit, decimals), literal: left.literal && right.literal };
}

export function divideNumbers(left: NumberValue, right: NumberValue): Quantity {
  if (right.value.n === 0n) return missingValue('分母为零');
  const unit = unitOfQuotient(left.unit, right.unit);
  const quotient = numberValue(inBaseUnits(left).div(inBaseUnits(right)), { ...unit, exponent: 0 }, 0);
  return { ...numberValue(convert(quotient, unit), unit, defaultDecimals), literal: left.literal && right.literal };
}

/**
 * −1, 0 or 1. Amounts compare exactly; rates compare as they print, so that a sentence that says 已达到80% never stands
 * beside a rate that prints below it, nor the other way round.
 */
export function compareNumbers(rawLeft: NumberValue, rawRight: NumberValue): number {
  const [left, right] = aligned(rawLeft, rawRight);
  if (isPercent(left.unit) && isPercent(right.unit)) return asPrinted(left).compare(asPrinted(right));
  return inBaseUnits(left).compare(inBaseUnits(right));
}

/** The share of `part` in `whole` as a percentage, exact. */
export function shareOf(part: NumberValue, whole: NumberValue, unit: Unit): Quantity {
  if (whole.value.n === 0n) return missingValue('分母为零');
  const ratio = numberValue(inBaseUnits(part).div(inBaseUnits(whole)), plainNumber, 0);
  return numberValue(convert(ratio, unit), unit, defaultDecimals);
}

/** −1, 0 or 1 by the exact values of one dimension, whatever they print as. */
export function compareExactly(left: NumberValue, right: NumberValue): number {
  if (left.unit.exponent === right.unit.exponent) return left.value.compare(right.value);
  return inBaseUnits(left).compare(inBaseUnits(right));
}

/**
 * Sum of values of one unit. Numerators over the same denominator are added first: thousands of members cost one
 * fraction.
 */
export function sumOf(values: readonly NumberValue[]): NumberValue {
  const [first] = values;
  if (first === undefined) throw new Error('a sum of nothing');
  const numerators = new Map<bigint, bigint>();
  let decimals = 0;
  for (const { value, decimals: own } of values) {
    numerators.set(value.d, (numerators.get(value.d) ?? 0n) + value.s * value.n);
    decimals = Math.max(decimals, own);
  }
  let sum = new Fraction(0);
  for (const [denominator, numerator] of numerators) sum = sum.add(new Fraction(numerator, denominator));
  return numberValue(sum, first.unit, decimals);
}
