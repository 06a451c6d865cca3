import { nameText } from './cell-sense.ts';
import { type Content, contentsOf, type RowKind } from './row-kind.ts';
import type { SheetView } from './sheet-view.ts';
import { isUnitWord } from './stated-units.ts';

const noUnits: ReadonlySet<string> = new Set();

/** The text that stands alone in its row above the rows of its group, its unit beside it or not; null in other rows. */
export function groupContent(view: SheetView, row: number, kinds: readonly RowKind[]): Content | null {
  if (kinds[row] !== 'single' && kinds[row] !== 'heading') return null;
  const [head, ...rest] = contentsOf(view, row);
  if (!head || rest.some(({ cell }) => !isUnitWord(nameText(cell).replaceAll(/[()]/g, ''), noUnits))) return null;
  return /^\(?(计量)?单位\)?$/.test(nameText(head.cell)) ? null : head;
}
