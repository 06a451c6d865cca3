import { read as readBook, utils } from '@e965/xlsx';
import { readOds, readXls, readXlsb, readXlsx, type Workbook } from 'hucre';
import type { Grid } from '../../../electron/core/importing/grid.ts';
import { type At, nothing } from './own/at.ts';
import { atCell, decoded } from './own/at-cell.ts';

/** What others find at a place than the readers that we import with. */
export interface SecondReading {
  /** Null where the other library refuses the file, or none reads the format. */
  readonly library: At | null;
  /** The file's own bytes. */
  readonly own: At;
}

/** By `hucre`; by SheetJS where it is not ours. */
export async function readAgain(bytes: Uint8Array, grid: Grid): Promise<SecondReading> {
  return { library: await byLibrary(bytes, grid), own: own(bytes, grid.format) };
}

/** A part that cannot be unpacked shows nothing. */
function own(bytes: Uint8Array, format: Grid['format']): At {
  try {
    return atCell(bytes, format);
  } catch {
    return nothing;
  }
}

async function byLibrary(bytes: Uint8Array, grid: Grid): Promise<At | null> {
  switch (grid.format) {
    case 'xlsx':
      return byHucre(() => readXlsx(bytes));
    case 'xlsb':
      return byHucre(() => readXlsb(bytes));
    case 'ods':
      return byHucre(() => readOds(bytes));
    case 'xls':
      return byHucre(() => readXls(bytes));
    case 'html':
    case 'xml':
      return bySheetJs(decoded(bytes), grid);
    case 'text':
      return null;
  }
}

async function byHucre(read: () => Promise<Workbook>): Promise<At | null> {
  let book: Workbook;
  try {
    book = await read();
  } catch {
    return null;
  }
  return (sheet, row, column) => {
    // A sheet that lost its name is given one by the library.
    const found = book.sheets.find(({ name }) => name === sheet) ?? (sheet === '' ? book.sheets[0] : undefined);
    const value = found?.rows[row]?.[column];
    return value === undefined || value === null ? [] : [value];
  };
}

function bySheetJs(text: string, grid: Grid): At | null {
  let book: ReturnType<typeof readBook>;
  try {
    book = readBook(text, { type: 'string', raw: true, cellText: false });
  } catch {
    return null;
  }
  return (sheet, row, column) => {
    const index = grid.sheets.findIndex(({ name }) => name === sheet);
    const cell: unknown = book.Sheets[book.SheetNames[index] ?? '']?.[utils.encode_cell({ r: row, c: column })];
    if (typeof cell !== 'object' || cell === null || !('v' in cell)) return [];
    return typeof cell.v === 'string' || typeof cell.v === 'number' ? [cell.v] : [];
  };
}
