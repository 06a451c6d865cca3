import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Workspace } from '../../electron/core/database/workspace.ts';
import { checkData } from '../../electron/core/services/check-data.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { createReport, listReports, openReport } from '../../electron/core/services/reports.ts';
import { setObservation } from '../../electron/core/services/set-observation.ts';
import { shippedRules } from '../../electron/core/services/shipped-rules.ts';
import { waiveFinding } from '../../electron/core/services/waive-finding.ts';
import { parsePeriod } from '../../shared/figures/period.ts';
import type { Result } from '../../shared/result.ts';
import { temporaryFolder } from '../support/run-huigao.ts';

function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function startReport(): { readonly workspace: Workspace; readonly id: number } {
  const path = join(temporaryFolder(), 's.huigao');
  const workspace = must(makeWorkspace(path, { clock: { now: () => new Date() }, sample: true }));
  const { id } = must(
    createReport(workspace, { template: '随迁子女教育工作情况汇报', region: '湖州市', period: '2021年' }),
  );
  return { workspace, id };
}

function put(workspace: Workspace, value: string | null): void {
  const where = { indicator: '公办就读人数', region: '湖州市', period: '2021年', byWhom: '测试', asOf: null };
  must(setObservation(workspace, { ...where, value, missing: value === null ? '未报' : null }));
}

test('figures that rest on more public pupils than pupils are named, with the rule and the table to mend it in', () => {
  const { workspace, id } = startReport();
  const before = must(openReport(workspace, id));
  expect({ broken: before.broken, count: before.summary.broken }).toEqual({ broken: [], count: 0 });
  put(workspace, '90000');
  const { broken, figures, summary } = must(openReport(workspace, id));
  const wrong = broken.find(({ rule }) => rule === '公办就读不多于随迁子女');
  expect(wrong).toMatchObject({ region: '湖州市', period: '2021年', table: { group: '随迁子女' } });
  const texts = figures.filter((figure) => wrong?.figureIds.includes(figure.id)).map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['90000人', '80605人', '111.66%', '-9395人']));
  expect(texts).not.toContain('4987人');
  expect(summary.broken).toBe(new Set(broken.flatMap(({ figureIds }) => figureIds)).size);
  expect(must(listReports(workspace))[0]?.broken).toBe(summary.broken);
  workspace.close();
});

test('a finding that a person waived with a reason no longer counts against the report', () => {
  const { workspace, id } = startReport();
  put(workspace, '90000');
  const period = parsePeriod('2021年');
  const { findings } = checkData(workspace, {
    shipped: shippedRules(),
    region: null,
    period,
    ruleCode: null,
    severity: '强制',
  });
  expect(findings.length).toBeGreaterThan(0);
  for (const finding of findings) {
    const { rule, region, indicator } = finding;
    const request = { rule: rule.code, region: region.name, period: '2021年', indicator: indicator?.code ?? null };
    must(waiveFinding(workspace, { ...request, byWhom: '张三', shipped: shippedRules() }, '已与统计部门核实'));
  }
  expect(must(openReport(workspace, id)).summary.broken).toBe(0);
  workspace.close();
});

test('what is missing is counted once wherever it is told, however many figures want it', () => {
  const { workspace, id } = startReport();
  put(workspace, null);
  const { summary, missing, figures } = must(openReport(workspace, id));
  expect(missing.map((thing) => thing.missing)).toEqual(['公办就读人数·湖州市·2021年']);
  expect(summary.missing).toBe(1);
  expect(summary.unfilled).toBe(missing[0]?.figureIds.length);
  expect(summary.unfilled).toBeGreaterThan(5);
  expect(figures.filter(({ text }) => text.startsWith('【'))).toHaveLength(summary.unfilled);
  expect(must(listReports(workspace))[0]).toEqual(summary);
  workspace.close();
});
