import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Document, Packer, Paragraph } from 'docx';
import { exportReport } from '../../electron/core/exporting/export-report.ts';
import { findPeriod, findRegion } from '../../electron/core/services/find-by-name.ts';
import { findTemplate } from '../../electron/core/services/find-template.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { type FilledReport, fillTemplate, openReportData } from '../../electron/core/services/report-data.ts';
import type { Result } from '../../shared/result.ts';

/** Times beside peers in the same run: medians, so that one hiccup of the machine does not count. */

const folder = mkdtempSync(join(tmpdir(), 'huigao-bench-'));
const say = (text: string) => process.stdout.write(`${text}\n`);

function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function median(times: number, work: () => unknown): Promise<number> {
  const spent: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    await work();
    spent.push(performance.now() - start);
  }
  spent.sort((a, b) => a - b);
  return spent[Math.floor(times / 2)] ?? 0;
}

function row(name: string, milliseconds: number, note = ''): void {
  say(`  ${name.padEnd(52)}${String(Math.round(milliseconds * 100) / 100).padStart(10)} ms  ${note}`);
}

const path = join(folder, 'bench.huigao');
const workspace = must(makeWorkspace(path, { clock: { now: () => new Date() }, sample: true }));
const period = must(findPeriod('2021年'));
const region = must(findRegion(workspace.regions.all(), '湖州市'));
const template = must(findTemplate(workspace, '随迁子女教育工作情况汇报', null));

function fill(): FilledReport {
  return must(fillTemplate(template, { ...openReportData(workspace), region, period }));
}

async function benchFigures(report: FilledReport): Promise<void> {
  say(`\nFigures: one report of ${report.computed.figures.size} figures, data read anew`);
  row('template → report → figures → print', await median(50, fill));
  const db = new Database(path, { readonly: true });
  const sum = db.prepare(
    'SELECT CAST(a.num AS REAL) * 100 / b.num FROM observation a JOIN observation b USING (period_id, region_id) WHERE a.indicator_id = ? AND b.indicator_id = ?',
  );
  const plain = () => {
    for (let at = 0; at < report.computed.figures.size; at += 1) sum.all(2, 1);
  };
  row('as many shares in plain SQL (floats, no sources)', await median(50, plain));
  db.close();
}

async function benchWord(report: FilledReport): Promise<void> {
  say('\nWord: the same report');
  row('ours', await median(20, () => exportReport(report.printed, 'docx')));
  const texts = report.printed.blocks.flatMap((block) =>
    'runs' in block ? [block.runs.map(({ text }) => text).join('')] : [],
  );
  const bare = () =>
    Packer.toBuffer(new Document({ sections: [{ children: texts.map((text) => new Paragraph(text)) }] }));
  row('npm docx, the paragraphs alone, unformatted', await median(20, bare));
}

async function benchPdf(report: FilledReport): Promise<void> {
  say('\nPDF: the same report');
  row('ours', await median(5, () => exportReport(report.printed, 'pdf')));
  if (spawnSync('soffice', ['--version']).status !== 0) {
    say('  LibreOffice is not installed: no peer to compare with');
    return;
  }
  const docx = join(folder, 'bench.docx');
  writeFileSync(docx, (await exportReport(report.printed, 'docx')).bytes);
  const convert = () =>
    execFileSync(
      'soffice',
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx],
      { stdio: 'ignore' },
    );
  convert();
  row('LibreOffice from the Word file, warm profile', await median(3, convert));
}

try {
  const report = fill();
  await benchFigures(report);
  await benchWord(report);
  await benchPdf(report);
} finally {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
}
