import type { Line } from '../recognised-table.ts';
import { wordsOf } from './cross-indicators.ts';
import { isWhole } from './words.ts';

/** 合计 among the items of a region is the sum of those that are no 其中. */
export function withItemSums(lines: readonly Line[]): readonly Line[] {
  const figures = lines.filter(({ role }) => role === 'data');
  const sums = new Map<Line, readonly number[]>();
  for (const group of Map.groupBy(figures, ({ region, period }) => `${region?.text ?? ''}|${period?.label}`).values()) {
    const [whole, other] = group.filter(isItemSum);
    const items = group.filter((line) => wordsOf(line).length > 0 && line.partOf === null);
    if (whole && !other)
      sums.set(
        whole,
        items.map(({ index }) => index),
      );
  }
  return lines.map((line) => ({ ...line, sumOf: sums.get(line) ?? line.sumOf }));
}

/** Whether a row of a crossed table is of all items: 合计. */
export function isItemSum(line: Line): boolean {
  return line.role === 'data' && line.path.some(isWhole) && wordsOf(line).length === 0;
}
