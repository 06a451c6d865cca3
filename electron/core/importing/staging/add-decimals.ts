import { tidyDecimal } from '../../../../shared/reading/decimal-text.ts';

/** The exact sum of decimals. */
export function addDecimals(decimals: readonly string[]): string {
  const places = decimals.reduce((most, decimal) => Math.max(most, placesOf(decimal)), 0);
  const sum = decimals.reduce(
    (total, decimal) => total + BigInt(decimal.replace('.', '') + '0'.repeat(places - placesOf(decimal))),
    0n,
  );
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0');
  const at = digits.length - places;
  return tidyDecimal(`${sum < 0n ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`);
}

function placesOf(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}
