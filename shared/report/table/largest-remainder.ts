import { Fraction } from 'fraction.js';
import { powerOfTen } from '../../figures/quantity.ts';
import { printRounded } from '../../figures/rounding.ts';
import { placesOf } from './cells.ts';

/** A part that is printed rounded. */
export interface RoundedPart {
  readonly exact: Fraction;
  readonly decimal: string;
  /** It must print as it does. */
  readonly isFixed: boolean;
}

export interface Target {
  /** What the printed parts must add up to. */
  readonly decimal: string;
  /** A percentage above 0 and below 100 must print neither as 0 nor as 100. */
  readonly isPercent: boolean;
}

/** A part cut off at the last printed place, in units of that place. */
interface Cut {
  readonly at: number;
  readonly exact: Fraction;
  readonly units: bigint;
  readonly remainder: Fraction;
}

function wholeUnits(decimal: string, places: number): bigint {
  const scaled = new Fraction(decimal).mul(powerOfTen(places));
  return scaled.s * scaled.n;
}

function cutOff({ exact }: RoundedPart, at: number, places: number): Cut {
  const scaled = exact.mul(powerOfTen(places));
  const floor = scaled.floor();
  return { at, exact, units: floor.s * floor.n, remainder: scaled.sub(floor) };
}

/** Which way a percentage must go so as not to print 0% or 100%; null when both ways are open. */
function onlyWay({ exact, units }: Cut, places: number): 0n | 1n | null {
  if (!(exact.gt(0) && exact.lt(100))) return null;
  if (units === 0n) return 1n;
  return units + 1n === wholeUnits('100', places) ? 0n : null;
}

/** Larger remainder first; then the larger value, then the earlier part. */
function order(a: Cut, b: Cut): number {
  return b.remainder.compare(a.remainder) || b.exact.compare(a.exact) || a.at - b.at;
}

/**
 * 最大余数法 (Hamilton): every part is cut off at the last printed place, and the units that are then missing go to the
 * largest remainders, at most one each. Gives the printed numbers, or null when the target cannot be reached so.
 */
export function apportion(parts: readonly RoundedPart[], target: Target): readonly string[] | null {
  const movable = parts.flatMap((part, at) => (part.isFixed || part.exact.equals(part.decimal) ? [] : [at]));
  const places = placesOf(parts[movable[0] ?? -1]?.decimal ?? '');
  const isFine = (decimal: string) => placesOf(decimal) <= places;
  if (!isFine(target.decimal) || !parts.every(({ decimal }) => isFine(decimal))) return null;
  const units = parts.map(({ decimal }) => wholeUnits(decimal, places));
  const open: Cut[] = [];
  for (const at of movable) {
    const part = parts[at];
    if (part === undefined || placesOf(part.decimal) !== places) return null;
    const cut = cutOff(part, at, places);
    const way = target.isPercent ? onlyWay(cut, places) : null;
    units[at] = cut.units + (way ?? 0n);
    if (way === null) open.push(cut);
  }
  const needed = wholeUnits(target.decimal, places) - units.reduce((sum, each) => sum + each, 0n);
  if (needed < 0n || needed > BigInt(open.length)) return null;
  for (const { at, units: cut } of open.toSorted(order).slice(0, Number(needed))) units[at] = cut + 1n;
  const moves = new Set(movable);
  return parts.map(({ decimal }, at) =>
    moves.has(at) ? printRounded(new Fraction(units[at] ?? 0n).div(powerOfTen(places)), places) : decimal,
  );
}
