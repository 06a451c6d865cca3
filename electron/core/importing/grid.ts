/** One cell as the file holds it. Numbers are decimal text, never a JavaScript number. */
export type GridCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly decimal: string }
  /** A number shown as a percentage: `85.6` for 0.856. */
  | { readonly kind: 'percent'; readonly decimal: string }
  /** A formula that the program which saved the file did not compute. */
  | { readonly kind: 'uncomputed'; readonly formula: string };

export interface GridSheet {
  /** Empty in a text file, which has no sheets. */
  readonly name: string;
  readonly rows: readonly (readonly GridCell[])[];
}

/** 表格: what a person sees in the file, sheet by sheet; hidden sheets are left out. */
export interface Grid {
  readonly fileName: string;
  readonly sheets: readonly GridSheet[];
}

export const emptyCell: GridCell = { kind: 'empty' };

export function textCell(text: string): GridCell {
  return text.trim() === '' ? emptyCell : { kind: 'text', text };
}

/** `Sheet1!C9`; without the sheet in a text file. Row and column count from 0. */
export function cellReference(sheet: GridSheet, row: number, column: number): string {
  const reference = `${columnLetters(column)}${row + 1}`;
  return sheet.name === '' ? reference : `${sheet.name}!${reference}`;
}

function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}
