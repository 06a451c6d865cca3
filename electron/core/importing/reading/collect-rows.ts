import { cellReference, emptyCell, type GridCell } from '../grid.ts';

/** Of one sheet. A table of 100,000 rows and 10 columns has a fifth of these. */
export const mostCells = 5_000_000;

/** A cell farther than this behind the last one belongs to no table: someone pressed Ctrl+End and typed a blank. */
const farRows = 10_000;
const farColumns = 1_000;

export interface CollectedRows {
  readonly rows: readonly (readonly GridCell[])[];
  /** Reference of the first cell that lay too far off; null when all were kept. */
  readonly leftOut: string | null;
}

const noCells: readonly GridCell[] = [];

/**
 * Rows from the cells that a file really holds, whatever range it declares: a sheet from A1 to XFD1048576 with ten cells
 * has ten. `sparse` yields each row's number and its cells by column, in order. Null beyond the limit of cells.
 */
export function collectRows(
  sheetName: string,
  sparse: Iterable<readonly [number, readonly (readonly [number, GridCell])[]]>,
): CollectedRows | null {
  const rows: (readonly GridCell[])[] = [];
  let leftOut: string | null = null;
  let count = 0;
  for (const [index, found] of sparse) {
    const filled = found.filter(([, { kind }]) => kind !== 'empty');
    const [first] = filled;
    if (!first) continue;
    if (index - rows.length > farRows) {
      leftOut ??= cellReference({ name: sheetName }, index, first[0]);
      break;
    }
    const near = filled.findIndex(([column], at) => column - (filled[at - 1]?.[0] ?? 0) > farColumns);
    const [far] = near < 0 ? [] : filled.slice(near);
    if (far) leftOut ??= cellReference({ name: sheetName }, index, far[0]);
    while (rows.length < index) rows.push(noCells);
    const cells = denseRow(near < 0 ? filled : filled.slice(0, near));
    rows.push(cells);
    count += cells.length + 1;
    if (count > mostCells) return null;
  }
  return { rows, leftOut };
}

function denseRow(filled: readonly (readonly [number, GridCell])[]): readonly GridCell[] {
  const last = filled.at(-1);
  if (!last) return noCells;
  const cells = Array.from({ length: last[0] + 1 }, () => emptyCell);
  for (const [column, cell] of filled) cells[column] = cell;
  return cells;
}
