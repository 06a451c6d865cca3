import { strFromU8, unzipSync } from 'fflate';
import type { CellValue } from 'hucre';
import type { At } from './at.ts';

/** [MS-XLS] 2.5.217, [MS-XLSB] 2.5.122: a number in 30 bits, whole or not, perhaps in hundredths. */
function rkAt(bytes: Buffer, at: number): number {
  const bits = bytes.readInt32LE(at);
  const float = Buffer.alloc(8);
  float.writeInt32LE(bits & ~3, 4);
  const value = (bits & 2) === 0 ? float.readDoubleLE(0) : bits >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}

interface CellRecord {
  /** Its number and length, as they begin the record; null where the length differs. */
  readonly type: number;
  readonly length: number | null;
  /** What follows the place and the format. */
  readonly value: (bytes: Buffer, at: number) => CellValue | undefined;
}

/** Behind row and column stand two bytes of format from BIFF3 on, three before. */
const formatAt = 4;
const valueAt = { late: 6, early: 7 } as const;

const utf16 = new TextDecoder('utf-16le');
const wide = (bytes: Buffer, at: number, length: number) => utf16.decode(bytes.subarray(at, at + 2 * length));
const narrow = (bytes: Buffer, at: number, length: number) => bytes.toString('latin1', at, at + length);

/** [MS-XLS] 2.5.294: the length, then whether its characters have two bytes. */
function unicodeAt(bytes: Buffer, at: number): string {
  const length = bytes.readUInt16LE(at);
  return (bytes[at + 2] ?? 0) & 1 ? wide(bytes, at + 3, length) : narrow(bytes, at + 3, length);
}

function indexesOf(bytes: Buffer, sought: Buffer): readonly number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) found.push(at);
  return found;
}

/** Texts of a table of shared strings that is one record ([MS-XLS] 2.4.265), formats and readings of theirs left out. */
function sharedStrings(bytes: Buffer): readonly string[] {
  const tables = indexesOf(bytes, Buffer.of(0xfc, 0)).map((start) => {
    const end = start + 4 + (start + 4 <= bytes.length ? bytes.readUInt16LE(start + 2) : 0);
    const texts: string[] = [];
    for (let at = start + 12; at + 3 <= Math.min(end, bytes.length); ) {
      const flags = bytes[at + 2] ?? 0;
      const [runs, reading] = [flags & 8 ? 2 : 0, flags & 4 ? 4 : 0];
      if (at + 3 + runs + reading > bytes.length) break;
      const length = bytes.readUInt16LE(at);
      const from = at + 3 + runs + reading;
      texts.push(flags & 1 ? wide(bytes, from, length) : narrow(bytes, from, length));
      const behind = (runs && 4 * bytes.readUInt16LE(at + 3)) + (reading && bytes.readUInt32LE(at + 3 + runs));
      at = from + length * (flags & 1 ? 2 : 1) + behind;
    }
    return texts;
  });
  return tables.reduce((longest, each) => (each.length > longest.length ? each : longest), []);
}

/**
 * Every value of a record of that row and column, wherever in the file it stands: what holds the records together may be
 * damaged. Sheets are not told apart.
 */
export function atXls(file: Uint8Array): At {
  const bytes = Buffer.from(file);
  const strings = sharedStrings(bytes);
  const records: readonly CellRecord[] = [
    { type: 0x203, length: 14, value: (from, at) => from.readDoubleLE(at + valueAt.late) },
    { type: 0x27e, length: 10, value: (from, at) => rkAt(from, at + valueAt.late) },
    { type: 0x006, length: null, value: (from, at) => from.readDoubleLE(at + valueAt.late) },
    { type: 0x0fd, length: 10, value: (from, at) => strings[from.readUInt32LE(at + valueAt.late)] },
    { type: 0x204, length: null, value: (from, at) => unicodeAt(from, at + valueAt.late) },
    {
      type: 0x204,
      length: null,
      value: (from, at) => narrow(from, at + valueAt.late + 2, from.readUInt16LE(at + valueAt.late)),
    },
    { type: 0x002, length: 9, value: (from, at) => from.readUInt16LE(at + valueAt.early) },
    { type: 0x003, length: 15, value: (from, at) => from.readDoubleLE(at + valueAt.early) },
    {
      type: 0x004,
      length: null,
      value: (from, at) => narrow(from, at + valueAt.early + 1, from[at + valueAt.early] ?? 0),
    },
  ];
  const many = manyNumbers(bytes);
  return (_, row, column) => {
    const place = Buffer.alloc(formatAt);
    place.writeUInt16LE(row, 0);
    place.writeUInt16LE(column, 2);
    const found: CellValue[] = many
      .filter((each) => each.row === row && each.column === column)
      .map(({ value }) => value);
    for (const at of indexesOf(bytes, place)) {
      if (at < 4 || at + 24 > bytes.length) continue;
      for (const { type, length, value } of records) {
        if (bytes.readUInt16LE(at - 4) !== type) continue;
        if (length === null || bytes.readUInt16LE(at - 2) === length) found.push(value(bytes, at) ?? null);
      }
    }
    return found;
  };
}

/** Numbers side by side in one record ([MS-XLS] 2.4.175): the row, the first column, formats and numbers, the last column. */
function manyNumbers(
  bytes: Buffer,
): readonly { readonly row: number; readonly column: number; readonly value: number }[] {
  return indexesOf(bytes, Buffer.of(0xbd, 0)).flatMap((start) => {
    const length = start + 4 <= bytes.length ? bytes.readUInt16LE(start + 2) : 0;
    if (length < 12 || length % 6 !== 0 || start + 4 + length > bytes.length) return [];
    const [row, first] = [bytes.readUInt16LE(start + 4), bytes.readUInt16LE(start + 6)];
    return Array.from({ length: length / 6 - 1 }, (_, at) => {
      return { row, column: first + at, value: rkAt(bytes, start + 8 + 6 * at + 2) };
    });
  });
}

/** The records of a binary part ([MS-XLSB] 2.1.4): number and length in seven bits a byte. */
function* recordsOf(part: Buffer): Iterable<{ readonly type: number; readonly data: Buffer }> {
  let at = 0;
  const next = (most: number) => {
    let number = 0;
    for (let read = 0; read < most; read += 1) {
      const byte = part[at] ?? 0;
      at += 1;
      number += (byte & 127) << (7 * read);
      if (byte < 128) break;
    }
    return number;
  };
  while (at < part.length) {
    const type = next(2);
    const length = next(4);
    yield { type, data: part.subarray(at, at + length) };
    at += length;
  }
}

const textAt = (data: Buffer, at: number) => wide(data, at + 4, data.readUInt32LE(at));

/** What stands in the cells of a binary workbook, its short records included, which follow one another in a row. */
export function atXlsb(bytes: Uint8Array): At {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part)]));
  const part = (name: string) => parts.get(name) ?? Buffer.alloc(0);
  const strings = [...recordsOf(part('xl/sharedStrings.bin'))]
    .filter(({ type, data }) => type === 19 && data.length >= 5)
    .map(({ data }) => textAt(data, 1));
  const links = new Map(
    [...strFromU8(part('xl/_rels/workbook.bin.rels')).matchAll(/<Relationship\b[^>]*>/g)].map(([link]) => [
      / Id="([^"]*)"/.exec(link)?.[1],
      `xl/${/ Target="\/?(?:xl\/)?([^"]*)"/.exec(link)?.[1]}`,
    ]),
  );
  const sheets = new Map<string, ReadonlyMap<string, readonly CellValue[]>>();
  for (const { type, data } of recordsOf(part('xl/workbook.bin'))) {
    if (type !== 156 || data.length < 16) continue;
    const link = textAt(data, 8);
    const name = textAt(data, 12 + 2 * link.length);
    // A sheet that lost its link is the one of its place.
    const path = links.get(link) ?? `xl/worksheets/sheet${sheets.size + 1}.bin`;
    sheets.set(name, cellsOf(part(path), strings));
  }
  return (sheet, row, column) => sheets.get(sheet)?.get(`${row}:${column}`) ?? [];
}

/** Every value of a cell: where the record of a row is lost its cells come behind those of the row above. */
function cellsOf(part: Buffer, strings: readonly string[]): ReadonlyMap<string, readonly CellValue[]> {
  const cells = new Map<string, CellValue[]>();
  let [row, column] = [-1, -1];
  for (const { type, data } of recordsOf(part)) {
    if (type === 0 && data.length >= 4) [row, column] = [data.readUInt32LE(0), -1];
    const isShort = type >= 12 && type <= 18;
    if ((!isShort && (type < 1 || type > 11)) || data.length < (isShort ? 4 : 8)) continue;
    column = isShort ? column + 1 : data.readUInt32LE(0);
    const value = valueOf(isShort ? type - 11 : type, data.subarray(isShort ? 4 : 8), strings);
    if (value === undefined) continue;
    const place = `${row}:${column}`;
    cells.set(place, [...(cells.get(place) ?? []), value]);
  }
  return cells;
}

function valueOf(type: number, data: Buffer, strings: readonly string[]): CellValue | undefined {
  if (data.length < 4) return undefined;
  if (type === 2) return rkAt(data, 0);
  if (type === 5 || type === 9) return data.length < 8 ? undefined : data.readDoubleLE(0);
  if (type === 6 || type === 8) return textAt(data, 0);
  return type === 7 ? strings[data.readUInt32LE(0)] : undefined;
}
