import { widthInCharacters } from '../../../../shared/gongwen/signature.ts';
import type { PrintedCell, PrintedRow } from '../../../../shared/report/printed.ts';

/** A cell of the grid: one that is printed, the continuation of one above, or one that the table left out. */
export type GridCell =
  | { readonly kind: 'cell'; readonly cell: PrintedCell; readonly column: number; readonly span: number }
  | { readonly kind: 'continued'; readonly column: number; readonly span: number }
  | { readonly kind: 'absent'; readonly column: number; readonly span: 1 };

export interface TableGrid {
  readonly columnCount: number;
  readonly rows: readonly (readonly GridCell[])[];
}

interface OpenSpan {
  readonly span: number;
  readonly rowsLeft: number;
}

/** One row: cells fill the columns that cells from above leave free. */
function layRow(cells: readonly PrintedCell[], open: Map<number, OpenSpan>): GridCell[] {
  const laid: GridCell[] = [];
  let column = 0;
  const continueOpen = (): void => {
    for (let above = open.get(column); above !== undefined; above = open.get(column)) {
      laid.push({ kind: 'continued', column, span: above.span });
      if (above.rowsLeft > 1) open.set(column, { ...above, rowsLeft: above.rowsLeft - 1 });
      else open.delete(column);
      column += above.span;
    }
  };
  const started: [number, OpenSpan][] = [];
  for (const cell of cells) {
    continueOpen();
    const span = Math.max(1, cell.colspan);
    laid.push({ kind: 'cell', cell, column, span });
    if (cell.rowspan > 1) started.push([column, { span, rowsLeft: cell.rowspan - 1 }]);
    column += span;
  }
  continueOpen();
  for (const [at, span] of started) open.set(at, span);
  return laid;
}

function widthOf(row: readonly GridCell[]): number {
  return row.reduce((width, cell) => width + cell.span, 0);
}

/** Places every cell on the grid of columns; short rows are filled, so that each row has all of them. */
export function layOutTable(rows: readonly PrintedRow[]): TableGrid {
  const open = new Map<number, OpenSpan>();
  const laid = rows.map((row) => layRow(row.cells, open));
  const columnCount = Math.max(1, ...laid.map(widthOf));
  for (const row of laid) {
    for (let column = widthOf(row); column < columnCount; column += 1) row.push({ kind: 'absent', column, span: 1 });
  }
  return { columnCount, rows: laid };
}

const narrowestCharacters = 3;
const widestCharacters = 14;
const marginCharacters = 1.5;

function textWidth(cell: PrintedCell): number {
  return Math.max(
    0,
    ...cell.runs
      .map((run) => run.text)
      .join('')
      .split('\n')
      .map(widthInCharacters),
  );
}

/** How wide a column wants to be, in characters; columns of numbers are all as wide as the widest of them. */
function wantedWidths(grid: TableGrid): readonly number[] {
  const wanted = Array.from({ length: grid.columnCount }, () => narrowestCharacters);
  const numeric = new Set<number>();
  for (const gridCell of grid.rows.flat()) {
    if (gridCell.kind !== 'cell' || gridCell.span > 1) continue;
    if (gridCell.cell.numeric) numeric.add(gridCell.column);
    const width = Math.min(widestCharacters, textWidth(gridCell.cell));
    wanted[gridCell.column] = Math.max(wanted[gridCell.column] ?? 0, width);
  }
  const widestNumeric = Math.max(0, ...[...numeric].map((column) => wanted[column] ?? 0));
  return wanted.map((width, column) => (numeric.has(column) ? widestNumeric : width) + marginCharacters);
}

/** Column widths that fill `total` exactly, shared out by what the columns hold. */
export function columnWidths(grid: TableGrid, total: number): readonly number[] {
  const wanted = wantedWidths(grid);
  const sum = wanted.reduce((left, right) => left + right, 0);
  let given = 0;
  let asked = 0;
  return wanted.map((width) => {
    asked += width;
    const edge = Math.round((asked / sum) * total);
    const share = edge - given;
    given = edge;
    return share;
  });
}
