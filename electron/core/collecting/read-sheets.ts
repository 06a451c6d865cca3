import type { GridCell, GridSheet } from '../importing/grid.ts';
import { readGrid } from '../importing/reading/read-grid.ts';

/** Every sheet of a returned .xlsx, the hidden ones too; null when it is none or is not safe to read. */
export function readSheets(bytes: Uint8Array): readonly GridSheet[] | null {
  const grid = readGrid(bytes, '');
  return grid.ok && grid.value.format === 'xlsx' ? grid.value.sheets : null;
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
