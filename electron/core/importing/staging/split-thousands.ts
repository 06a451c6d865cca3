import type { Grid, GridCell, GridSheet } from '../grid.ts';
import type { RecognisedTable } from '../recognised-table.ts';
import { type Desk, holdsFigures } from './place.ts';

type TextTable = Pick<Desk, 'grid' | 'sheet' | 'table'>;

/**
 * In a text file a number written as `1,234` without quotes makes a row longer than the header, and what stands behind
 * it slips to the right. Blank fields at the end are that too, unless the rows of the table generally have them. Where the
 * last fields are blank and left out, the row is no longer than the header.
 */
export function shiftedRows({ grid, sheet, table }: TextTable): (row: number) => boolean {
  if (grid.format !== 'text') return () => false;
  const width = headerWidth(sheet, table);
  const body = sheet.rows.slice(table.body.first, table.body.last + 1);
  const hasPlainRows = body.some((cells) => cells.length === width);
  const hasShortRows = body.some((cells) => cells.length > 0 && cells.length < width);
  const remarks = table.columns.filter(({ role }) => role === 'remark');
  const pairs = figurePairs(table);
  return (row) => {
    const cells = sheet.rows[row] ?? [];
    if (cells.length > width) return hasPlainRows || cells.slice(width).some(({ kind }) => kind !== 'empty');
    if (remarks.some(({ index }) => isSplit(cells, index))) return true;
    return pairs.some((left) => isThousands(cells, left) && (hasShortRows || textOf(cells[left + 1]).startsWith('0')));
  };
}

/** Two columns of a text file that could as well be one whose numbers are written as `1,234`, as sentences. */
export function noteSplitThousands(grid: Grid, tables: readonly RecognisedTable[]): readonly string[] {
  if (grid.format !== 'text') return [];
  return tables.flatMap((table) => {
    const sheet = grid.sheets[table.sheet];
    // Whoever writes a comma within a field has quoted it, or parts the fields otherwise.
    if (!sheet || sheet.rows.some((cells) => cells.some((cell) => cell.kind === 'text' && cell.text.includes(','))))
      return [];
    const rows = table.rows.filter(holdsFigures).map(({ index }) => sheet.rows[index] ?? []);
    return figurePairs(table)
      .filter((left) => rows.length > 0 && rows.every((cells) => isThousands(cells, left)))
      .map((left) => {
        const [one, other] = [left, left + 1].map((index) => headingOf(table, index));
        const sample = `${textOf(rows[0]?.[left])},${textOf(rows[0]?.[left + 1])}`;
        return `“${one}”和“${other}”两列的数连起来都像“${sample}”这样带千位逗号的一个数，现在按两个数导入。请核对，如是一个数，请去掉逗号后再导入。`;
      });
  });
}

function headingOf({ columns }: RecognisedTable, index: number): string {
  return columns.find((column) => column.index === index)?.path.join('/') ?? '';
}

/** Left ones of columns of figures that stand side by side. */
function figurePairs({ columns }: RecognisedTable): readonly number[] {
  const figures = new Set(columns.filter(holdsFigures).map(({ index }) => index));
  return [...figures].filter((index) => figures.has(index + 1));
}

/** `1,234,600` over two columns of figures and one of remarks. */
function isSplit(cells: readonly GridCell[], remark: number): boolean {
  const isShort = (column: number) => /^\d{1,3}$/.test(textOf(cells[column]));
  return isGroup(cells, remark) && isShort(remark - 1) && isShort(remark - 2);
}

/** `1` and `234` beside each other. */
function isThousands(cells: readonly GridCell[], left: number): boolean {
  return /^[1-9]\d{0,2}$/.test(textOf(cells[left])) && isGroup(cells, left + 1);
}

function isGroup(cells: readonly GridCell[], column: number): boolean {
  return /^\d{3}$/.test(textOf(cells[column]));
}

function textOf(cell: GridCell | undefined): string {
  return cell?.kind === 'text' ? cell.text.trim() : cell?.kind === 'number' ? cell.decimal : '';
}

function headerWidth(sheet: GridSheet, { header, span }: RecognisedTable): number {
  const rows = sheet.rows.slice(header.first, header.last + 1);
  return rows.length === 0 ? span.last + 1 : Math.max(...rows.map((cells) => cells.length));
}
