import { expect, onTestFinished, test } from 'vitest';
import { bindNumbers } from '../../shared/proofreading/data/bind-numbers.ts';
import { dataRules } from '../../shared/proofreading/data/rules.ts';
import { proofread } from '../../shared/proofreading/proofread.ts';
import { type Draft, draftOf } from '../../shared/proofreading/reading/draft.ts';
import { draftOfText } from '../../shared/proofreading/reading/draft-of-text.ts';
import type { ReportScope } from '../../shared/report/scope.ts';
import { type BuiltInReport, builtInReports, filler, openSample } from './changing-data.ts';

const [cityReport, countyReport] = builtInReports;

/** 湖州市 2021年 or 永宁县 2024年 of the sample. */
function scopeOf(report: BuiltInReport): ReportScope {
  const workspace = openSample();
  onTestFinished(() => workspace.close());
  return filler(workspace, report).scope(new Map());
}

/** Each number of a text on 湖州市 2021年 (or 永宁县 2024年) with what is known of it. */
function bound(text: string, report: BuiltInReport = cityReport): readonly string[] {
  return bindNumbers(draftOfText(text), scopeOf(report)).map(
    ({ text: number, binding }) => `${number} ${binding.kind}`,
  );
}

test.each([
  ['names an indicator', '全市随迁子女80605人。', ['80605人 agrees']],
  ['names it with other words about it', '全市小学、初中共有随迁子女80605人。', ['80605人 agrees']],
  ['is wrong among other words', '全市小学、初中共有随迁子女80650人。', ['80650人 differs']],
  ['says another number', '全市随迁子女80650人。', ['80650人 differs']],
  ['is rounded', '全市公办就读比例约为80.8%，随迁子女8.06万人。', ['80.8% agrees', '8.06万人 agrees']],
  ['names a member', '吴兴区随迁子女26432人。', [expect.stringMatching(/^26432人 (?:agrees|differs|unbound)$/)]],
  ['names a year', '2020年全市随迁子女78312人。', ['78312人 agrees']],
  ['says last year', '上年全市随迁子女78312人。', ['78312人 agrees']],
  ['takes last year for this', '全市随迁子女78312人。', ['78312人 differs']],
  ['says a change', '全市随迁子女增长2.93%，公办就读比例提高1.75个百分点。', ['2.93% agrees', '1.75个百分点 agrees']],
  ['is another group', '全市报名参加中考的随迁子女为4987人。', ['4987人 agrees']],
  ['is a target', '全市公办就读比例要达到90%。', ['90% agrees']],
  ['is to come', '公办学校就读人数需再增加7448人。', ['7448人 unbound']],
  [
    'is a distance',
    '全市公办就读比例80.76%，对照90%的目标，目前还差9.42个百分点。',
    ['80.76% agrees', '90% agrees', '9.42个百分点 differs'],
  ],
  ['is nothing in the data', '全市共有校车36辆。', ['36辆 unbound']],
])('a number that %s', (_, text, expected) => {
  expect(bound(text)).toEqual(expected);
});

test('a county is its own place', () => {
  expect(bound('永宁县初中入学率为99.73%，2023年为99.68%。', countyReport)).toEqual([
    '99.73% agrees',
    '99.68% unbound',
  ]);
});

function rulesOn(draft: Draft): readonly string[] {
  return proofread(draft, { more: dataRules(scopeOf(cityReport)) })
    .filter(({ kind }) => kind === 'data')
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

test.each(['D01', 'D02', 'D04'])('the examples of %s', (id) => {
  const rule = dataRules(scopeOf(cityReport)).find((each) => each.id === id);
  expect(rulesOn(draftOfText(rule?.good ?? ''))).not.toContainEqual(expect.stringContaining(id));
  expect(rulesOn(draftOfText(rule?.bad ?? ''))).toContainEqual(expect.stringContaining(id));
});

test('what the writer declared to be fixed, or the program computed, is not asked for', () => {
  const [{ paragraph } = { paragraph: null }] = draftOfText('全市共有校车36辆，随迁子女80605人。').paragraphs;
  if (paragraph === null) throw new Error('no paragraph');
  const known = [
    { start: 6, end: 9, kind: 'constant' as const, figureId: null, computed: null },
    { start: 14, end: 20, kind: 'figure' as const, figureId: 'f1', computed: null },
  ];
  expect(rulesOn(draftOf([{ ...paragraph, known }]))).toEqual([]);
});

test.each([
  ['2020年，全市新建学校12所。', ['D04 I']],
  ['从年度对比看，2020年全市新建学校12所。', []],
  ['2020年，市教育局印发《关于招生工作的通知》。', []],
  ['2020年新建12所，2021年比2020年多3所。', []],
  ['2021年，全市新建学校12所。', []],
])('a sentence left over from last year: %s', (text, expected) => {
  expect(rulesOn(draftOfText(text)).filter((each) => each.startsWith('D04'))).toEqual(expected);
});
