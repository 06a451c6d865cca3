import type { ObservationGap } from '../../../../shared/figures/catalogue.ts';
import { toDecimal } from '../../../../shared/figures/rounding.ts';
import { readNumber } from '../../../../shared/reading/read-number.ts';
import type { GridCell } from '../grid.ts';
import type { SheetFormulas } from './formula/sheet-formulas.ts';

/** What a cell says by itself, before anybody asks of which indicator. */
export type CellReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'missing'; readonly reason: ObservationGap }
  | {
      readonly kind: 'number';
      readonly decimal: string;
      /** Unit that stands behind it, or % of its format; null when there is none. */
      readonly unit: string | null;
      /** `万` or `亿` stood alone behind the number and is multiplied in. */
      readonly multiplied: boolean;
      /** As the file's format shows it, where that differs. */
      readonly shown: string | null;
      readonly note: string | null;
    }
  | { readonly kind: 'other' }
  /** A formula without a value that cannot be computed here. */
  | { readonly kind: 'uncomputed'; readonly formula: string };

export type NumberReading = CellReading & { readonly kind: 'number' };

export interface CellAt {
  readonly cell: GridCell;
  readonly row: number;
  readonly column: number;
}

export function readCell({ cell, row, column }: CellAt, formulas: SheetFormulas): CellReading {
  switch (cell.kind) {
    case 'empty':
      return { kind: 'blank' };
    case 'text':
      return readText(cell.text);
    case 'number':
      return { kind: 'number', decimal: cell.decimal, unit: null, multiplied: false, shown: cell.shown, note: null };
    case 'percent':
      return { kind: 'number', decimal: cell.decimal, unit: '%', multiplied: false, shown: cell.shown, note: null };
    case 'uncomputed': {
      const value = formulas.compute(row, column);
      if (value === null) return { kind: 'uncomputed', formula: cell.formula };
      const note = `由公式 =${cell.formula} 算出`;
      return { kind: 'number', decimal: toDecimal(value), unit: null, multiplied: false, shown: null, note };
    }
    case 'date':
    case 'error':
      return { kind: 'other' };
  }
}

export function readText(text: string): CellReading {
  const read = readNumber(text);
  return read.kind === 'number' ? { ...read, shown: null, note: null } : read;
}

/** The cell as the file shows it. */
export function cellText(cell: GridCell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return cell.shown ?? cell.decimal;
    case 'percent':
      return `${cell.shown ?? cell.decimal}%`;
    case 'uncomputed':
      return `=${cell.formula}`;
    case 'text':
    case 'date':
    case 'error':
      return cell.text.trim();
  }
}
