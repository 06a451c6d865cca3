import { nameText, senseOf } from './cell-sense.ts';
import { contentsOf, type RowKind } from './row-kind.ts';
import type { SheetView } from './sheet-view.ts';

/** `2021年随迁子女情况统计表`: a year, and a word that titles end with. */
const title = /\d{4}.*(表|情况|汇总)(\(.*\))?$/;

/**
 * The kinds of rows with titles told as such that have one number beside them, of a column that runs on: above the header
 * of a further table. Taken for figures, the year that they state would be lost to the table below.
 */
export function withStrayTitles(view: SheetView, kinds: readonly RowKind[]): readonly RowKind[] {
  return kinds.map((kind, row) => {
    if (kind !== 'figures' || kinds[row + 1] !== 'heading') return kind;
    const contents = contentsOf(view, row);
    const texts = contents.filter(({ cell }) => senseOf(cell) !== 'figure');
    const [only] = texts;
    const isTitle =
      only !== undefined && texts.length === 1 && contents.length === 2 && title.test(nameText(only.cell));
    return isTitle ? 'single' : kind;
  });
}
