import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { choicesOf, describeSubstitutions, findFonts } from '../../../electron/core/exporting/fonts/find-fonts.ts';
import { fontRuns, missingCharacters, printableText } from '../../../electron/core/exporting/fonts/font-runs.ts';
import { readFaceNames } from '../../../electron/core/exporting/fonts/read-face-names.ts';
import { defaultLayout } from '../../../shared/gongwen/layout.ts';
import { collectFonts, damageCharacterMap, renameFont, setEmbedding } from '../../support/make-font.ts';
import { pdfBytes, plainPdf } from '../../support/plain-exports.ts';
import { body, words } from '../../support/printed-fixture.ts';
import { PdfReader } from '../pdf/read-pdf.ts';

const bundled = findFonts({ systemFolders: [] });
const sans = bundled.hei.file.path;
const latinOnly = join(
  dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
  'fonts/Roboto/Roboto-Regular.ttf',
);
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huigao-fonts-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function install(name: string, font: Buffer): void {
  writeFileSync(join(folder, name), font);
}

test('without installed fonts every role has a bundled one, and the clerk is told in Chinese', () => {
  expect(choicesOf(bundled).every((choice) => choice.substituted)).toBe(true);
  expect(describeSubstitutions(bundled)).toEqual([
    '本机没有安装规定的字体，PDF 改用随附字体：标题（方正小标宋简体）用思源宋体（粗），正文（仿宋_GB2312）用思源宋体，' +
      '二级标题（楷体_GB2312）用思源宋体，一级标题和表题（黑体）用思源黑体，页码（宋体）用思源宋体。' +
      '如须用规定字体，请安装后重新导出；Word 文件不受影响。',
  ]);
});

test('an installed font is found by its Chinese name, whatever its file is called', () => {
  install('abc.ttf', renameFont(sans, '仿宋_GB2312', 'FangSong_GB2312'));
  const fonts = findFonts({ systemFolders: [folder] });
  expect(fonts.body).toMatchObject({ wanted: '仿宋_GB2312', substituted: false, file: { postscriptName: null } });
  expect(fonts.body.file.path).toBe(join(folder, 'abc.ttf'));
  expect(describeSubstitutions(fonts).join()).not.toContain('仿宋');
  const all = { title: fonts.body, body: fonts.body, kai: fonts.body, hei: fonts.body, song: fonts.body, latin: null };
  expect(describeSubstitutions(all)).toEqual([]);
});

test('of two that serve, the one the standard names comes first', () => {
  install('a.ttf', renameFont(sans, '仿宋', 'FangSong'));
  install('b.ttf', renameFont(sans, '仿宋_GB2312', 'FangSong_GB2312'));
  expect(findFonts({ systemFolders: [folder] }).body.file.family).toBe('仿宋_GB2312');
});

test('a face inside a collection is found, embedded and printed', async () => {
  const other = renameFont(sans, '新宋体', 'NSimSun');
  install('simsun.ttc', collectFonts([other, renameFont(sans, '宋体', 'SimSun')]));
  const fonts = findFonts({ systemFolders: [folder] });
  expect(fonts.song.file).toEqual({ path: join(folder, 'simsun.ttc'), postscriptName: 'SimSun', family: '宋体' });
  const document = { title: '测试', blocks: [body(words('正文'))] };
  const pdf = new PdfReader(await pdfBytes({ ...plainPdf, document, layout: defaultLayout, fonts }));
  expect(pdf.lines(1).at(-1)?.text).toBe('— 1 —');
  expect(pdf.texts(1).at(-1)?.font).toBe('SimSun');
});

test('a font without the common characters is passed over', () => {
  install('latin.ttf', renameFont(latinOnly, '仿宋', 'FangSong'));
  expect(findFonts({ systemFolders: [folder] }).body.substituted).toBe(true);
});

test('a font whose licence forbids embedding is passed over', () => {
  const font = renameFont(sans, '楷体', 'KaiTi');
  install('kai.ttf', setEmbedding(font, 0x0002));
  expect(findFonts({ systemFolders: [folder] }).kai.substituted).toBe(true);
});

test('unreadable and damaged files are passed over', () => {
  const font = renameFont(sans, '仿宋', 'FangSong');
  install('noise.ttf', Buffer.from('这不是字体文件'));
  install('empty.otf', Buffer.alloc(0));
  install('short.ttf', font.subarray(0, 3000));
  install('broken.ttf', damageCharacterMap(font));
  install('collection.ttc', Buffer.concat([Buffer.from('ttcf'), Buffer.alloc(8, 0xff)]));
  expect(readFaceNames(join(folder, 'short.ttf'))).toEqual([]);
  expect(readFaceNames(join(folder, 'absent.ttf'))).toEqual([]);
  expect(findFonts({ systemFolders: [folder, join(folder, 'absent')] }).body.substituted).toBe(true);
});

test('a character that the chosen font lacks is set in a bundled one', () => {
  const fonts = { ...bundled, body: { ...bundled.body, file: { path: latinOnly, postscriptName: null, family: 'x' } } };
  const runs = fontRuns('abc䶮12', 'body', fonts);
  expect(runs.map((run) => run.text)).toEqual(['abc', '䶮', '12']);
  expect(runs[1]?.file.path).toBe(bundled.body.file.path);
});

test('a character that no font has prints as 〓 and is reported once', () => {
  expect(fontRuns('甲\u{10FFFF}乙', 'body', bundled).map((run) => run.text)).toEqual(['甲〓乙']);
  expect(missingCharacters('甲\u{10FFFF}乙\u{10FFFF}', bundled)).toEqual(['\u{10FFFF}']);
  expect(missingCharacters('喆堃昇玥赟镕犇䶮𬬭', bundled)).toEqual([]);
});

test('joiners and controls draw nothing', () => {
  expect(printableText('80\u2060%\u200B，\uFEFF甲\t乙\n丙')).toBe('80%，甲 乙\n丙');
});
