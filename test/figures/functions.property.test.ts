import fc from 'fast-check';
import { expect, test } from 'vitest';
import { propertyRuns } from '../support/property-runs.ts';
import { type Facts, print } from '../support/small-data.ts';

/** Each function against the same rule worked out in whole numbers, without the engine's fractions. */

const count = fc.bigInt(0n, 10n ** 7n);
const positive = fc.bigInt(1n, 10n ** 7n);

/** numerator ÷ denominator to two places, half away from zero. */
function twoPlaces(numerator: bigint, denominator: bigint): string {
  const isNegative = numerator < 0n !== denominator < 0n && numerator !== 0n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const hundredths = (200n * n + d) / (2n * d);
  const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  return isNegative && hundredths !== 0n ? `-${text}` : text;
}

/** A percentage with the zero rule of the design: whole ones without decimals. */
function rate(numerator: bigint, denominator: bigint): string {
  const hundred = numerator * 100n;
  return hundred % denominator === 0n ? `${hundred / denominator}%` : `${twoPlaces(hundred, denominator)}%`;
}

function facts(now: bigint, whole: bigint, before = 1n, wholeBefore = 1n): Facts {
  return {
    公办就读人数·湖州市·2021年: String(now),
    随迁子女人数·湖州市·2021年: String(whole),
    公办就读人数·湖州市·2020年: String(before),
    随迁子女人数·湖州市·2020年: String(wholeBefore),
  };
}

/** Shares that the zero rule would give more decimals are another test's. */
const isPlain = (n: bigint, d: bigint) =>
  !/^(0\.00|100\.00)%$/.test(`${twoPlaces(n * 100n, d)}%`) || (n * 100n) % d === 0n;

test('占比 is part ÷ whole in percent, rounded once', () => {
  fc.assert(
    fc.property(count, positive, (part, whole) => {
      fc.pre(isPlain(part, whole));
      expect(print('占比(公办就读人数, 随迁子女人数)', facts(part, whole))).toBe(rate(part, whole));
    }),
    propertyRuns,
  );
});

test('同比 is growth over the year before, and its word follows the printed number', () => {
  fc.assert(
    fc.property(count, positive, (now, before) => {
      const data = facts(now, 1n, before);
      const amount = (now - before) * 100n;
      const text = amount % before === 0n ? `${amount / before}` : twoPlaces(amount, before);
      const isFlat = /^-?0(\.00)?$/.test(text);
      const word = isFlat ? '与上年持平' : `${text.startsWith('-') ? '下降' : '增长'}${text.replace('-', '')}%`;
      expect(print('同比(公办就读人数)', data, '升降词')).toBe(word);
    }),
    propertyRuns,
  );
});

test('增减 of people is the difference, with its word', () => {
  fc.assert(
    fc.property(count, count, (now, before) => {
      const difference = now - before;
      const word = difference === 0n ? '与上年持平' : difference > 0n ? `增加${difference}人` : `减少${-difference}人`;
      expect(print('增减(公办就读人数)', facts(now, 1n, before), '增减词')).toBe(word);
    }),
    propertyRuns,
  );
});

test('增减 of a rate is what a reader gets by subtracting the two printed percentages', () => {
  const cents = (text: string) => {
    const [whole = '0', part = ''] = text.replace('%', '').split('.');
    return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
  };
  fc.assert(
    fc.property(count, positive, count, positive, (now, whole, before, wholeBefore) => {
      fc.pre(isPlain(now, whole) && isPlain(before, wholeBefore));
      const difference = cents(rate(now, whole)) - cents(rate(before, wholeBefore));
      const text = difference % 100n === 0n ? `${difference / 100n}` : twoPlaces(difference, 100n);
      expect(print('增减(占比(公办就读人数, 随迁子女人数))', facts(now, whole, before, wholeBefore))).toBe(
        `${text}个百分点`,
      );
    }),
    propertyRuns,
  );
});

test('合计 adds the members that count and no other', () => {
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, outside) => {
      const data = {
        公办就读人数·吴兴区·2021年: String(a),
        公办就读人数·南浔区·2021年: String(b),
        公办就读人数·德清县·2021年: String(c),
        公办就读人数·开发区·2021年: String(outside),
      };
      expect(print('合计(下级, 公办就读人数)', data)).toBe(`${a + b + c}人`);
    }),
    propertyRuns,
  );
});

test('comparison of amounts is exact', () => {
  fc.assert(
    fc.property(count, count, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), (a, b, sign) => {
      const holds = { '=': a === b, '<>': a !== b, '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[sign];
      expect(print(`公办就读人数 ${sign} 随迁子女人数`, facts(a, b))).toBe(holds ? '是' : '否');
    }),
    propertyRuns,
  );
});
