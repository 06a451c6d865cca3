/** Where columns and rows lie, and which of them are to be drawn. */

export const rowHeight = 40;
export const headerLevelHeight = 40;

/** Left edge of each column, and behind the last one the width of all of them. */
export function columnEdges(widths: readonly number[]): readonly number[] {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}

/** The column at a distance from the left edge of the first one, within the table. */
export function columnAt(edges: readonly number[], x: number): number {
  let low = 0;
  let high = Math.max(edges.length - 2, 0);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((edges[middle] ?? 0) <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface Viewport {
  readonly left: number;
  readonly top: number;
  /** Of the part that shows cells, without the frozen headings. */
  readonly width: number;
  readonly height: number;
}

/** Ends excluded. */
export interface DrawnCells {
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

const rowMargin = 6;
/** Columns come and go in such steps: each change of them draws all rows anew. */
const columnStep = 4;

export function drawnCells({ left, top, width, height }: Viewport, edges: readonly number[], rows: number): DrawnCells {
  const columns = edges.length - 1;
  const first = columnAt(edges, left);
  const last = columnAt(edges, left + width);
  return {
    firstRow: Math.max(0, Math.floor(top / rowHeight) - rowMargin),
    endRow: Math.min(rows, Math.ceil((top + height) / rowHeight) + rowMargin),
    firstColumn: Math.floor(first / columnStep) * columnStep,
    endColumn: Math.min(columns, Math.ceil((last + 1) / columnStep) * columnStep),
  };
}

export function sameCells(a: DrawnCells, b: DrawnCells): boolean {
  return (
    a.firstRow === b.firstRow && a.endRow === b.endRow && a.firstColumn === b.firstColumn && a.endColumn === b.endColumn
  );
}

/** How far to scroll along one axis so that the stretch shows; it is not moved when it does already. */
export function scrollToShow(
  from: number,
  to: number,
  view: { readonly start: number; readonly size: number },
): number {
  if (from < view.start || to - from > view.size) return from;
  if (to > view.start + view.size) return to - view.size;
  return view.start;
}
