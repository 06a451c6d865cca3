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

/** A table of so few rows is never split over two pages; a longer one repeats its header. */
export const mostRowsOnOnePage = 12;

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

const narrowestCharacters = 2;
/** Beside the margins of a cell: its border and a little air; as wide whatever the size of the characters. */
const airTwips = 48;
/** Digits of some fonts are 0.56 em wide, where a count of characters takes them for half an em. */
export const digitWidth = 1.12;

/** Names of so few characters (学位缺口, 示例市甲区) stay on one line as long as longer words can give way. */
const shortName = 6;

/**
 * How many lines words may take, and whether columns of numbers are all as wide as the widest: that gives way first, then
 * header cells, then words in the body, short names last; numbers never break.
 */
const squeezes = [
  { header: 1, body: 1, even: true, whole: shortName },
  { header: 1, body: 1, even: false, whole: shortName },
  { header: 2, body: 1, even: true, whole: shortName },
  { header: 3, body: 1, even: true, whole: shortName },
  { header: 3, body: 2, even: true, whole: shortName },
  { header: 4, body: 3, even: true, whole: shortName },
  { header: 4, body: 3, even: true, whole: 0 },
] as const satisfies readonly Squeeze[];

interface Squeeze {
  readonly header: number;
  readonly body: number;
  readonly even: boolean;
  /** Body cells of so few characters keep to one line. */
  readonly whole: number;
}

function textWidth(cell: PrintedCell): number {
  const lines = cell.runs
    .map((run) => run.text)
    .join('')
    .split('\n');
  return Math.max(0, ...lines.map(widthInCharacters));
}

/** Width in characters that a cell needs when its words may take some lines. */
function neededWidth(cell: PrintedCell, role: PrintedRow['role'], squeeze: Squeeze): number {
  const width = textWidth(cell);
  if (role === 'header') return Math.ceil(width / squeeze.header);
  return cell.numeric ? width * digitWidth : Math.max(Math.min(width, squeeze.whole), Math.ceil(width / squeeze.body));
}

/** How wide each column must be, in characters. */
function neededWidths(rows: readonly PrintedRow[], grid: TableGrid, squeeze: Squeeze): readonly number[] {
  const needed = Array.from({ length: grid.columnCount }, () => narrowestCharacters);
  const numeric = new Set<number>();
  for (const [index, cells] of grid.rows.entries()) {
    const role = rows[index]?.role ?? 'body';
    for (const gridCell of cells) {
      if (gridCell.kind !== 'cell' || gridCell.span > 1) continue;
      if (gridCell.cell.numeric && role !== 'header') numeric.add(gridCell.column);
      const width = neededWidth(gridCell.cell, role, squeeze);
      needed[gridCell.column] = Math.max(needed[gridCell.column] ?? 0, width);
    }
  }
  const widestNumeric = Math.max(0, ...[...numeric].map((column) => needed[column] ?? 0));
  return needed.map((width, column) => (squeeze.even && numeric.has(column) ? widestNumeric : width));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => left + right, 0);
}

export interface TableSpace {
  readonly totalTwips: number;
  readonly characterTwips: number;
  /** Margin at the left and at the right of a cell. */
  readonly paddingTwips: number;
}

/** Where sentences stand in cells nothing fits: short columns stay whole, and the long ones share the rest alike. */
function levelled(widths: readonly number[], room: number): readonly number[] {
  let [left, most] = [room, Number.POSITIVE_INFINITY];
  for (const [at, width] of widths.toSorted((one, other) => one - other).entries()) {
    most = left / (widths.length - at);
    if (width > most) break;
    left -= width;
  }
  return widths.map((width) => Math.min(width, most));
}

/** Column widths that fill the space exactly, shared out by what the columns hold. */
export function columnWidths(rows: readonly PrintedRow[], grid: TableGrid, space: TableSpace): readonly number[] {
  const marginTwips = 2 * space.paddingTwips + airTwips;
  const room = (space.totalTwips - marginTwips * grid.columnCount) / space.characterTwips;
  const candidates = squeezes.map((squeeze) => neededWidths(rows, grid, squeeze));
  const needed =
    candidates.find((widths) => sumOf(widths) <= room) ??
    levelled(neededWidths(rows, grid, { header: 3, body: 1, even: false, whole: 0 }), room);
  const widths = needed.map((width) => width + marginTwips / space.characterTwips);
  const sum = sumOf(widths);
  let given = 0;
  let asked = 0;
  return widths.map((width) => {
    asked += width;
    const edge = Math.round((asked / sum) * space.totalTwips);
    const share = edge - given;
    given = edge;
    return share;
  });
}
