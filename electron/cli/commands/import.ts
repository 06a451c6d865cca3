import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Period } from '../../../shared/figures/period.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../../core/database/workspace.ts';
import { commitImport } from '../../core/importing/commit-import.ts';
import { type ImportPlan, planImport } from '../../core/importing/plan-import.ts';
import { readTable } from '../../core/importing/read-table.ts';
import { findPeriod } from '../../core/services/find-by-name.ts';
import { openReportData } from '../../core/services/report-data.ts';
import type { Command } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

interface PlannedFile {
  readonly name: string;
  readonly sha256: string;
  readonly plan: ImportPlan;
}

function planFile(path: string, workspace: Workspace, period: Period | null): Result<PlannedFile, Failure> {
  const name = basename(path);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return fail({ code: 'import-file-not-found', name });
  }
  const grid = readTable(bytes, name);
  if (!grid.ok) return grid;
  const { view } = openReportData(workspace);
  const plan = planImport(grid.value, { indicators: view.indicators, regions: view.regions, period, view });
  if (!plan.ok) return plan;
  return succeed({ name, sha256: createHash('sha256').update(bytes).digest('hex'), plan: plan.value });
}

const statusNames: Readonly<Record<ImportPlan['cells'][number]['status'], string>> = {
  new: '新增',
  same: '相同',
  changed: '有变化',
  missing: '缺数',
  unreadable: '读不出',
  'unknown-region': '地区不认识',
  'unknown-indicator': '指标不认识',
  'unit-differs': '单位不一致',
};

function summarize({ name, plan }: PlannedFile, dryRun: boolean): string {
  const counts = new Map<string, number>();
  for (const { status } of plan.cells) counts.set(statusNames[status], (counts.get(statusNames[status]) ?? 0) + 1);
  const parts = [...counts].map(([status, count]) => `${status} ${count} 格`);
  return `${dryRun ? '试读' : '已导入'}“${name}”：${parts.join('，') || '没有可导入的格子'}。`;
}

export const importCommand: Command = {
  name: 'import',
  usage: 'huigao import <数据文件> <表格文件>… [--period 期] [--dry-run] [--json]',
  summary: '导入表格（第一列地区、第一行指标；.xlsx 或 .csv）；--dry-run 只看结果，不写入',
  positionals: { least: 2, most: 1000 },
  options: { period: { kind: 'text' }, 'dry-run': { kind: 'flag' } },
  run(input, context) {
    const [file = '', ...tables] = input.positionals;
    return withWorkspace(file, context, (workspace) => {
      const wanted = input.text('period');
      const period = wanted === null ? succeed(null) : findPeriod(wanted);
      if (!period.ok) return period;
      const dryRun = input.flag('dry-run');
      const planned: PlannedFile[] = [];
      for (const table of tables) {
        const plan = planFile(resolve(context.folder, table), workspace, period.value);
        if (!plan.ok) return plan;
        planned.push(plan.value);
      }
      for (const { name, sha256, plan } of dryRun ? [] : planned) {
        const done = commitImport(workspace, plan, { fileName: name, sha256, byWhom: context.userName });
        if (!done.ok) return done;
      }
      const cells = planned.flatMap(({ plan }) => plan.cells);
      const refused = cells.filter(({ problem }) => problem !== null);
      const json = {
        tables: planned.flatMap(({ plan }) => plan.tables),
        cells: cells.map(({ cell, region, indicator, period: at, value, status }) => ({
          cell,
          region,
          indicator,
          period: at,
          value,
          status,
        })),
      };
      const lines = planned.map((each) => summarize(each, dryRun));
      return succeed({ exitCode: refused.length > 0 ? 1 : 0, lines, json });
    });
  },
};
