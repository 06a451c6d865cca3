import { type CellObject, read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { decimalOfDouble, shiftDecimal } from '../../../shared/reading/decimal-text.ts';
import { emptyCell, type GridCell, type GridSheet, plainSheet, textCell } from './grid.ts';

/** Sheets of an .xlsx that passed the zip guard; null when the reader cannot make sense of it. */
export function readWorkbook(bytes: Uint8Array): readonly GridSheet[] | null {
  const workbook = parse(bytes);
  if (!workbook) return null;
  return workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name];
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return sheet && !hidden ? [plainSheet(name, rowsOf(sheet))] : [];
  });
}

/** `sheetStubs`: without it the reader drops formulas that have no computed value, and a total looks blank. */
function parse(bytes: Uint8Array): WorkBook | null {
  try {
    return read(bytes, { type: 'array', dense: true, sheetStubs: true, cellNF: true, cellText: true, cellHTML: false });
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function rowsOf(sheet: WorkSheet): readonly (readonly GridCell[])[] {
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  const data = sheet['!data'] ?? [];
  return Array.from({ length: Math.min(range.e.r + 1, data.length) }, (_, row) =>
    Array.from(data[row] ?? [], (cell) => (cell ? gridCell(cell) : emptyCell)),
  );
}

function gridCell(cell: CellObject): GridCell {
  const { t, v, f } = cell;
  if (t === 'z') return f ? { kind: 'uncomputed', formula: f } : emptyCell;
  if (t !== 'n' || typeof v !== 'number') return textCell(cell.w ?? String(v ?? ''));
  const format = String(cell.z ?? 'General');
  if (SSF.is_date(format)) return textCell(cell.w ?? String(v));
  const decimal = decimalOfDouble(v);
  if (decimal === null) return textCell(String(v));
  const isPercent = format.replaceAll(/"[^"]*"|\\./g, '').includes('%');
  return isPercent
    ? { kind: 'percent', decimal: shiftDecimal(decimal, 2), shown: null, formula: f ?? null }
    : { kind: 'number', decimal, shown: null, formula: f ?? null };
}
