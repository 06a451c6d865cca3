import { assert, integer, nat, property, stringMatching } from 'fast-check';
import { expect, test } from 'vitest';
import { fromScaled, toScaled } from '../../electron/core/database/decimal.ts';
import { propertyRuns } from '../support/property-runs.ts';

test('the amount of the report is stored and read back digit for digit', () => {
  expect(toScaled('332.26', 2)).toEqual({ ok: true, value: 33226 });
  expect(fromScaled(33226, 2)).toBe('332.26');
});

test.each([
  ['1.005', 3, 1005],
  ['0.57', 2, 57],
  ['4.35', 2, 435],
  ['-0.5', 1, -5],
  ['65097', 0, 65097],
  ['332.2600', 2, 33226],
  ['007', 0, 7],
  ['-0.00', 2, 0],
  ['9999999999999.99', 2, 999_999_999_999_999],
])('%s at scale %d is %d', (decimal, scale, num) => {
  const scaled = toScaled(decimal, scale);
  expect(scaled.ok && scaled.value === num).toBe(true);
});

test.each([
  ['332.265', 2, 'too-precise'],
  ['0.1', 0, 'too-precise'],
  ['1000000000000000', 0, 'too-large'],
  ['-1000000000000', 3, 'too-large'],
  ['1e5', 0, 'unreadable'],
  ['12,800', 0, 'unreadable'],
  ['.5', 1, 'unreadable'],
  ['5.', 1, 'unreadable'],
  ['', 0, 'unreadable'],
  ['１２', 0, 'unreadable'],
])('%s at scale %d is refused as %s', (decimal, scale, problem) => {
  expect(toScaled(decimal, scale)).toEqual({ ok: false, error: problem });
});

test('every integer survives decimal and back, at every scale', () => {
  const scaled = integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 });
  assert(
    property(scaled, integer({ min: 0, max: 6 }), (num, scale) => {
      expect(toScaled(fromScaled(num, scale), scale)).toEqual({ ok: true, value: num });
    }),
    propertyRuns,
  );
});

test('every decimal that fits keeps its exact value', () => {
  const digits = (maxLength: number) => stringMatching(new RegExp(`^[0-9]{0,${maxLength}}$`));
  assert(
    property(nat(10 ** 8), digits(6), integer({ min: 0, max: 6 }), (whole, fraction, scale) => {
      const text = fraction === '' ? `${whole}` : `${whole}.${fraction}`;
      const significant = fraction.replace(/0+$/, '');
      // Integers of millionths: no float takes part.
      const exact = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
      const expected =
        significant.length > scale
          ? { ok: false, error: 'too-precise' }
          : { ok: true, value: Number(exact / 10n ** BigInt(6 - scale)) };
      expect(toScaled(text, scale)).toEqual(expected);
    }),
    propertyRuns,
  );
});
