import type { Fraction } from 'fraction.js';
import { chineseCount } from '../chinese-numeral.ts';
import type { NumberValue, Value } from '../quantity.ts';
import { asPrinted, exactDecimals, printedDecimals, printQuantity, printRounded } from '../rounding.ts';
import { rankUnit } from '../unit.ts';
import type { Step } from './step.ts';

/** Numbers of a working: exact, never a float. */

/** A value that ends within so many places beyond the printed ones is written in full. */
const placesBeyondPrinted = 4;

/** Places of a value that does not end: at least these, and two beyond the printed ones, so that rounding can be followed. */
const leastPlaces = 4;

/** Digits that a value below one keeps after its zeros: a working never divides by 0.0000…. */
const leastDigits = 3;

/** How many zeros follow the point of a value below one. */
function leadingZeros(value: Fraction): number {
  if (value.n === 0n || value.n >= value.d) return 0;
  return (value.d / value.n).toString().length - 1;
}

function cut(value: Fraction, places: number): string {
  const digits = ((value.n * 10n ** BigInt(places)) / value.d).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  return `${value.s < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}…`;
}

/** The number in full where it ends, else cut: 15508, 80.7604…. */
export function writeNumber(quantity: NumberValue): string {
  const { value } = quantity;
  const printed = printedDecimals(quantity, quantity.decimals);
  const exact = exactDecimals(value);
  const places = Math.max(leastPlaces, printed + 2, leadingZeros(value) + leastDigits);
  if (exact !== null && exact <= Math.max(places, printed + placesBeyondPrinted)) return printRounded(value, exact);
  return cut(value, places);
}

/** The number with its unit, as exact as `writeNumber`: 80.7604…%. */
export function writeQuantity(quantity: NumberValue): string {
  if (quantity.unit.dimension === rankUnit.dimension) return `第${writeNumber(quantity)}位`;
  return writeNumber(quantity) + (quantity.literal ? '' : quantity.unit.symbol);
}

/** 十, 百, 千, 万, 十万, …: the place that rounding to tens, hundreds, … keeps. */
const wholePlaces = ['', '十', '百', '千', '万', '十万', '百万', '千万', '亿'];

/** How many places a rounding keeps, in words; below zero to tens, hundreds, …. */
export function roundingRule(places: number): string {
  if (places < 0) return `四舍五入到${wholePlaces[-places]}位`;
  return places === 0 ? '四舍五入取整数' : `四舍五入保留${chineseCount(places)}位小数`;
}

/** The rounding of a value to what is printed of it; none when that changes nothing. */
export function roundingSteps(quantity: NumberValue): readonly Step[] {
  if (asPrinted(quantity).equals(quantity.value)) return [];
  const rule = roundingRule(printedDecimals(quantity, quantity.decimals));
  return [{ kind: 'rounding', exact: writeQuantity(quantity), rounded: printQuantity(quantity), rule }];
}

/** The values of operands that the checker knows to be numbers, of a call that gave a value. */
export function numbersOf(values: readonly Value[]): readonly NumberValue[] {
  return values.map(numberOf);
}

export function numberOf(value: Value | undefined): NumberValue {
  if (value?.kind !== 'number') throw new Error('not a number');
  return value;
}
