import type { PrintedCell, PrintedRow } from '../printed.ts';

export interface PlacedCell {
  readonly cell: PrintedCell;
  /** Its first column, from 0. */
  readonly column: number;
}

/** Where the cells of each row stand, the places that cells above reach into being taken. */
export function placeCells(rows: readonly PrintedRow[]): readonly (readonly PlacedCell[])[] {
  const takenUntil: number[] = [];
  return rows.map(({ cells }, row) => {
    let column = 0;
    return cells.map((cell) => {
      while ((takenUntil[column] ?? 0) > row) column += 1;
      const placed = { cell, column };
      for (let span = 0; span < cell.colspan; span += 1) takenUntil[column + span] = row + cell.rowspan;
      column += cell.colspan;
      return placed;
    });
  });
}
