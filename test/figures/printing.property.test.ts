import fc from 'fast-check';
import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { describeFormats } from '../../shared/figures/format.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { type Facts, print } from '../support/small-data.ts';
import { counts, decimalsStep, decimalText, formatOf, numberIn, rates } from '../support/wording-samples.ts';

/** What holds of every printed figure and list, whatever its format. */

const counties = ['吴兴区', '南浔区', '德清县'];

/** Values of one indicator, close together as often as not. */
interface Close {
  readonly name: string;
  readonly values: readonly Fraction[];
  readonly facts: Facts;
}

function closeValues(name: string, places: number, first: fc.Arbitrary<bigint>, steps: readonly (string | null)[]) {
  const values = fc.oneof(
    fc
      .tuple(first, fc.integer({ min: -2, max: 2 }), fc.integer({ min: -120, max: 120 }))
      .map(([value, near, off]) => [value, value + BigInt(near), value + BigInt(off)]),
    fc.tuple(first, first, first),
  );
  return fc.tuple(
    values.map((scaled): Close => {
      const texts = scaled.map((value) => decimalText(value, places));
      const facts = texts.map((text, at): [string, string] => [`${name}·${counties[at] ?? ''}·2021年`, text]);
      return { name, values: texts.map((text) => new Fraction(text)), facts: Object.fromEntries(facts) };
    }),
    fc.constantFrom(...steps),
  );
}

const someDecimals = [null, ...[0, 1, 2, 3].map(decimalsStep)];
const closeLists = fc.oneof(
  closeValues(
    '小学入学率',
    6,
    rates.map((rate) => rate * 100n),
    someDecimals,
  ),
  closeValues('随迁子女人数', 0, counts, [...someDecimals, '万人', '万人 | 整数']),
  closeValues('资助金额', 2, counts, [...someDecimals, '元', '亿元', '整数']),
);

test('a list shows the order of the exact values: unequal ones print unequal, equal ones alike', () => {
  fc.assert(
    fc.property(closeLists, ([{ name, values, facts }, step]) => {
      const text = print(`列举(${name})`, facts, step);
      const printed = counties.map((county) => numberIn(text.slice(text.indexOf(county) + county.length)));
      for (const [a, value] of values.entries()) {
        for (const [b, other] of values.entries()) {
          expect([text, printed[a]?.compare(printed[b] ?? 0)]).toEqual([text, value.compare(other)]);
        }
      }
    }),
    propertyRuns,
  );
});

test('最高, 最低 and 分别 name who they speak of, and 区间 runs from the least to the greatest', () => {
  fc.assert(
    fc.property(closeLists, ([{ name, values, facts }, step]) => {
      const best = values.reduce((a, b) => (b.gt(a) ? b : a));
      const named = counties.filter((_, at) => values[at]?.equals(best));
      const isOne = named.length === 3;
      const who = isOne ? '各区县均为' : `最高的是${named.join('和')}，${named.length > 1 ? '均' : ''}为`;
      const highest = print(`最高(${name})`, facts, step);
      const apart = print(`列举(${name})`, facts, formatOf(step, '分别'));
      // Only the last of the two has the unit, so that 万 is read on both or on neither.
      const [least, most] = print(`区间(${name})`, facts, step).split('～').map(numberIn);
      const order = most === undefined ? 0 : least?.compare(most);
      expect({ highest: highest.startsWith(who), apart: apart.includes('县分别为'), order }).toEqual({
        highest: true,
        apart: !isOne,
        order: isOne ? 0 : -1,
      });
      expect(apart).toMatch(/^吴兴区、南浔区和德清县(分别|均)为/);
    }),
    propertyRuns,
  );
});

const formulas = [
  '随迁子女人数',
  '小学入学率',
  '资助金额',
  '比值(随迁子女人数, 学校数)',
  '同比(随迁子女人数)',
  '增减(随迁子女人数)',
  '增减(小学入学率)',
  '差距(小学入学率, 90%)',
  '缺省(同比(随迁子女人数), “首次统计”)',
  '列举(城区, 随迁子女人数)',
  '最低(城区, 同比(随迁子女人数))',
  '区间(城区, 增减(随迁子女人数))',
  '列举(城区, 同比(随迁子女人数))',
  '排名(城区, 随迁子女人数)',
  '合计(城区, 随迁子女人数, 允许缺)',
];

const cell = (value: fc.Arbitrary<bigint>, places: number) =>
  fc.oneof(
    { arbitrary: value.map((scaled) => decimalText(scaled, places)), weight: 6 },
    { arbitrary: fc.constantFrom('0', '-1', '未报', '无此项', '不足单位', '不公开'), weight: 1 },
  );

const world = fc.record({
  随迁子女人数·湖州市·2021年: cell(counts, 0),
  随迁子女人数·湖州市·2020年: cell(counts, 0),
  随迁子女人数·吴兴区·2021年: cell(counts, 0),
  随迁子女人数·吴兴区·2020年: cell(counts, 0),
  随迁子女人数·南浔区·2021年: cell(counts, 0),
  随迁子女人数·南浔区·2020年: cell(counts, 0),
  小学入学率·湖州市·2021年: cell(rates, 4),
  小学入学率·湖州市·2020年: cell(rates, 4),
  资助金额·湖州市·2021年: cell(counts, 2),
  学校数·湖州市·2021年: cell(counts, 0),
});

const written = fc.constantFrom(...describeFormats().map(({ example }) => example.written));
const formats = fc.oneof(
  written,
  fc.tuple(written, written).map(([a, b]) => `${a} | ${b}`),
  fc.constant(''),
);

test('no figure prints NaN, undefined, null, −0, a double sign or nothing, in any format and place', () => {
  fc.assert(
    fc.property(
      world,
      fc.constantFrom(...formulas),
      formats,
      fc.constantFrom('prose' as const, 'table' as const),
      (facts, formula, format, place) => {
        const text = print(formula, facts, format, place);
        expect(text).not.toMatch(/NaN|undefined|null|Infinity|-0(?:\.0+)?(?![\d.])|--|^$|为$|（）|、$|^[、，]/);
      },
    ),
    propertyRuns,
  );
});
