import type { NumberValue } from '../quantity.ts';
import { mostDecimals } from '../rounding.ts';
import { inFormat } from './plain-number.ts';
import { phraseOf } from './print-quantity.ts';
import type { Format } from './wording.ts';

/** The format for one number of a list, with this many decimals more than it would have alone. */
function finer(format: Format, quantity: NumberValue, more: number): Format {
  if (more === 0) return format;
  return { ...format, decimals: Math.min(mostDecimals, inFormat(quantity, format).decimals + more) };
}

/** 3% and 3.00% look different and tell a reader the same. */
function asRead(text: string): string {
  return text.replaceAll(/\.\d+/g, (places) => places.replace(/\.?0+$/, ''));
}

/**
 * How each number of one list prints: unequal ones that would look alike gain decimals, all together, until they differ
 * or more decimals would not tell them apart either.
 */
export function listFormat(numbers: readonly NumberValue[], format: Format): (quantity: NumberValue) => Format {
  const distinct = (texts: Iterable<string>) => new Set(texts).size;
  const printedWith = (more: number) =>
    distinct(numbers.map((quantity) => asRead(phraseOf(quantity, finer(format, quantity, more)).text)));
  const unequal = distinct(numbers.map(({ value, unit }) => `${value.toFraction()}/${unit.exponent}`));
  if (printedWith(0) >= unequal) return () => format;
  const reachable = Math.min(unequal, printedWith(mostDecimals));
  let more = 0;
  while (printedWith(more) < reachable) more += 1;
  return (quantity) => finer(format, quantity, more);
}
