import { cellReference, type Grid } from './grid.ts';
import type { RecognisedTable } from './recognised-table.ts';

/** Where a person finds the table: `Sheet1 A3:E12`, without the sheet in a text file. */
export function tableName({ sheets }: Grid, { sheet, header, body, span }: RecognisedTable): string {
  const corner = (row: number, column: number) => cellReference({ name: '' }, row, column);
  const range = `${corner(Math.min(header.first, body.first), span.first)}:${corner(body.last, span.last)}`;
  const name = sheets[sheet]?.name ?? '';
  return name === '' ? range : `${name} ${range}`;
}

/** By their ids, which questions name. */
export function tableNames(grid: Grid, tables: readonly RecognisedTable[]): ReadonlyMap<string, string> {
  return new Map(tables.map((table) => [table.id, tableName(grid, table)]));
}
