import { expect, onTestFinished, test } from 'vitest';
import { lockPeriod, openPeriod } from '../../../electron/core/services/catalogue/periods.ts';
import { listPlaces } from '../../../electron/core/services/data/list-tables.ts';
import { startPlace } from '../../../electron/core/services/data/start-place.ts';
import { chooseHome } from '../../../electron/core/services/home-region.ts';
import { makeWorkspace } from '../../../electron/core/services/new-workspace.ts';
import { clock, expectValue, temporaryFolder } from '../../database/fixture.ts';
import { newOffice } from './fixture.ts';

function workspaceOf(sample: boolean) {
  const workspace = expectValue(makeWorkspace(`${temporaryFolder()}/数据.huigao`, { clock, sample }));
  onTestFinished(() => workspace.close());
  return workspace;
}

test('a new data file holds nobody’s regions', () => {
  const workspace = workspaceOf(false);
  expect(workspace.regions.all()).toEqual([]);
  expect(startPlace(workspace, null)).toEqual({ regionId: null, period: null, openPeriod: null });
});

test('数据 begins at 本单位地区, in the newest period that holds its figures', () => {
  const office = newOffice();
  office.type(['随迁子女人数', '永宁县', '5', '2025年'], ['随迁子女人数', '德清县', '5', '2023年']);
  const other = office.workspace.regions.all().find(({ name }) => name === '银川市')?.id ?? 0;
  expect(startPlace(office.workspace, null)).toMatchObject({ regionId: office.city, period: '2023年' });
  expect(startPlace(office.workspace, other)).toMatchObject({ regionId: other, period: '2025年' });
  chooseHome(office.workspace, { id: other });
  expect(startPlace(office.workspace, null)).toMatchObject({ regionId: other, period: '2025年' });
  expect(startPlace(office.workspace, -1)).toMatchObject({ regionId: other });
});

test('without figures the newest open period is the one to begin with, and it can be chosen', () => {
  const { workspace, city, type } = newOffice();
  expectValue(openPeriod(workspace, { label: '2025年', byWhom: '张三' }));
  expect(startPlace(workspace, city)).toEqual({ regionId: city, period: '2025年', openPeriod: '2025年' });
  expect(listPlaces(workspace).periods.map(({ label }) => label)).toEqual(['2025年']);
  type(['随迁子女人数', '德清县', '5', '2026年']);
  expectValue(lockPeriod(workspace, '2026年', '张三'));
  expect(startPlace(workspace, city)).toEqual({ regionId: city, period: '2026年', openPeriod: '2025年' });
});

test('the sample opens where its figures are', () => {
  const workspace = workspaceOf(true);
  const { regionId, period } = startPlace(workspace, null);
  const city = workspace.regions.all().find(({ id }) => id === regionId);
  expect([city?.name, period]).toEqual(['湖州市', '2021年']);
});
