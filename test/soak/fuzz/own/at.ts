import type { CellValue } from 'hucre';

/** What a file's own bytes show in one cell: one value for each way in which a damaged file may be read. */
export type At = (sheet: string, row: number, column: number) => readonly CellValue[];

export const nothing: At = () => [];

/** Of one table read in several ways. */
export function ofTables(tables: readonly (readonly (readonly (CellValue | undefined)[])[])[]): At {
  return (_, row, column) => tables.flatMap((rows) => rows[row]?.[column] ?? []);
}
