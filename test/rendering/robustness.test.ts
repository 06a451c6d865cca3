import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportReport } from '../../electron/core/exporting/export-report.ts';
import type { PrintedBlock, PrintedChart, PrintedRow } from '../../shared/report/printed.ts';
import { plainExport } from '../support/plain-exports.ts';
import { body, cell, fixtureCharts, heading, words } from '../support/printed-fixture.ts';
import { renderWithLibreOffice } from '../support/rendering/libreoffice.ts';
import { type MeasuredPage, measurePages } from './measure-page.ts';

/** What a clerk may put into a report beyond all measure: it prints on its pages, or the export says what does not. */

const sentence = '各县区把义务教育学位供给摆在民生工作的突出位置，按照“总量满足、布局合理”的要求逐年核定建设任务，';
const long = sentence.repeat(120);
const title = Array.from({ length: 20 }, (_, at) => `示例市教育局关于第${at + 1}项工作情况的报告`).join('\n');
const address = `https://example.invalid/${'abcdefgh/'.repeat(40)}`;

function row(role: PrintedRow['role'], texts: readonly string[], numeric = false): PrintedRow {
  return { role, cells: texts.map((text) => cell(words(text), numeric)) };
}

function tableOf(id: string, rows: readonly PrintedRow[]): PrintedBlock {
  return { kind: 'table', id, caption: `表 ${id}`, unit: '人', rows };
}

function chartOf(id: string, changes: Partial<PrintedChart>): PrintedBlock {
  const [base] = fixtureCharts;
  if (base === undefined) throw new Error('the fixture has charts');
  return { kind: 'chart', chart: { ...base, id, caption: `图 ${id}`, ...changes } };
}

const thirty = Array.from({ length: 30 }, (_, at) => at);
const columns = tableOf('三十列', [
  row(
    'header',
    thirty.map((at) => `指标${at + 1}`),
  ),
  row(
    'body',
    thirty.map((at) => String(12_345 + at)),
    true,
  ),
]);
const counties = Array.from({ length: 40 }, (_, at) => `示例第${at + 1}县`);
const points = counties.map((_, at) => ({ figureId: `p${at}`, decimal: `${50 + at}`, text: `${50 + at}%` }));

const blocks: readonly PrintedBlock[] = [
  { kind: 'title', runs: [words(title)] },
  heading(1, 1, words('很长的单元格')),
  tableOf('长', [
    row('header', ['项目', '说明', '数']),
    row('body', ['甲', long.slice(0, 500), '12']),
    row('body', ['乙', address, '3']),
  ]),
  heading(1, 2, words('空章节')),
  heading(1, 3, words('')),
  heading(2, 1, words('空')),
  body(words(long.slice(0, 5000))),
  body(words(`姓名喆堃昇玥赟镕犇䶮，${address}，完。`)),
  columns,
  chartOf('没有系列', { series: [] }),
  chartOf('没有点', { categories: [], series: [{ name: '甲', points: [] }] }),
  { kind: 'annex', label: '附件', title: [words('横排')], landscape: true },
  columns,
  chartOf('四十县', { kind: '条形图', categories: counties, series: [{ name: '比例', points }] }),
  chartOf('四十柱', { categories: counties, series: [{ name: '比例', points }] }),
];

const document = { title: '超长内容', blocks };
const folder = mkdtempSync(join(tmpdir(), 'huigao-odd-'));
const prints = { PDF: [] as readonly MeasuredPage[], 'Word file': [] as readonly MeasuredPage[] };
const notices: Record<string, readonly string[]> = {};
const formats = ['PDF', 'Word file'] as const;

beforeAll(async () => {
  const pdf = await exportReport({ document, format: 'pdf', settings: plainExport });
  const path = join(folder, 'odd.pdf');
  writeFileSync(path, pdf.bytes);
  prints.PDF = measurePages(path);
  const docx = await exportReport({ document, format: 'docx', settings: plainExport });
  prints['Word file'] = measurePages(await renderWithLibreOffice(docx.bytes));
  Object.assign(notices, { PDF: pdf.notices, 'Word file': docx.notices });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(formats)('%s', (format) => {
  test('nothing stands beyond the edges of a page', () => {
    expect(prints[format].length).toBeGreaterThan(8);
    for (const { width, height, lines } of prints[format]) {
      for (const line of lines) {
        expect(line.left).toBeGreaterThan(50);
        expect(line.right).toBeLessThan(width - 50);
        expect(line.top).toBeGreaterThan(70);
        expect(line.bottom).toBeLessThan(height - 40);
      }
    }
  });

  test('every line of the title, every sentence and every name is there', () => {
    const text = prints[format].flatMap(({ lines }) => lines.map((line) => line.text.replaceAll(/\s/g, ''))).join('');
    for (const line of title.split('\n')) expect(text).toContain(line);
    expect(text.split(/摆在民生工作的突出位/).length).toBeGreaterThan(5000 / sentence.length);
    expect(text).toContain('喆堃昇玥赟镕犇䶮');
    expect(text).not.toContain('〓');
    for (const label of ['三、', '（一）空', '图没有系列', '图没有点', '图四十县', '图四十柱'])
      expect(text).toContain(label);
  });

  test('the export says which table has too many columns, and what to do', () => {
    expect(notices[format]?.filter((notice) => notice.includes('30列'))).toEqual([
      '“表 三十列”有30列，页面放不下，数字在格内折成了几行。请改放横排附件，或者拆成几张表后重新导出。',
      '“表 三十列”有30列，页面放不下，数字在格内折成了几行。请拆成几张表后重新导出。',
    ]);
  });
});
