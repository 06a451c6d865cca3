import { SSF } from '@e965/xlsx';
import { emptyCell, type GridCell, textCell } from '../grid.ts';
import { workbookCell } from './workbook-cell.ts';

/** A cell of SpreadsheetML 2003: what stands in it, and where it stands. */
export interface XmlCell {
  /** `Number`, `String`, `DateTime`, `Boolean`, `Error`; null when the cell holds no data. */
  readonly type: string | null;
  readonly text: string;
  readonly format: string;
  /** In R1C1 form, with `=`. */
  readonly formula: string | null;
  readonly row: number;
  readonly column: number;
}

/** Names that Excel 2003 wrote in place of a format. */
const namedFormats: Readonly<Record<string, string>> = {
  Percent: '0.00%',
  Fixed: '0.00',
  Standard: '#,##0.00',
  'General Date': 'yyyy/m/d h:mm',
  'General Number': 'General',
  'Short Date': 'yyyy/m/d',
  'Medium Date': 'yyyy/m/d',
  'Long Date': 'yyyy"年"m"月"d"日"',
};

export function spreadsheetXmlCell(cell: XmlCell): GridCell {
  const { type, text } = cell;
  const formula = cell.formula === null ? null : plainFormula(cell.formula, cell);
  switch (type) {
    case 'Number':
      return numberCell(cell, formula);
    case 'DateTime':
      // Midnight is no moment, but the day.
      return { kind: 'date', text: text.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ') };
    case 'Boolean':
      return textCell(text.trim() === '1' ? 'TRUE' : 'FALSE');
    case 'Error':
      return { kind: 'error', text, formula };
    case null:
      return formula === null ? emptyCell : { kind: 'uncomputed', formula };
    default:
      return textCell(text);
  }
}

function numberCell({ text, format }: XmlCell, formula: string | null): GridCell {
  const value = Number(text);
  if (text.trim() === '') return formula === null ? emptyCell : { kind: 'uncomputed', formula };
  if (!Number.isFinite(value)) return textCell(text);
  const z = namedFormats[format] ?? format;
  return workbookCell({ t: 'n', v: value, z, w: printed(z, value), ...(formula === null ? {} : { f: formula }) });
}

function printed(format: string, value: number): string {
  try {
    return SSF.format(format, value);
  } catch {
    // A format that the library does not know shows nothing that could be compared.
    return '';
  }
}

/** `=SUM(R[-3]C:R[-1]C)` in C9 → `SUM(C6:C8)`; quoted text and sheet names are left alone. */
function plainFormula(written: string, at: Pick<XmlCell, 'row' | 'column'>): string {
  return written
    .replace(/^=/, '')
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) => (index % 2 === 1 ? part : plainReferences(part, at)))
    .join('');
}

function plainReferences(part: string, at: Pick<XmlCell, 'row' | 'column'>): string {
  return part.replaceAll(
    /(?<![\p{L}\d_.])R(\d+|\[-?\d+\])?C(\d+|\[-?\d+\])?(?![\p{L}\d_.(])/gu,
    (_whole, row: string | undefined, column: string | undefined) =>
      columnLetters(place(column, at.column)) + (place(row, at.row) + 1),
  );
}

function place(written: string | undefined, own: number): number {
  if (written === undefined) return own;
  return written.startsWith('[') ? own + Number(written.slice(1, -1)) : Number(written) - 1;
}

function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCodePoint(65 + (((column % 26) + 26) % 26));
  return rest > 0 ? columnLetters(rest - 1) + letter : letter;
}
