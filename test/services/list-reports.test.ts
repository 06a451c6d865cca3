import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openWorkspace, type Workspace } from '../../electron/core/database/workspace.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { createReport, listReports } from '../../electron/core/services/reports.ts';
import { setObservation } from '../../electron/core/services/set-observation.ts';
import { clock, expectValue, temporaryFolder } from '../database/fixture.ts';

function put(workspace: Workspace, value: string): void {
  const where = { indicator: '公办就读人数', region: '湖州市', period: '2021年', byWhom: '测试', asOf: null };
  expectValue(setObservation(workspace, { ...where, value, missing: null }));
}

test('reports are computed again for the list only once something was written, by whatever program', () => {
  const path = join(temporaryFolder(), 's.huigao');
  const workspace = expectValue(makeWorkspace(path, { clock, sample: true }));
  onTestFinished(() => workspace.close());
  const request = { template: '随迁子女教育工作情况汇报', region: '湖州市', period: '2021年' };
  expectValue(createReport(workspace, request));
  const [first] = expectValue(listReports(workspace));
  expect(expectValue(listReports(workspace))[0]).toBe(first);
  put(workspace, '90000');
  const [broken] = expectValue(listReports(workspace));
  expect(broken?.broken).toBeGreaterThan(first?.broken ?? 0);
  const other = expectValue(openWorkspace(path, { clock }));
  put(other, '65097');
  other.close();
  expect(expectValue(listReports(workspace))[0]?.broken).toBe(first?.broken);
});
