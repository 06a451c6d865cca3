import type { Fraction } from 'fraction.js';
import { Fraction as Exact } from 'fraction.js';
import { printRounded } from '../../figures/rounding.ts';
import { decimalsOf, type NumberMention } from '../reading/read-numbers.ts';

/** The value in the unit and with the decimals of a number of the text: 0.9832402… like `98.32%` → `98.32%`. */
export function printLike(value: Fraction, model: NumberMention, decimals = decimalsOf(model)): string {
  return printRounded(value.div(new Exact(10).pow(model.exponent)), decimals) + model.unit;
}

/** The number as it stands in the text, with its unit: 65097人. */
export function printMention({ digits, unit }: NumberMention): string {
  return digits + unit;
}

/** 122+32+22 */
export function printSum(numbers: readonly NumberMention[]): string {
  const units = new Set(numbers.map(({ unit }) => unit));
  return numbers.map(({ digits, unit }) => (units.size === 1 ? digits : digits + unit)).join('+');
}
