import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { describeLatin, findFonts } from '../../../electron/core/exporting/fonts/find-fonts.ts';
import { listFonts } from '../../../electron/core/exporting/fonts/list-fonts.ts';
import { writePdf } from '../../../electron/core/exporting/pdf/write-pdf.ts';
import { layoutOf } from '../../../shared/gongwen/layout.ts';
import { defaultOptions, type LayoutOptions } from '../../../shared/gongwen/options.ts';
import type { PrintedBlock } from '../../../shared/report/printed.ts';
import { renameFont } from '../../support/make-font.ts';
import { pdfBytes, plainPdf } from '../../support/plain-exports.ts';
import { body, heading, lead, words } from '../../support/printed-fixture.ts';
import { PdfReader } from './read-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'huigao-latin-'));
const roboto = join(
  dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
  'fonts/Roboto/Roboto-Regular.ttf',
);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function print(options: LayoutOptions, ...blocks: readonly PrintedBlock[]): Promise<PdfReader> {
  const layout = layoutOf(options);
  const fonts = findFonts({ systemFolders: [folder], layout });
  return new PdfReader(await pdfBytes({ ...plainPdf, document: { title: '测试', blocks }, layout, fonts }));
}

const blocks = [
  heading(1, 1, words('基本情况')),
  heading(2, 1, lead('压实责任。'), words('一是明确分工；二是加强督导。')),
];
const bold = { 一级: false, 二级: false, 三级: false, 四级: false, 一是二是: '不加粗' } as const;

/** How many stretches of text are drawn with an outline: text rendering mode 2 of ISO 32000-1, 9.3.6. */
function outlined(pdf: PdfReader): number {
  return [...pdf.content(1).matchAll(/\b2 Tr\b/g)].length;
}

test('nothing is bold unless the bureau wants it; then number and sentence are, and the text stays text', async () => {
  expect(outlined(await print(defaultOptions, ...blocks))).toBe(0);
  const second = await print({ ...defaultOptions, 加粗: { ...bold, 二级: true } }, ...blocks);
  expect(outlined(second)).toBe([...'（一）压实责任。'].length);
  expect(second.lines(1).map(({ text }) => text)).toEqual(
    (await print(defaultOptions, ...blocks)).lines(1).map(({ text }) => text),
  );
  expect(outlined(await print({ ...defaultOptions, 加粗: { ...bold, 一是二是: '序词加粗' } }, ...blocks))).toBe(4);
});

test('digits and letters stand in the bureau’s Latin font where it is installed, and a notice says where not', async () => {
  const options = { ...defaultOptions, 字体: { ...defaultOptions.字体, 西文: 'Times New Roman' } };
  const layout = layoutOf(options);
  expect(describeLatin(layout, findFonts({ systemFolders: [], layout })).join()).toContain('Times New Roman');
  writeFileSync(join(folder, 'b.ttf'), renameFont(roboto, 'Times New Roman', 'TimesNewRomanPS-BoldMT'));
  writeFileSync(join(folder, 't.ttf'), renameFont(roboto, 'Times New Roman', 'TimesNewRomanPSMT'));
  const fonts = findFonts({ systemFolders: [folder], layout });
  expect(fonts.latin?.path).toBe(join(folder, 't.ttf'));
  expect(describeLatin(layout, fonts)).toEqual([]);
  const pdf = await print(options, body(words('共有12640人，占81.51%（PDF）。')));
  const latin = pdf.texts(1).filter(({ font }) => font.includes('TimesNewRoman'));
  // The page number is a number too.
  expect(latin.map(({ text }) => text).join('')).toBe('1264081.51%PDF1');
});

test('a font that the bureau names comes first, whatever the standard’s is', () => {
  writeFileSync(
    join(folder, 'x.ttf'),
    renameFont(findFonts({ systemFolders: [] }).hei.file.path, '示例仿宋', 'ExampleSong'),
  );
  const layout = layoutOf({ ...defaultOptions, 字体: { ...defaultOptions.字体, 正文: '示例仿宋' } });
  expect(findFonts({ systemFolders: [folder], layout }).body).toMatchObject({ wanted: '示例仿宋', substituted: false });
});

test('it is known which role fell back for which characters', async () => {
  const fonts = findFonts({ systemFolders: [] });
  const thin = { ...fonts, body: { ...fonts.body, file: { path: roboto, postscriptName: null, family: '示例' } } };
  const document = { title: '测试', blocks: [body(words('喆a堃喆'))] };
  const { fellBack } = await writePdf({ ...plainPdf, document, fonts: thin });
  const used = listFonts(thin, fellBack);
  expect(used.find(({ role }) => role === 'body')).toMatchObject({ purpose: '正文', family: '示例', fellBack: '喆堃' });
  expect(
    used
      .filter(({ role }) => role !== 'body')
      .map(({ fellBack: signs }) => signs)
      .join(''),
  ).toBe('');
});
