import { expect, test } from 'vitest';
import { proposedUnit } from '../../../electron/core/importing/recognising/proposed-unit.ts';
import { onlyTable } from './fixture.ts';

const silent = { heading: null, figures: null, whole: null, titles: [], catalogue: new Set<string>() };

test.each([
  ['抽查学校数', '所'],
  ['小学班级数', '个'],
  ['借读人数', '人'],
  ['早餐补贴人次', '人次'],
  ['午休率', '%'],
  ['走读比例', '%'],
  ['走读学生数', '人'],
  ['校车数', '辆'],
  ['午餐经费', ''],
  ['操场面积', ''],
  ['走读', ''],
])('a heading %s without any unit proposes “%s”', (name, unit) => {
  expect(proposedUnit(name, silent)).toBe(unit);
});

test.each([
  ['午餐经费', ['人', '万元'], '万元'],
  ['午餐经费', ['元'], '元'],
  ['抽查学校数', ['人'], '所'],
  ['借读人数', ['所', '万人'], '万人'],
  ['操场面积', ['人', '平方米'], '平方米'],
  ['走读', ['人'], '人'],
  ['走读', ['人', '所'], ''],
])('under the titles a heading %s takes the unit that it can be told in', (name, titles, unit) => {
  expect(proposedUnit(name, { ...silent, titles })).toBe(unit);
});

test('what stands nearest to the figures goes first, and brackets that hold no unit say nothing', () => {
  expect(proposedUnit('藏书', { ...silent, heading: '万册', titles: ['人'] })).toBe('万册');
  expect(proposedUnit('抽查学校数', { ...silent, heading: '含分校' })).toBe('所');
  expect(proposedUnit('走读', { ...silent, figures: '人', whole: '所' })).toBe('人');
  expect(proposedUnit('走读', { ...silent, whole: '人', titles: ['所'] })).toBe('人');
  expect(proposedUnit('补贴', { ...silent, heading: '元/餐', catalogue: new Set(['元/餐']) })).toBe('元/餐');
});

test.each([
  ['in brackets', '2021年\n地区,住校人数,抽查点（处）\n东山县,5,6\n'],
  ['in brackets that say so', '2021年\n地区,住校人数,抽查点（单位：处）\n东山县,5,6\n'],
  ['in a row of units', '2021年\n地区,住校人数,抽查点\n（单位）,（人）,（处）\n东山县,5,6\n'],
  ['behind the figures', '2021年\n地区,住校人数,抽查点\n东山县,5,6处\n'],
])('the unit of a proposed indicator may stand %s', (_, text) => {
  const question = onlyTable(text).questions.find(({ kind }) => kind === 'indicator');
  expect(question).toMatchObject({ proposal: { name: '抽查点', unit: '处' } });
});
