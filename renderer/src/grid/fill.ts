import { type CellRange, holds, type Place, placesOf, rangeHeight, rangeWidth } from './selection.ts';

export interface FillStep {
  readonly from: Place;
  readonly to: Place;
}

/** Not the remainder of JavaScript, which keeps the sign: filling upwards counts back from the source. */
function wrap(offset: number, length: number): number {
  return ((offset % length) + length) % length;
}

/** Which cell each cell of the target is filled from: the source repeated, itself left alone. */
export function planFill(source: CellRange, target: CellRange): readonly FillStep[] {
  const places = placesOf(target).filter((place) => !holds(source, place));
  return places.map((to) => ({
    from: {
      row: source.top + wrap(to.row - source.top, rangeHeight(source)),
      column: source.left + wrap(to.column - source.left, rangeWidth(source)),
    },
    to,
  }));
}

/** Where a drag of the fill handle leads: along the axis on which the pointer went farther out of the range. */
export function stretch(source: CellRange, { row, column }: Place): CellRange {
  const vertical = Math.max(source.top - row, row - source.bottom, 0);
  const horizontal = Math.max(source.left - column, column - source.right, 0);
  if (vertical === 0 && horizontal === 0) return source;
  return vertical >= horizontal
    ? { ...source, top: Math.min(source.top, row), bottom: Math.max(source.bottom, row) }
    : { ...source, left: Math.min(source.left, column), right: Math.max(source.right, column) };
}
