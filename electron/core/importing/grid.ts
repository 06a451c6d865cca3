/** One cell as the file holds it. Numbers are decimal text of at most 15 significant digits, never a JavaScript number. */
export type GridCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number';
      readonly decimal: string;
      /** As the file's number format shows it, where that differs: `80.76` for 80.7604987. */
      readonly shown: string | null;
      /** Unit that the number format writes beside it: `万元` of `0.00"万元"`. Absent where it writes none. */
      readonly unit?: string;
      /** What its format shows instead, where that is another number or none: `未报`, `-12` for 12. */
      readonly printed?: string;
      /** Without `=`; null when the number was typed. */
      readonly formula: string | null;
    }
  /** A number shown as a percentage: `85.6` for 0.856. */
  | {
      readonly kind: 'percent';
      readonly decimal: string;
      /** Without the sign, as `decimal`. */
      readonly shown: string | null;
      /** As of a number. */
      readonly printed?: string;
      readonly formula: string | null;
    }
  /** A day or moment, as shown; no figure. */
  | { readonly kind: 'date'; readonly text: string }
  /** `#REF!`, `#DIV/0!` */
  | { readonly kind: 'error'; readonly text: string; readonly formula: string | null }
  /** A formula that the program which saved the file did not compute. */
  | { readonly kind: 'uncomputed'; readonly formula: string };

/** Merged cells, from 0, both ends included; the content stands in the first. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridSheet {
  /** Empty in a text file, which has no sheets. */
  readonly name: string;
  readonly rows: readonly (readonly GridCell[])[];
  readonly merges: readonly Merge[];
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** How the bytes are built, whatever the file's name says. */
export const fileFormats = ['xlsx', 'xlsb', 'xls', 'ods', 'html', 'xml', 'text'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** 表格: what a person sees in the file, sheet by sheet. */
export interface Grid {
  readonly fileName: string;
  readonly format: FileFormat;
  /** Every sheet, in the order of the file; what is hidden is marked, and imported only when the person asks for it. */
  readonly sheets: readonly GridSheet[];
  /** What a person should know of the reading, as sentences: macros left out, an encoding other than UTF-8. */
  readonly notices: readonly string[];
}

export const emptyCell: GridCell = { kind: 'empty' };

export function textCell(text: string): GridCell {
  return text.trim() === '' ? emptyCell : { kind: 'text', text };
}

/** A sheet without merged or hidden parts, as text files have. */
export function plainSheet(name: string, rows: GridSheet['rows']): GridSheet {
  return { name, rows, merges: [], visibility: 'visible', hiddenRows: new Set(), hiddenColumns: new Set() };
}

/** `Sheet1!C9`; without the sheet in a text file. Row and column count from 0. */
export function cellReference(sheet: Pick<GridSheet, 'name'>, row: number, column: number): string {
  const reference = `${columnLetters(column)}${row + 1}`;
  return sheet.name === '' ? reference : `${sheet.name}!${reference}`;
}

function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}
