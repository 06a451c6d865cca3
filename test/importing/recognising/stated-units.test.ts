import { expect, test } from 'vitest';
import { unitsIn } from '../../../electron/core/importing/recognising/stated-units.ts';

test('a title states the unit of its figures in brackets at its end', () => {
  expect(unitsIn(['各区县资助金额（元）'])).toEqual(['元']);
  expect(unitsIn(['2021年资助情况(人次、万元)'])).toEqual(['人次', '万元']);
});

test('a bracket that holds no unit, or stands in the middle, states none', () => {
  expect(unitsIn(['随迁子女情况（一）', '资助情况（示例）', '（元）以下各表'])).toEqual([]);
});
