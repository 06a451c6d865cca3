import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import type { FormRequest } from './collection.ts';

/** 填报表: one unit's workbook, with everything in its place. Rows and columns count from 1, as in formulas. */
export interface Form {
  readonly request: FormRequest;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly { readonly row: number; readonly region: Region }[];
  readonly header: { readonly first: number; readonly last: number };
  /** What the unit writes besides figures: who filled it in. */
  readonly fields: readonly FormField[];
  /** Rows below the table: what each figure means, what must hold. */
  readonly notes: readonly { readonly row: number; readonly text: string }[];
  readonly rules: readonly FormRule[];
  /** Derived indicators that a spreadsheet cannot compute; they are computed when the figures are back. */
  readonly leftOut: readonly Indicator[];
}

interface ColumnPlace {
  readonly column: number;
  /** Heading from the outside in; the unit of measure stands in it. */
  readonly path: readonly string[];
}

export type FormColumn = ColumnPlace &
  (
    | { readonly kind: 'entry'; readonly indicator: Indicator }
    /** The same figure one year earlier, to compare with; locked. */
    | { readonly kind: 'last-year'; readonly indicator: Indicator }
    /** `formula` is that of every row; `rowSign` stands for its number. */
    | { readonly kind: 'computed'; readonly indicator: Indicator; readonly formula: string }
    | { readonly kind: 'check'; readonly formula: string }
  );

export interface FormField {
  readonly label: string;
  readonly row: number;
  /** Of the label; the cell to write in is the next one. */
  readonly column: number;
}

export interface FormRule {
  /** Columns that it compares, by letter. */
  readonly letters: readonly string[];
  readonly broken: string;
  readonly text: string;
}

/** `C` for 3. */
export function columnLetter(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : columnLetter(rest) + letter;
}

export const firstColumn = 1;
export const titleRow = 1;
export const unitRow = 2;
export const hintRow = 3;
export const headerRow = 4;
