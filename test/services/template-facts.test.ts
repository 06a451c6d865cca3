import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findPeriod, findRegion } from '../../electron/core/services/find-by-name.ts';
import { findTemplate } from '../../electron/core/services/find-template.ts';
import { addSampleRegions, makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { fillTemplate, openReportData } from '../../electron/core/services/report-data.ts';
import type { Result } from '../../shared/result.ts';
import { temporaryFolder } from '../support/run-huigao.ts';

function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function textOf({ sample }: { readonly sample: boolean }): string {
  const path = join(temporaryFolder(), 's.huigao');
  const workspace = must(makeWorkspace(path, { clock: { now: () => new Date() }, sample }));
  if (!sample) addSampleRegions(workspace);
  const data = openReportData(workspace);
  const region = must(findRegion(data.view.regions, '湖州市'));
  const period = must(findPeriod('2021年'));
  const template = must(findTemplate(workspace, '随迁子女教育工作情况汇报', null));
  const { printed } = must(fillTemplate(template, { ...data, region, period }));
  workspace.close();
  const runs = printed.blocks.flatMap((block) => ('runs' in block ? block.runs : []));
  return runs.map(({ text }) => text).join('');
}

test('what one city decided stands in its report', () => {
  const text = textOf({ sample: true });
  for (const said of [
    '均不超过1年',
    '2019年起，有的县',
    '于2019年4月印发《关于做好高技能人才子女就学工作的通知》',
    '超过1亿元的每家5个，超过5000万元的每家3个，超过3000万元的每家2个，超过1000万元的每家1个，超过300万元的每家1个',
    '每家另给2个',
  ]) {
    expect(text).toContain(said);
  }
});

test('and in no other bureau’s: what it has not told is asked for', () => {
  const text = textOf({ sample: false });
  expect(text).not.toMatch(/2019年|1亿元|\d+万元|每家\d/);
  expect(text).toContain('【待填：高技能人才子女就学通知年份·湖州市·2021年】');
  expect(text).toContain('【待填：随迁子女入学社保缴费年限上限·湖州市·2021年】');
  expect(text).toContain('【待填：高中招生放宽起始年份·湖州市·2021年】起');
});
