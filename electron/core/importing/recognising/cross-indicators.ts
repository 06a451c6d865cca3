import type { Indicator } from '../../../../shared/figures/catalogue.ts';
import type { Line, Naming } from '../recognised-table.ts';
import type { Known } from './draft.ts';
import { meaningful } from './indicator-names.ts';
import { nameIndicator } from './name-lines.ts';

/** What pairs of a row and a column mean, by `crossKey`. */
export type CrossedIndicators = ReadonlyMap<string, Naming<Indicator>>;

export function crossKey(row: number, column: number): string {
  return `${row}:${column}`;
}

export function wordsOf({ path }: Pick<Line, 'path'>): readonly string[] {
  return path.map(meaningful).filter((word) => word !== '');
}

/**
 * In a table whose rows name items and whose columns name measures (学前教育 by 人次 and 金额) a figure is of both: what each
 * pair means. A pair of which only one side is known is unknown: the figure is not the whole of that side.
 */
export function crossIndicators(
  { rows, columns }: { readonly rows: readonly Line[]; readonly columns: readonly Line[] },
  base: Indicator | null,
  known: Known,
): CrossedIndicators {
  const crossed = new Map<string, Naming<Indicator>>();
  const cache = new Map<string, Naming<Indicator>>();
  for (const row of rows) {
    if (row.role !== 'data' || wordsOf(row).length === 0) continue;
    for (const column of columns) {
      if (column.role !== 'data' || column.path.length === 0) continue;
      const path = [...row.path, ...column.path].join('/');
      const naming = cache.get(path) ?? namePair(row, column, { base, known });
      cache.set(path, naming);
      crossed.set(crossKey(row.index, column.index), naming);
    }
  }
  return crossed;
}

function namePair(
  row: Line,
  column: Line,
  { base, known }: { readonly base: Indicator | null; readonly known: Known },
): Naming<Indicator> {
  const path = [...row.path, ...column.path];
  for (const words of [
    [...wordsOf(row), ...wordsOf(column)],
    [...wordsOf(column), ...wordsOf(row)],
  ]) {
    const { naming, isLoose } = nameIndicator({ path, words }, base, known);
    if (naming.kind !== 'unknown' && !isLoose) return naming;
  }
  return { kind: 'unknown', text: path.join('/') };
}
