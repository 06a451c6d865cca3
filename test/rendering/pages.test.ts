import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '../../electron/core/exporting/docx/write-docx.ts';
import { findFonts } from '../../electron/core/exporting/fonts/find-fonts.ts';
import { defaultLayout } from '../../shared/gongwen/layout.ts';
import type { PrintedBlock } from '../../shared/report/printed.ts';
import { pdfBytes, plainDocx, plainPdf } from '../support/plain-exports.ts';
import { body, printedFixture, words } from '../support/printed-fixture.ts';
import { officialFontFolder } from '../support/rendering/fontconfig.ts';
import { renderWithLibreOffice } from '../support/rendering/libreoffice.ts';
import { findInkTop, type MeasuredLine, type MeasuredPage, measurePages } from './measure-page.ts';

const millimetre = 72 / 25.4;
const typeArea = { top: 37, left: 28, right: 210 - 26, bottom: 297 - 35 };
const em = 15.75;
const closing = /^[，。、；：？！”’）》〉」』】〕］｝%]/;
const opening = /[“‘（《〈「『【〔［｛]$/;

/** 1,500 Han characters without marks, whose lines can be counted character by character. */
const plain = '各区县把随迁子女就学纳入年度重点任务按照就近集中的思路核定学位逐校公布招生范围报名时间'
  .repeat(40)
  .slice(0, 1500);

const marked =
  '截至2021年12月31日，全市（含县、区）共有随迁子女15508人，其中公办学校就读12640人，占81.51%；比上年提高1.25个百分点。' +
  '各校按“就近入学”的原则——“不设门槛”，落实《义务教育法》；对“控辍保学”，实行“一人一案”。';

const folder = mkdtempSync(join(tmpdir(), 'huigao-pages-'));
const fonts = findFonts({ systemFolders: [await officialFontFolder()] });

async function printPdf(name: string, blocks: readonly PrintedBlock[]): Promise<string> {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, await pdfBytes({ ...plainPdf, document: { title: name, blocks }, layout: defaultLayout, fonts }));
  return path;
}

async function printDocx(title: string, blocks: readonly PrintedBlock[]): Promise<string> {
  return renderWithLibreOffice(await writeDocx({ ...plainDocx, document: { title, blocks }, layout: defaultLayout }));
}

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The lines of a page above its footer. */
function bodyLines(page: MeasuredPage | undefined): readonly MeasuredLine[] {
  return (page?.lines ?? []).filter((line) => line.top < typeArea.bottom * millimetre);
}

describe.each([
  ['our PDF', printPdf],
  ['the Word file in LibreOffice', printDocx],
] as const)('%s', (name, print) => {
  let plainPath = '';
  let markedPath = '';

  beforeAll(async () => {
    plainPath = await print('plain', [body(words(plain))]);
    markedPath = await print('marked', [body(words(marked.repeat(14)))]);
  });

  test('a full page holds 22 lines of 28 characters', () => {
    const lines = bodyLines(measurePages(plainPath)[0]);
    expect(lines).toHaveLength(22);
    expect(lines.map((line) => line.text.length)).toEqual([26, ...Array.from({ length: 21 }, () => 28)]);
  });

  test('lines stand 28.95 points apart', () => {
    const lines = bodyLines(measurePages(plainPath)[0]);
    lines.slice(1).forEach((line, index) => {
      expect(Math.abs(line.top - (lines[index]?.top ?? 0) - 28.95)).toBeLessThan(0.1);
    });
  });

  test('text keeps inside the type area, its first line indented by two characters', () => {
    for (const page of measurePages(plainPath)) {
      for (const line of bodyLines(page)) {
        expect(line.left).toBeGreaterThan((typeArea.left - 0.3) * millimetre);
        expect(line.right).toBeLessThan((typeArea.right + 0.3) * millimetre);
        expect(line.top).toBeGreaterThan((typeArea.top - 1) * millimetre);
        expect(line.bottom).toBeLessThan((typeArea.bottom + 1) * millimetre);
      }
    }
    const first = bodyLines(measurePages(plainPath)[0])[0];
    expect(Math.abs((first?.left ?? 0) - typeArea.left * millimetre - 2 * em)).toBeLessThan(1);
  });

  test('no line begins with a closing mark or ends with an opening one', () => {
    const lines = measurePages(markedPath).flatMap(bodyLines);
    expect(lines.length).toBeGreaterThan(40);
    for (const line of lines) {
      expect(line.text).not.toMatch(closing);
      expect(line.text).not.toMatch(opening);
    }
  });

  test('the page number stands one character in, its dashes 7 mm below the type area', () => {
    // The Word file leaves the dash's height to the font; ours measures it.
    const tolerance = (name === 'our PDF' ? 0.1 : 1) * millimetre;
    for (const page of [1, 2]) {
      const line = measurePages(plainPath)[page - 1]?.lines.at(-1);
      expect(line?.text).toBe(`—${page}—`);
      const [left, right] = [line?.left ?? 0, line?.right ?? 0];
      const fromEdge = page === 1 ? typeArea.right * millimetre - right : left - typeArea.left * millimetre;
      expect(Math.abs(fromEdge - 14)).toBeLessThan(1);
      // Only the left dash stands in this window.
      const window = { left, right: left + 10, top: (line?.top ?? 0) - 5, bottom: line?.bottom ?? 0 };
      const distance = (findInkTop(plainPath, page, window) ?? 0) - typeArea.bottom * millimetre;
      expect(Math.abs(distance - 7 * millimetre)).toBeLessThan(tolerance);
    }
  });
});

test('in our PDF every full line ends within 0.3 mm of the type area', async () => {
  const path = await printPdf('edge', [body(words(marked.repeat(14)))]);
  const lines = measurePages(path).flatMap(bodyLines).slice(0, -1);
  expect(lines.length).toBeGreaterThan(40);
  for (const line of lines) expect(Math.abs(line.right - typeArea.right * millimetre)).toBeLessThan(0.3 * millimetre);
});

test('the PDF and the Word file of the fixture have the same number of pages', async () => {
  const pdf = measurePages(await printPdf('fixture', printedFixture.blocks));
  const docx = measurePages(await printDocx(printedFixture.title, printedFixture.blocks));
  expect(pdf.length).toBe(docx.length);
});
