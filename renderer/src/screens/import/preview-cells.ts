import type { Output } from '../../../../shared/api/contract.ts';

type Rows = Output<'import.rows'>;
type Merge = Rows['merges'][number];

export interface PreviewCell {
  readonly column: number;
  readonly text: string;
  readonly role: string;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Rows of a window that begins at row `from`, as a table draws them: a merged cell once with its span, what it covers
 * not at all. As in Excel a title or note runs over the blank cells beside it, and no further.
 */
export function spreadCells({ rows, roles, merges }: Rows, from: number): readonly (readonly PreviewCell[])[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const { spans, covered } = spansWithin(merges, { from, height: rows.length, width });
  return rows.map((texts, row) => {
    const cells: PreviewCell[] = [];
    for (let column = 0; column < width; column += 1) {
      const key = `${row} ${column}`;
      if (covered.has(key)) continue;
      const span = spans.get(key);
      const text = texts[column] ?? '';
      const role = roles[row]?.[column] ?? 'title';
      const columns = span ? span.right - span.left + 1 : 1;
      cells.push({ column, text, role, rows: span ? span.bottom - span.top + 1 : 1, columns });
    }
    return runOver(cells);
  });
}

interface Extent {
  readonly from: number;
  readonly height: number;
  readonly width: number;
}

function spansWithin(merges: readonly Merge[], { from, height, width }: Extent) {
  const spans = new Map<string, Merge>();
  const covered = new Set<string>();
  for (const merge of merges) {
    const top = Math.max(merge.top - from, 0);
    const bottom = Math.min(merge.bottom - from, height - 1);
    const right = Math.min(merge.right, width - 1);
    if (bottom < top || right < merge.left) continue;
    spans.set(`${top} ${merge.left}`, { top, bottom, left: merge.left, right });
    for (let row = top; row <= bottom; row += 1) {
      for (let column = merge.left; column <= right; column += 1) {
        if (row !== top || column !== merge.left) covered.add(`${row} ${column}`);
      }
    }
  }
  return { spans, covered };
}

function runOver(cells: readonly PreviewCell[]): readonly PreviewCell[] {
  const drawn: PreviewCell[] = [];
  for (const cell of cells) {
    const last = drawn.at(-1);
    const isBlank = cell.text === '' && cell.columns === 1 && cell.rows === 1 && cell.role === 'title';
    const runs = last !== undefined && last.role === 'title' && last.text !== '' && last.rows === 1;
    if (isBlank && runs && last.column + last.columns === cell.column) {
      drawn[drawn.length - 1] = { ...last, columns: last.columns + 1 };
    } else drawn.push(cell);
  }
  return drawn;
}

/** Whether the text is a figure, which stands on the right as in Excel. */
export function isFigure(text: string): boolean {
  return /^[-+−]?[\d,，]+([.．]\d+)?\s*[%％]?$/.test(text.trim());
}
