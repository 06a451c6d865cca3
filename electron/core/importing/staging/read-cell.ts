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
      return cell.printed === undefined ? readShown(cell) : readWord(cell.printed);
    case 'percent':
      return cell.printed === undefined
        ? readShown({ decimal: cell.decimal, shown: cell.shown, unit: '%' })
        : readWord(cell.printed);
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

/** A number with the unit that its format writes behind it: `12万` of 12 is 120000. */
function readShown({
  decimal,
  shown,
  unit,
}: Pick<Extract<GridCell, { readonly kind: 'number' }>, 'decimal' | 'shown' | 'unit'>): CellReading {
  if (unit === undefined || unit === yuanSign) {
    return { kind: 'number', decimal, unit: unit ?? null, multiplied: false, shown, note: null };
  }
  const read = readText(`${decimal}${unit}`);
  if (read.kind !== 'number' || shown === null) return read;
  return { ...read, shown: read.multiplied ? `${shown}${unit}` : shown };
}

/** Only a word for a missing figure is taken for what a format shows; another number is somebody's mistake. */
function readWord(printed: string): CellReading {
  const read = readText(printed);
  return read.kind === 'missing' ? read : { kind: 'other' };
}

/** Stands for 元 where nothing else states the unit. */
export const yuanSign = '¥';

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
      return cell.printed === undefined ? numberText(cell) : instead(cell.printed, numberText(cell));
    case 'percent': {
      const text = `${cell.shown ?? cell.decimal}%`;
      return cell.printed === undefined ? text : instead(cell.printed, text);
    }
    case 'uncomputed':
      return `=${cell.formula}`;
    case 'text':
    case 'date':
    case 'error':
      return cell.text.trim();
  }
}

function numberText({ decimal, shown, unit = '' }: Extract<GridCell, { readonly kind: 'number' }>): string {
  const text = shown ?? decimal;
  return unit === yuanSign ? `${unit}${text}` : `${text}${unit}`;
}

/** Both what is shown and what is kept, for a person to see why it is not taken. */
function instead(printed: string, kept: string): string {
  return `${printed === '' ? '（不显示）' : printed}（实存 ${kept}）`;
}
