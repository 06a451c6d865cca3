import { clampPlace, type Place, type TableSize } from './selection.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** `block` is Ctrl+arrow, `page` PageUp and PageDown, `line` Home and End, `corner` Ctrl+Home and Ctrl+End. */
export type Reach = 'one' | 'block' | 'page' | 'line' | 'corner';

export interface Move {
  readonly direction: Direction;
  readonly reach: Reach;
}

/** What a move must know of the table. */
export interface Ground {
  readonly size: TableSize;
  /** Rows that fit on the screen. */
  readonly page: number;
  readonly isFilled: (place: Place) => boolean;
}

const steps: Readonly<Record<Direction, Place>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

function by({ row, column }: Place, step: Place, times = 1): Place {
  return { row: row + step.row * times, column: column + step.column * times };
}

function isInside({ row, column }: Place, { rows, columns }: TableSize): boolean {
  return row >= 0 && column >= 0 && row < rows && column < columns;
}

/** Excel's rule: to the last of the filled cells that one stands in, else to the next filled one, else to the border. */
function blockEdge(from: Place, step: Place, { size, isFilled }: Ground): Place {
  let at = by(from, step);
  if (!isInside(at, size)) return from;
  if (isFilled(from) && isFilled(at)) {
    for (let next = by(at, step); isInside(next, size) && isFilled(next); next = by(at, step)) at = next;
    return at;
  }
  while (!isFilled(at) && isInside(by(at, step), size)) at = by(at, step);
  return at;
}

export function moveFrom(from: Place, { direction, reach }: Move, ground: Ground): Place {
  const { size, page } = ground;
  const step = steps[direction];
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const isBack = direction === 'left' || direction === 'up';
  switch (reach) {
    case 'one':
      return clampPlace(by(from, step), size);
    case 'page':
      return clampPlace(by(from, step, Math.max(page, 1)), size);
    case 'block':
      return blockEdge(from, step, ground);
    case 'line':
      return { row: from.row, column: isBack ? 0 : last.column };
    case 'corner':
      return isBack ? { row: 0, column: 0 } : last;
  }
}

/** Tab goes on in the next row behind the last column, Shift+Tab back likewise. */
export function tabFrom({ row, column }: Place, isBack: boolean, { rows, columns }: TableSize): Place {
  const at = Math.min(Math.max(row * columns + column + (isBack ? -1 : 1), 0), rows * columns - 1);
  return { row: Math.floor(at / columns), column: at % columns };
}
