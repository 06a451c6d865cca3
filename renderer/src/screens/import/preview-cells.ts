import type { ImportReview } from '../../../../shared/api/importing.ts';

interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
export interface PreviewCell {
  readonly column: number;
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

/** Rows as a table draws them: a merged cell once with its span, what it covers not at all. */
export function spreadMerges(
  rows: readonly (readonly string[])[],
  merges: readonly Merge[],
): readonly (readonly PreviewCell[])[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const spans = new Map<string, Merge>();
  const covered = new Set<string>();
  for (const merge of merges) {
    spans.set(`${merge.top} ${merge.left}`, merge);
    for (let row = merge.top; row <= Math.min(merge.bottom, rows.length - 1); row += 1) {
      for (let column = merge.left; column <= Math.min(merge.right, width - 1); column += 1) {
        if (row !== merge.top || column !== merge.left) covered.add(`${row} ${column}`);
      }
    }
  }
  return rows.map((cells, row) =>
    Array.from({ length: width }, (_, column) => column).flatMap((column) => {
      const key = `${row} ${column}`;
      if (covered.has(key)) return [];
      const span = spans.get(key);
      return [
        {
          column,
          text: cells[column] ?? '',
          rows: span ? Math.min(span.bottom, rows.length - 1) - row + 1 : 1,
          columns: span ? Math.min(span.right, width - 1) - column + 1 : 1,
        },
      ];
    }),
  );
}

/** What the cell was taken for, as a class of the style sheet. */
export function roleOf(tables: ImportReview['tables'], row: number, column: number): string {
  for (const table of tables) {
    if (row >= table.header.first && row <= table.header.last) return 'role-header';
    if (row < table.body.first || row > table.body.last) continue;
    const line = table.rows.find(({ index }) => index === row);
    const across = table.columns.find(({ index }) => index === column);
    if (line === undefined || across === undefined) return 'role-title';
    if (line.role === 'total' || line.role === 'subtotal') return 'role-total';
    if (line.role !== 'data') return 'role-none';
    return across.role === 'data' || across.role === 'total' ? 'role-data' : 'role-name';
  }
  return 'role-title';
}
