import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { propertyRuns } from '../support/property-runs.ts';
import { type Facts, print } from '../support/small-data.ts';
import {
  askedDecimals,
  counts,
  decimalsStep,
  decimalText,
  formatOf,
  numberIn,
  pairs,
  rates,
} from '../support/wording-samples.ts';

/** No wording is ever false: every text is read back and held against the exact value, or against the numbers beside it. */

/** One indicator in the year and the year before. */
function years(name: string, now: string, before: string): Facts {
  return { [`${name}·湖州市·2021年`]: now, [`${name}·湖州市·2020年`]: before };
}

const people = (count: bigint): Facts => ({ 随迁子女人数·湖州市·2021年: String(count) });

/** A text, and whether it is true. */
type Claim = readonly [isTrue: boolean, text: string];

function untrue(claims: readonly Claim[]): readonly string[] {
  return claims.filter(([isTrue]) => !isTrue).map(([, text]) => text);
}

/** −1, 0, 1 for the direction that a text tells. */
function directionIn(text: string): number {
  if (text.includes('持平') || text === '正好达到') return 0;
  return /增|提高|升至|还差/.test(text) ? 1 : -1;
}

test('增减词, 由升至 and 升降词 agree with the two numbers beside them, in any decimals and unit', () => {
  const samples = fc.oneof(
    fc.tuple(fc.constant('小学入学率'), fc.tuple(rates, rates), fc.constant(4), fc.constant(null)),
    fc.tuple(
      fc.constant('小学入学率'),
      rates.map((rate) => [rate, rate + 40n] as const),
      fc.constant(4),
      fc.constant(null),
    ),
    fc.tuple(fc.constant('随迁子女人数'), pairs, fc.constant(0), fc.constantFrom(null, '万人')),
    fc.tuple(fc.constant('资助金额'), pairs, fc.constant(2), fc.constantFrom(null, '元', '亿元')),
  );
  fc.assert(
    fc.property(samples, askedDecimals, ([name, [now, before], places, unit], decimals) => {
      const data = years(name, decimalText(now, places), decimalText(before, places));
      const shown = formatOf(decimalsStep(decimals), unit);
      const [after, earlier] = [print(name, data, shown), print(`${name}[上年]`, data, shown)];
      const difference = numberIn(after).sub(numberIn(earlier));
      const direction = difference.compare(0);
      const say = (wording: string) => print(`增减(${name})`, data, formatOf(shown, wording));
      const words = ['增减词', '升降词'].map(say).map((text): Claim => {
        const isExact = direction === 0 || numberIn(text).equals(difference.abs());
        return [directionIn(text) === direction && isExact, `${after} − ${earlier}: ${text}`];
      });
      const fromTo = say('由升至');
      const verb = /[升降增减]至/.exec(fromTo)?.[0] ?? '';
      const both = direction === 0 ? `与上年持平，为${after}` : `由${earlier}${verb}${after}`;
      const claim: Claim = [directionIn(fromTo) === direction && fromTo === both, `${after}, ${earlier}: ${fromTo}`];
      expect(untrue([...words, claim])).toEqual([]);
    }),
    propertyRuns,
  );
});

test('同比 in words has the sign of the growth that prints, and 倍 only for a true multiple', () => {
  fc.assert(
    fc.property(pairs, askedDecimals, ([now, before], decimals) => {
      fc.pre(before > 0n && now >= 0n);
      const data = years('随迁子女人数', String(now), String(before));
      const ratio = new Fraction(now, before);
      const half = new Fraction(1, 2).div(new Fraction(10).pow(decimals ?? 2));
      const isNear = (printed: Fraction, exact: Fraction) => printed.sub(exact).abs().lte(half);
      const say = (wording: string) => print('同比(随迁子女人数)', data, formatOf(decimalsStep(decimals), wording));
      const [trend, more, to] = [say('升降词'), say('倍数'), say('倍数至')];
      const growth = directionIn(trend) === 0 ? new Fraction(0) : numberIn(trend).mul(directionIn(trend));
      const isMultiple = ratio.gte(2);
      const claims: readonly Claim[] = [
        [isNear(growth, ratio.sub(1).mul(100)), trend],
        [isMultiple ? /^增加了.*倍$/.test(more) && isNear(numberIn(more), ratio.sub(1)) : more === trend, more],
        [isMultiple ? /^增加到.*倍$/.test(to) && isNear(numberIn(to), ratio) : to === trend, to],
      ];
      expect(untrue(claims)).toEqual([]);
    }),
    propertyRuns,
  );
});

test('差距词 agrees with the target and the value that stand beside it', () => {
  fc.assert(
    fc.property(rates, fc.integer({ min: 0, max: 100 }), askedDecimals, (rate, target, decimals) => {
      const data = { 小学入学率·湖州市·2021年: decimalText(rate, 4) };
      const printed = print('小学入学率', data, decimalsStep(decimals));
      const gap = new Fraction(target).sub(numberIn(printed));
      const text = print(`差距(小学入学率, ${target}%)`, data, formatOf(decimalsStep(decimals), '差距词'));
      const isExact = gap.equals(0) || numberIn(text).equals(gap.abs());
      expect(untrue([[directionIn(text) === gap.compare(0) && isExact, `${printed} to ${target}: ${text}`]])).toEqual(
        [],
      );
    }),
    propertyRuns,
  );
});

const isRounded = (text: string) => /[近超余约]|以上/.test(text);

/** Whether what a round number's words say is true of the exact value. */
function isTrue(text: string, value: Fraction): boolean {
  const round = numberIn(text);
  if (text.startsWith('超') || text.includes('余')) return value.gt(round);
  if (text.startsWith('近')) return value.lt(round) && round.sub(value).lte(round.div(20));
  if (text.endsWith('以上')) return value.gte(round);
  if (text.startsWith('约')) return value.sub(round).abs().lte(round.div(20));
  return value.equals(round);
}

const roundWords = fc.constantFrom('近', '超', '余', '约', '以上', '概数');

test('超n, 近n, n余, n以上, 约n hold for the exact number of people', () => {
  fc.assert(
    fc.property(counts, roundWords, fc.constantFrom(null, '数', '万人'), (count, word, step) => {
      const text = print('随迁子女人数', people(count), formatOf(word, step));
      // In 万人 what finds no round number prints as it does without the word: to two places.
      const isPlain = step === '万人' && text === print('随迁子女人数', people(count), step);
      const holds = isPlain || isTrue(text, new Fraction(count));
      expect(untrue([[holds, `${count} ${word}: ${text}`]])).toEqual([]);
    }),
    propertyRuns,
  );
});

test('they hold for amounts recorded in 万元 and for percentages, and a percentage keeps to whole ones', () => {
  fc.assert(
    fc.property(counts, rates, roundWords, (cents, rate, word) => {
      const money = print('资助金额', { 资助金额·湖州市·2021年: decimalText(cents, 2) }, word);
      const percentage = print(
        '小学入学率',
        { 小学入学率·湖州市·2021年: decimalText(rate, 4) },
        word === '余' ? '超' : word,
      );
      const value = new Fraction(rate, 10_000n);
      const isPercentTrue = isRounded(percentage)
        ? isTrue(percentage, value) && numberIn(percentage).d === 1n
        : numberIn(percentage).sub(value).abs().lte(new Fraction(1, 200));
      const claims: readonly Claim[] = [
        [isTrue(money, new Fraction(cents).mul(100)), `${cents} ${word}: ${money}`],
        [isPercentTrue, `${rate} ${word}: ${percentage}`],
      ];
      expect(untrue(claims)).toEqual([]);
    }),
    propertyRuns,
  );
});

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Whether a share in percent is what a text in tenths says. */
function isInTenths(text: string, value: number): boolean {
  if (text.endsWith('%')) return value === 0 || value >= 100;
  if (text === '不足一成') return value > 0 && value < 5;
  if (text === '九成以上') return value >= 90 && value < 100;
  const [, near, digit = '', rest] = /^(近?)(.)成(多|五)?$/.exec(text) ?? [];
  const tens = numerals.indexOf(digit) * 10;
  if (near) return value >= tens - 5 && value < tens;
  if (rest === '多') return value > tens && value < tens + 5;
  return value === (rest === '五' ? tens + 5 : tens);
}

test('成数 brackets the exact share', () => {
  fc.assert(
    fc.property(rates, (rate) => {
      const text = print('小学入学率', { 小学入学率·湖州市·2021年: decimalText(rate, 4) }, '成数');
      expect(untrue([[isInTenths(text, Number(rate) / 10_000), `${rate}: ${text}`]])).toEqual([]);
    }),
    propertyRuns,
  );
});
