import { Fraction } from 'fraction.js';
import { expect, test } from 'vitest';
import { sumStep } from '../../shared/figures/explain/member-steps.ts';
import { printStep } from '../../shared/figures/explain/step.ts';
import { numberValue } from '../../shared/figures/quantity.ts';
import { parseUnit } from '../../shared/figures/unit.ts';
import { working } from '../support/explain-small.ts';
import { type Facts, regions } from '../support/small-data.ts';

const facts: Facts = {
  公办就读人数·湖州市·2021年: '65097',
  随迁子女人数·湖州市·2021年: '80605@2021-12-31',
  公办就读人数·湖州市·2020年: '61875',
  随迁子女人数·湖州市·2020年: '78312',
  随迁子女人数·湖州市·2016年: '60000',
  公办就读人数·吴兴区·2021年: '100',
  公办就读人数·南浔区·2021年: '200',
  公办就读人数·德清县·2021年: '200',
  随迁子女人数·吴兴区·2021年: '120',
  随迁子女人数·南浔区·2021年: '300',
  随迁子女人数·德清县·2021年: '301',
  小学入学率·吴兴区·2021年: '99.5',
  小学入学率·南浔区·2021年: '98',
  资助金额·湖州市·2021年: '332.26',
  资助人次·湖州市·2021年: '2000',
  资助人次·湖州市·2020年: '0',
  学校数·湖州市·2021年: '0',
};

const now = ['公办就读人数 65097人（湖州市，2021年）', '随迁子女人数 80605人（湖州市，2021年）'];
const before = ['公办就读人数 61875人（湖州市，2020年）', '随迁子女人数 78312人（湖州市，2020年）'];
const ratio = '公办就读比例 = 公办就读人数 ÷ 随迁子女人数';
const shareNow = '65097 ÷ 80605 = 80.7604…%';
const roundedNow = '80.7604…% → 80.76%，四舍五入保留两位小数';

test('a share tells both numbers, the division cut before it is rounded, and the rounding', () => {
  expect(working('占比(公办就读人数, 随迁子女人数)', facts)).toEqual([...now, shareNow, roundedNow]);
});

test('a value that is recorded, or that ends, has no step of rounding', () => {
  expect(working('随迁子女人数', facts)).toEqual([now[1]]);
  expect(working('随迁子女人数 - 公办就读人数', facts)).toEqual([now[1], now[0], '80605 − 65097 = 15508']);
});

test('nested formulas go from the innermost part outwards', () => {
  expect(working('(122 + 32 + 22) ÷ 179', facts)).toEqual([
    '122 + 32 + 22 = 176',
    '176 ÷ 179 = 0.9832…',
    '0.9832… → 0.98，四舍五入保留两位小数',
  ]);
});

test('a value near nothing keeps digits enough to divide by', () => {
  expect(working('2 ÷ (1 ÷ 70001)', facts).slice(0, 2)).toEqual(['1 ÷ 70001 = 0.0000142…', '2 ÷ 0.0000142… = 140002']);
});

test('a derived indicator is a step of its own name, and is taken apart once for each period', () => {
  const difference = '80.76% − 79.01% = 1.75个百分点（按印出的数相减）';
  const shareBefore = '61875 ÷ 78312 = 79.0108…%';
  expect(working('百分点(公办就读比例)', facts)).toEqual([
    ratio,
    ...now,
    shareNow,
    ...before,
    shareBefore,
    roundedNow,
    '79.0108…% → 79.01%，四舍五入保留两位小数',
    difference,
  ]);
  expect(working('公办就读比例 - 公办就读比例[上年]', facts).at(-1)).toBe(difference);
  expect(working('增减(公办就读比例, 按原始值)', facts).slice(-2)).toEqual([
    '80.7604…% − 79.0108…% = 1.7496…个百分点（按原始值相减）',
    '1.7496…个百分点 → 1.75个百分点，四舍五入保留两位小数',
  ]);
});

test('growth and average growth are written with the values of both years', () => {
  expect(working('同比(随迁子女人数)', facts)).toEqual([
    now[1],
    before[1],
    '(80605 − 78312) ÷ 78312 = 2.9280…%',
    '2.9280…% → 2.93%，四舍五入保留两位小数',
  ]);
  expect(working('年均增速(随迁子女人数, 2016年, 2021年)', facts)[2]).toBe('(80605 ÷ 60000)^(1/5) − 1 = 6.0821…%');
});

test('a gap is what the target asks for, from the printed rate', () => {
  expect(working('差距(公办就读比例, 90%)', facts).slice(-2)).toEqual([
    roundedNow,
    '90% − 80.76% = 9.24个百分点（按印出的数相减）',
  ]);
});

const members: readonly (readonly [string, readonly string[]])[] = [
  ['合计(下级, 随迁子女人数)', ['随迁子女人数（2021年）：吴兴区120 + 南浔区300 + 德清县301 = 721']],
  ['随迁子女人数[汇总]', ['随迁子女人数[汇总]（2021年）：吴兴区120 + 南浔区300 + 德清县301 = 721']],
  [
    '平均(下级, 随迁子女人数)',
    [
      '随迁子女人数（2021年）：(吴兴区120 + 南浔区300 + 德清县301) ÷ 3 = 240.3333…',
      '240.3333…人 → 240.33人，四舍五入保留两位小数',
    ],
  ],
  [
    '最大(下级, 小学入学率, 允许缺)',
    ['小学入学率（2021年）由高到低：第1位吴兴区99.50%、第2位南浔区98%；德清县没有数据，未列入'],
  ],
  ['最低(小学入学率)', ['小学入学率（2021年）由低到高：第1位南浔区98%、第2位吴兴区99.50%；德清县没有数据，未列入']],
  ['列举(小学入学率)', ['小学入学率（2021年）按目录顺序：吴兴区99.50%、南浔区98%、德清县未报']],
  [
    '个数(下级, 公办就读人数 > 100)',
    ['公办就读人数 > 100（2021年）：满足的有2个（南浔区、德清县），不满足的有1个（吴兴区）'],
  ],
  ['前几(公办就读人数, 1)', ['公办就读人数（2021年）由高到低：第1位南浔区200人、第1位德清县200人、第3位吴兴区100人']],
];

test.each(members)('%s names its members with their values, ties and who has none', (formula, steps) => {
  expect(working(formula, facts)).toEqual(steps);
});

test('of many members the first six are named, and the rest is counted', () => {
  const [, home] = regions;
  if (home === undefined) throw new Error('no region');
  const members = Array.from({ length: 8 }, (_, at) => ({
    region: { ...home, id: 100 + at, name: `第${at + 1}` },
    quantity: numberValue(new Fraction(at + 1), parseUnit('人'), 0),
  }));
  const result = numberValue(new Fraction(36), parseUnit('人'), 0);
  expect(printStep(sumStep({ members, result, subject: '人数' }, (sum) => sum))).toBe(
    '人数：第1 1 + 第2 2 + 第3 3 + 第4 4 + 第5 5 + 第6 6 + … 等8个区县 = 36',
  );
});

test('a rank tells the own value, then the order it comes from', () => {
  expect(working('排名(随迁子女人数, 升)', facts, null, '南浔区')).toEqual([
    '随迁子女人数 300人（南浔区，2021年）',
    '随迁子女人数（2021年）由低到高：第1位吴兴区120人、第2位南浔区300人、第3位德清县301人',
  ]);
});

test('rates that would print alike are told apart in an order', () => {
  const close = { 小学入学率·吴兴区·2021年: '99.501', 小学入学率·南浔区·2021年: '99.502' };
  expect(working('最高(小学入学率)', close)[0]).toContain('第1位南浔区99.502%、第2位吴兴区99.501%');
});

test('a value in another unit is converted before it is used', () => {
  expect(working('缺省(资助金额[2030年], 5000元)', facts).slice(0, 3)).toEqual([
    '资助金额 未报（湖州市，2030年）',
    '资助金额[2030年]没有数，改用缺省的 5000元',
    '5000元 = 0.5万元（换算单位）',
  ]);
});

test('the branch that was taken is told with its reason', () => {
  expect(working('若(公办就读比例 >= 80%, “达标”, “未达标”)', facts)).toEqual([
    ratio,
    ...now,
    shareNow,
    roundedNow,
    '80.76% ≥ 80%（比例按印出的数比较），成立',
    '条件“公办就读比例 ≥ 80%”成立，取前一种结果：“达标”',
  ]);
  expect(working('缺省(小学入学率, 95%)', facts)).toEqual([
    '小学入学率 未报（湖州市，2021年）',
    '小学入学率没有数，改用缺省的 95%',
  ]);
  expect(working('且(随迁子女人数 > 5, 公办就读人数 < 100)', facts).at(-1)).toBe('有一个条件不成立，所以“且”不成立');
  expect(working('非(有数(小学入学率))', facts)).toEqual([
    '小学入学率 未报（湖州市，2021年）',
    '小学入学率有数，不成立',
    '并非“有数(小学入学率)”，成立',
  ]);
});

test('rounding functions are steps of their own', () => {
  expect(working('四舍五入(随迁子女人数, -3)', facts).at(-1)).toBe('80605人 → 81000人，四舍五入到千位');
  expect(working('向上取整(公办就读比例)', facts).at(-1)).toBe('80.7604…% → 81%，向上取整');
  expect(working('绝对值(公办就读人数 - 随迁子女人数)', facts).at(-1)).toBe('-15508人 → 15508人，取绝对值');
  expect(working('截至日(随迁子女人数)', facts)).toEqual(['随迁子女人数截至日 2021年12月31日（湖州市，2021年）']);
});

test('units stand where the equation would be wrong without them', () => {
  expect(working('资助金额 ÷ 资助人次', facts).at(-1)).toBe('332.26万元 ÷ 2000人次 = 1661.3元/人次');
  expect(working('资助金额 - 200元', facts).at(-1)).toBe('332.26万元 − 200元 = 332.24万元');
  expect(working('-随迁子女人数 × 2', facts).at(-1)).toBe('(-80605) × 2 = -161210');
});

test('a working without an end says where it broke off and what is to be filled in', () => {
  expect(working('占比(公办就读人数, 随迁子女人数[2030年])', facts)).toEqual([
    now[0],
    '随迁子女人数 未报（湖州市，2030年）',
    '算到这里中断：缺数据，请补填 随迁子女人数·湖州市·2030年',
  ]);
  expect(working('合计(下级, 学校数)', facts)).toEqual([
    '合计(下级, 学校数) 未报（学校数·吴兴区、南浔区、德清县·2021年）',
    '算到这里中断：缺数据，请补填 学校数·吴兴区、南浔区、德清县·2021年',
  ]);
});

test('a denominator of zero, a place that is none and a base of zero end the working with their reason', () => {
  expect(working('比值(随迁子女人数, 学校数)', facts).slice(-2)).toEqual([
    '随迁子女人数 ÷ 学校数 分母为零',
    '算到这里中断：分母为零',
  ]);
  expect(working('第几(公办就读人数, 5)', facts).at(-1)).toBe('算到这里中断：没有第5位');
  expect(working('同比(资助人次)', facts).at(-1)).toBe('算到这里中断：增加2000人次（上年为零，不计算增幅）');
});

test('what a format does to the number is told last: conversion, rounding, words', () => {
  expect(working('随迁子女人数', facts, '万人').slice(1)).toEqual([
    '80605人 = 8.0605万人（换算单位）',
    '8.0605万人 → 8.06万人，四舍五入保留两位小数',
  ]);
  expect(working('同比(随迁子女人数)', facts, '升降词').at(-1)).toBe('2.93% → 写作“增长2.93%”');
  expect(working('占比(公办就读人数, 随迁子女人数)', facts, '1位小数').at(-1)).toBe(
    '80.7604…% → 80.8%，四舍五入保留一位小数',
  );
});

test('a difference in another unit is worked out from the numbers printed in it', () => {
  const steps = working('增减(随迁子女人数)', facts, '万人|1位小数|增减词');
  expect(steps.slice(-2)).toEqual(['8.1万人 − 7.8万人 = 0.3万人（按印出的数相减）', '0.3万人 → 写作“增加0.3万人”']);
});
