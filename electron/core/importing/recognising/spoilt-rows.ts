import { nameText, senseOf } from './cell-sense.ts';
import { type Content, contentsOf, type RowKind } from './row-kind.ts';
import type { SheetView } from './sheet-view.ts';
import { isAxisHeading } from './words.ts';

/** Figures that somebody wrote as texts: 约300, 12(其中女5), 男12. */
const spoilt =
  /^(约|近|大约|逾|超过?|不足|至少|[男女])?\d[\d,.]*(余|多|左右|以上|以内|上下)?[个名人所]?(左右|以上)?(\(.*\))?[?*]?$/;
export const isSpoiltFigure = (text: string): boolean => spoilt.test(text);

/** Behind figures only: above them 3-5 and 5/8 may be headings. */
const doubtful = /^\d+(\.\d+)?[-~～/]\d+(\.\d+)?$|^\d+(,\d+)+$/;

/**
 * The kinds of rows with those mended that hold a name and nothing but spoilt figures: by themselves they look like one
 * more row of the header, and would be lost, or take the header's place.
 */
export function withSpoiltRows(view: SheetView, kinds: readonly RowKind[]): readonly RowKind[] {
  const mended: RowKind[] = [];
  let columns: ReadonlySet<number> | null = null;
  let isBelowFigures = false;
  for (const [row, kind] of kinds.entries()) {
    const isSpoilt: boolean =
      kind === 'heading' &&
      columns !== null &&
      !view.reachesDown(row - 1) &&
      isSpoiltRow(view, { row, columns, isBelowFigures });
    mended.push(isSpoilt ? 'figures' : kind);
    const contents: readonly Content[] = kind === 'heading' && !isSpoilt ? contentsOf(view, row) : [];
    const [head, ...rest] = contents;
    if (head && isAxisHeading(nameText(head.cell))) {
      columns = new Set(rest.map(({ column }) => column));
      isBelowFigures = false;
    } else if (head && !isBelowFigures) columns = null;
    if (kind === 'figures') isBelowFigures = true;
  }
  return mended;
}

function isSpoiltRow(
  view: SheetView,
  {
    row,
    columns,
    isBelowFigures,
  }: { readonly row: number; readonly columns: ReadonlySet<number>; readonly isBelowFigures: boolean },
): boolean {
  const [head, ...rest] = contentsOf(view, row);
  if (!head || columns.has(head.column) || senseOf(head.cell) === 'figure') return false;
  return (
    rest.length > 0 &&
    rest.every(({ column, cell }) => {
      const text = nameText(cell);
      return columns.has(column) && (spoilt.test(text) || (isBelowFigures && doubtful.test(text)));
    })
  );
}
