import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { drawChart } from '../../electron/core/exporting/chart/draw-chart.ts';
import { findFonts } from '../../electron/core/exporting/fonts/find-fonts.ts';
import type { PrintedBlock, PrintedRun } from '../../shared/report/printed.ts';
import { textOf } from '../../shared/report/run-text.ts';
import { launchBrowser } from '../support/browser.ts';
import { longReport } from '../support/long-report.ts';
import { exportPlainly } from '../support/plain-exports.ts';

/** One way of printing the same eight pages, in a process of its own, for its memory. */
const [, , way = '', path = ''] = process.argv;

/** The text after the 目录, up to where its eighth page ends. */
const eightPages = { title: longReport.title, blocks: longReport.blocks.slice(1, 29) };

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}

function paragraph(style: string, runs: readonly PrintedRun[] | string): string {
  return `<p class="${style}">${escape(typeof runs === 'string' ? runs : textOf(runs))}</p>`;
}

function htmlOf(block: PrintedBlock): string {
  if (block.kind === 'letterhead')
    return block.parts.map(({ part, runs }) => paragraph(part === '发文机关标志' ? 'mark' : 'line', runs)).join('');
  if (block.kind === 'title') return paragraph('title', block.runs);
  if (block.kind === 'paragraph') return paragraph(`level${block.level}`, block.number + textOf(block.runs));
  if (block.kind === 'note') return paragraph('note', block.text);
  if (block.kind === 'chart')
    return drawChart(block.chart, { width: 442, height: 260 }) + paragraph('caption', block.chart.caption);
  if (block.kind !== 'table') return 'runs' in block ? paragraph('line', block.runs) : '';
  const rows = block.rows.map(({ cells }) => {
    const texts = cells.map(
      (cell) => `<td colspan="${cell.colspan}" rowspan="${cell.rowspan}">${escape(textOf(cell.runs))}</td>`,
    );
    return `<tr>${texts.join('')}</tr>`;
  });
  return `${paragraph('caption', block.caption)}<table>${rows.join('')}</table>`;
}

/** The standard's page in CSS, as near as a browser comes to it. */
function pageOf(blocks: readonly PrintedBlock[]): string {
  const { body, title, hei } = findFonts({ systemFolders: [] });
  const faces = Object.entries({ body, title, hei }).map(([name, { file }]) => {
    return `@font-face { font-family: ${name}; src: url(${pathToFileURL(file.path).href}); }`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${faces.join('')}
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
body { margin: 0; font: 15.75pt/28.95pt body; text-align: justify; line-break: strict; }
p { margin: 0; } .level0, .level1, .level2, .level3, .level4 { text-indent: 2em; }
.level1, .caption { font-family: hei; } .caption, .note { font-size: 12pt; line-height: 21pt; } .caption { text-align: center; }
.title, .mark { font: 22pt/32pt title; text-align: center; } .mark { color: red; font-size: 40pt; line-height: 48pt; }
table { width: 100%; border-collapse: collapse; font-size: 12pt; line-height: 21pt; break-inside: avoid; }
td { border: 0.5pt solid; text-align: center; } svg { display: block; break-inside: avoid; }
</style>${blocks.map(htmlOf).join('\n')}`;
}

async function printInBrowser(): Promise<Uint8Array> {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const source = `${path}.html`;
  writeFileSync(source, pageOf(eightPages.blocks));
  await page.goto(pathToFileURL(source).href);
  await page.evaluate('document.fonts.ready');
  const bytes = await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true });
  await browser.close();
  return bytes;
}

async function print(): Promise<Uint8Array> {
  if (way === 'chromium') return printInBrowser();
  return (await exportPlainly(eightPages, way === 'docx' ? 'docx' : 'pdf')).bytes;
}

writeFileSync(path, await print());
