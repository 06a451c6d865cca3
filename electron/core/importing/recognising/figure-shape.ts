import { foldName } from '../../../../shared/reading/fold-name.ts';
import { readNumber } from '../../../../shared/reading/read-number.ts';
import type { GridCell } from '../grid.ts';

/** How the figures of a column or row are written, from which a new indicator can be proposed. */
export interface FigureShape {
  readonly decimals: number;
  /** Unit that stands in the cells; null where none does. */
  readonly unit: string | null;
}

/** The most decimals that an indicator keeps. */
const mostDecimals = 6;

export function figureShape(cells: Iterable<GridCell>): FigureShape {
  let decimals = 0;
  let unit: string | null = null;
  for (const cell of cells) {
    const figure = readFigure(cell);
    if (!figure) continue;
    decimals = Math.max(decimals, figure.decimal.split('.')[1]?.length ?? 0);
    unit ??= figure.unit;
  }
  return { decimals: Math.min(decimals, mostDecimals), unit };
}

function readFigure(cell: GridCell): { readonly decimal: string; readonly unit: string | null } | null {
  if (cell.kind === 'number') return { decimal: cell.shown ?? cell.decimal, unit: cell.unit ?? null };
  if (cell.kind === 'percent') return { decimal: cell.shown ?? cell.decimal, unit: '%' };
  if (cell.kind !== 'text') return null;
  const read = readNumber(cell.text);
  return read.kind === 'number'
    ? { decimal: read.decimal, unit: read.unit === null ? null : foldName(read.unit) }
    : null;
}
