import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { scanBiffRecords, withoutThemes } from '../../../electron/core/importing/reading/biff-records.ts';
import { describesFewColumns } from '../../../electron/core/importing/reading/guard-columns.ts';
import { hasEndlessChain } from '../../../electron/core/importing/reading/has-endless-chain.ts';
import { isWellFormed } from '../../../electron/core/importing/reading/is-well-formed.ts';
import { readGrid } from '../../../electron/core/importing/reading/read-grid.ts';
import { expectFailure, expectValue } from '../../database/fixture.ts';
import { row, workbook, workbookParts } from '../workbook-fixture.ts';
import { textsOf } from './grid-texts.ts';

/** What mutated files have shown: each was once read as if it were whole, or never to an end. */

function refusal(bytes: Uint8Array | string): string {
  const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return expectFailure(readGrid(content, '表.xls')).code;
}

const sheets = [{ name: '表', rows: row(1, ['地区', 12345]) }];

test('a flipped bit that changes a figure in a workbook is told by the checksum', () => {
  const zip = Buffer.from(zipSync(workbookParts(sheets), { level: 0 }));
  const at = zip.indexOf('12345');
  zip.write('12346', at);
  expect(refusal(zip)).toBe('import-damaged');
});

test('a workbook that holds one part twice says two things, and is refused', () => {
  const parts = workbookParts(sheets);
  const twin = 'xl/worksheets/sheet9.xml';
  const zip = Buffer.from(zipSync({ ...parts, [twin]: strToU8('<worksheet/>') }));
  const wanted = Buffer.from('xl/worksheets/sheet0.xml');
  for (let at = zip.indexOf(twin); at >= 0; at = zip.indexOf(twin, at + 1)) wanted.copy(zip, at);
  expect(refusal(zip)).toBe('import-damaged');
});

/** A record of [MS-XLS]: its type, its length, its content. */
function record(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

test.each([
  ['list of sheets', 0x17, 2],
  ['text of a formula in BIFF2', 0x07, 1],
  ['text of a formula', 0x207, 2],
])('a %s that is too short to state its length is hostile', (_, type, least) => {
  const stream = (length: number) =>
    Buffer.concat([record(0x809, Buffer.alloc(16)), record(type, Buffer.alloc(length)), record(0x0a, Buffer.alloc(0))]);
  expect(scanBiffRecords(stream(least)).isHostile).toBe(false);
  expect(scanBiffRecords(stream(least - 1)).isHostile).toBe(true);
});

test('a theme inside an old workbook is never unpacked', () => {
  const stream = Buffer.concat([
    record(0x809, Buffer.alloc(16)),
    record(0x896, Buffer.alloc(60)),
    record(0x0a, Buffer.alloc(0)),
  ]);
  const harmless = withoutThemes(stream);
  expect(harmless.readUInt32LE(20 + 16)).toBe(124_226);
  expect(stream.readUInt32LE(20 + 16)).toBe(0);
});

test('a cell that claims column 4,000,000,000 costs nothing', () => {
  const far = row(1, ['地区', 5]).replace('</row>', '<c r="ZZZZZZ1"><v>7</v></c></row>');
  const start = performance.now();
  expectValue(readGrid(workbook([{ name: '表', rows: far }]), '表.xlsx'));
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('an old workbook whose sectors lead back to themselves is refused at once', () => {
  const book = utils.book_new();
  const figures = Array.from({ length: 500 }, (_, at) => [`示例${at}`, at * 1.5]);
  utils.book_append_sheet(book, utils.aoa_to_sheet(figures), '表');
  const bytes = Buffer.from(new Uint8Array(write(book, { type: 'array', bookType: 'biff8' })));
  const table = (bytes.readInt32LE(76) + 1) * 512;
  expect(hasEndlessChain(bytes)).toBe(false);
  expectValue(readGrid(bytes, '表.xls'));
  const chained = [...Array(100).keys()].find((at) => bytes.readInt32LE(table + at * 4) === at + 1) ?? 0;
  bytes.writeInt32LE(chained, table + (chained + 1) * 4);
  expect(hasEndlessChain(bytes)).toBe(true);
  expect(refusal(bytes)).toBe('import-damaged');
});

test.each(['18,932', '1 234', '12人'])(
  'a cell of numbers that says %s is damaged, not the number that it begins with',
  (said) => {
    const rows = row(1, ['地区', 5]).replace('<v>5</v>', `<v>${said}</v>`);
    expect(rows).toContain(said);
    expect(refusal(workbook([{ name: '表', rows }]))).toBe('import-damaged');
    const asText = rows.replace(/<c r="B1"[^>]*>/, '<c r="B1" t="str">');
    expect(textsOf(workbook([{ name: '表', rows: asText }]))).toEqual([['地区', said]]);
  },
);

test('an old workbook that states sectors of no possible size is refused', () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['示例', 1]]), '表');
  const bytes = Buffer.from(new Uint8Array(write(book, { type: 'array', bookType: 'biff8' })));
  for (const shift of [0, 1, 20, 0xffff]) {
    bytes.writeUInt16LE(shift, 30);
    expect(refusal(bytes)).toBe('import-damaged');
  }
});

test('a binary sheet that describes billions of columns is refused at once', () => {
  const describing = (last: number) => {
    const info = Buffer.alloc(2 + 18);
    info.writeUInt8(60, 0);
    info.writeUInt8(18, 1);
    info.writeUInt32LE(last, 6);
    return { names: ['xl/worksheets/sheet1.bin'], part: () => info };
  };
  expect(describesFewColumns(describing(16_383))).toBe(true);
  expect(describesFewColumns(describing(4_000_000_000))).toBe(false);
});

describe('markup that was cut off', () => {
  const spreadsheet = (inside: string) =>
    `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${inside}</Table></Worksheet></Workbook>`;

  test('SpreadsheetML is read when it is whole, and refused where an element is open or out of its order', () => {
    const whole = spreadsheet('<Row><Cell><Data ss:Type="Number">12345</Data></Cell></Row>');
    expect(textsOf(whole)).toEqual([['12345']]);
    expect(refusal(whole.slice(0, whole.indexOf('45</Data>')))).toBe('import-damaged');
    expect(refusal(spreadsheet('<Row></Row> ss:Index="8"><Cell><Data ss:Type="Number">5</Data></Cell></Row>'))).toBe(
      'import-damaged',
    );
  });

  test('a web page that ends within a cell is refused; one without closing tags is not', () => {
    expect(refusal('<table><tr><td>地区<td>12345<tr><td>吴兴区<td>12')).toBe('import-damaged');
    expect(textsOf('<table><tr><td>地区<td>12345<tr><td>吴兴区<td>12</table>')).toEqual([
      ['地区', '12345'],
      ['吴兴区', '12'],
    ]);
  });

  test.each([
    ['<?xml version="1.0"?><!DOCTYPE a><a b="1" c=\'<\'/>', false],
    ['<?xml version="1.0"?><!DOCTYPE a><a b="1>2" c=\'2\'><!-- < --><![CDATA[<x>]]><b/></a>', true],
    ['<a><b></a></b>', false],
    ['<a b=""4"></a>', false],
    ['<a><!-- </a>', false],
    ['<a/', false],
  ])('%s', (xml, outcome) => {
    expect(isWellFormed(xml)).toBe(outcome);
  });
});
