import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Period } from '../../../shared/figures/period.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../shared/text/failures/index.ts';
import type { Workspace } from '../../core/database/workspace.ts';
import { commitPlan } from '../../core/importing/commit-plan.ts';
import { type ImportPlan, planImport } from '../../core/importing/plan-import.ts';
import { readGrid } from '../../core/importing/reading/read-grid.ts';
import { type FilePlan, refuseConflictsBetween } from '../../core/importing/refuse-conflicts.ts';
import { findPeriod } from '../../core/services/find-by-name.ts';
import { openReportData } from '../../core/services/report-data.ts';
import type { Command } from '../command.ts';
import { withWorkspace } from '../with-workspace.ts';

interface PlannedFile extends FilePlan {
  readonly sha256: string;
}

function planFile(path: string, workspace: Workspace, period: Period | null): Result<PlannedFile, Failure> {
  const name = basename(path);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return fail({ code: 'import-file-not-found', name });
  }
  const grid = readGrid(bytes, name);
  if (!grid.ok) return grid;
  const { view } = openReportData(workspace);
  // Nothing is taken from a sheet that nobody sees.
  const sheets = grid.value.sheets.filter(({ visibility }) => visibility === 'visible');
  const plan = planImport(
    { ...grid.value, sheets },
    { indicators: view.indicators, regions: view.regions, period, view },
  );
  if (!plan.ok) return plan;
  return succeed({ fileName: name, sha256: createHash('sha256').update(bytes).digest('hex'), plan: plan.value });
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
  derived: '由算式得出',
};

function summarize({ fileName: name, plan }: PlannedFile, dryRun: boolean): string {
  const counts = new Map<string, number>();
  for (const { status } of plan.cells) counts.set(statusNames[status], (counts.get(statusNames[status]) ?? 0) + 1);
  const parts = [...counts].map(([status, count]) => `${status} ${count} 格`);
  const done = isEmpty(plan) ? '没有导入' : '已导入';
  return `${dryRun ? '试读' : done}“${name}”：${parts.join('，') || '没有可导入的格子'}。`;
}

/** Whether no cell is written, nor already so in the data file. */
function isEmpty({ cells }: ImportPlan): boolean {
  return !cells.some(({ write, status }) => write !== null || status === 'same');
}

const mostProblems = 20;

/** Which cells were refused, and why. */
function describeProblems(files: readonly PlannedFile[]): readonly string[] {
  const problems = files.flatMap(({ fileName, plan }) =>
    plan.cells.flatMap(({ cell, problem }) => {
      const place = files.length > 1 ? `${fileName} 的 ${cell}` : cell;
      return problem ? [`${place}：${describeFailure(problem)}`] : [];
    }),
  );
  const rest = problems.length - mostProblems;
  return rest > 0 ? [...problems.slice(0, mostProblems), `还有 ${rest} 处。`] : problems;
}

/** All files or none: a conflict or a full disk in the last must not leave the first half of the truth. */
function commitFiles(workspace: Workspace, files: readonly PlannedFile[], byWhom: string): Result<void, Failure> {
  return workspace.attempt(() => {
    for (const { fileName, sha256, plan } of files) {
      const done = commitPlan(workspace, plan, { fileName, sha256, byWhom });
      if (!done.ok) return done;
    }
    return succeed(undefined);
  });
}

function planFiles(
  paths: readonly string[],
  workspace: Workspace,
  period: Period | null,
): Result<readonly PlannedFile[], Failure> {
  const planned: PlannedFile[] = [];
  for (const path of paths) {
    const plan = planFile(path, workspace, period);
    if (!plan.ok) return plan;
    planned.push(plan.value);
  }
  return succeed(refuseConflictsBetween(planned));
}

function jsonOf(files: readonly PlannedFile[]) {
  return {
    tables: files.flatMap(({ plan }) => plan.tables),
    cells: files.flatMap(({ plan }) =>
      plan.cells.map(({ cell, region, indicator, period, value, status }) => ({
        cell,
        region,
        indicator,
        period,
        value,
        status,
      })),
    ),
  };
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
      const paths = tables.map((table) => resolve(context.folder, table));
      const planned = planFiles(paths, workspace, period.value);
      if (!planned.ok) return planned;
      const files = planned.value;
      if (!dryRun) {
        const done = commitFiles(workspace, files, context.userName);
        if (!done.ok) return done;
      }
      const empty = files.filter(({ plan }) => isEmpty(plan));
      const problems = describeProblems(files);
      for (const problem of problems) context.tell(problem);
      for (const { fileName: name } of empty) context.tell(describeFailure({ code: 'import-nothing', name }));
      const lines = files.map((each) => summarize(each, dryRun));
      return succeed({ exitCode: problems.length + empty.length > 0 ? 1 : 0, lines, json: jsonOf(files) });
    });
  },
};
