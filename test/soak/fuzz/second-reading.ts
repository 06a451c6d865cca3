import { read as readBook, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { type CellValue, readOds, readXls, readXlsb, readXlsx, type Workbook } from 'hucre';
import type { Grid } from '../../../electron/core/importing/grid.ts';

/** What other readers than ours find at a place: `hucre`, SheetJS where it is not ours, or patterns over the part's XML. */
export interface SecondReading {
  /** Null where the other library refuses the file, or none can read the format. */
  readonly library: 'read' | 'refused' | 'none';
  at(sheet: string, row: number, column: number): readonly CellValue[];
  /** By the patterns alone. */
  raw(sheet: string, row: number, column: number): readonly CellValue[];
}

type At = SecondReading['at'];

const nothing: At = () => [];

export async function readAgain(bytes: Uint8Array, grid: Grid): Promise<SecondReading> {
  switch (grid.format) {
    case 'xlsx':
      return { ...(await byHucre(() => readXlsx(bytes))), raw: byPatterns(bytes) };
    case 'xlsb':
      return { ...(await byHucre(() => readXlsb(bytes))), raw: nothing };
    case 'ods':
      return { ...(await byHucre(() => readOds(bytes))), raw: nothing };
    case 'xls':
      return { ...(await byHucre(() => readXls(bytes))), raw: nothing };
    case 'html':
    case 'xml':
      return { ...bySheetJs(decoded(bytes), grid), raw: inMarkup(decoded(bytes)) };
    case 'text':
      return { library: 'read', at: bySplitting(bytes), raw: inColumn(bytes) };
  }
}

async function byHucre(read: () => Promise<Workbook>): Promise<Omit<SecondReading, 'raw'>> {
  let book: Workbook;
  try {
    book = await read();
  } catch {
    return { library: 'refused', at: nothing };
  }
  return {
    library: 'read',
    at: (sheet, row, column) => {
      // A sheet that lost its name is given one by the library.
      const found = book.sheets.find(({ name }) => name === sheet) ?? (sheet === '' ? book.sheets[0] : undefined);
      const value = found?.rows[row]?.[column];
      return value === undefined || value === null ? [] : [value];
    },
  };
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[1] === 0 && bytes[3] === 0) return new TextDecoder('utf-16le').decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : text;
}

function bySheetJs(text: string, grid: Grid): Omit<SecondReading, 'raw'> {
  let book: ReturnType<typeof readBook>;
  try {
    book = readBook(text, { type: 'string', raw: true, cellText: false });
  } catch {
    return { library: 'refused', at: nothing };
  }
  const at: At = (sheet, row, column) => {
    const index = grid.sheets.findIndex(({ name }) => name === sheet);
    const cell: unknown = book.Sheets[book.SheetNames[index] ?? '']?.[utils.encode_cell({ r: row, c: column })];
    if (typeof cell !== 'object' || cell === null || !('v' in cell)) return [];
    return typeof cell.v === 'string' || typeof cell.v === 'number' ? [cell.v] : [];
  };
  return { library: 'read', at };
}

/** Cells between delimiters, by the rules of quotes; another program than the one that we read with. */
function splitRows(bytes: Uint8Array): readonly (readonly (readonly string[])[])[] {
  return ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'].flatMap((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    return [',', '\t', ';'].map((delimiter) => split(text, delimiter));
  });
}

function bySplitting(bytes: Uint8Array): At {
  const rows = splitRows(bytes);
  return (_, row, column) => rows.flatMap((each) => each[row]?.[column] ?? []);
}

function split(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (let at = 0, row: string[] = []; at <= text.length; at += 1) {
    let cell = '';
    if (text[at] === '"') {
      const end = /"(?!")/.exec(text.slice(at + 1).replaceAll('""', '\u0001\u0001'))?.index ?? text.length;
      cell = text.slice(at + 1, at + 1 + end).replaceAll('""', '"');
      at += end + 2;
    }
    const stop = new RegExp(`[${delimiter}\r\n]|$`).exec(text.slice(at))?.index ?? 0;
    row.push(cell + text.slice(at, at + stop));
    at += stop;
    if (text[at] === delimiter) continue;
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Where programs differ in what ends a row: what stands in that column of any. */
function inColumn(bytes: Uint8Array): At {
  const tables = splitRows(bytes);
  return (_sheet, _row, column) => tables.flatMap((rows) => rows.flatMap((row) => row[column] ?? []));
}

/** Where elements are missing and programs differ in how to go on: what stands in any cell. */
function inMarkup(text: string): At {
  const texts = [...text.matchAll(/<(?:td|th|Data)\b[^>]*>([^<]*)/gi)].map(([, inside = '']) => inside);
  return () => texts;
}

/** Every value that some `<c>` of that reference holds, whatever else is wrong with the sheet. */
function byPatterns(bytes: Uint8Array): At {
  const parts = unzipSync(bytes);
  const part = (name: string) => (parts[name] ? strFromU8(parts[name]) : '');
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si\b.*?<\/si>/gs)].map(([si]) => textOf(si));
  const links = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([link]) => [
      attribute(link, 'Id'),
      attribute(link, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  const sheets = new Map(
    [...part('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([sheet], at) => [
      attribute(sheet, 'name'),
      // A sheet that lost its link is the one of its place.
      part(links.get(attribute(sheet, 'r:id')) ?? `xl/worksheets/sheet${at + 1}.xml`),
    ]),
  );
  return (sheet, row, column) => {
    const reference = utils.encode_cell({ r: row, c: column });
    const found = (sheets.get(sheet) ?? '').matchAll(/<c\b([^>]*?)>(.*?)<\/c>/gs);
    return [...found].flatMap(([, attributes = '', inside = '']) => {
      if (attribute(attributes, 'r') !== reference) return [];
      const value = /<v\b[^>]*>(.*?)<\/v>/s.exec(inside)?.[1];
      if (attribute(attributes, 't') === 's') return strings[Number(value)] ?? [];
      return inside.includes('<is>') ? textOf(inside) : (value ?? []);
    });
  };
}

function attribute(element: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(element)?.[1] ?? '';
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join('');
}
