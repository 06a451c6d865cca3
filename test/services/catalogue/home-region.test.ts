import { expect, test } from 'vitest';
import { chooseHome, homeRegion } from '../../../electron/core/services/home-region.ts';
import { newBureau, newWorkspace } from '../../database/fixture.ts';

test('the bureau is where it was said to be, else at the only region without a parent', () => {
  const { workspace, city } = newBureau();
  expect(homeRegion(workspace)?.name).toBe('浙江省');
  chooseHome(workspace, city);
  expect(homeRegion(workspace)?.name).toBe('湖州市');
  workspace.settings.set('home-region', '330502');
  expect(homeRegion(workspace)?.name).toBe('吴兴区');
  workspace.regions.insert({ code: '64', name: '宁夏回族自治区', level: '省', parentId: null });
  chooseHome(workspace, null);
  expect(homeRegion(workspace)).toBeNull();
});

test('an empty data file has no home', () => {
  expect(homeRegion(newWorkspace())).toBeNull();
});
