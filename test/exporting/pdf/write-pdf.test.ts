import { expect, test } from 'vitest';
import { findFonts } from '../../../electron/core/exporting/fonts/find-fonts.ts';
import { defaultLayout } from '../../../shared/gongwen/layout.ts';
import type { PrintedBlock } from '../../../shared/report/printed.ts';
import { pdfBytes, plainPdf } from '../../support/plain-exports.ts';
import { body, cell, figure, heading, lead, printedFixture, words } from '../../support/printed-fixture.ts';
import { PdfReader } from './read-pdf.ts';

const fonts = findFonts({ systemFolders: [] });
const left = 79.4;
const right = 595.3 - 73.7;
const em = 15.75;

async function print(...blocks: readonly PrintedBlock[]): Promise<PdfReader> {
  return new PdfReader(
    await pdfBytes({ ...plainPdf, document: { title: '测试', blocks }, layout: defaultLayout, fonts }),
  );
}

const han = '各区县把随迁子女就学纳入年度重点任务按照就近集中的思路核定学位逐校公布招生范围报名时间';

function prose(length: number): string {
  return han.repeat(Math.ceil(length / han.length)).slice(0, length);
}

test('a full page holds 22 lines of 28 characters at a pitch of 28.95 points', async () => {
  const pdf = await print(body(words(prose(1500))));
  const lines = pdf.lines(1).slice(0, -1);
  expect(lines).toHaveLength(22);
  for (const line of lines.slice(1)) expect(line.text).toHaveLength(28);
  expect(lines[0]?.text).toHaveLength(26);
  expect(lines[0]?.x).toBeCloseTo(left + 2 * em, 2);
  lines.slice(1).forEach((line, index) => {
    expect(line.baseline - (lines[index]?.baseline ?? 0)).toBeCloseTo(28.95, 2);
  });
  // The first line's em box touches the type area: 天头 is 37 mm.
  expect((lines[0]?.baseline ?? 0) - 0.88 * em).toBeCloseTo((37 / 25.4) * 72, 0);
});

test('every full line ends at the same right edge, whatever marks and numbers it holds', async () => {
  const text = '全市（含县、区）共有随迁子女15508人，其中“公办”学校就读占80.76%；比上年提高1.25个百分点，';
  const pdf = await print(body(words(text.repeat(20))));
  const lines = new Map<number, number>();
  for (const part of pdf.texts(1).filter((drawn) => drawn.size === em)) {
    const edge = part.x + (/^[!-~]+$/.test(part.text) ? 0 : em);
    lines.set(part.baseline, Math.max(lines.get(part.baseline) ?? 0, edge));
  }
  const edges = [...lines.values()].slice(0, -1).filter((edge) => edge > right - em / 2);
  expect(edges.length).toBeGreaterThan(15);
  for (const edge of edges) expect(edge).toBeCloseTo(right, 1);
  for (const line of pdf.lines(1)) expect(line.text).not.toMatch(/^[，。、；：？！”’）》%人]/);
});

test('page numbers stand at the outer edge, one character in, their dashes 7 mm below the type area', async () => {
  const pdf = await print(body(words('一')), { kind: 'pageBreak' }, body(words('二')));
  const [first, second] = [pdf.texts(1).at(-1), pdf.texts(2).at(-1)];
  expect(pdf.lines(1).at(-1)?.text).toBe('— 1 —');
  expect(pdf.lines(2).at(-1)?.text).toBe('— 2 —');
  expect(pdf.lines(2).at(-1)?.x).toBeCloseTo(left + 14, 1);
  expect((first?.x ?? 0) + 0.89 * 14).toBeCloseTo(right - 14, 1);
  // The top of Noto Serif's em dash is 0.293 em above the baseline.
  const dashTop = (second?.baseline ?? 0) - 0.293 * 14;
  expect(dashTop - (841.9 - 99.2)).toBeCloseTo((7 / 25.4) * 72, 1);
});

test('headings are numbered, set in their fonts, and run-in headings go over into the body font', async () => {
  const blocks = [heading(1, 1, words('基本情况')), heading(2, 1, lead('规范办学。'), words('加强监管。'))];
  const pdf = await print(...blocks, body(words('完')));
  const [one, two] = pdf.lines(1);
  expect(one?.text).toBe('一、基本情况');
  expect(two?.text).toBe('（一）规范办学。加强监管。');
  const fontsOfFirst = pdf.texts(1).filter((text) => Math.abs(text.baseline - (one?.baseline ?? 0)) < 0.01);
  expect(new Set(fontsOfFirst.map((text) => text.font))).toEqual(new Set(['NotoSansSC-Regular']));
});

test('headings become bookmarks, in their hierarchy', async () => {
  const blocks = [heading(1, 1, words('甲')), heading(2, 1, lead('乙。'), words('丙。')), heading(1, 2, words('丁'))];
  const pdf = await print(...blocks);
  const bookmarks = [...pdf.bookmarks()].sort((one, other) => one.top - other.top);
  expect(bookmarks.map((bookmark) => bookmark.title)).toEqual(['一、甲', '（一）乙。', '二、丁']);
  bookmarks.forEach(({ top }, index) => {
    expect(top).toBeCloseTo(104.9 - 12 + index * 28.95, 1);
  });
  expect(pdf.raw).toContain('/Lang (zh-CN)');
});

test('a heading never stands alone at the foot of a page', async () => {
  const lines = Array.from({ length: 21 }, (_, index) => body(words(`第${index}行`)));
  const pdf = await print(...lines, heading(1, 1, words('末行标题')), body(words('正文')));
  expect(pdf.lines(1).map((line) => line.text)).not.toContain('一、末行标题');
  expect(pdf.lines(2)[0]?.text).toBe('一、末行标题');
});

test('a signature takes the last line of the text with it to the next page', async () => {
  const signature: PrintedBlock = {
    kind: 'signature',
    organisation: [words('永宁县教育局')],
    date: [words('2024年12月5日')],
  };
  const lines = Array.from({ length: 19 }, (_, index) => body(words(`第${index}行`)));
  const pdf = await print(...lines, body(words(prose(28 * 2))), signature);
  const second = pdf.lines(2);
  expect(second.map((line) => line.text).slice(-3, -1)).toEqual(['永宁县教育局', '2024年12月5日']);
  expect(second).toHaveLength(4);
  expect(pdf.lines(1)).toHaveLength(22);
});

test('a signature longer than a line is still printed whole', async () => {
  const organisation = '某某省某某市某某区义务教育优质均衡发展工作领导小组办公室联合工作专班';
  const date = '2024年12月5日';
  const pdf = await print({ kind: 'signature', organisation: [words(organisation)], date: [words(date)] });
  const printed = pdf.lines(1).map((line) => line.text);
  expect(printed.slice(0, -2).join('')).toBe(organisation);
  expect(printed.at(-2)).toBe(date);
});

test('numbers of a wide table stay whole', async () => {
  const number = '123456.78';
  const cells = Array.from({ length: 7 }, () => cell(words(number), true));
  const pdf = await print({ kind: 'table', id: 't', caption: '表1', unit: null, rows: [{ role: 'body', cells }] });
  expect(pdf.lines(1).map((line) => line.text)).toContain(number.repeat(7));
});

test('a table repeats its header, keeps its caption and leaves no row out', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => ({
    role: 'body' as const,
    cells: [cell(words(`学校${index}`)), cell(figure(`f${index}`, String(index)), true)],
  }));
  const header = { role: 'header' as const, cells: [cell(words('单位')), cell(words('人数'))] };
  const pdf = await print({ kind: 'table', id: 't', caption: '表1 各校人数', unit: '人', rows: [header, ...rows] });
  const pages = Array.from({ length: pdf.pageCount }, (_, index) => pdf.lines(index + 1).map((line) => line.text));
  expect(pages[0]?.slice(0, 3)).toEqual(['表1 各校人数', '单位：人', '单位人数']);
  for (const page of pages.slice(1)) expect(page[0]).toBe('单位人数');
  const printed = pages.flat();
  for (let index = 0; index < 300; index += 1) expect(printed).toContain(`学校${index}${index}`);
});

function tableOf(rowCount: number): PrintedBlock {
  const rows = Array.from({ length: rowCount - 1 }, (_, index) => ({
    role: 'body' as const,
    cells: [cell(words(`学校${index}`)), cell(words(String(index)), true)],
  }));
  const header = { role: 'header' as const, cells: [cell(words('单位')), cell(words('人数'))] };
  return { kind: 'table', id: 't', caption: '表1 各校人数', unit: '人', rows: [header, ...rows] };
}

function linesOf(count: number): readonly PrintedBlock[] {
  return Array.from({ length: count }, (_, index) => body(words(`第${index}行`)));
}

test('a table of twelve rows goes to the next page whole with its caption and note, one of thirteen is split', async () => {
  const note: PrintedBlock = { kind: 'note', text: '注：示例（虚构）。' };
  const small = await print(...linesOf(14), tableOf(12), note);
  expect(small.pageCount).toBe(2);
  expect(small.lines(1)).toHaveLength(15);
  expect(small.lines(2).map((line) => line.text)).toEqual([
    '表1 各校人数',
    '单位：人',
    '单位人数',
    ...Array.from({ length: 11 }, (_, index) => `学校${index}${index}`),
    '注：示例（虚构）。',
    '— 2 —',
  ]);
  const large = await print(...linesOf(14), tableOf(13));
  expect(large.lines(1).map((line) => line.text)).toContain('学校00');
  expect(large.lines(2)[0]?.text).toBe('单位人数');
});

test('a table of few but long rows is split when no page holds it', async () => {
  const rows = Array.from({ length: 4 }, () => ({ role: 'body' as const, cells: [cell(words(prose(500)))] }));
  const pdf = await print({ kind: 'table', id: 't', caption: '表1', unit: null, rows });
  const printed = Array.from({ length: pdf.pageCount }, (_, index) => pdf.lines(index + 1).slice(0, -1)).flat();
  expect(printed.map((line) => line.text).join('')).toBe(`表1${prose(500).repeat(4)}`);
});

test('the note below a table that runs over pages stands under its last row, wherever the page ends', async () => {
  for (let above = 0; above < 22; above += 1) {
    const pdf = await print(...linesOf(above), tableOf(20), { kind: 'note', text: '注：示例（虚构）。' });
    const last = pdf.lines(pdf.pageCount).map((line) => line.text);
    expect(last.slice(-3, -1)).toEqual(['学校1818', '注：示例（虚构）。']);
  }
});

test('rare names print in a font that has them, and nothing prints as an empty box', async () => {
  const pdf = await print(body(words('由喆堃、昇玥、赟镕、犇䶮四人负责。\u{10FFFF}')));
  expect(pdf.lines(1)[0]?.text).toBe('由喆堃、昇玥、赟镕、犇䶮四人负责。〓');
  expect(pdf.content(1)).not.toContain('<0000>');
});

test('—— is one unbroken stroke and reads back as two dashes', async () => {
  const pdf = await print(body(words('督导——“回头看”……')));
  const dash = pdf.texts(1).find((text) => text.text === '——');
  // Noto's stroke is 1.6 em long; boxes fill the rest of its two characters but for 0.05 em at either end.
  const boxes = [...pdf.content(1).matchAll(/([\d.]+) [\d.]+ ([\d.]+) [\d.]+ re/g)].map(([, x, width]) => {
    return { from: Number(x), to: Number(x) + Number(width) };
  });
  const [first, last] = boxes;
  expect(boxes).toHaveLength(2);
  expect((last?.to ?? 0) - (first?.from ?? 0)).toBeCloseTo(1.9 * em, 0);
  // They end where the glyphs begin: a stroke over a stroke would look bold.
  expect(boxes.reduce((sum, { from, to }) => sum + to - from, 0)).toBeLessThan(0.5 * em);
  expect(first?.from).toBeLessThan(dash?.x ?? 0);
  expect(last?.from).toBeGreaterThan((dash?.x ?? 0) + em);
  expect(pdf.lines(1)[0]?.text).toBe('督导——“回头看”……');
});

test('a missing figure is highlighted', async () => {
  const gap = { text: '【待填：人数】', lead: false, bold: false, figureId: 'a', gap: '待填' as const };
  const pdf = await print(body(words('共'), gap, words('。')));
  expect(pdf.content(1)).toMatch(/1 1 0 scn/);
});

test('an empty document is one page with its number', async () => {
  const pdf = await print();
  expect(pdf.pageCount).toBe(1);
  expect(pdf.lines(1).at(-1)?.text).toBe('— 1 —');
});

test('page breaks at the ends and in a row print no empty pages', async () => {
  const breakPage: PrintedBlock = { kind: 'pageBreak' };
  const pdf = await print(breakPage, body(words('一')), breakPage, breakPage, body(words('二')), breakPage);
  expect(pdf.pageCount).toBe(2);
});

test('a word longer than the line and a long address are cut, not lost', async () => {
  const word = 'x'.repeat(200);
  const pdf = await print(body(words(word)), { kind: 'recipients', runs: [words('各学校：')] });
  expect(
    pdf
      .lines(1)
      .slice(0, -2)
      .map((line) => line.text)
      .join(''),
  ).toBe(word);
});

test('the fixture prints the same bytes each time, with its title and no date', async () => {
  const first = Buffer.from(await pdfBytes({ ...plainPdf, document: printedFixture, layout: defaultLayout, fonts }));
  const second = Buffer.from(await pdfBytes({ ...plainPdf, document: printedFixture, layout: defaultLayout, fonts }));
  expect(first.equals(second)).toBe(true);
  expect(first.toString('latin1')).not.toContain('CreationDate');
  expect(first.length).toBeLessThan(400_000);
});

test('attachments and signature go to the next page together, with the last line of the text', async () => {
  const attachments: PrintedBlock = {
    kind: 'attachments',
    names: [[words('学位一览表')], [words('建设规划'.repeat(9))]],
  };
  const signature: PrintedBlock = {
    kind: 'signature',
    organisation: [words('示例市教育局')],
    date: [words('2024年1月5日')],
  };
  for (let above = 11; above <= 22; above += 1) {
    const annotation: PrintedBlock = { kind: 'annotation', runs: [words('联系人：李示例')] };
    const pdf = await print(...linesOf(above), body(words('特此报告。')), attachments, signature, annotation);
    const last = pdf.lines(pdf.pageCount).map((line) => line.text);
    const at = last.indexOf('特此报告。');
    expect(at).toBeGreaterThanOrEqual(0);
    expect(last.slice(at + 1, -1)).toHaveLength(6);
    expect(last.slice(-3, -1)).toEqual(['2024年1月5日', '（联系人：李示例）']);
  }
});

test('attachments that fill a page of their own take no line of the text with them', async () => {
  const names = Array.from({ length: 40 }, (_, at) => [words(`示例第${at + 1}号一览表`)]);
  const pdf = await print(body(words('现将有关情况报告如下。')), { kind: 'attachments', names });
  expect(pdf.lines(1)[0]?.text).toBe('现将有关情况报告如下。');
  expect(pdf.lines(1).length).toBeGreaterThan(1);
});
