import { describe, expect, test } from 'vitest';
import { readGolden, viewOfCase } from './read-golden.ts';

/** The golden file's own form; what its formulas print is another test's. */

const { catalogue, cases } = readGolden();

const functionNames = (
  '合计 平均 最大 最小 个数 占比 比值 同比 环比 增减 百分点 年均增速 排名 前几 第几 最高 最低 列举 区间 ' +
  '若 缺省 四舍五入 向上取整 绝对值 截至日 完成率 差距 且 或 非 有数'
).split(' ');

const formatNames = (
  '数 整数 1位小数 百分比 元 万元 亿元 万人 汉字 增减词 升降词 由升至 倍数 倍数至 差距词 ' +
  '近 超 余 约 以上 概数 成数 比 倍 名称 分别'
).split(' ');

test('there are at least 330 cases, of at least 40 refusals', () => {
  expect(cases.length).toBeGreaterThanOrEqual(330);
  expect(cases.filter(({ expected }) => expected.kind === 'problem').length).toBeGreaterThanOrEqual(40);
});

test('no case stands twice', () => {
  const seen = new Map<string, number>();
  for (const each of cases) {
    const { formula, format, place, region, period, facts } = each;
    const data = Object.keys(facts)
      .toSorted((a, b) => a.localeCompare(b))
      .map((fact) => `${fact}=${facts[fact]}`);
    const key = JSON.stringify([formula, format, place, region.name, period.label, data]);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  expect([...seen].filter(([, times]) => times > 1).map(([key]) => key)).toEqual([]);
});

/** Every use of a function, also within another: `占比(` or `占比（`, not as the end of a longer name. */
function usesOf(name: string): number {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${name}[(（]`, 'u');
  return cases.filter(({ formula }) => pattern.test(formula)).length;
}

describe('each function is shown at least three times', () => {
  test.each(functionNames)('%s', (name) => expect(usesOf(name)).toBeGreaterThanOrEqual(3));
});

describe('each format is shown at least three times', () => {
  const steps = cases.flatMap(({ format }) => (format ?? '').split('|').map((step) => step.trim()));
  test.each(formatNames)('%s', (name) =>
    expect(steps.filter((step) => step === name).length).toBeGreaterThanOrEqual(3),
  );
  test('nothing else is used as a format', () => {
    const known = new Set([...formatNames, '2位小数', '4位小数', '5位小数', '人', '万人次', '']);
    expect(steps.filter((step) => !known.has(step))).toEqual([]);
  });
});

test('the place of a refusal lies within its formula', () => {
  const outside = cases.filter(({ formula, expected }) => {
    if (expected.kind === 'text' || expected.at === null) return false;
    const [start, end] = expected.at;
    return start > end || end > formula.length;
  });
  expect(outside).toEqual([]);
});

test('no expected text is blank, undefined or NaN', () => {
  const texts = cases.flatMap(({ expected }) => (expected.kind === 'text' ? [expected.text] : []));
  expect(texts.filter((text) => text.trim() === '' || /undefined|NaN|null/.test(text))).toEqual([]);
});

test('a case becomes the data that it is evaluated over', () => {
  const [first] = cases;
  if (first === undefined) throw new Error('no cases');
  const view = viewOfCase(first, catalogue);
  const indicator = catalogue.indicators.find(({ name }) => name === '随迁子女人数');
  const observation = view.column(indicator?.id ?? 0, '2021年').get(first.region.id);
  expect(observation?.cell).toEqual({ kind: 'value', decimal: '80605' });
  expect(observation?.asOf).toBe('2021-12-31');
  expect(view.namedSet('城区')?.map(({ name }) => name)).toEqual(['吴兴区', '南浔区']);
});
