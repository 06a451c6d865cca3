import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findPeriod, findRegion } from '../../electron/core/services/find-by-name.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { fillTemplate, openReportData } from '../../electron/core/services/report-data.ts';
import { expectValue } from '../database/fixture.ts';
import { temporaryFolder } from '../support/run-huigao.ts';

function adviceOn(kind: string): readonly { readonly code: string; readonly message: string }[] {
  const path = join(temporaryFolder(), 's.huigao');
  const workspace = expectValue(makeWorkspace(path, { clock: { now: () => new Date() }, sample: true }));
  const data = openReportData(workspace);
  const region = expectValue(findRegion(data.view.regions, '湖州市'));
  const period = expectValue(findPeriod('2021年'));
  const chart = `类型: ${kind}\n标题: 各区县公办就读比例\n单位: "%"\n每个: 下级\n系列: [{名称: 比例, 算式: 公办就读比例}]`;
  const markdown = `---\n标题: 示例\n---\n\n\`\`\`chart\n${chart}\n\`\`\`\n`;
  return expectValue(fillTemplate({ name: '示例', markdown }, { ...data, region, period })).findings;
}

test('a report says what a trained eye would object to in its charts', () => {
  expect(adviceOn('柱形图')).toEqual([]);
  expect(adviceOn('折线图').map(({ code }) => code)).toEqual(['chart-line-of-places']);
  expect(adviceOn('饼图').map(({ code }) => code)).toContain('chart-pie-whole');
});
