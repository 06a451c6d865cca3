import { Fraction } from 'fraction.js';
import type { NumberValue } from './quantity.ts';
import { isPercent, percentagePoint } from './unit.ts';

/** Past this many decimal places a percentage is printed as it comes (a share below 0.0000000001 %). */
export const mostDecimals = 12;

/**
 * Rounds half away from zero, as Excel's ROUND and every bureau's calculator do, and writes all decimal places.
 * Exact: integers only. −0 prints as 0.
 */
export function printRounded(value: Fraction, decimals: number): string {
  const scaled = value.n * 10n ** BigInt(decimals);
  const rounded = (2n * scaled + value.d) / (2n * value.d);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = value.s < 0n && rounded !== 0n ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}

/** Decimal places needed to write the value in full; null when it never ends (1/3). */
export function exactDecimals(value: Fraction): number | null {
  let rest = value.d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** A percentage or 百分点 that is exactly whole prints without decimals: 100%, 2个百分点. */
export function isWholeRate(quantity: NumberValue): boolean {
  const { unit, value } = quantity;
  return (isPercent(unit) || unit.dimension === percentagePoint.dimension) && value.d === 1n;
}

/**
 * Decimal places a value is printed with. A percentage drops its zeros only when it is exactly whole (100%), and one
 * above 0 and below 100 gains places rather than print 0% or 100%.
 */
export function printedDecimals(quantity: NumberValue, decimals: number): number {
  const { value, unit } = quantity;
  if (isWholeRate(quantity)) return 0;
  if (!isPercent(unit)) return decimals;
  if (!(value.gt(0) && value.lt(100))) return decimals;
  let places = decimals;
  while (places < mostDecimals && /^(0|100)(\.0*)?$/.test(printRounded(value, places))) places += 1;
  return places;
}

/** The value as a reader sees it, for differences that must agree with two printed numbers. */
export function asPrinted(quantity: NumberValue): Fraction {
  return new Fraction(printRounded(quantity.value, printedDecimals(quantity, quantity.decimals)));
}

/** The number with its unit, as it prints without a format. */
export function printQuantity(quantity: NumberValue): string {
  return printRounded(quantity.value, printedDecimals(quantity, quantity.decimals)) + quantity.unit.symbol;
}

const significantDigits = 15;

/** Place of the first digit that is not zero: 2 for 80.76, 0 for 0.5, −2 for 0.005. */
function leadingPlace(value: Fraction): number {
  const whole = value.n / value.d;
  if (whole > 0n || value.n === 0n) return whole.toString().length;
  let place = 0;
  for (let rest = value.n * 10n; rest < value.d; rest *= 10n) place -= 1;
  return place;
}

/** A decimal for machines: in full when it ends within 15 significant digits, else rounded to 15. */
export function toDecimal(value: Fraction): string {
  const exact = exactDecimals(value);
  const places = Math.max(0, significantDigits - leadingPlace(value));
  if (exact !== null && exact <= places) return printRounded(value, exact);
  return printRounded(value, places);
}
