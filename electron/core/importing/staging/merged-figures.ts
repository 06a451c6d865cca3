import { cellReference } from '../grid.ts';
import type { Line } from '../recognised-table.ts';
import { senseOf } from '../recognising/cell-sense.ts';
import type { Desk } from './place.ts';

/**
 * The merged cells over which one figure stands although the table means different things by them, as `B3:C3`, by row and
 * column of each; null for a cell that stands alone. Nobody can say whose such a figure is but a person.
 */
export function mergedFigures({ sheet, table }: Desk): (row: number, column: number) => string | null {
  const shared = sheet.merges.filter((merge) => {
    const cell = sheet.rows[merge.top]?.[merge.left];
    if (cell === undefined || senseOf(cell) !== 'figure') return false;
    return (
      isDivided(table.rows, { first: merge.top, last: merge.bottom }) ||
      isDivided(table.columns, { first: merge.left, last: merge.right })
    );
  });
  if (shared.length === 0) return () => null;
  const ranges = new Map<number, string>();
  // A file may claim merges without end that overlap.
  let left = sheet.rows.length * (table.span.last + 1);
  for (const merge of shared) {
    const range = `${place(merge.top, merge.left)}:${place(merge.bottom, merge.right)}`;
    for (let row = merge.top; row <= Math.min(merge.bottom, table.body.last) && left > 0; row += 1) {
      for (let column = merge.left; column <= Math.min(merge.right, table.span.last); column += 1) {
        ranges.set(keyOf(row, column), range);
        left -= 1;
      }
    }
  }
  return (row, column) => ranges.get(keyOf(row, column)) ?? null;
}

/** Whether the lines say more than one thing: a heading merged like the figures below it says one. */
function isDivided(
  lines: readonly Line[],
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  const meanings = new Set<string>();
  for (const { index, role, path, period, region } of lines) {
    if (index < first || index > last || role === 'blank' || role === 'margin') continue;
    meanings.add([role === 'data' ? '' : role, region?.text, period?.label, ...path].join('\n'));
  }
  return meanings.size > 1;
}

function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}

function place(row: number, column: number): string {
  return cellReference({ name: '' }, row, column);
}
