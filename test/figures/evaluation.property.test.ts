import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { type Evaluation, evaluateFormula } from '../../shared/figures/formula/evaluate.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { parsePeriod } from '../../shared/figures/period.ts';
import type { ListItem } from '../../shared/figures/quantity.ts';
import { compare, derived, people, type Ratio, randomFacts } from '../support/formula-samples.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { type Facts, regions, viewOf } from '../support/small-data.ts';

const language = createFormulaLanguage(viewOf({}));

function evaluateAt(formula: string, facts: Facts, regionName = '湖州市'): Evaluation {
  const checked = language.check(formula);
  const region = regions.find(({ name }) => name === regionName);
  const period = parsePeriod('2021年');
  if (!checked.ok) throw new Error(`${formula}: ${checked.error.map(({ message }) => message).join(' ')}`);
  if (region === undefined || period === null) throw new Error('bad test');
  return evaluateFormula(checked.value, { view: viewOf(facts), language, region, period });
}

/** What a value is, for comparing two evaluations. */
function valueText({ value }: Evaluation): string {
  if (value.kind === 'number') return value.value.toFraction() + value.unit.symbol;
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each));
}

test('every function gives what numerators and denominators in whole numbers give', () => {
  fc.assert(
    fc.property(fc.oneof(people, derived), randomFacts, (sample, facts) => {
      fc.pre(sample.text.length <= 2000);
      const { value } = evaluateAt(sample.text, facts);
      const expected = sample.value({ region: '湖州市', year: 2021 }, facts);
      const exact = value.kind === 'number' ? value.value.toFraction() : value.kind;
      expect(exact).toBe(expected === null ? 'missing' : new Fraction(expected[0], expected[1]).toFraction());
    }),
    propertyRuns,
  );
});

test('the sources are complete: changing an observation that is not among them never changes the value', () => {
  fc.assert(
    fc.property(fc.oneof(people, derived), randomFacts, fc.nat(), (sample, facts, draw) => {
      fc.pre(sample.text.length <= 2000);
      const before = evaluateAt(sample.text, facts);
      const read = new Set(
        before.sources.flatMap(({ indicator, period, regions: there }) =>
          there.map(({ name }) => `${indicator.name}·${name}·${period}`),
        ),
      );
      const unread = Object.keys(facts).filter((key) => !read.has(key));
      const key = unread[draw % Math.max(1, unread.length)];
      fc.pre(key !== undefined);
      const { [key]: _, ...without } = facts;
      for (const changed of [without, { ...facts, [key]: '12345' }, { ...facts, [key]: '未报' }]) {
        expect(valueText(evaluateAt(sample.text, changed))).toBe(valueText(before));
      }
    }),
    propertyRuns,
  );
});

const districts = ['吴兴区', '南浔区', '德清县'];

/** The districts that have data, each with its exact number of the formula. */
function reported(formula: string, facts: Facts): { readonly region: string; readonly value: Ratio }[] {
  return districts.flatMap((region) => {
    const { value } = evaluateAt(formula, facts, region);
    return value.kind === 'number' ? [{ region, value: [value.value.s * value.value.n, value.value.d] as const }] : [];
  });
}

function namesOf(items: readonly ListItem[]): string[] {
  return items.map(({ region }) => region.name).sort();
}

test('ranks follow the exact values: 1, 2, 2, 4 with ties, those without data left out and counted', () => {
  const formulas = fc.constantFrom('公办就读人数', '占比(公办就读人数, 随迁子女人数)', '四舍五入(公办就读人数, -2)');
  fc.assert(
    fc.property(formulas, randomFacts, fc.constantFrom('升', '降'), (formula, facts, direction) => {
      const sign = direction === '升' ? -1 : 1;
      const there = reported(formula, facts);
      for (const { region, value } of there) {
        const { value: rank } = evaluateAt(`排名(${formula}, ${direction})`, facts, region);
        const better = there.filter((other) => compare(other.value, value) * sign > 0).length;
        expect(rank).toMatchObject({
          value: { n: BigInt(better + 1) },
          remarks: there.length === 3 ? [] : [`缺${3 - there.length}个区县数据`],
        });
      }
    }),
    propertyRuns,
  );
});

test('前几, 第几 and 最高 name the members that stand there', () => {
  fc.assert(
    fc.property(randomFacts, fc.integer({ min: 1, max: 4 }), (facts, n) => {
      const there = reported('公办就读人数', facts);
      fc.pre(there.length > 0);
      const before = (value: Ratio) => there.filter((other) => compare(other.value, value) > 0).length;
      const list = (formula: string) => {
        const { value } = evaluateAt(formula, facts);
        return value.kind === 'list' ? namesOf(value.items) : [];
      };
      const named = (holds: (value: Ratio) => boolean) =>
        there
          .filter(({ value }) => holds(value))
          .map(({ region }) => region)
          .sort();
      expect(list(`前几(公办就读人数, ${n})`)).toEqual(named((value) => before(value) < n));
      expect(list(`第几(公办就读人数, ${n})`)).toEqual(named((value) => before(value) === n - 1));
      expect(list('最高(公办就读人数)')).toEqual(named((value) => before(value) === 0));
    }),
    propertyRuns,
  );
});
