import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { printRounded } from '../../shared/figures/rounding.ts';
import { propertyRuns } from '../support/property-runs.ts';

test('a printed number is within half a unit of the last place, for any fraction', () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 15n), 10n ** 15n),
      fc.bigInt(1n, 10n ** 9n),
      fc.integer({ min: 0, max: 8 }),
      (n, d, places) => {
        const value = new Fraction(n, d);
        const error = new Fraction(printRounded(value, places)).sub(value).abs();
        expect(error.mul(new Fraction(10).pow(places)).lte(new Fraction(1, 2))).toBe(true);
      },
    ),
    propertyRuns,
  );
});
