import { Fraction } from 'fraction.js';

/**
 * Every value that a printed number may stand for: x with d decimals stands for [x − ½·10⁻ᵈ, x + ½·10⁻ᵈ]. Sums and shares
 * of rounded numbers agree when their intervals meet (GB/T 8170 rounds half up or to even; both ends are let in).
 */
export interface Interval {
  readonly low: Fraction;
  readonly high: Fraction;
}

export function exactly(value: Fraction): Interval {
  return { low: value, high: value };
}

export function meets(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}

export function plus(a: Interval, b: Interval): Interval {
  return { low: a.low.add(b.low), high: a.high.add(b.high) };
}

export function minus(a: Interval, b: Interval): Interval {
  return { low: a.low.sub(b.high), high: a.high.sub(b.low) };
}

/** Product of amounts that are not negative. */
export function times(a: Interval, b: Interval): Interval {
  return { low: a.low.mul(b.low), high: a.high.mul(b.high) };
}

/** Quotient of amounts that are not negative; null when the divisor may be zero. */
export function over(a: Interval, b: Interval): Interval | null {
  return b.low.lte(0) ? null : { low: a.low.div(b.high), high: a.high.div(b.low) };
}

/** The amount without its sign. */
export function size(a: Interval): Interval {
  if (a.low.gte(0)) return a;
  const [low, high] = [a.high.neg(), a.low.neg()];
  return high.lte(0) || low.gte(0) ? { low, high } : { low: new Fraction(0), high: high.gt(a.high) ? high : a.high };
}

export function sum(values: readonly Interval[]): Interval {
  const [first, ...rest] = values;
  return first === undefined ? exactly(new Fraction(0)) : rest.reduce(plus, first);
}
