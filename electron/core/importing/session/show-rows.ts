import type { GridCell, GridSheet } from '../grid.ts';
import type { Line, RecognisedTable } from '../recognised-table.ts';
import type { RowsReply } from './messages.ts';

interface Window {
  readonly from: number;
  readonly count: number;
}

/** What a cell was taken for, as the page colours it. */
export type CellRole = 'title' | 'header' | 'name' | 'data' | 'total' | 'none';

/** Rows of a sheet as the file shows them. */
export function showRows(
  sheet: GridSheet | undefined,
  tables: readonly RecognisedTable[],
  { from, count }: Window,
): RowsReply {
  if (sheet === undefined) return { rows: [], roles: [], merges: [] };
  const end = from + count;
  const rows = sheet.rows.slice(from, end);
  const outside = tables.length === 0 ? 'none' : 'title';
  const columns = tables.map((table) => new Map(table.columns.map((line) => [line.index, line])));
  return {
    rows: rows.map((row) => row.map(cellText)),
    roles: rows.map((row, at) => {
      const index = tables.findIndex(({ header, body }) => isWithin(from + at, header) || isWithin(from + at, body));
      const table = tables[index];
      return row.map((_, column) => (table ? roleOf(table, from + at, columns[index]?.get(column)) : outside));
    }),
    merges: sheet.merges.filter(({ top, bottom }) => bottom >= from && top < end),
  };
}

function isWithin(row: number, { first, last }: { readonly first: number; readonly last: number }): boolean {
  return row >= first && row <= last;
}

function roleOf({ header, body, rows }: RecognisedTable, row: number, across: Line | undefined): CellRole {
  if (isWithin(row, header)) return 'header';
  // Every row of the body has its line, in order.
  const line = rows[row - body.first];
  if (line === undefined || across === undefined || line.role === 'note') return 'title';
  const isFigure = across.role === 'data' || across.role === 'total' || across.role === 'subtotal';
  if (line.role === 'total' || line.role === 'subtotal') return isFigure || across.role === 'name' ? 'total' : 'none';
  if (line.role !== 'data') return 'none';
  if (!isFigure) return across.role === 'name' || across.role === 'code' ? 'name' : 'none';
  return across.role === 'data' ? 'data' : 'total';
}

function cellText(cell: GridCell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
    case 'date':
    case 'error':
      return cell.text;
    case 'number':
      return cell.shown ?? cell.decimal;
    case 'percent':
      return `${cell.shown ?? cell.decimal}%`;
    case 'uncomputed':
      return `=${cell.formula}`;
  }
}
