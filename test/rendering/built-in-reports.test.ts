import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '../../electron/core/exporting/docx/write-docx.ts';
import { findFonts } from '../../electron/core/exporting/fonts/find-fonts.ts';
import { findPeriod, findRegion } from '../../electron/core/services/find-by-name.ts';
import { findTemplate } from '../../electron/core/services/find-template.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { fillTemplate, openReportData } from '../../electron/core/services/report-data.ts';
import { defaultLayout } from '../../shared/gongwen/layout.ts';
import type { PrintedDocument, PrintedRun } from '../../shared/report/printed.ts';
import type { Result } from '../../shared/result.ts';
import { pdfBytes, plainDocx, plainPdf } from '../support/plain-exports.ts';
import { officialFontFolder } from '../support/rendering/fontconfig.ts';
import { renderWithLibreOffice } from '../support/rendering/libreoffice.ts';
import { type MeasuredPage, measurePages } from './measure-page.ts';

/** The two reports that come with the product, filled from the sample data and measured as a reader gets them. */

const folder = mkdtempSync(join(tmpdir(), 'huigao-reports-'));
const fonts = findFonts({ systemFolders: [await officialFontFolder()] });

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function must<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function fill(template: string, regionName: string, periodName: string): PrintedDocument {
  const clock = { now: () => new Date('2026-01-01T00:00:00Z') };
  const workspace = must(makeWorkspace(join(folder, `${template}.huigao`), { clock, sample: true }));
  const data = openReportData(workspace);
  const region = must(findRegion(data.view.regions, regionName));
  const period = must(findPeriod(periodName));
  const found = must(findTemplate(workspace, template, null));
  const { printed } = must(fillTemplate(found, { ...data, region, period }));
  workspace.close();
  return printed;
}

async function printPdf(document: PrintedDocument): Promise<readonly MeasuredPage[]> {
  const path = join(folder, `${document.title}.pdf`);
  writeFileSync(path, await pdfBytes({ ...plainPdf, document, layout: defaultLayout, fonts }));
  return measurePages(path);
}

async function printDocx(document: PrintedDocument): Promise<readonly MeasuredPage[]> {
  return measurePages(await renderWithLibreOffice(await writeDocx({ ...plainDocx, document, layout: defaultLayout })));
}

const pitch = 28.95;
const linesPerPage = 22;

const reports = [
  { template: '随迁子女教育工作情况汇报', region: '湖州市', period: '2021年' },
  { template: '控辍保学工作情况汇报', region: '永宁县', period: '2024年' },
] as const;

const formats = ['PDF', 'Word file'] as const;
const printers = { PDF: printPdf, 'Word file': printDocx } as const;

function textOf(runs: readonly PrintedRun[]): string {
  return runs.map((run) => run.text).join('');
}

function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** The commonest height of a line: that of the body text, whose font's box each renderer draws in its own height. */
function bodyHeight(pages: readonly MeasuredPage[]): number {
  const counts = new Map<number, number>();
  for (const { lines } of pages) {
    for (const { top, bottom } of lines) {
      const height = Math.round((bottom - top) * 10) / 10;
      counts.set(height, (counts.get(height) ?? 0) + 1);
    }
  }
  const [commonest] = [...counts].sort(([, a], [, b]) => b - a);
  return commonest?.[0] ?? 0;
}

/** Distances between lines of body text that follow each other on a page, empty lines between them taken out. */
function pitches(pages: readonly MeasuredPage[]): readonly number[] {
  const height = bodyHeight(pages);
  return pages.flatMap(({ lines }) =>
    lines.flatMap((line, index) => {
      const before = lines[index - 1];
      if (before === undefined || [before, line].some(({ top, bottom }) => Math.abs(bottom - top - height) > 0.1)) {
        return [];
      }
      const distance = line.top - before.top;
      return [distance / Math.max(1, Math.round(distance / pitch))];
    }),
  );
}

describe.each(reports)('$template', ({ template, region, period }) => {
  let document: PrintedDocument = { title: '', blocks: [] };
  const pages = { PDF: [] as readonly MeasuredPage[], 'Word file': [] as readonly MeasuredPage[] };

  beforeAll(async () => {
    document = fill(template, region, period);
    for (const format of formats) pages[format] = await printers[format](document);
  });

  test.each(formats)('no table is split in the %s, and its note stands under it', (format) => {
    const tables = document.blocks.flatMap((block, index) => (block.kind === 'table' ? [{ block, index }] : []));
    expect(tables.length).toBeGreaterThan(0);
    for (const { block, index } of tables) {
      const next = document.blocks[index + 1];
      const rows = block.rows.filter((row) => row.role !== 'header');
      const wanted = [
        block.caption,
        ...rows.map((row) => row.cells.map((cell) => textOf(cell.runs)).join('')),
        ...(next?.kind === 'note' ? [next.text] : []),
      ].map(squeeze);
      const texts = pages[format].map((page) => page.lines.map((line) => squeeze(line.text)));
      const page = texts.find((lines) => lines.includes(wanted[0] ?? ''));
      for (const line of wanted) expect(page).toContain(line);
    }
  });

  test.each(formats)('every line of text in the %s stands 28.95 points below the one before', (format) => {
    const measured = pitches(pages[format]);
    expect(measured.length).toBeGreaterThan(100);
    for (const distance of measured) expect(Math.abs(distance - pitch)).toBeLessThan(0.1);
  });

  test.each(formats)('a page of text alone holds 22 lines in the %s', (format) => {
    const height = bodyHeight(pages[format]);
    const counts = pages[format].map(
      ({ lines }) => lines.filter(({ top, bottom }) => Math.abs(bottom - top - height) <= 0.1).length,
    );
    expect(Math.max(...counts)).toBe(linesPerPage);
    expect(counts.filter((count) => count === linesPerPage).length).toBeGreaterThanOrEqual(2);
  });

  test.each(formats)('no line in the %s ends within a number', (format) => {
    const height = bodyHeight(pages[format]);
    const lines = pages[format]
      .flatMap((page) => page.lines)
      .filter(({ top, bottom }) => Math.abs(bottom - top - height) <= 0.1);
    expect(lines.length).toBeGreaterThan(100);
    const cut = lines.filter((line, index) => /\d$/.test(line.text) && /^\d/.test(lines[index + 1]?.text ?? ''));
    expect(cut).toEqual([]);
  });

  test('takes as many pages in the Word file as in the PDF', () => {
    expect(pages.PDF.length).toBeGreaterThan(4);
    expect(pages['Word file']).toHaveLength(pages.PDF.length);
  });
});
