/** Which cells are selected, by position; all of it pure, so that keys and mouse share one arithmetic. */

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle from the active cell, which typing goes into, to the cell at the other end. */
export interface Selection {
  readonly active: Place;
  readonly extent: Place;
}

/** Ends included. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

export const firstPlace: Place = { row: 0, column: 0 };

export function selectOne(place: Place): Selection {
  return { active: place, extent: place };
}

export function rangeOf({ active, extent }: Selection): CellRange {
  return {
    top: Math.min(active.row, extent.row),
    bottom: Math.max(active.row, extent.row),
    left: Math.min(active.column, extent.column),
    right: Math.max(active.column, extent.column),
  };
}

export function selectRange({ top, bottom, left, right }: CellRange): Selection {
  return { active: { row: top, column: left }, extent: { row: bottom, column: right } };
}

export function rangeHeight({ top, bottom }: CellRange): number {
  return bottom - top + 1;
}

export function rangeWidth({ left, right }: CellRange): number {
  return right - left + 1;
}

/** Every place of the range, row by row. */
export function placesOf(range: CellRange): readonly Place[] {
  const width = rangeWidth(range);
  return Array.from({ length: rangeHeight(range) * width }, (_, at) => ({
    row: range.top + Math.floor(at / width),
    column: range.left + (at % width),
  }));
}

function clamp(value: number, count: number): number {
  return Math.min(Math.max(value, 0), Math.max(count - 1, 0));
}

export function clampPlace({ row, column }: Place, { rows, columns }: TableSize): Place {
  return { row: clamp(row, rows), column: clamp(column, columns) };
}

export function clampSelection({ active, extent }: Selection, size: TableSize): Selection {
  return { active: clampPlace(active, size), extent: clampPlace(extent, size) };
}

/** Whole rows or columns between two of them, as a click on their headings selects. */
export function selectRows(from: number, to: number, { columns }: TableSize): Selection {
  return { active: { row: from, column: 0 }, extent: { row: to, column: columns - 1 } };
}

export function selectColumns(from: number, to: number, { rows }: TableSize): Selection {
  return { active: { row: 0, column: from }, extent: { row: rows - 1, column: to } };
}

export function selectAll({ rows, columns }: TableSize): Selection {
  return { active: firstPlace, extent: { row: rows - 1, column: columns - 1 } };
}

export function samePlace(a: Place, b: Place): boolean {
  return a.row === b.row && a.column === b.column;
}

export function sameSelection(a: Selection, b: Selection): boolean {
  return samePlace(a.active, b.active) && samePlace(a.extent, b.extent);
}

export function holds({ top, bottom, left, right }: CellRange, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
