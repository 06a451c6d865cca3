import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BookType, set_cptable, utils, type WorkSheet, write } from '@e965/xlsx';
import * as cptable from '@e965/xlsx/dist/cpexcel.full.mjs';
import { row, workbook } from '../../importing/workbook-fixture.ts';
import { mutateFile } from './mutate-file.ts';
import { Random } from './random.ts';

export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const title = '2021年随迁子女情况统计表';
const values = [
  [title, null, null, null],
  ['单位：人、万元', null, null, null],
  ['地区', '随迁子女', '公办就读比例（%）', '资助金额（万元）'],
  [null, '计', null, null],
  ['湖州市', 80605, 80.76, 1203.25],
  ['吴兴区', 21560, '79.12%', '1,200.5'],
  ['南浔区', '18,932', 81.3, 0.15],
  ['德清县', '20113人', 82, '—'],
  ['开发区', 20000, 83.456789, 2.0149999999999997],
  ['注：数据截至2021年9月', null, null, null],
];
const merges = ['A1:D1', 'A3:A4', 'C3:C4', 'D3:D4'];

function sheetOf(): WorkSheet {
  const sheet = utils.aoa_to_sheet(values);
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  return sheet;
}

function written(bookType: BookType): Uint8Array {
  set_cptable(cptable);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheetOf(), '统计表');
  if (bookType !== 'biff2') utils.book_append_sheet(book, utils.aoa_to_sheet([['填表说明']]), '说明');
  const content: unknown = write(book, { type: 'array', bookType });
  if (!(content instanceof ArrayBuffer)) throw new Error('a book is written as bytes');
  return new Uint8Array(content);
}

function markup(bookType: 'html' | 'xlml'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheetOf(), '统计表');
  return Buffer.from(String(write(book, { type: 'string', bookType })));
}

const mergeXml = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

/** With shared strings, shares by their format, formulas with and without a value, and a sheet that is hidden. */
function byParts(): Uint8Array {
  const texts = [
    title,
    '单位：人、万元',
    '地区',
    '随迁子女人数',
    '公办就读比例',
    '资助金额',
    '合计',
    '吴兴区',
    '南浔区',
    '德清县',
  ];
  const shared = (reference: string, index: number) => `<c r="${reference}" t="s"><v>${index}</v></c>`;
  const line = (at: number, name: number, figures: string) =>
    `<row r="${at}">${shared(`A${at}`, name)}${figures}</row>`;
  const rows =
    line(1, 0, '') +
    line(2, 1, '') +
    line(3, 2, shared('B3', 3) + shared('C3', 4) + shared('D3', 5)) +
    line(
      4,
      6,
      '<c r="B4"><f>SUM(B5:B7)</f><v>60605</v></c><c r="C4" s="1"><v>0.8076</v></c><c r="D4"><f>SUM(D5:D7)</f></c>',
    ) +
    line(
      5,
      7,
      '<c r="B5"><v>21560</v></c><c r="C5" s="1"><v>0.79119999999999</v></c><c r="D5" s="3"><v>1200.4999999</v></c>',
    ) +
    line(6, 8, '<c r="B6" s="4"><v>18932</v></c><c r="C6" s="1"><v>0.813</v></c><c r="D6" s="3"><v>0.15</v></c>') +
    line(
      7,
      9,
      '<c r="B7"><v>2.0113E4</v></c><c r="C7" s="1"><v>0.82</v></c><c r="D7" s="3"><v>2.0149999999999997</v></c>',
    );
  return workbook(
    [
      { name: '统计表', rows, after: '<mergeCells><mergeCell ref="A1:D1"/></mergeCells>' },
      { name: '底稿', rows: row(1, ['地区', 5]), hidden: true },
    ],
    { strings: texts.map((text) => `<si><t>${text}</t></si>`).join(''), formats: ['#,##0.00', '#,##0'] },
  );
}

function inlineParts(): Uint8Array {
  const rows = values.map((cells, index) => row(index + 1, cells)).join('');
  return workbook([{ name: '统计表', rows, after: mergeXml }]);
}

function text(delimiter: string): string {
  const quoted = (cell: string | number | null) =>
    String(cell ?? '').includes(delimiter) ? `"${cell}"` : String(cell ?? '');
  return values.map((cells) => cells.map(quoted).join(delimiter)).join('\r\n');
}

/** 地区 and 指标 of GB18030, of which the test has no encoder: built by looking each character up. */
function gb18030(content: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from([...content].flatMap((sign) => codes.get(sign) ?? [sign.charCodeAt(0)]));
}

const shared = process.env.HUIGAO_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url));

/** Real files stand outside the project, and are mutated too where they are there. */
function samples(): readonly Seed[] {
  const folder = `${shared}/samples/spreadsheets`;
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) }));
  return files.filter(({ bytes }) => bytes.length < 200_000);
}

export function fuzzSeeds(): readonly Seed[] {
  return [
    { name: '分部件.xlsx', bytes: byParts() },
    { name: '内联.xlsx', bytes: inlineParts() },
    ...(['xlsx', 'xlsb', 'ods', 'biff8', 'biff5', 'biff2'] as const).map((kind) => ({
      name: `${kind}.xls`,
      bytes: written(kind),
    })),
    { name: '网页.xls', bytes: markup('html') },
    { name: '表格.xml', bytes: markup('xlml') },
    { name: 'utf8.csv', bytes: Buffer.from(`\ufeff${text(',')}`) },
    { name: 'utf16.txt', bytes: Buffer.from(`\ufeff${text('\t')}`, 'utf16le') },
    { name: 'gb18030.csv', bytes: gb18030(text(',')) },
    ...samples(),
  ];
}

const seeds = fuzzSeeds();

/** The file of this number, the same in every run. */
export function fuzzCase(number: number): Seed & { readonly isDated: boolean } {
  const random = new Random(number);
  const { name, bytes } = random.pick(seeds);
  return { name, bytes: mutateFile(bytes, random), isDated: random.below(2) === 0 };
}
