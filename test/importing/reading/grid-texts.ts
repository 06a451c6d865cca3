import type { Grid, GridCell, GridSheet } from '../../../electron/core/importing/grid.ts';
import { readGrid } from '../../../electron/core/importing/reading/read-grid.ts';
import { expectValue } from '../../database/fixture.ts';

/** A cell in one word: `=SUM(B1:B2)` uncomputed, `5 ← B1+1` computed, `80.76049% (80.76)` shown otherwise. */
export function cellText(cell: GridCell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
    case 'date':
      return cell.text;
    case 'uncomputed':
      return `=${cell.formula}`;
    case 'error':
      return `${cell.text}${origin(cell.formula)}`;
    case 'number':
    case 'percent': {
      const sign = cell.kind === 'percent' ? '%' : '';
      return `${cell.decimal}${sign}${cell.shown === null ? '' : ` (${cell.shown})`}${origin(cell.formula)}`;
    }
  }
}

function origin(formula: string | null): string {
  return formula === null ? '' : ` ← ${formula}`;
}

export function sheetTexts(sheet: GridSheet | undefined): readonly (readonly string[])[] {
  return (sheet?.rows ?? []).map((cells) => cells.map(cellText));
}

export function gridOf(bytes: Uint8Array | string, name = '表.xlsx'): Grid {
  return expectValue(readGrid(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name));
}

/** The first sheet's cells. */
export function textsOf(bytes: Uint8Array | string, name?: string): readonly (readonly string[])[] {
  return sheetTexts(gridOf(bytes, name).sheets[0]);
}
