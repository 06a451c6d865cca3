import { describe, expect, test } from 'vitest';
import { evaluateFormula } from '../../shared/figures/formula/evaluate.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { parsePeriod } from '../../shared/figures/period.ts';
import { print, regions, viewOf } from '../support/small-data.ts';

const facts = {
  随迁子女人数·湖州市·2021年: '80605@2021-12-31',
  公办就读人数·湖州市·2021年: '65097',
  随迁子女人数·湖州市·2020年: '78000',
  公办就读人数·湖州市·2020年: '61000',
  公办就读人数·吴兴区·2021年: '20000',
  公办就读人数·南浔区·2021年: '15000',
  公办就读人数·德清县·2021年: '10000',
  公办就读人数·开发区·2021年: '7',
  资助金额·湖州市·2021年上半年: '332.26',
  资助人次·湖州市·2021年上半年: '6024',
  小学入学率·湖州市·2021年: '99.73',
  '15-64岁人口(万人)·湖州市·2021年': '211.5',
  学校数·湖州市·2021年: '4',
};

describe('the figures of the two seed reports', () => {
  test.each([
    ['随迁子女人数', '80605人'],
    ['占比(公办就读人数, 随迁子女人数)', '80.76%'],
    ['随迁子女人数 − 公办就读人数', '15508人'],
    ['占比（随迁子女人数－公办就读人数，随迁子女人数）', '19.24%'],
    ['90% - 占比(公办就读人数, 随迁子女人数)', '9.24个百分点'],
    ['向上取整(随迁子女人数×90%)-公办就读人数', '7448人'],
    ['资助金额[上半年] ÷ 资助人次[上半年]', '551.56元/人次'],
    ['截至日(随迁子女人数)', '2021年12月31日'],
    ['公办就读比例', '80.76%'],
  ])('%s prints %s', (formula, text) => {
    expect(print(formula, facts)).toBe(text);
  });
});

describe('percentages in arithmetic', () => {
  test.each([
    ['公办就读比例 × 2', '161.52%'],
    ['公办就读比例 ÷ 2', '40.38%'],
    ['(公办就读比例 + 公办就读比例) ÷ 2', '80.76%'],
    ['公办就读比例 × 公办就读比例', '0.65'],
    ['公办就读比例 ÷ 公办就读比例', '1.00'],
    ['随迁子女人数 × 公办就读比例', '65097人'],
  ])('%s prints %s', (formula, text) => {
    expect(print(formula, facts)).toBe(text);
  });

  test('a rate is compared as it prints: 79.996% prints 80.00% and has reached 80%', () => {
    const data = { 公办就读人数·湖州市·2021年: '19999', 随迁子女人数·湖州市·2021年: '25000' };
    expect(print('公办就读比例', data)).toBe('80.00%');
    expect(print('公办就读比例 >= 80%', data)).toBe('是');
    expect(print('80% - 公办就读比例', data)).toBe('0个百分点');
  });
});

describe('names and places', () => {
  test.each([
    ['15-64岁人口(万人)', '211.5万人'],
    ['公办就读人数[吴兴区] + 公办就读人数[南浔]', '35000人'],
    ['公办就读人数[吴兴区, 2021年]', '20000人'],
    ['公办就读人数[上年]', '61000人'],
    ['合计(下级, 公办就读人数)', '45000人'],
    ['合计(区县, 公办就读人数)', '45000人'],
    ['合计(城区, 公办就读人数)', '35000人'],
    ['地区', '湖州市'],
    ['期[上年]', '2020年'],
    ['i1', '80605人'],
  ])('%s prints %s', (formula, text) => {
    expect(print(formula, facts)).toBe(text);
  });

  test('signs may be full-width, and blanks do not matter', () => {
    expect(print('（随迁子女人数　＋　１０）×２', facts)).toBe('161230人');
  });
});

describe('comparison with the year before', () => {
  test.each([
    ['增减(随迁子女人数)', null, '2605人'],
    ['同比(随迁子女人数)', '1位小数', '3.3%'],
    ['增减(占比(公办就读人数, 随迁子女人数))', null, '2.55个百分点'],
    ['增减(占比(公办就读人数, 随迁子女人数))', '增减词', '提高2.55个百分点'],
    ['增减(随迁子女人数)', '增减词', '增加2605人'],
    ['同比(随迁子女人数)', '升降词', '增长3.34%'],
  ])('%s | %s prints %s', (formula, format, text) => {
    expect(print(formula, facts, format)).toBe(text);
  });

  test('百分点 are computed from the printed percentages: 80.76 − 78.21 = 2.55, though the exact shares differ by 2.56', () => {
    expect(print('增减(公办就读比例)', facts)).toBe('2.55个百分点');
    expect(print('公办就读比例 - 公办就读比例[上年]', facts)).toBe('2.55个百分点');
  });

  test('the word follows the printed number', () => {
    const data = { 随迁子女人数·湖州市·2021年: '10004', 随迁子女人数·湖州市·2020年: '10000' };
    expect(print('同比(随迁子女人数)', data, '升降词 | 1位小数')).toBe('与上年持平');
    expect(print('同比(随迁子女人数)', data, '升降词')).toBe('增长0.04%');
    const fewer = { 随迁子女人数·湖州市·2021年: '9000', 随迁子女人数·湖州市·2020年: '10000' };
    expect(print('同比(随迁子女人数)', fewer, '升降词')).toBe('下降10%');
    expect(print('增减(随迁子女人数)', fewer, '增减词')).toBe('减少1000人');
  });
});

describe('missing data', () => {
  test.each([
    ['随迁子女人数[2019年]', '【待填：随迁子女人数·湖州市·2019年】'],
    ['占比(公办就读人数[长兴], 随迁子女人数)', '“[长兴]”既不是地区也不是期。可以写地区名称、上年、上半年、2020年等。'],
    ['资助金额', '【待填：资助金额·湖州市·2021年】'],
    ['合计(下级, 随迁子女人数)', '【待填：随迁子女人数·吴兴区、南浔区、德清县·2021年】'],
    ['同比(学校数)', '【待填：学校数·湖州市·2020年】'],
    ['截至日(公办就读人数)', '【待填：公办就读人数截至日·湖州市·2021年】'],
  ])('%s prints %s', (formula, text) => {
    expect(print(formula, facts)).toBe(text);
  });

  test('a share whose whole is 0 prints 【无法计算：分母为零】 in prose and — in a table', () => {
    const data = { 随迁子女人数·湖州市·2021年: '0', 公办就读人数·湖州市·2021年: '0' };
    expect(print('公办就读比例', data)).toBe('【无法计算：分母为零】');
    expect(print('公办就读比例', data, null, 'table')).toBe('—');
  });

  test('a recorded reason is printed in its own way, and 未报 comes before the others', () => {
    const data = { 随迁子女人数·湖州市·2021年: '无此项', 公办就读人数·湖州市·2021年: '未报' };
    expect(print('随迁子女人数', data)).toBe('【无法计算：无此项】');
    expect(print('随迁子女人数', data, null, 'table')).toBe('—');
    expect(print('公办就读比例', data)).toBe('【待填：公办就读人数·湖州市·2021年】');
    expect(
      print('同比(随迁子女人数)', { ...data, 随迁子女人数·湖州市·2021年: '5', 随迁子女人数·湖州市·2020年: '-1' }),
    ).toBe('【无法计算：基数为负，不计算增幅】');
  });
});

describe('problems are named, placed and mended', () => {
  test.each([
    ['随千子女人数 + 1', '没有名为“随千子女人数”的指标。是不是“随迁子女人数”？'],
    ['吴兴区随迁子女人数', '没有名为“吴兴区随迁子女人数”的指标。请写成 随迁子女人数[吴兴区]。'],
    ['2020年随迁子女人数', '没有名为“2020年随迁子女人数”的指标。请写成 随迁子女人数[2020年]。'],
    ['上年随迁子女人数', '没有名为“上年随迁子女人数”的指标。请写成 随迁子女人数[上年]。'],
    ['随迁子女人数量', '没有名为“随迁子女人数量”的指标。是不是“随迁子女人数”？'],
    ['公办就读人数 + 资助金额', '单位不一致，不能相加：人 与 万元。'],
    ['公办就读人数 > 资助人次', '单位不一致，不能比较：人 与 人次。'],
    ['占比(公办就读人数)', '“占比”要 2 项，这里有 1 项。写法：占比(部分, 总体)。'],
    ['占笔(公办就读人数, 随迁子女人数)', '没有名为“占笔”的函数。是不是“占比”？'],
    [
      '合计(下级, 小学入学率)',
      '比例不能直接合计。请分别合计分子和分母，例如 占比(合计(下级, 分子), 合计(下级, 分母))。',
    ],
    ['(随迁子女人数', '括号没有配对：缺少“）”。'],
    ['随迁子女人数 +', '算式没有写完。'],
    ['', '算式是空的。'],
    ['随迁子女人数[上季', '方括号没有配对：缺少“]”。'],
    [
      '同比(随迁子女人数[2021年])',
      '“同比(指标或算式)”自己会去找以前的数，里面不能写固定的期。请去掉它，或改成“上半年”这样的相对写法。',
    ],
    ['随迁子女人数[吴兴区, 南浔区]', '“[南浔区]”是第二个地区，一个指标只能写一个地区。'],
    ['随迁子女人数[上年, 2020年]', '“[2020年]”与另一个期不能同时写，请只留一个。'],
    ['合计(下级, 随迁子女人数[吴兴区])', '合计里面不能再写地区“吴兴区”，否则同一个数会重复相加。'],
    [
      '合计(下级, 资助金额 ÷ 资助人次)',
      '相除的结果不能直接合计。请先分别合计，再相除，例如 合计(下级, 分子) ÷ 合计(下级, 分母)。',
    ],
    ['公办就读比例 > 0.8', '“0.8”是 0.8% 还是 80%？请在数字后面写上“%”。'],
    ['公办就读比例 > 0.45 × 2', '“0.45”是 0.45% 还是 45%？请在数字后面写上“%”。'],
    ['同比(随迁子女人数) > -0.05', '“0.05”是 0.05% 还是 5%？请在数字后面写上“%”。'],
    ['资助金额 > 100万', '“100万”旁边的数以“万元”为单位，请去掉“万”，按“万元”写。'],
    ['1 ÷ 随迁子女人数', '没有单位的数不能除以“人”。'],
    ['截至日(公办就读比例)', '“公办就读比例”由算式得出，没有截至日。请改用填报的时点指标。'],
    ['排名(随迁子女人数) - 排名(公办就读人数)', '名次不能加减乘除。名次只能比较先后，例如 排名(指标) <= 3。'],
    ['同比(排名(随迁子女人数))', '“同比(指标或算式)”不能用于名次。名次只能比较先后，例如 排名(指标) <= 3。'],
    [
      '合计(下级, 排名(随迁子女人数))',
      '“合计(范围, 指标或算式〔, 允许缺〕)”不能用于名次。名次只能比较先后，例如 排名(指标) <= 3。',
    ],
    ['1 < 2 < 3', '比较不能连写，例如“1 < 2 < 3”。请写成 且(1 < 2, 2 < 3)。'],
  ])('%s: %s', (formula, message) => {
    expect(print(formula, facts)).toBe(message);
  });

  test('two mistakes are reported together, each with its place', () => {
    const checked = createFormulaLanguage(viewOf({})).check('随千子女人数 + 公办就毒人数');
    expect(checked.ok ? [] : checked.error.map(({ span }) => [span.start, span.end])).toEqual([
      [0, 6],
      [9, 15],
    ]);
  });

  test('a formula that is too long or nested too deeply is refused', () => {
    expect(print(`1${'+1'.repeat(1000)}`, {})).toContain('超过 2000 个字');
    expect(print(`${'('.repeat(70)}1${')'.repeat(70)}`, {})).toContain('嵌套超过 64 层');
  });
});

test('a derived indicator’s sources are the observations behind it, not itself', () => {
  const view = viewOf(facts);
  const language = createFormulaLanguage(view);
  const checked = language.check('公办就读比例');
  const period = parsePeriod('2021年');
  if (!checked.ok || period === null || regions[0] === undefined) throw new Error('bad test');
  const { sources } = evaluateFormula(checked.value, { view, language, region: regions[0], period });
  expect(sources.map((range) => range.indicator.name)).toEqual(['公办就读人数', '随迁子女人数']);
});

test('the sources are the observations that were read, members of a sum as one range', () => {
  const view = viewOf(facts);
  const language = createFormulaLanguage(view);
  const checked = language.check('占比(合计(下级, 公办就读人数), 随迁子女人数)');
  const period = parsePeriod('2021年');
  if (!checked.ok || period === null || regions[0] === undefined) throw new Error('bad test');
  const { sources } = evaluateFormula(checked.value, { view, language, region: regions[0], period });
  expect(sources.map((range) => [range.indicator.name, range.period, range.regions.map(({ name }) => name)])).toEqual([
    ['公办就读人数', '2021年', ['吴兴区', '南浔区', '德清县']],
    ['随迁子女人数', '2021年', ['湖州市']],
  ]);
});
