import { expect, test } from 'vitest';
import { readGrid } from '../../../electron/core/importing/reading/read-grid.ts';
import {
  importRegionsUndoably,
  undoRegionImport,
} from '../../../electron/core/services/catalogue/region-table/undo-region-import.ts';
import { makePeriod } from '../../../shared/figures/period.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { expectFailure, expectValue, newBureau } from '../../database/fixture.ts';

const table = expectValue(
  readGrid(
    new TextEncoder().encode(
      '代码,名称,级别,上级,别名,性质,计入合计\n330500,湖州市,市,浙江省,湖城,,\n,南太湖新区,县,3305,新区,开发区,是\n,甲校,校,南太湖新区,,,',
    ),
    '地区.csv',
  ),
);

test('a whole list of regions is taken back in one step', () => {
  const { workspace } = newBureau();
  const before = workspace.regions.all();
  const done = expectValue(importRegionsUndoably(workspace, table, []));
  expect(done.added.map(({ name }) => name)).toEqual(['南太湖新区', '甲校']);
  expect(done.changed.map(({ after }) => after.name)).toContain('湖州市');
  expectValue(undoRegionImport(workspace, done, []));
  expect(workspace.regions.all()).toEqual(before);
});

test('nothing is taken back where a figure or a later change stands in the way', () => {
  const { workspace, children } = newBureau();
  const done = expectValue(importRegionsUndoably(workspace, table, []));
  const school = done.added.find(({ name }) => name === '甲校');
  if (school === undefined) throw new Error('bad fixture');
  const refused = () => {
    const present = workspace.regions.all();
    const text = describeFailure(expectFailure(undoRegionImport(workspace, done, [])));
    expect(workspace.regions.all()).toEqual(present);
    return text;
  };
  const place = { indicatorId: children.id, regionId: school.id, period: makePeriod('自然年', 2023) };
  const cell = { kind: 'value', decimal: '5' } as const;
  expectValue(workspace.observations.put({ ...place, cell, sourceId: null, byWhom: '张三' }));
  expect(refused()).toContain('“甲校”还有 1 个数据');
  workspace.regions.update({ ...school, name: '乙校' });
  expect(refused()).toContain('“甲校”又改动过');
});
