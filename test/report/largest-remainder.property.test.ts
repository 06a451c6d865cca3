import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { printRounded } from '../../shared/figures/rounding.ts';
import { apportion, type RoundedPart } from '../../shared/report/table/largest-remainder.ts';
import { propertyRuns } from '../support/property-runs.ts';

const zero = new Fraction(0);
const sumOf = (values: readonly (Fraction | string)[]) => values.reduce((sum: Fraction, value) => sum.add(value), zero);

function roundedAt(places: number): (exact: Fraction) => RoundedPart {
  return (exact) => ({ exact, decimal: printRounded(exact, places), isFixed: false });
}

/** Every part prints as one of the two numbers next to it, and nothing moves that need not. */
function expectNear(parts: readonly RoundedPart[], printed: readonly string[], places: number): void {
  const unit = new Fraction(1).div(10n ** BigInt(places));
  for (const [at, { exact, decimal }] of parts.entries()) {
    const text = printed[at] ?? '';
    expect(new Fraction(text).sub(exact).abs().lt(unit)).toBe(true);
    expect(new Fraction(text).sub(decimal).abs().lte(unit)).toBe(true);
    const isKept = exact.equals(decimal) && text === decimal;
    expect(isKept || text.split('.')[1]?.length === places || (places === 0 && !text.includes('.'))).toBe(true);
  }
}

const amounts = fc.array(fc.tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.integer({ min: 1, max: 997 })), {
  minLength: 1,
  maxLength: 30,
});

test('parts of any amount print so that they add up to the printed total, none a unit or more from its exact value', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 6 }), (made, places) => {
      const parts = made.map(([n, d]) => new Fraction(n, d)).map(roundedAt(places));
      const total = printRounded(sumOf(parts.map(({ exact }) => exact)), places);
      const printed = apportion(parts, { decimal: total, isPercent: false }) ?? parts.map(({ decimal }) => decimal);
      expect(sumOf(printed).equals(total)).toBe(true);
      expectNear(parts, printed, places);
    }),
    propertyRuns,
  );
});

/** As a percentage prints: without decimals when it is whole. */
function percentage(exact: Fraction, places: number): RoundedPart {
  return roundedAt(exact.d === 1n ? 0 : places)(exact);
}

test('shares of one whole print so that they add up to 100, none of them as 0 or 100', () => {
  const counts = fc.array(fc.bigInt({ min: 1n, max: 1000n }), { minLength: 2, maxLength: 40 });
  let [tried, moved] = [0, 0];
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 4 }), (people, places) => {
      const all = people.reduce((sum, each) => sum + each, 0n);
      const parts = people.map((each) => percentage(new Fraction(each * 100n, all), places));
      const unit = new Fraction(1).div(10n ** BigInt(places));
      // Below one unit of the last place a share gains places, or is printed as one unit whatever the others leave.
      fc.pre(parts.every(({ exact }) => exact.gte(unit) && exact.lte(new Fraction(100).sub(unit))));
      tried += 1;
      if (sumOf(parts.map(({ decimal }) => decimal)).equals(100)) return;
      moved += 1;
      const printed = apportion(parts, { decimal: '100', isPercent: true }) ?? [];
      expect(sumOf(printed).equals(100)).toBe(true);
      expectNear(parts, printed, places);
    }),
    propertyRuns,
  );
  expect(moved).toBeGreaterThan(tried / 4);
});

test('a share too small to be printed as nothing keeps its unit, and another gives way', () => {
  const parts = ['0.006', '33.328', '33.333', '33.333'].map((text) => percentage(new Fraction(text), 2));
  expect(apportion(parts, { decimal: '100', isPercent: true })).toEqual(['0.01', '33.33', '33.33', '33.33']);
  const many = [...Array.from({ length: 9 }, () => '0.006'), '99.946'].map((text) => percentage(new Fraction(text), 2));
  expect(apportion(many, { decimal: '100', isPercent: true })).toBeNull();
});

test.each([
  ['33.33 three times: the first of three equals', ['100/3', '100/3', '100/3'], ['33.34', '33.33', '33.33']],
  ['the largest remainder', ['12200/179', '3200/179', '2500/179'], ['68.15', '17.88', '13.97']],
  ['of equal remainders the larger value', ['10.005', '20.005', '69.99'], ['10.00', '20.01', '69.99']],
])('one unit goes to %s', (_, exact, expected) => {
  const parts = exact.map((text) => roundedAt(2)(new Fraction(text)));
  expect(apportion(parts, { decimal: '100', isPercent: true })).toEqual(expected);
});

test('a part set by hand keeps its number, and what cannot be reached by one unit each is left alone', () => {
  const parts = ['100/3', '100/3', '100/3'].map((text) => roundedAt(2)(new Fraction(text)));
  const byHand = (decimal: string) => parts.map((part, at) => (at === 1 ? { ...part, decimal, isFixed: true } : part));
  expect(apportion(byHand('33.34'), { decimal: '100', isPercent: true })).toEqual(['33.33', '33.34', '33.33']);
  expect(apportion(byHand('33.32'), { decimal: '100', isPercent: true })).toEqual(['33.34', '33.32', '33.34']);
  expect(apportion(byHand('33.31'), { decimal: '100', isPercent: true })).toBeNull();
  expect(apportion(byHand('33.4'), { decimal: '100', isPercent: true })).toBeNull();
});
