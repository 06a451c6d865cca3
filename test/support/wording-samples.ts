import fc from 'fast-check';
import { Fraction } from 'fraction.js';

/** Values at and around round numbers, where words tip over, and the reading back of what was printed. */

const scales = { 万亿: 12, 亿: 8, 万: 4 } as const;

/** The first number of a text with its 万 or 亿, as an exact value in ones. */
export function numberIn(text: string): Fraction {
  const found = /(-?\d+(?:\.\d+)?)(万亿|亿|万)?/.exec(text);
  if (!found?.[1]) throw new Error(`no number in ${text}`);
  const scale = found[2] === '万亿' || found[2] === '亿' || found[2] === '万' ? scales[found[2]] : 0;
  return new Fraction(found[1]).mul(new Fraction(10).pow(scale));
}

/** A whole number of `places` decimals as a decimal text: 33226 with 2 is 332.26. */
export function decimalText(scaled: bigint, places: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const at = digits.length - places;
  const sign = scaled < 0n ? '-' : '';
  return sign + digits.slice(0, at) + (places === 0 ? '' : `.${digits.slice(at)}`);
}

const aroundRound = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 10 }), fc.integer({ min: -3, max: 3 }))
  .map(([digits, exponent, off]) => BigInt(digits) * 10n ** BigInt(exponent) + BigInt(off));

/** Whole numbers from −3 to 10¹², half of them beside a round one. */
export const counts = fc.oneof(aroundRound, fc.bigInt(0n, 10n ** 6n), fc.bigInt(0n, 10n ** 12n));

/** Two counts that are often equal or nearly so, or a multiple of one another. */
export const pairs = fc.oneof(
  fc.tuple(counts, fc.integer({ min: -3, max: 3 })).map(([count, off]) => [count, count + BigInt(off)] as const),
  fc
    .tuple(counts, fc.integer({ min: 1, max: 12 }), fc.integer({ min: -1, max: 1 }))
    .map(([count, times, off]) => [count * BigInt(times) + BigInt(off), count] as const),
  fc.tuple(counts, counts),
);

/** Percentages in ten-thousandths of a percent: at and around whole ones, halves and the ends, up to 120%. */
export const rates = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom(0, 5_000), fc.integer({ min: -60, max: 60 }))
    .map(([whole, half, off]) => BigInt(Math.max(0, whole * 10_000 + half + off))),
  fc.integer({ min: 0, max: 120 }).map((whole) => BigInt(whole * 10_000)),
  fc.bigInt(0n, 1_200_000n),
);

/** Decimal places that a format may ask for; null for none asked. */
export const askedDecimals = fc.constantFrom(null, 0, 1, 2, 3);

/** Steps of a format joined, those left out dropped. */
export function formatOf(...steps: readonly (string | null)[]): string {
  return steps.filter((step) => step !== null).join(' | ');
}

export function decimalsStep(decimals: number | null): string | null {
  return decimals === null ? null : `${decimals}位小数`;
}
