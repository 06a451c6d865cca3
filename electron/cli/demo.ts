import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { FigureView } from '../../shared/api/contract.ts';
import type { Result } from '../../shared/result.ts';
import { describeFailure, type Failure } from '../../shared/text/failures/index.ts';
import type { Workspace } from '../core/database/workspace.ts';
import { exportFormats, exportReport } from '../core/exporting/export-report.ts';
import { writeFileAtomically } from '../core/files/write-file-atomically.ts';
import { exportSettingsOf } from '../core/services/export-settings.ts';
import { findPeriod, findRegion } from '../core/services/find-by-name.ts';
import { findTemplate } from '../core/services/find-template.ts';
import { missingTexts } from '../core/services/missing-figures.ts';
import { makeWorkspace } from '../core/services/new-workspace.ts';
import { fillTemplate, openReportData, viewFigures } from '../core/services/report-data.ts';

/** `npm run demo`: a sample data file, both built-in reports as Word and PDF, and the table of their figures. */

const reports = [
  { template: '随迁子女教育工作情况汇报', region: '湖州市', period: '2021年' },
  { template: '控辍保学工作情况汇报', region: '永宁县', period: '2024年' },
];

const outFolder = join(import.meta.dirname, '..', '..', 'out');
const say = (text: string) => process.stdout.write(`${text}\n`);

class DemoFailed extends Error {}

function must<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new DemoFailed(describeFailure(result.error));
  return result.value;
}

/** Columns line up when a Han character counts as two. */
function pad(text: string, width: number): string {
  const taken = [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' || '·—“”…'.includes(sign) ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - taken));
}

function showFigures(figures: readonly FigureView[]): void {
  say(`  ${pad('数字', 24)}${pad('算式', 56)}来源`);
  const seen = new Set<string>();
  for (const { text, formula, sources } of figures) {
    const named = [...new Set(sources.flatMap(({ source }) => source ?? []))].join('；');
    const row = `  ${pad(text, 24)}${pad(formula, 56)}${named}`;
    if (!seen.has(row)) say(row);
    seen.add(row);
  }
}

async function fillOne(workspace: Workspace, request: (typeof reports)[number]): Promise<number> {
  const data = openReportData(workspace);
  const region = must(findRegion(data.view.regions, request.region));
  const period = must(findPeriod(request.period));
  const template = must(findTemplate(workspace, request.template, null));
  const scope = { ...data, region, period };
  const filled = must(fillTemplate(template, scope));
  const settings = exportSettingsOf(workspace, { filled, scope }, false);
  say(`\n${filled.printed.title}（${request.period}）`);
  for (const format of exportFormats) {
    const path = join(outFolder, `${filled.printed.title}.${format}`);
    const { bytes, notices } = await exportReport({ document: filled.printed, format, settings });
    must(writeFileAtomically(path, bytes, { overwrite: true }));
    for (const notice of notices) process.stderr.write(`${notice}\n`);
    say(`  已生成 ${relative(process.cwd(), path)}`);
  }
  showFigures(viewFigures(filled.computed, data.view));
  return missingTexts(filled.computed).length;
}

async function runDemo(): Promise<number> {
  mkdirSync(outFolder, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'huigao-demo-'));
  try {
    const made = join(folder, '汇稿示例.huigao');
    const workspace = must(makeWorkspace(made, { clock: { now: () => new Date() }, sample: true }));
    let missing = 0;
    for (const report of reports) missing += await fillOne(workspace, report);
    workspace.close();
    const kept = join(outFolder, '汇稿示例.huigao');
    copyFileSync(made, kept);
    say(`\n示例数据文件：${relative(process.cwd(), kept)}。标有“示例（虚构）”的数据只供演示。`);
    return missing === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await runDemo();
} catch (error) {
  if (!(error instanceof DemoFailed)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
