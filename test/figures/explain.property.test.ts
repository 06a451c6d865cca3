import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evaluation } from '../../shared/figures/formula/evaluate.ts';
import { mayHold } from '../support/equation.ts';
import { explain } from '../support/explain-small.ts';
import { propertyRuns } from '../support/property-runs.ts';
import type { Facts } from '../support/small-data.ts';

const amounts = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 99_999 }).map(String), weight: 8 },
  { arbitrary: fc.constantFrom('0', '未报', '无此项'), weight: 1 },
);
const percents = fc.integer({ min: 1, max: 9_999 }).map((hundredths) => (hundredths / 100).toFixed(2));

const keysOf = (name: string) =>
  ['湖州市', '吴兴区', '南浔区', '德清县'].flatMap((region) =>
    ['2021年', '2020年', '2019年'].map((period) => `${name}·${region}·${period}`),
  );
const people = [...keysOf('公办就读人数'), ...keysOf('随迁子女人数')];
const facts: fc.Arbitrary<Facts> = fc
  .record({
    people: fc.array(amounts, { minLength: people.length, maxLength: people.length }),
    rates: fc.array(percents, { minLength: 12, maxLength: 12 }),
  })
  .map(({ people: values, rates }) => ({
    ...Object.fromEntries(people.map((key, at) => [key, values[at] ?? '未报'])),
    ...Object.fromEntries(keysOf('小学入学率').map((key, at) => [key, rates[at] ?? '未报'])),
  }));

const names = ['公办就读人数', '随迁子女人数', '公办就读人数[上年]', '随迁子女人数[吴兴区]', '公办就读人数[汇总]'];
const rateNames = ['公办就读比例', '小学入学率', '公办就读比例[汇总]', '小学入学率[上年]'];
const ranges = fc.constantFrom('下级', '同级', '城区', '区县');

/** Formulas of every function; those that the checker refuses are left out. */
const { formula } = fc.letrec<Record<string, string>>((tie) => {
  const [number, rate, condition] = [tie('number'), tie('rate'), tie('condition')];
  const call = (name: string, ...parameters: fc.Arbitrary<string>[]) =>
    fc.tuple(...parameters).map((texts) => `${name}(${texts.join(', ')})`);
  const word = (text: string) => fc.constant(text);
  const binary = (left: fc.Arbitrary<string>, signs: readonly string[], right: fc.Arbitrary<string>) =>
    fc.tuple(left, fc.constantFrom(...signs), right).map(([a, sign, b]) => `(${a} ${sign} ${b})`);
  const small = fc.integer({ min: 1, max: 9 }).map(String);
  const of = (range: string) => call(range, ranges, fc.oneof(number, rate));
  return {
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...names),
      binary(number, ['+', '-'], number),
      binary(number, ['×', '÷'], small),
      fc.constantFrom('合计', '平均').chain((name) => call(name, ranges, number)),
      call('合计', ranges, number, word('允许缺')),
      fc.constantFrom('最大', '最小').chain(of),
      call('若', condition, number, number),
      call('缺省', number, small),
      call('四舍五入', number, fc.constantFrom('-2', '0', '1')),
      fc.constantFrom('向上取整', '绝对值', '增减').chain((name) => call(name, number)),
      call('差距', number, number),
      number.map((text) => `-${text}`),
    ),
    rate: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...rateNames),
      fc.constantFrom('占比', '完成率', '比值').chain((name) => call(name, number, number)),
      fc.constantFrom('同比', '环比').chain((name) => call(name, number)),
      call('年均增速', number, word('2019年'), word('2021年')),
      fc.constantFrom('百分点', '增减').chain((name) => call(name, rate, fc.constant('按原始值'))),
      fc.constantFrom('百分点', '增减').chain((name) => call(name, rate)),
      binary(rate, ['-', '+'], rate),
      binary(rate, ['×'], small),
      call('四舍五入', rate, small),
      call('差距', rate, word('90%')),
    ),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      binary(number, ['>', '<=', '='], number),
      binary(rate, ['>', '>='], word('80%')),
      fc.constantFrom('且', '或').chain((name) => call(name, condition, condition)),
      call('非', condition),
      word('有数(小学入学率)'),
    ),
    formula: fc.oneof(
      number,
      rate,
      condition,
      call('个数', ranges, condition, word('允许缺')),
      call('排名', ranges, number),
      fc.constantFrom('最高', '最低', '列举', '区间').chain((name) => call(name, ranges, fc.oneof(number, rate))),
      fc.constantFrom('前几', '第几').chain((name) => call(name, ranges, rate, small)),
    ),
  };
});

const anyFormula = formula ?? fc.constant('');

function sourceKeys({ sources }: Evaluation): readonly string[] {
  return sources
    .flatMap(({ indicator, period, regions }) => regions.map(({ name }) => `${indicator.name}·${name}·${period}`))
    .toSorted();
}

test('the working ends in the very value of the formula, from the very same sources, and every equation in it is true', () => {
  let explained = 0;
  fc.assert(
    fc.property(anyFormula, facts, (text, data) => {
      const both = explain(text, data);
      fc.pre(both !== null);
      if (both === null) return;
      explained += 1;
      expect(both.explained.value).toEqual(both.plain.value);
      expect(sourceKeys(both.explained)).toEqual(sourceKeys(both.plain));
      const { steps } = both.explained;
      expect(both.plain.value.kind === 'missing').toBe(steps.at(-1)?.kind === 'stop');
      for (const step of steps) {
        // Roots are another test's; what is counted by the 百分点 has no meaning to check.
        if (step.kind !== 'calculation' || step.expression.includes('^') || step.result.includes('/')) continue;
        expect(`${step.expression} = ${step.result}: ${mayHold(step.expression, step.result)}`).toMatch(/true$/);
      }
    }),
    propertyRuns,
  );
  expect(explained).toBeGreaterThan(0);
});
