import { expect, test } from 'vitest';
import { gapsOf } from '../../renderer/src/screens/report/gaps.ts';

const figure = (id: string, missing: string | null) => ({
  id,
  missing,
  formula: '人数',
  text: '',
  value: null,
  unit: null,
  sources: [],
});

test('what several figures lack is listed once, with all of them', () => {
  const figures = [figure('f1', '未报：甲'), figure('f2', null), figure('f3', '未报：乙'), figure('f4', '未报：甲')];
  expect(gapsOf(figures)).toEqual([
    { missing: '未报：甲', figureIds: ['f1', 'f4'] },
    { missing: '未报：乙', figureIds: ['f3'] },
  ]);
});
