import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '../../electron/core/exporting/docx/write-docx.ts';
import { findFonts } from '../../electron/core/exporting/fonts/find-fonts.ts';
import { layoutOf } from '../../shared/gongwen/layout.ts';
import { defaultOptions, type LayoutOptions, signatureForms } from '../../shared/gongwen/options.ts';
import type { PrintedBlock, PrintedRow } from '../../shared/report/printed.ts';
import { pdfBytes, plainDocx, plainPdf } from '../support/plain-exports.ts';
import { body, cell, heading, words } from '../support/printed-fixture.ts';
import { officialFontFolder } from '../support/rendering/fontconfig.ts';
import { renderWithLibreOffice } from '../support/rendering/libreoffice.ts';
import { findInkTop, type MeasuredLine, measurePages } from './measure-page.ts';

/** Elements of a formal document, measured on the page as a reviewer with a ruler does. All names are invented. */

const millimetre = 72 / 25.4;
const rightEdge = (210 - 26) * millimetre;
/** 28 characters on 156 mm. */
const em = 15.75;
const quarter = em / 4;

const folder = mkdtempSync(join(tmpdir(), 'huigao-official-'));
const fonts = findFonts({ systemFolders: [await officialFontFolder()] });

afterAll(() => rmSync(folder, { recursive: true }));

interface Print {
  readonly name: string;
  readonly blocks: readonly PrintedBlock[];
  readonly options?: Partial<LayoutOptions>;
}

async function printPdf({ name, blocks, options }: Print): Promise<string> {
  const path = join(folder, `${name}.pdf`);
  const layout = layoutOf({ ...defaultOptions, ...options });
  writeFileSync(path, await pdfBytes({ ...plainPdf, document: { title: name, blocks }, layout, fonts }));
  return path;
}

async function printDocx({ name, blocks, options }: Print): Promise<string> {
  const layout = layoutOf({ ...defaultOptions, ...options });
  return renderWithLibreOffice(await writeDocx({ ...plainDocx, document: { title: name, blocks }, layout }));
}

function findLine(path: string, text: string): MeasuredLine {
  const lines = measurePages(path).flatMap((page) => page.lines);
  const found = lines.find((line) => line.text.replaceAll(' ', '') === text);
  if (found === undefined) throw new Error(`no line ${text} among ${lines.map((line) => line.text).join(' | ')}`);
  return found;
}

function distance(actual: number, expected: number): number {
  return Math.abs(actual - expected);
}

/** By text: the font's name without the mark of its subset, and its size in points. */
function fontsOf(path: string): ReadonlyMap<string, string> {
  const xml = execFileSync('pdftohtml', ['-xml', '-i', '-stdout', '-zoom', '1', path], { encoding: 'utf8' });
  const specs = new Map(
    [...xml.matchAll(/<fontspec id="(\d+)" size="(\d+)" family="(?:[A-Z]{6}\+)?([^"]*)"/g)].map(
      ([, id = '', size = '', family = '']) => [id, `${family} ${size}`],
    ),
  );
  return new Map(
    [...xml.matchAll(/<text [^>]*font="(\d+)">(.*?)<\/text>/g)].map(([, id = '', text = '']) => [
      text.replaceAll(/<[^>]*>|\s/g, ''),
      specs.get(id) ?? '',
    ]),
  );
}

const organisation = '示例市教育局';
const date = '二〇二四年十二月五日';

function signed(lines: string): readonly PrintedBlock[] {
  return [body(words('特此报告。')), { kind: 'signature', organisation: [words(lines)], date: [words(date)] }];
}

const wide: readonly PrintedRow[] = [
  { role: 'header', cells: ['县区', '学校数', '新增学位'].map((text) => cell(words(text))) },
  ...Array.from({ length: 60 }, (_, row): PrintedRow => {
    return {
      role: 'body',
      cells: [cell(words(`示例${row + 1}县`)), cell(words('12'), true), cell(words('350'), true)],
    };
  }),
];

describe.each([
  ['our PDF', printPdf],
  ['the Word file in LibreOffice', printDocx],
] as const)('%s', (_, print) => {
  describe.each(signatureForms)('署名 %s', (form) => {
    let [name, day, text]: readonly MeasuredLine[] = [];

    beforeAll(async () => {
      const path = await print({ name: form, blocks: signed(organisation), options: { 署名: form } });
      [text, name, day] = ['特此报告。', organisation, date].map((line) => findLine(path, line));
    });

    test('the date stands as far from the edge as the standard has it', () => {
      expect(distance(rightEdge - (day?.right ?? 0), (form === '不盖章' ? 2 : 4) * em)).toBeLessThan(quarter);
    });

    test('the organisation stands in its place to the date', () => {
      const [left = 0, right = 0] = [name?.left, name?.right];
      const [dayLeft = 0, dayRight = 0] = [day?.left, day?.right];
      // GB/T 9704-2012, 7.3.5.2: a date longer than the organisation stands two characters behind where that begins.
      const places = {
        不盖章: distance(dayLeft - left, 2 * em),
        // 7.3.5.1: the organisation is centred on the date.
        盖章: distance((left + right) / 2, (dayLeft + dayRight) / 2),
        // 7.3.5.3: room for the seal of five characters and two more behind the post.
        签名章: distance(rightEdge - right, 11 * em),
      };
      expect(places[form]).toBeLessThan(quarter);
    });

    test('as many lines stay free above it and above the date', () => {
      const pitch = 28.95;
      expect(distance(((name?.top ?? 0) - (text?.top ?? 0)) / pitch, form === '不盖章' ? 2 : 3)).toBeLessThan(0.1);
      expect(distance(((day?.top ?? 0) - (name?.top ?? 0)) / pitch, form === '签名章' ? 2 : 1)).toBeLessThan(0.1);
    });
  });

  test('title, levels and text have the fonts and sizes of the standard', async () => {
    const blocks: readonly PrintedBlock[] = [
      { kind: 'title', runs: [words('示例市随迁子女情况汇报')] },
      heading(1, 1, words('基本情况')),
      heading(2, 1, words('总体情况')),
      heading(3, 1, words('入学安排')),
      heading(4, 1, words('公办学校')),
      body(words('全市义务教育阶段学校学位充足。')),
    ];
    const found = fontsOf(await print({ name: 'levels', blocks }));
    // 二号 is 22 points, 三号 is 16, 四号 is 14.
    expect(Object.fromEntries(found)).toMatchObject({
      示例市随迁子女情况汇报: 'FZXBSJW--GB1-0 22',
      '一、基本情况': 'SimHei 16',
      '（一）总体情况': 'KaiTi_GB2312 16',
      '1.入学安排': 'FangSong_GB2312 16',
      '（1）公办学校': 'FangSong_GB2312 16',
      '全市义务教育阶段学校学位充足。': 'FangSong_GB2312 16',
      '—1—': 'SimSun 14',
    });
  });

  test('the header of a table stands again on each page that it goes on to', async () => {
    const table: PrintedBlock = { kind: 'table', id: 't', caption: '表1 学位情况', unit: null, rows: wide };
    const pages = measurePages(await print({ name: 'header', blocks: [body(words('情况如下。')), table] }));
    expect(pages.length).toBeGreaterThan(1);
    for (const { lines } of pages) expect(lines.map((line) => line.text)).toContain('县区学校数新增学位');
    const rows = pages.flatMap(({ lines }) => lines.filter((line) => line.text.startsWith('示例')));
    expect(rows.map((line) => line.text)).toEqual(wide.slice(1).map((_, row) => `示例${row + 1}县12350`));
  });

  test('on a page that lies across the number stands at the foot of the page, one character in from its outer edge', async () => {
    const blocks: readonly PrintedBlock[] = [
      body(words('情况见附件。')),
      { kind: 'annex', label: '附件', title: [words('学位情况一览表')], landscape: true },
      body(words('附件的文字。')),
    ];
    const path = await print({ name: 'across', blocks });
    const [first, second] = measurePages(path);
    expect([first?.width ?? 0, second?.width ?? 0].map(Math.round)).toEqual([595, 842]);
    const line = second?.lines.at(-1);
    expect(line?.text).toBe('—2—');
    const [left, top, bottom] = [line?.left ?? 0, line?.top ?? 0, line?.bottom ?? 0];
    // The type area of the turned page begins 35 mm in and ends 26 mm above its foot; the number is of 14 points.
    expect(distance(left, 35 * millimetre + 14)).toBeLessThan(millimetre);
    const ink = findInkTop(path, 2, { left, right: left + 10, top: top - 5, bottom });
    expect(distance(ink ?? 0, (210 - 26 + 7) * millimetre)).toBeLessThan(millimetre);
  });
});
