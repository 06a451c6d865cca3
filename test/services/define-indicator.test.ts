import { expect, test } from 'vitest';
import { createDataView } from '../../electron/core/database/data-view.ts';
import { type DefineRequest, defineIndicator } from '../../electron/core/services/define-indicator.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import { describeFailure } from '../../shared/text/failures/index.ts';
import { expectFailure, expectValue, newBureau } from '../database/fixture.ts';

const request: DefineRequest = {
  name: '校车数',
  unit: '辆',
  code: null,
  aliases: [],
  formula: null,
  decimals: null,
  timing: null,
  aggregation: null,
  better: null,
  group: null,
  definition: null,
  base: null,
  dimensions: [],
  shipped: [],
};

/** A bureau that also has 小学随迁子女人数, a part of 随迁子女人数. */
function bureau() {
  const made = newBureau();
  const { workspace, children } = made;
  const part = { baseId: children.id, dimensions: { 学段: '小学' } };
  workspace.indicators.insert({ ...children, code: 'primary', name: '小学随迁子女人数', aliases: [], part });
  workspace.namedSets.put('城区', []);
  return made;
}

function refusal(change: Partial<DefineRequest>): string {
  const { workspace } = bureau();
  const before = workspace.indicators.all();
  const text = describeFailure(expectFailure(defineIndicator(workspace, { ...request, ...change })));
  expect(workspace.indicators.all()).toEqual(before);
  return text;
}

test('what was not said follows from unit and formula', () => {
  const { workspace } = bureau();
  const define = (change: Partial<DefineRequest>) => expectValue(defineIndicator(workspace, { ...request, ...change }));
  expect(define({})).toMatchObject({
    code: 'own_1',
    scale: 0,
    shownDecimals: 0,
    timing: '时点',
    aggregation: '合计',
    formula: null,
    better: null,
    group: '',
    part: null,
  });
  expect(define({ name: '每车人数', unit: '人/辆', formula: '随迁子女人数 ÷ 校车数' })).toMatchObject({
    code: 'own_2',
    shownDecimals: 2,
    aggregation: '加权',
    timing: '时点',
  });
  expect(define({ name: '人均资助', unit: '元/人', formula: '资助金额 ÷ 随迁子女人数' })).toMatchObject({
    timing: '时期',
  });
  expect(define({ name: '满意率', unit: '%' })).toMatchObject({ aggregation: '不可加', shownDecimals: 2 });
  expect(define({ name: '两倍', unit: '人', formula: '随迁子女人数 × 2' })).toMatchObject({ aggregation: '合计' });
});

test('what was said is stored, and can be read by name, alias and part', () => {
  const { workspace, children } = bureau();
  const stored = expectValue(
    defineIndicator(workspace, {
      ...request,
      name: '初中随迁子女人数（含高中）',
      unit: '人',
      code: 'own_junior',
      aliases: ['初中随迁'],
      decimals: '0',
      timing: '时点',
      aggregation: '合计',
      better: '低',
      group: '随迁子女',
      definition: '以学籍为准。',
      base: '随迁子女',
      dimensions: ['学段＝初中', '办别=公办'],
    }),
  );
  expect(stored).toMatchObject({
    code: 'own_junior',
    aliases: ['初中随迁'],
    better: '低',
    group: '随迁子女',
    definition: '以学籍为准。',
    part: { baseId: children.id, dimensions: { 学段: '初中', 办别: '公办' } },
  });
  expect(workspace.indicators.all().at(-1)).toEqual(stored);
  const language = createFormulaLanguage(createDataView(workspace));
  for (const formula of ['初中随迁子女人数(含高中)', '初中随迁', 'own_junior', '随迁子女[办别=公办, 学段=初中]']) {
    expect(expectValue(language.check(`${formula} + 1`))).toMatchObject({ left: { indicator: stored } });
  }
});

test('a part of a part is one of the whole', () => {
  const { workspace, children } = bureau();
  const change = { name: '小学公办随迁', unit: '人', base: '小学随迁子女人数', dimensions: ['办别=公办'] };
  expect(expectValue(defineIndicator(workspace, { ...request, ...change })).part).toEqual({
    baseId: children.id,
    dimensions: { 学段: '小学', 办别: '公办' },
  });
});

test.each<[string, Partial<DefineRequest>]>([
  ['已经有名为“随迁子女人数”的指标', { name: '随迁子女人数' }],
  ['“随迁子女”已经是指标“随迁子女人数”的别名或代码', { aliases: ['随迁子女'] }],
  ['“funds”已经是指标“资助金额”的别名或代码', { code: 'funds' }],
  ['“占比”在算式里是函数', { name: '占比' }],
  ['“下级”在算式里是范围', { name: '下级' }],
  ['“城区”在算式里是范围', { name: '城区' }],
  ['“允许缺”在算式里是关键字', { aliases: ['允许缺'] }],
  ['“汇总”在算式里是口径', { name: '汇总' }],
  ['“地区”在算式里是特定的名称', { name: '地区' }],
  ['“上年”在算式里是期', { name: '上年' }],
  ['“2021年”在算式里是期', { name: '2021年' }],
  ['是空的', { name: ' ' }],
  ['里有“[”', { name: '校车[上年]' }],
  ['里有“,”', { name: '校车，数' }],
  ['里有引号', { name: '“校车”数' }],
  ['里有看不见的符号', { name: '校车\n数' }],
  ['括号没有配对', { name: '校车数（辆' }],
  ['本身就能当作算式读', { name: '随迁子女人数-小学随迁子女人数' }],
  ['本身就能当作算式读', { name: '100' }],
  ['代码“1a”不合写法', { code: '1a' }],
  ['“5人”不能作单位', { unit: '5人' }],
  ['小数位“7”不对', { decimals: '7' }],
  ['“--timing”不能写“年末”。可以写：时点、时期', { timing: '年末' }],
  ['“--better”不能写“多”', { better: '多' }],
  ['没有名为“校车”的指标', { formula: '校车 × 2' }],
  ['第 1 个字：单位不一致', { formula: '随迁子女人数 + 资助金额' }],
  ['的单位是“辆”，它的算式得出的却是“人”', { formula: '随迁子女人数 × 2' }],
  ['得出的不是数', { formula: '随迁子女人数 > 2' }],
  ['指标之间循环引用：校车数 → 校车数', { formula: '校车数 + 1' }],
  ['各地的“%”不能相加。没有保存。请把汇总改为“不可加”', { unit: '%', aggregation: '合计' }],
  ['请把汇总改为“加权”', { name: '率', unit: '%', formula: '占比(随迁子女人数, 随迁子女人数)', aggregation: '合计' }],
  ['没有算式', { aggregation: '加权' }],
  ['要同时写', { base: '随迁子女人数' }],
  ['要同时写', { dimensions: ['学段=小学'] }],
  ['“小学”不是维度', { unit: '人', base: '随迁子女人数', dimensions: ['小学'] }],
  ['已经是指标“小学随迁子女人数”', { unit: '人', base: '随迁子女人数', dimensions: ['学段=小学'] }],
  ['不能作它的一部分', { base: '随迁子女人数', dimensions: ['学段=高中'] }],
])('refused with “%s”', (sentence, change) => {
  expect(refusal(change)).toContain(sentence);
});

test('a circle through indicators that waited for the new one is refused, with its chain', () => {
  const { workspace, children } = bureau();
  workspace.indicators.insert({ ...children, code: 'a', name: '甲', aliases: [], formula: '乙 × 2' });
  workspace.indicators.insert({ ...children, code: 'c', name: '丙', aliases: [], formula: '甲 - 1' });
  const failure = expectFailure(defineIndicator(workspace, { ...request, name: '乙', unit: '人', formula: '丙 + 1' }));
  expect(describeFailure(failure)).toBe(
    '指标之间循环引用：乙 → 丙 → 甲 → 乙。请改其中一个的算式。没有保存。请改正算式。',
  );
});

test('a name that would change what a formula says is refused', () => {
  const { workspace, children } = bureau();
  workspace.indicators.insert({ ...children, code: 'a', name: '甲', aliases: [] });
  workspace.indicators.insert({ ...children, code: 'b', name: '乙', aliases: [], formula: '甲 × 2 + 甲' });
  const failure = expectFailure(defineIndicator(workspace, { ...request, name: '甲 × 2 +', unit: '人' }));
  expect(describeFailure(failure)).toBe(
    '有了“甲 × 2 +”这个名称，算式“甲 × 2 + 甲”的意思就变了，没有保存。请换一个名称。',
  );
});
