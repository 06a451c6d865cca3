import type { PasteBeyond } from './grid-model.ts';
import { type CellRange, type Place, rangeHeight, rangeWidth, type TableSize } from './selection.ts';

/** Text on its way to a cell. */
export interface PlacedText {
  readonly place: Place;
  readonly text: string;
}

export interface PastePlan {
  readonly texts: readonly PlacedText[];
  /** The cells that are selected afterwards. */
  readonly range: CellRange;
  /** What lies beyond the table; null when all of it fits. */
  readonly beyond: PasteBeyond | null;
}

/** As Excel does it: from the range's corner on, and repeated where the range holds the block several times. */
export function planPaste(cells: readonly (readonly string[])[], range: CellRange, size: TableSize): PastePlan {
  const height = cells.length;
  const width = cells[0]?.length ?? 0;
  const isRepeated = rangeHeight(range) % height === 0 && rangeWidth(range) % width === 0;
  const rows = isRepeated ? rangeHeight(range) : height;
  const columns = isRepeated ? rangeWidth(range) : width;
  const fitting = {
    rows: Math.min(rows, size.rows - range.top),
    columns: Math.min(columns, size.columns - range.left),
  };
  const texts = Array.from({ length: fitting.rows * fitting.columns }, (_, at) => {
    const down = Math.floor(at / fitting.columns);
    const right = at % fitting.columns;
    return {
      place: { row: range.top + down, column: range.left + right },
      text: cells[down % height]?.[right % width] ?? '',
    };
  });
  const bottom = range.top + fitting.rows - 1;
  const right = range.left + fitting.columns - 1;
  const isWhole = fitting.rows === rows && fitting.columns === columns;
  const beyond = isWhole ? null : { rows: cells.slice(fitting.rows), columns: columns - fitting.columns };
  return { texts, range: { top: range.top, left: range.left, bottom, right }, beyond };
}
