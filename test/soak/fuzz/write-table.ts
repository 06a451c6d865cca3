import { type BookType, set_cptable, utils, type WorkSheet, write } from '@e965/xlsx';
import * as cptable from '@e965/xlsx/dist/cpexcel.full.mjs';
import { row, workbook } from '../../importing/workbook-fixture.ts';
import type { DisturbedTable } from './disturb-table.ts';
import { gb18030 } from './gb18030.ts';
import { decimalOf, type PlannedCell } from './plan-values.ts';
import type { Random } from './random.ts';

export interface WrittenTable {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const encodings = ['utf-8', 'bom', 'utf-16', 'gb18030'] as const;
const books = ['xlsx', 'xlsb', 'ods', 'biff8', 'xlml', 'html'] as const satisfies readonly BookType[];

/** As a text file, a workbook of another program's making, or one written part by part. */
export function writeTable(table: DisturbedTable, random: Random): WrittenTable {
  switch (random.below(3)) {
    case 0:
      return asText(table, random);
    case 1:
      return byLibrary(table, random.pick(books));
    default:
      return byParts(table);
  }
}

/** A share is written with its sign where a text file has no formats. */
function textOf({ show, isPercent }: PlannedCell): string {
  if (isPercent === true && typeof show === 'number') return `${decimalOf(Math.round(show * 10_000), 2)}%`;
  return String(show ?? '');
}

function asText({ rows }: DisturbedTable, random: Random): WrittenTable {
  const delimiter = random.pick([',', '\t', ';']);
  const quoted = (text: string) => (text.includes(delimiter) || text.includes(',') ? `"${text}"` : text);
  const wide = Math.max(...rows.map((cells) => cells.length));
  const lines = rows.map((cells) =>
    Array.from({ length: wide }, (_, at) => quoted(textOf(cells[at] ?? { show: null }))).join(delimiter),
  );
  const text = lines.join(random.pick(['\r\n', '\n']));
  const name = '统计表.csv';
  switch (random.pick(encodings)) {
    case 'utf-8':
      return { name, bytes: Buffer.from(text) };
    case 'bom':
      return { name, bytes: Buffer.from(`\ufeff${text}`) };
    case 'utf-16':
      return { name, bytes: Buffer.from(`\ufeff${text}`, 'utf16le') };
    case 'gb18030':
      return { name, bytes: gb18030(text) };
  }
}

function mergesOf({ rows }: DisturbedTable): readonly string[] {
  return rows.flatMap((cells, r) =>
    cells.flatMap(({ span }, c) =>
      span && span.down + span.right > 0
        ? utils.encode_range({ s: { r, c }, e: { r: r + span.down, c: c + span.right } })
        : [],
    ),
  );
}

function sheetOf(table: DisturbedTable): WorkSheet {
  const { rows, hiddenRows, hiddenColumns } = table;
  const sheet = utils.aoa_to_sheet(
    rows.map((cells) =>
      cells.map(({ show, isPercent }) => (isPercent === true ? { t: 'n', v: show, z: '0.00%' } : show)),
    ),
  );
  sheet['!merges'] = mergesOf(table).map((range) => utils.decode_range(range));
  sheet['!rows'] = rows.map((_, at) => ({ hidden: hiddenRows.includes(at) }));
  sheet['!cols'] = Array.from({ length: 8 }, (_, at) => ({ hidden: hiddenColumns.includes(at) }));
  return sheet;
}

function byLibrary(table: DisturbedTable, bookType: BookType): WrittenTable {
  set_cptable(cptable);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheetOf(table), '统计表');
  const name = `${bookType}.xls`;
  if (bookType === 'html' || bookType === 'xlml') {
    return { name, bytes: Buffer.from(String(write(book, { type: 'string', bookType }))) };
  }
  const content: unknown = write(book, { type: 'array', bookType });
  if (!(content instanceof ArrayBuffer)) throw new Error('a book is written as bytes');
  return { name, bytes: new Uint8Array(content) };
}

function byParts(table: DisturbedTable): WrittenTable {
  const hidden = (at: number) => (table.hiddenRows.includes(at) ? ' hidden="1"' : '');
  const rows = table.rows.map((cells, at) =>
    row(
      at + 1,
      cells.map(({ show, isPercent }) => (isPercent === true ? { xml: `<v>${show}</v>`, style: 1 } : show)),
    ).replace('<row ', `<row${hidden(at)} `),
  );
  const columns = table.hiddenColumns.map((at) => `<col min="${at + 1}" max="${at + 1}" hidden="1" width="9"/>`);
  const merges = mergesOf(table).map((ref) => `<mergeCell ref="${ref}"/>`);
  return {
    name: '统计表.xlsx',
    bytes: workbook([
      {
        name: '统计表',
        rows: rows.join(''),
        before: columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
        after: merges.length > 0 ? `<mergeCells>${merges.join('')}</mergeCells>` : '',
      },
    ]),
  };
}
