import type { Output } from '../../../../shared/api/contract.ts';
import type { CellState, FindingView, StoredCell, TableCell, TableColumn } from '../../../../shared/api/data.ts';

export type Table = Output<'data.table'>;
export type TableRow = Table['rows'][number];

const lastYearMark = '@last';

/** What a column is called in the grid. */
export function columnIdOf({ indicator, kind }: Pick<TableColumn, 'indicator' | 'kind'>): string {
  return kind === 'last-year' ? indicator + lastYearMark : indicator;
}

/** The indicator whose column this is. */
export function indicatorOf(columnId: string): string {
  return columnId.endsWith(lastYearMark) ? columnId.slice(0, -lastYearMark.length) : columnId;
}

export function isLastYear(columnId: string): boolean {
  return columnId.endsWith(lastYearMark);
}

/** The table with the rows and columns of a part that was asked for again. */
export function mergePart(table: Table, part: Table): Table {
  const columnAt = new Map(table.columns.map((column, at) => [columnIdOf(column), at]));
  const rows = new Map(part.rows.map((row) => [row.regionId, row]));
  const targets = part.columns.map((column) => columnAt.get(columnIdOf(column)));
  const merged = (row: TableRow): TableRow => {
    const fresh = rows.get(row.regionId);
    if (fresh === undefined) return row;
    const cells = [...row.cells];
    for (const [at, target] of targets.entries()) {
      if (target !== undefined) cells[target] = fresh.cells[at] ?? null;
    }
    return { ...row, cells };
  };
  const answered = new Set(part.wanted.map(({ indicator }) => indicator));
  const wanted = [...table.wanted.filter(({ indicator }) => !answered.has(indicator)), ...part.wanted];
  return { ...table, hasData: part.hasData, rows: table.rows.map(merged), wanted };
}

/** The table with these cells as they are recorded now; by `keyOf`. */
export function withRecorded(table: Table, recorded: ReadonlyMap<string, StoredCell>): Table {
  const touched = new Set([...recorded.keys()].map((key) => Number(key.slice(0, key.indexOf('\t')))));
  const rows = table.rows.map((row) => {
    if (!touched.has(row.regionId)) return row;
    const cells = row.cells.map((cell, at) => {
      const column = table.columns[at];
      if (column?.kind !== 'entry') return cell;
      const fresh = recorded.get(keyOf({ indicator: column.indicator, regionId: row.regionId }));
      return fresh === undefined ? cell : fresh;
    });
    return { ...row, cells };
  });
  return { ...table, rows };
}

/** The findings with those about these rows found anew. */
export function mergeFindings(
  before: readonly FindingView[],
  fresh: readonly FindingView[],
  rows: ReadonlySet<number>,
): readonly FindingView[] {
  const severities: readonly string[] = ['强制', '核实', '提示'];
  const gravity = ({ severity }: FindingView) => severities.indexOf(severity);
  return [...before.filter(({ regionId }) => !rows.has(regionId)), ...fresh].sort((a, b) => gravity(a) - gravity(b));
}

export function isFilled(cell: TableCell | undefined): boolean {
  if (typeof cell === 'string') return true;
  return cell?.kind === 'gap' && cell.reason !== '未报';
}

export interface Progress {
  readonly filled: number;
  readonly missing: number;
}

export function progressOf({ columns, rows, wanted }: Table): Progress {
  let filled = 0;
  for (const [at, { kind }] of columns.entries()) {
    if (kind !== 'entry') continue;
    for (const { cells } of rows) if (isFilled(cells[at])) filled += 1;
  }
  return { filled, missing: wanted.reduce((count, { regionIds }) => count + regionIds.length, 0) };
}

export function keyOf({ indicator, regionId }: Pick<CellState, 'indicator' | 'regionId'>): string {
  return `${regionId}\t${indicator}`;
}
