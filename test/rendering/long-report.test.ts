import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '../../electron/core/exporting/docx/write-docx.ts';
import { findFonts } from '../../electron/core/exporting/fonts/find-fonts.ts';
import { findPages, writePdf } from '../../electron/core/exporting/pdf/write-pdf.ts';
import { defaultLayout } from '../../shared/gongwen/layout.ts';
import { longReport } from '../support/long-report.ts';
import { plainDocx, plainPdf } from '../support/plain-exports.ts';
import { officialFontFolder } from '../support/rendering/fontconfig.ts';
import { renderWithLibreOffice } from '../support/rendering/libreoffice.ts';
import { type MeasuredPage, measurePages, measureWords } from './measure-page.ts';
import { findParagraphLines } from './paragraph-lines.ts';

/** A report of thirty pages with ten tables and ten charts, as both renderers print it with the same fonts. */

const millimetre = 72 / 25.4;
const upright = { left: 28, right: 210 - 26, top: 37, bottom: 297 - 35 };
const across = { left: 35, right: 297 - 37, top: 28, bottom: 210 - 26 };
const closing = /^[，。、；：？！”’）》〉」』】〕］｝%]/;
const opening = /[“‘（《〈「『【〔［｛]$/;
const pageNumber = /^—\d+—$/;

const folder = mkdtempSync(join(tmpdir(), 'huigao-long-'));
const reportFolder = fileURLToPath(new URL('../../.cache/rendering', import.meta.url));
const prints = {
  'our PDF': [] as readonly MeasuredPage[],
  'the Word file in LibreOffice': [] as readonly MeasuredPage[],
};
const paths = { 'our PDF': '', 'the Word file in LibreOffice': '' };
const names = ['our PDF', 'the Word file in LibreOffice'] as const;

beforeAll(async () => {
  const fonts = findFonts({ systemFolders: [await officialFontFolder()] });
  const pages = await findPages({ ...plainPdf, document: longReport, fonts });
  const pdf = join(folder, 'long.pdf');
  writeFileSync(pdf, (await writePdf({ ...plainPdf, document: longReport, fonts, pages })).bytes);
  paths['our PDF'] = pdf;
  prints['our PDF'] = measurePages(pdf);
  const docx = await writeDocx({ ...plainDocx, document: longReport, layout: defaultLayout, pages });
  const rendered = await renderWithLibreOffice(docx);
  paths['the Word file in LibreOffice'] = rendered;
  prints['the Word file in LibreOffice'] = measurePages(rendered);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(names)('%s', (name) => {
  test('every page bears its number', () => {
    const numbers = prints[name].map(({ lines }) => lines.findLast((line) => pageNumber.test(line.text))?.text);
    expect(numbers).toEqual(prints[name].map((_, at) => `—${at + 1}—`));
  });

  test('nothing but the page number stands outside the type area', () => {
    for (const { width, height, lines } of prints[name]) {
      const area = width > height ? across : upright;
      for (const line of lines.filter((each) => !pageNumber.test(each.text))) {
        // A mark at the end of a line may hang in Word and LibreOffice.
        const hanging = name === 'our PDF' || !/[，。、；：]$/.test(line.text) ? 0.5 : 6;
        // The empty half of an opening mark stands outside; its ink is flush.
        const flush = /^[“‘（《〈「『【〔]/.test(line.text) ? 3 : 0.5;
        expect(line.left).toBeGreaterThan((area.left - flush) * millimetre);
        expect(line.right).toBeLessThan((area.right + hanging) * millimetre);
        expect(line.top).toBeGreaterThan((area.top - 1.5) * millimetre);
        expect(line.bottom).toBeLessThan((area.bottom + 1.5) * millimetre);
      }
    }
  });

  test('no line begins with a closing mark or ends with an opening one', () => {
    const lines = findParagraphLines(longReport, prints[name]).flatMap((paragraph) => paragraph.lines);
    expect(lines.length).toBeGreaterThan(300);
    expect(lines.filter((line) => closing.test(line.text) || opening.test(line.text))).toEqual([]);
  });

  test('the right edge is straight to 0.3 mm, lines with a hanging mark excepted', () => {
    const full = findParagraphLines(longReport, prints[name])
      .flatMap(({ lines }) => lines.slice(0, -1))
      .filter((line) => name === 'our PDF' || !/[，。、；：]$/.test(line.text));
    expect(full.length).toBeGreaterThan(200);
    const rights = full.map((line) => line.right);
    const edge = (Math.min(...rights) + Math.max(...rights)) / 2;
    expect(Math.abs(edge - upright.right * millimetre)).toBeLessThan(0.3 * millimetre);
    const off = full.filter((line) => Math.abs(line.right - edge) > 0.3 * millimetre);
    expect(off).toEqual([]);
  });

  test('the table of the annex repeats its header on each of its pages, and no row is lost', () => {
    const pages = prints[name].filter(({ width, height }) => width > height);
    expect(pages.length).toBeGreaterThan(1);
    const header = '地区新建学校改扩建学校新增小学学位新增初中学位计划投资完成投资完成率';
    for (const { lines } of pages) expect(lines.map((line) => line.text)).toContain(header);
    const rows = pages.flatMap(({ lines }) => lines.filter((line) => /^示例\d+县/.test(line.text)));
    expect(rows.map((line) => /\d+/.exec(line.text)?.[0])).toEqual(Array.from({ length: 34 }, (_, at) => `${at + 1}`));
  });

  test('the 目录 names the page on which each heading stands', () => {
    const [first] = prints[name];
    const stated = (first?.lines ?? []).flatMap(({ text }) => {
      const [, heading = '', page = ''] = /^(.+?)[.…]*(\d+)$/.exec(text) ?? [];
      return /^[一二三四五六七八九十（]/.test(heading) ? [{ heading, page: Number(page) }] : [];
    });
    expect(stated.length).toBeGreaterThan(10);
    const real = stated.map(({ heading }) => {
      const at = prints[name].findIndex(({ lines }, page) => page > 0 && lines.some((l) => l.text.startsWith(heading)));
      return { heading, page: at + 1 };
    });
    // A paragraph that LibreOffice sets in a line more may take a heading over the edge of a page.
    const most = name === 'our PDF' ? 0 : 1;
    expect(real.map(({ page }, entry) => Math.abs(page - (stated[entry]?.page ?? 0))).every((off) => off <= most)).toBe(
      true,
    );
  });

  test('the signature has a line of the text above it', () => {
    const page = prints[name].find(({ lines }) => lines.some((line) => line.text === '示例市教育局'));
    expect(page?.lines.map((line) => line.text)).toContain('特此报告。');
  });
});

test('in our PDF no paragraph ends with a line of one character', () => {
  const ends = findParagraphLines(longReport, prints['our PDF']).map(({ lines }) => lines.at(-1)?.text ?? '');
  expect(ends.filter((line) => line.replaceAll(/[，。、；：）”》]/g, '').length < 2)).toEqual([]);
});

test('takes as many pages in the Word file as in the PDF', () => {
  expect(prints['our PDF'].length).toBeGreaterThanOrEqual(30);
  expect(prints['the Word file in LibreOffice']).toHaveLength(prints['our PDF'].length);
});

/** The whole table lies in .cache/rendering/lines-per-paragraph.tsv after a run. */
test('its paragraphs take as many lines in the Word file as in the PDF, nine of ten', () => {
  const [ours = [], theirs = []] = names.map((name) => findParagraphLines(longReport, prints[name]));
  const rows = ours.map(({ text, lines }, at) => {
    return { text: text.slice(0, 20), ours: lines.length, theirs: theirs[at]?.lines.length ?? 0 };
  });
  const differing = rows.filter((row) => row.ours !== row.theirs);
  mkdirSync(reportFolder, { recursive: true });
  const table = rows.map((row) => `${row.ours}\t${row.theirs}\t${row.text}`).join('\n');
  writeFileSync(join(reportFolder, 'lines-per-paragraph.tsv'), `PDF\tLibreOffice\tparagraph\n${table}\n`);
  for (const row of differing) expect(Math.abs(row.ours - row.theirs)).toBe(1);
  expect(differing.length).toBeLessThanOrEqual(rows.length / 8);
});

/** Words that stand upon each other; boxes of punctuation overlap where a blank half was squeezed out. */
function meetings(path: string): readonly string[] {
  return measureWords(path).flatMap((words, page) =>
    words.flatMap((one, at) =>
      words.slice(at + 1).flatMap((other) => {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        const height = Math.min(one.bottom - one.top, other.bottom - other.top);
        const isSqueezed = /[，。、；：！？）》”’〕（《“‘〔]/.test(one.text + other.text);
        return across > 1 && down > 0.4 * height && !isSqueezed ? [`page ${page + 1}: ${one.text} ${other.text}`] : [];
      }),
    ),
  );
}

test.each(names)('no label of a chart stands upon another in %s', (name) => {
  expect(meetings(paths[name])).toEqual([]);
});
