import { expect, test } from 'vitest';
import type { ImportQuestion } from '../../../electron/core/importing/mapping.ts';
import { indicators, onlyTable } from './fixture.ts';

const girls = { baseId: 1, dimensions: { 性别: '女' } };

function never(): never {
  throw new Error('there are indicators');
}

/** `其中小学 → 小学住校人数`, `其中女 + 女住校人数（人）`: what is offered first, and what would be made. */
function offers(questions: readonly ImportQuestion[]): readonly string[] {
  return questions.flatMap((question) => {
    if (question.kind !== 'indicator') return [];
    const [first] = question.suggestions;
    const { text, proposal } = question;
    return [proposal ? `${text} + ${proposal.name}（${proposal.unit}）` : `${text} → ${first ?? '-'}`];
  });
}

test('the part of the total beside it is the first offer, and is not made anew', () => {
  const table = onlyTable('2021年统计\n地区,住校人数,其中小学,其中公办\n东山县,5,3,2\n');
  expect(offers(table.questions)).toEqual(['其中小学 → 小学住校人数', '其中公办 → 公办住校人数']);
  const plain = onlyTable('2021年统计\n地区,住校人数,小学,初中\n东山县,5,3,2\n');
  expect(offers(plain.questions)).toEqual(['小学 → 小学住校人数', '初中 → 初中住校人数']);
});

test('a part that the catalogue lacks is named in full, and stands in the unit of its whole', () => {
  const table = onlyTable('2021年统计\n地区,住校人数,其中男生,其中女生,其中特殊教育\n东山县,5,3,2,1\n');
  expect(offers(table.questions)).toEqual([
    '其中男生 + 男生住校人数（人）',
    '其中女生 + 女生住校人数（人）',
    '其中特殊教育 + 特殊教育住校人数（人）',
  ]);
  expect(table.questions[0]).toMatchObject({ suggestions: [], proposal: { timing: '时点', group: '住校' } });
});

test('a part of what is itself unknown takes its name and unit', () => {
  const table = onlyTable('2021年统计\n地区,抽查学校数,其中民办,午餐经费（元）,其中补贴额\n东山县,5,3,7,2\n');
  expect(offers(table.questions)).toEqual([
    '抽查学校数 + 抽查学校数（所）',
    '其中民办 + 民办抽查学校数（所）',
    '午餐经费(元) + 午餐经费（元）',
    '其中补贴额 + 补贴额（元）',
  ]);
});

test('a part by another dimension than the heading says is not offered', () => {
  const [question] = onlyTable('2021年住校人数\n地区,住校人数,其中男\n东山县,5,3\n').questions;
  expect(question).toMatchObject({ suggestions: [], proposal: { name: '男住校人数', unit: '人' } });
});

test('what another column already is, is not offered', () => {
  const table = onlyTable('2021年统计\n地区,住校人数,其中小学,小学住校人数\n东山县,5,3,2\n');
  const [question] = table.questions;
  expect(indicators.map(({ name }) => name)).toContain('小学住校人数');
  expect(question?.kind === 'indicator' && question.suggestions).not.toContain('小学住校人数');
});

test('an 其中 that stands behind two totals is asked of each by its whole', () => {
  const table = onlyTable('2021年统计\n地区,住校人数,其中女,伙食补助,其中女\n东山县,5,3,2,1\n');
  expect(offers(table.questions)).toEqual([
    '住校人数/其中女 + 女住校人数（人）',
    '伙食补助/其中女 + 女伙食补助（万元）',
  ]);
});

test('below a title of one stage a part that the catalogue lacks is proposed as that of the stage', () => {
  const table = onlyTable('2021年小学基本情况\n地区,住校人数,女住校人数\n东山县,5,3\n', {
    context: {
      indicators: [
        ...indicators,
        { ...(indicators[0] ?? never()), id: 20, code: 'girls', name: '女住校人数', part: girls },
      ],
    },
  });
  expect(offers(table.questions)).toEqual(['女住校人数 + 小学女住校人数（人）']);
});

test('a bare word below the title of an indicator is counted in its unit', () => {
  const table = onlyTable('2021年住校人数统计\n地区,贫困家庭,操场数\n东山县,5,3\n');
  expect(offers(table.questions)).toEqual(['贫困家庭 + 贫困家庭（人）', '操场数 + 操场数（）']);
});

test('an 其中 with nothing beside it is of what the title speaks of', () => {
  const table = onlyTable('2021年住校人数统计\n地区,其中特殊教育\n东山县,5\n');
  expect(offers(table.questions)).toEqual(['其中特殊教育 + 特殊教育住校人数（人）']);
});
