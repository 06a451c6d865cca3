import { emptyCell, type GridCell, type GridSheet, type Merge } from '../grid.ts';

/** A sheet as a person sees it: the text of merged cells stands in every cell that they cover. */
export interface SheetView {
  readonly sheet: GridSheet;
  readonly height: number;
  /** One more than the last column that holds anything. */
  readonly width: number;
  /** What stands there; a text that merged cells share in each of them, a figure only where it is written. */
  readonly at: (row: number, column: number) => GridCell;
  /** One more than the last column of the row that holds anything, merged cells included. */
  readonly endOf: (row: number) => number;
  /** Equal for the cells that share a text. */
  readonly owner: (row: number, column: number) => number;
  /** Whether merged cells reach from this row into the next. */
  readonly reachesDown: (row: number) => boolean;
  /** Whether merged cells of the row reach over more than one column. */
  readonly reachesAcross: (row: number) => boolean;
}

export function viewSheet(sheet: GridSheet): SheetView {
  const ends = sheet.rows.map((cells) => cells.findLastIndex(({ kind }) => kind !== 'empty') + 1);
  const width = ends.reduce((most, end) => Math.max(most, end), 0);
  const height = sheet.rows.length;
  const place = (row: number, column: number) => row * width + column;
  const written = (row: number, column: number) => sheet.rows[row]?.[column] ?? emptyCell;
  const owners = new Map<number, number>();
  const tied = new Set<number>();
  const wide = new Set<number>();
  for (const merge of spread(sheet.merges, { height, width })) {
    const isText = written(merge.top, merge.left).kind === 'text';
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      if (row < merge.bottom && isText) tied.add(row);
      if (merge.right > merge.left && isText) wide.add(row);
      if (isText) ends[row] = Math.max(ends[row] ?? 0, merge.right + 1);
      for (let column = merge.left; column <= merge.right; column += 1) {
        owners.set(place(row, column), place(merge.top, merge.left));
      }
    }
  }
  const owner = (row: number, column: number) => owners.get(place(row, column)) ?? place(row, column);
  const at = (row: number, column: number): GridCell => {
    const own = written(row, column);
    if (own.kind !== 'empty' || owners.size === 0) return own;
    const from = owners.get(place(row, column));
    if (from === undefined) return own;
    const shared = written(Math.floor(from / width), from % width);
    return shared.kind === 'text' || shared.kind === 'date' ? shared : own;
  };
  return {
    sheet,
    height,
    width,
    at,
    endOf: (row) => ends[row] ?? 0,
    owner,
    reachesDown: (row) => tied.has(row),
    reachesAcross: (row) => wide.has(row),
  };
}

/** The merges within the used range. A file may claim merges that overlap: more cells than there are end it. */
function spread(
  merges: readonly Merge[],
  { height, width }: { readonly height: number; readonly width: number },
): readonly Merge[] {
  const kept: Merge[] = [];
  let left = height * width;
  for (const merge of merges) {
    const clipped = {
      top: Math.max(0, merge.top),
      left: Math.max(0, merge.left),
      bottom: Math.min(height - 1, merge.bottom),
      right: Math.min(width - 1, merge.right),
    };
    const cells = (clipped.bottom - clipped.top + 1) * (clipped.right - clipped.left + 1);
    if (clipped.bottom < clipped.top || clipped.right < clipped.left) continue;
    left -= cells;
    if (left < 0) break;
    kept.push(clipped);
  }
  return kept;
}
