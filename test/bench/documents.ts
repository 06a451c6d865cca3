import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Document, Packer, Paragraph } from 'docx';
import { findPeriod, findRegion } from '../../electron/core/services/find-by-name.ts';
import { findTemplate } from '../../electron/core/services/find-template.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { type FilledReport, fillTemplate, openReportData } from '../../electron/core/services/report-data.ts';
import { exportPlainly } from '../support/plain-exports.ts';
import { benchFolder, clock, median, must, row, say } from './measure.ts';

interface Subject {
  readonly path: string;
  readonly fill: () => FilledReport;
  readonly report: FilledReport;
}

async function benchFigures({ path, fill, report }: Subject): Promise<void> {
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

async function benchFiles({ report }: Subject): Promise<void> {
  say('\nFiles: the same report, in a process that has done it before');
  row('ours', await median(20, () => exportPlainly(report.printed, 'docx')));
  row('ours as PDF', await median(5, () => exportPlainly(report.printed, 'pdf')));
  const texts = report.printed.blocks.flatMap((block) =>
    'runs' in block ? [block.runs.map(({ text }) => text).join('')] : [],
  );
  const bare = () =>
    Packer.toBuffer(new Document({ sections: [{ children: texts.map((text) => new Paragraph(text)) }] }));
  row('npm docx, Word of the paragraphs alone, unformatted', await median(20, bare));
}

/** The built-in report over the sample data, and the files made of it. */
export async function benchDocuments(): Promise<void> {
  const folder = benchFolder('documents');
  const path = join(folder, 'bench.huigao');
  const workspace = must(makeWorkspace(path, { clock, sample: true }));
  try {
    const period = must(findPeriod('2021年'));
    const region = must(findRegion(workspace.regions.all(), '湖州市'));
    const template = must(findTemplate(workspace, '随迁子女教育工作情况汇报', null));
    const fill = () => must(fillTemplate(template, { ...openReportData(workspace), region, period }));
    const subject = { path, fill, report: fill() };
    await benchFigures(subject);
    await benchFiles(subject);
  } finally {
    workspace.close();
  }
}
