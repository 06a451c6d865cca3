import { type CellObject, read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { decimalOfDouble, shiftDecimal } from '../importing/decimal-text.ts';
import { emptyCell, type GridCell, type GridSheet, plainSheet, textCell } from '../importing/grid.ts';
import { guardZip } from '../importing/guard-zip.ts';

const visibilities = ['visible', 'hidden', 'very-hidden'] as const;

/** Every sheet of a returned .xlsx, the hidden ones too; null when it is none or is not safe to read. */
export function readSheets(bytes: Uint8Array): readonly GridSheet[] | null {
  const names = guardZip(bytes);
  if (!names.ok || !names.value.includes('xl/workbook.xml')) return null;
  const workbook = parse(bytes);
  if (!workbook) return null;
  return workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name];
    if (!sheet) return [];
    const visibility = visibilities[workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0] ?? 'visible';
    return [{ ...plainSheet(name, rowsOf(sheet)), visibility }];
  });
}

/** `sheetStubs`: without it the reader drops formulas that have no computed value. */
function parse(bytes: Uint8Array): WorkBook | null {
  try {
    return read(bytes, { type: 'array', dense: true, sheetStubs: true, cellNF: true, cellText: true, cellHTML: false });
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function rowsOf(sheet: WorkSheet): GridSheet['rows'] {
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  const data = sheet['!data'] ?? [];
  return Array.from({ length: Math.min(range.e.r + 1, data.length) }, (_, row) =>
    Array.from(data[row] ?? [], (cell) => (cell ? gridCell(cell) : emptyCell)),
  );
}

function gridCell({ t, v, f, w, z }: CellObject): GridCell {
  if (t === 'z') return f ? { kind: 'uncomputed', formula: f } : emptyCell;
  if (t === 'e') return { kind: 'error', text: w ?? '#N/A', formula: f ?? null };
  if (t !== 'n' || typeof v !== 'number') return textCell(w ?? String(v ?? ''));
  const format = String(z ?? 'General');
  if (SSF.is_date(format)) return { kind: 'date', text: w ?? String(v) };
  const decimal = decimalOfDouble(v);
  if (decimal === null) return textCell(String(v));
  const isPercent = format.replaceAll(/"[^"]*"|\\./g, '').includes('%');
  return isPercent
    ? { kind: 'percent', decimal: shiftDecimal(decimal, 2), shown: null, formula: f ?? null }
    : { kind: 'number', decimal, shown: null, formula: f ?? null };
}

/** What a cell shows, as text; empty for none. */
export function cellText(cell: GridCell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return cell.decimal;
    case 'percent':
      return `${cell.decimal}%`;
    case 'uncomputed':
      return `=${cell.formula}`;
    case 'text':
    case 'date':
    case 'error':
      return cell.text;
  }
}
