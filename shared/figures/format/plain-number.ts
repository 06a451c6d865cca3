import type { Fraction } from 'fraction.js';
import { differenceOf } from '../functions/change.ts';
import { convert, type NumberValue } from '../quantity.ts';
import { exactDecimals, printedDecimals, printRounded } from '../rounding.ts';
import { isPercent, rankUnit, type Unit } from '../unit.ts';
import type { Format, Phrase } from './wording.ts';

/** The same amount in the unit that a format asks for. */
export function inUnit(quantity: NumberValue, unit: Unit | null): NumberValue {
  if (unit === null || unit.dimension !== quantity.unit.dimension || unit.exponent === quantity.unit.exponent) {
    return quantity;
  }
  // A larger unit and a percentage keep at least two places; a smaller unit drops those that the shift has used up.
  const shift = unit.exponent - quantity.unit.exponent;
  const keepsPlaces = shift > 0 || isPercent(unit);
  const decimals = keepsPlaces ? Math.max(2, quantity.decimals) : Math.max(0, quantity.decimals + shift);
  return { ...quantity, value: convert(quantity, unit), unit, decimals };
}

function inOwnFormat(quantity: NumberValue, format: Format): NumberValue {
  const converted = inUnit(quantity, format.unit);
  return { ...converted, decimals: format.decimals ?? converted.decimals };
}

/**
 * The quantity in the unit and with the decimals that the format asks for. A difference of printed numbers is taken anew
 * from both as they print in this format: 80.7 − 78.3 = 2.4, though 80.74 − 78.26 = 2.48 would print 2.5.
 */
export function inFormat(quantity: NumberValue, format: Format): NumberValue {
  const shown = inOwnFormat(quantity, format);
  const { movement } = quantity;
  if (movement === null || movement.kind === 'growth' || movement.exact) return shown;
  if (format.decimals === null && shown.unit === quantity.unit) return shown;
  const now = inOwnFormat(movement.now, format);
  const difference = differenceOf(now, inOwnFormat(movement.base, format), false);
  // A percentage that gains places rather than print 100% lends them to its difference.
  const decimals = Math.max(shown.decimals, exactDecimals(difference.value) ?? 0);
  return { ...shown, value: difference.value, decimals };
}

/** A number as it prints without any wording: 第 + 2 + 位, 80.76 + %. */
export interface NumberParts {
  readonly prefix: string;
  readonly decimal: string;
  readonly unit: string;
}

export function numberParts(quantity: NumberValue, format: Format): NumberParts {
  const shown = inFormat(quantity, format);
  const decimal = printRounded(shown.value, printedDecimals(shown, shown.decimals));
  // What two places differ by is no place: 2位, not 第2位.
  const isPlace = shown.unit.dimension === rankUnit.dimension && shown.movement === null && !format.bare;
  return { prefix: isPlace ? '第' : '', decimal, unit: format.bare ? '' : shown.unit.symbol };
}

export function plainPhrase(quantity: NumberValue, format: Format): Phrase {
  const { prefix, decimal, unit } = numberParts(quantity, format);
  return { text: prefix + decimal + unit, decimal };
}

/** 2.5 for two and a half, 2.53, but 2.50 for 2.5023: zeros are dropped only where nothing was rounded away. */
export function printTidily(value: Fraction, most: number): string {
  return printRounded(value, Math.min(exactDecimals(value) ?? most, most));
}

/** The unit's power of ten as a word, and what is counted: 万 and 元 of 万元. */
export function unitWords(unit: Unit): { readonly scale: string; readonly name: string } {
  const isScaled = unit.exponent > 0 && unit.symbol.endsWith(unit.dimension);
  if (!isScaled) return { scale: '', name: unit.symbol };
  return { scale: unit.symbol.slice(0, unit.symbol.length - unit.dimension.length), name: unit.dimension };
}
