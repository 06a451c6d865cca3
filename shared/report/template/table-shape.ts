import type { TableCell, TableRow } from '../document.ts';
import type { TemplateReader } from './reader.ts';

/** A row and where it stands in the source. */
export interface PlacedRow {
  readonly row: TableRow;
  readonly offset: number;
}

/** A cell that reaches into the rows below. */
interface Reaching {
  readonly colspan: number;
  readonly rowsLeft: number;
}

function widthOf(cells: readonly { readonly colspan: number }[]): number {
  return cells.reduce((width, { colspan }) => width + colspan, 0);
}

function reachingFrom(cells: readonly TableCell[]): readonly Reaching[] {
  return cells
    .map(({ attrs }) => ({ colspan: attrs.colspan, rowsLeft: attrs.rowspan - 1 }))
    .filter(({ rowsLeft }) => rowsLeft > 0);
}

/** Reports each row that is wider or narrower than the first row of the header, and cells that reach where no row is. */
export function reportRaggedRows(rows: readonly PlacedRow[], reader: TemplateReader): void {
  const expected = widthOf(rows[0]?.row.content.map(({ attrs }) => attrs) ?? []);
  let fromAbove: readonly Reaching[] = [];
  for (const { row, offset } of rows) {
    const width = widthOf(fromAbove) + widthOf(row.content.map(({ attrs }) => attrs));
    const started = reachingFrom(row.content);
    if (width !== expected) {
      reader.report(offset, `表格这一行有 ${width} 格，表头有 ${expected} 格（跨列、跨行的格子都算在内）。`);
    }
    // Such a row becomes as many as the range has members: nothing can reach into it or out of it.
    if (row.attrs.each !== null && fromAbove.length + started.length > 0) {
      reader.report(offset, '用“每个”的行会变成很多行，它的格子不能跨行，上面的格子也不能跨到这里。');
    }
    const remaining = fromAbove.map((cell) => ({ ...cell, rowsLeft: cell.rowsLeft - 1 }));
    fromAbove = [...remaining.filter(({ rowsLeft }) => rowsLeft > 0), ...started];
  }
  const last = rows.at(-1);
  if (last !== undefined && fromAbove.length > 0) reader.report(last.offset, '有格子的“跨行”超出了表格的最后一行。');
}
