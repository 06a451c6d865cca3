import { expect, test } from 'vitest';
import { describeQuestion } from '../../../electron/core/importing/describe-question.ts';
import { periodOf } from '../../../electron/core/importing/recognising/stated-periods.ts';
import { readTitlePeriods } from '../../../electron/core/importing/recognising/title-periods.ts';
import { onlyTable } from './fixture.ts';

const labels = (periods: readonly { readonly label: string }[]) => periods.map(({ label }) => label);

test.each([
  ['2024年1-6月情况', '2024年上半年'],
  ['2024年1至6月', '2024年上半年'],
  ['2024年7月—12月', '2024年下半年'],
  ['2024年1-12月情况', '2024年'],
  ['2024年一至三月', '2024年第一季度'],
  ['2024年4-6月份', '2024年第二季度'],
  ['2024年Q1', '2024年第一季度'],
  ['2024年三季度', '2024年第三季度'],
  ['2024年第3季度', '2024年第三季度'],
  ['2024年（上半年）', '2024年上半年'],
  ['2024年六月', '2024年6月'],
  ['2024年春季', '2024年春季学期'],
  ['2024年秋季学期', '2024年秋季学期'],
  ['2024/2025学年', '2024—2025学年'],
  ['2024至2025学年', '2024—2025学年'],
  ['2024―2025学年', '2024—2025学年'],
  ['2024－2025学年', '2024—2025学年'],
  ['2024～2025学年度', '2024—2025学年'],
  ['2024-25学年', '2024—2025学年'],
  ['2024/2025学年初', '2024—2025学年'],
  ['2024-2025学年第一学期', '2024年秋季学期'],
  ['2024学年第二学期', '2025年春季学期'],
  ['2024学年（下学期）', '2025年春季学期'],
  ['2024年末', '2024年'],
  ['2024年度初中情况', '2024年'],
  ['2024年1-6年级', '2024年'],
  ['2024年10-12岁儿童', '2024年'],
  ['2024年春节慰问', '2024年'],
  ['2024年12所学校', '2024年'],
  ['上半年情况（2024年上半年）', '2024年上半年'],
])('%s is %s', (title, label) => {
  expect(readTitlePeriods([title])).toMatchObject({ periods: [{ label }], unclear: [] });
});

test.each([
  ['2024年前三季度情况', ['2024年']],
  ['2024年3-5月', ['2024年']],
  ['2024年3、4月', ['2024年']],
  ['2024年1-3季度', ['2024年']],
  ['2024年上学期', ['2024年春季学期', '2024年秋季学期']],
  ['2024年第一学期', ['2024年春季学期', '2024年秋季学期']],
  ['2024年半年报', ['2024年上半年', '2024年下半年', '2024年']],
  ['2024年寒假', ['2024年']],
  ['2024年第1期', ['2024年']],
  ['2024年以来', ['2024年']],
  ['2024年初', ['2024年']],
  ['2022-2024年学生情况', ['2022年', '2023年', '2024年']],
  ['2022年至2024年', ['2022年', '2023年', '2024年']],
  ['2022、2023和2024年', ['2022年', '2023年', '2024年']],
  ['2023/2024年情况', ['2023年', '2024年']],
  ['2024年9月-2025年6月', ['2024年', '2025年']],
  ['2021-2024学年', ['2021年', '2022年', '2023年', '2024年']],
  ['1992-2023年', []],
])('%s names no one period of ours', (title, candidates) => {
  const { periods, unclear } = readTitlePeriods([title]);
  expect(periods).toEqual([]);
  expect(unclear.flatMap((each) => labels(each.candidates))).toEqual(candidates);
});

test.each([
  '填报时间：2025年',
  '填报日期：2025年1月8日',
  '制表日期：2025年1月',
  '2025年1月填报',
  '德清县教育局 2025年1月',
  '截至2024年6月底',
  '截至2024年12月31日',
  '2024年9月1日至2025年1月10日',
])('%s says nothing of the period', (title) => {
  expect(readTitlePeriods([title])).toMatchObject({ periods: [], unclear: [] });
});

test('a part of the year in a title of its own makes the year unclear, unless they agree', () => {
  const { unclear } = readTitlePeriods(['2024年学生情况', '（1-6月）']);
  expect(unclear.map(({ candidates }) => labels(candidates))).toEqual([['2024年上半年', '2024年']]);
  expect(readTitlePeriods(['2024年上半年学生情况', '（1-6月）']).unclear).toEqual([]);
  expect(readTitlePeriods(['2024年学生情况', '请于9月30日前报送']).unclear).toEqual([]);
});

test('headings and labels name parts of a year too, alone or under a year', () => {
  expect(periodOf('2024/2025学年', null)?.label).toBe('2024—2025学年');
  expect(periodOf('2024年1-6月', null)?.label).toBe('2024年上半年');
  expect(periodOf('Q2', 2024)?.label).toBe('2024年第二季度');
  expect(periodOf('1-6月', 2024)?.label).toBe('2024年上半年');
  expect(periodOf('1-5月', 2024)).toBeNull();
  expect(periodOf('2024年1-5月', null)).toBeNull();
  expect(periodOf('2024年学生数', null)).toBeNull();
  expect(periodOf('春游人数', 2024)).toBeNull();
});

test('the question of a plan says what is wrong with it', () => {
  const question = { kind: 'period' as const, id: 'period:#1', table: '#1', candidates: ['2024年'], plan: '计划' };
  expect(describeQuestion(question)).toMatchObject({
    title: expect.stringContaining('“计划”'),
    detail: expect.stringContaining('不是实际数'),
    choices: [{ answer: { kind: 'use', name: '2024年' } }],
  });
});

test.each([
  ['截至2024年6月底', '2024-06-30'],
  ['（截至2024年2月末）', '2024-02-29'],
  ['截至2024年6月', null],
])('%s gives the day %s, and the year to choose', (title, asOf) => {
  const table = onlyTable(`${title}\n地区,住校人数\n东山县,5\n`);
  expect(table).toMatchObject({ asOf, period: null, questions: [{ kind: 'period', candidates: ['2024年'] }] });
});
