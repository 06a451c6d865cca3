import { expect, test } from 'vitest';
import type { Indicator } from '../../shared/figures/catalogue.ts';
import { createFormulaLanguage } from '../../shared/figures/formula/language.ts';
import type { FormulaProblem } from '../../shared/figures/formula/syntax.ts';
import { indicators, regions } from '../support/small-data.ts';

const [sample] = indicators;
if (sample === undefined) throw new Error('no indicator');

function named(id: number, name: string, formula: string | null = null, unit = '人'): Indicator {
  return { ...sample, id, code: `n${id}`, name, aliases: [], formula, unit } as Indicator;
}

function problemsOf(formula: string, catalogue: readonly Indicator[]): readonly FormulaProblem[] {
  const checked = createFormulaLanguage({ indicators: catalogue, regions, namedSet: () => undefined }).check(formula);
  return checked.ok ? [] : checked.error;
}

const stages = ['学前', '小学', '初中', '普高', '中职'];
const owners = ['公办', '民办', '普惠', '城区', '镇区', '乡村', '寄宿', '走读', '随迁', '留守'];
const counts = [
  '在校生人数',
  '招生人数',
  '毕业生人数',
  '专任教师人数',
  '班级数',
  '教室数',
  '操场面积',
  '图书册数',
  '转入人数',
  '转出人数',
];
const many = stages.flatMap((stage) => owners.flatMap((owner) => counts.map((count) => owner + stage + count)));

test.each([
  ['公办小学在校生数', '公办小学在校生人数'],
  ['公办小学在校身人数', '公办小学在校生人数'],
  ['民办初中专任老师人数', '民办初中专任教师人数'],
  ['乡村小学班极数', '乡村小学班级数'],
  ['留守初中转入学人数', '留守初中转入人数'],
])('among 500 names %s is taken for %s', (wrong, right) => {
  const catalogue = many.map((name, at) => named(at + 1, name));
  expect(catalogue).toHaveLength(500);
  const [problem] = problemsOf(`1人 + ${wrong}`, catalogue);
  expect(problem).toMatchObject({ code: 'unknown-name', span: { start: 5, end: 5 + wrong.length } });
  expect(problem?.message).toContain(`“${right}”`);
});

test('a circle of derived indicators is named, from wherever it is met', () => {
  const catalogue = [
    named(1, '甲数', '乙数 + 1'),
    named(2, '乙数', '丙数 × 2'),
    named(3, '丙数', '甲数 - 1'),
    named(4, '外数', '甲数 + 1'),
  ];
  const messages = ['甲数', '乙数', '外数'].map((name) => problemsOf(name, catalogue)[0]);
  expect(messages).toMatchObject([{ code: 'cycle' }, { code: 'cycle' }, { code: 'cycle' }]);
  expect(messages[0]?.message).toBe('指标之间循环引用：甲数 → 乙数 → 丙数 → 甲数。请改其中一个的算式。');
  expect(messages[2]?.message).toContain('甲数 → 乙数 → 丙数 → 甲数');
});

test('a chain of 32 derived indicators is read, one of 33 is refused', () => {
  const chain = Array.from({ length: 33 }, (_, at) =>
    named(at + 1, `数${at + 1}号`, at === 0 ? null : `数${at}号 + 1`),
  );
  expect(problemsOf('数33号', chain)).toEqual([]);
  const longer = [...chain, named(34, '数34号', '数33号 + 1')];
  expect(problemsOf('数34号', longer)).toMatchObject([{ code: 'too-deep' }]);
});

test('an indicator whose own formula is wrong says so where it is used', () => {
  const catalogue = [
    named(1, '总数'),
    named(2, '金额', null, '万元'),
    named(3, '坏数', '总数 + 金额'),
    named(4, '错位', '金额'),
  ];
  expect(problemsOf('坏数 + 总数', catalogue)).toMatchObject([
    {
      code: 'unit-mismatch',
      message: '指标“坏数”的算式有误：单位不一致，不能相加：人 与 万元。',
      span: { start: 0, end: 2 },
    },
  ]);
  expect(problemsOf('错位', catalogue)[0]?.message).toBe('指标“错位”的单位是“人”，它的算式得出的却是“万元”。');
});

test('an indicator must not hide that members are left out', () => {
  const catalogue = [named(1, '总数'), named(2, '部分数', '合计(下级, 总数, 允许缺)')];
  expect(problemsOf('占比(部分数, 总数)', catalogue)).toMatchObject([
    { code: 'argument-kind', message: '指标“部分数”的算式里不能写“允许缺”，请在报告的算式里写。' },
  ]);
});

test('64 levels of nesting are read, 65 are refused, with the place', () => {
  const nested = (levels: number) => `${'('.repeat(levels)}1${')'.repeat(levels)}`;
  expect(problemsOf(nested(63), indicators)).toEqual([]);
  expect(problemsOf(nested(64), indicators)).toMatchObject([{ code: 'too-deep', span: { start: 64 } }]);
});

test('2000 characters are read, 2001 are refused, with the place where it is too long', () => {
  const long = (length: number) => `1${'+1'.repeat((length - 1) / 2)}${length % 2 === 0 ? ' ' : ''}`;
  expect(problemsOf(long(1999), indicators)).toEqual([]);
  expect(problemsOf(long(2001), indicators)).toMatchObject([{ code: 'too-long', span: { start: 2000, end: 2001 } }]);
});
