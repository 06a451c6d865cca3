import { groupThousands, sumUp } from './decimal-sum.ts';
import type { GridStore } from './grid-store.ts';
import { gridText } from './grid-text.ts';
import { type CellRange, rangeHeight, rangeWidth } from './selection.ts';

/** What the status bar says of the selected cells; sums only over numbers of one unit, and none of percentages. */
export function describeSelection(store: GridStore, range: CellRange): readonly string[] {
  const words = gridText.status;
  const selected = words.selected(rangeHeight(range) * rangeWidth(range));
  const units = new Set<string>();
  const decimals: string[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells = store.rowCells(row);
    for (let column = range.left; column <= range.right; column += 1) {
      const content = cells[column]?.content;
      if (content?.kind !== 'value') continue;
      decimals.push(content.decimal);
      units.add(store.column(column)?.unit ?? '');
    }
  }
  const [unit = ''] = units;
  const sums = units.size === 1 && decimals.length > 1 ? sumUp(decimals) : null;
  if (sums === null) return [selected];
  const isPercent = /[%％‰]/.test(unit);
  const print = (decimal: string) => `${groupThousands(decimal)}${isPercent ? unit : ''}`;
  return [
    selected,
    ...(isPercent ? [] : [words.sum(print(sums.sum))]),
    words.mean(print(sums.mean)),
    words.most(print(sums.most)),
    words.least(print(sums.least)),
  ];
}
