import { expect, test } from 'vitest';
import { writeDocx } from '../../../electron/core/exporting/docx/write-docx.ts';
import { exportReport } from '../../../electron/core/exporting/export-report.ts';
import { findFonts } from '../../../electron/core/exporting/fonts/find-fonts.ts';
import { findPages } from '../../../electron/core/exporting/pdf/write-pdf.ts';
import type { PrintedBlock, PrintedDocument } from '../../../shared/report/printed.ts';
import { greyPicture, officialWithContents, pictureKey } from '../../support/official-fixture.ts';
import { openPackage } from '../../support/ooxml/open-docx.ts';
import { pdfBytes, plainDocx, plainExport, plainPdf } from '../../support/plain-exports.ts';
import { body, heading, words } from '../../support/printed-fixture.ts';
import { PdfReader } from './read-pdf.ts';

const fonts = findFonts({ systemFolders: [] });
const pictures = new Map([[pictureKey, greyPicture(320, 200)]]);

test('the 目录 names the pages on which headings and annexes stand', async () => {
  const input = { ...plainPdf, pictures, document: officialWithContents, fonts };
  const pages = await findPages(input);
  const [contents] = officialWithContents.blocks;
  if (contents?.kind !== 'contents') throw new Error('the fixture begins with a 目录');
  expect([...pages.keys()].toSorted((one, other) => one - other)).toEqual(contents.entries.map(({ block }) => block));

  const pdf = new PdfReader(await pdfBytes({ ...input, pages }));
  const lines = pdf.lines(1).map(({ text }) => text);
  const across = officialWithContents.blocks.findIndex((block) => block.kind === 'annex' && block.landscape);
  const page = pages.get(across) ?? 0;
  expect(page).toBeGreaterThan(2);
  expect(pdf.lines(page)[0]?.text).toContain('附件1');
  expect(lines.join('\n')).toContain(String(page));
});

test('the Word file knows the same pages before its fields are computed anew', async () => {
  const pages = await findPages({ ...plainPdf, pictures, document: officialWithContents, fonts });
  const settings = { ...plainExport, pictures };
  const exported = await exportReport({ document: officialWithContents, format: 'docx', settings });
  const xml = openPackage(exported.bytes).text('word/document.xml');
  const known = openPackage(await writeDocx({ ...plainDocx, pictures, document: officialWithContents, pages })).text(
    'word/document.xml',
  );
  expect(xml).toBe(known);
  const shown = [...xml.matchAll(/PAGEREF _Toc_HG_(\d+) .*?<w:t[^>]*>(\d+)<\/w:t>/g)];
  expect(new Map(shown.map(([, block, page]) => [Number(block), Number(page)]))).toEqual(pages);
});

test('a 目录 of several pages counts itself', async () => {
  const headings = Array.from({ length: 60 }, (_, at): readonly PrintedBlock[] => [
    heading(1, at + 1, words('标题')),
    body(words('正文'.repeat(200))),
  ]).flat();
  const entries = headings.flatMap((block, at) =>
    block.kind === 'paragraph' && block.level === 1
      ? [{ level: 1 as const, text: `${block.number}标题`, block: at + 1 }]
      : [],
  );
  const document: PrintedDocument = { title: '报告', blocks: [{ kind: 'contents', depth: 1, entries }, ...headings] };
  const pages = await findPages({ ...plainPdf, document, fonts });
  expect(pages.get(1)).toBe(4);
  const pdf = new PdfReader(await pdfBytes({ ...plainPdf, document, fonts, pages }));
  expect(pdf.lines(4)[0]?.text).toContain('标题');
});

test('dots lead from each line of the 目录 to its page, on places that all lines share', async () => {
  const names = ['基本情况', '问题和困难', '下一步工作和保障措施', '学校建设规划'.repeat(6)];
  const entries = names.map((text, at) => ({ level: 1 as const, text, block: at + 1 }));
  const blocks = names.map((text, at) => heading(1, at + 1, words(text)));
  const document: PrintedDocument = { title: '报告', blocks: [{ kind: 'contents', depth: 1, entries }, ...blocks] };
  const pages = new Map(entries.map(({ block }) => [block, 2]));
  const pdf = new PdfReader(await pdfBytes({ ...plainPdf, document, fonts, pages }));
  const rows = new Map<number, number[]>();
  for (const [, x = '', y = ''] of pdf.content(1).matchAll(/([\d.]+) ([\d.]+) 1\.575 1\.575 re/g)) {
    rows.set(Number(y), [...(rows.get(Number(y)) ?? []), Number(x)]);
  }
  expect(rows.size).toBe(names.length);
  const dots = [...rows.values()].map((xs) => xs.toSorted((one, other) => one - other));
  const ends = dots.map((xs) => Math.round((xs.at(-1) ?? 0) * 100));
  expect(new Set(ends).size).toBe(1);
  const [short = [], , long = []] = dots;
  // Six more characters, each of four dots.
  expect(short.length - long.length).toBe(6 * 4);
});
