import type { Table } from './table-data.ts';

/** Cells that are still to be filled, told together: the same regions lack these indicators. */
export interface MissingGroup {
  readonly indicators: readonly { readonly code: string; readonly name: string }[];
  readonly regionIds: readonly number[];
  readonly cells: number;
}

/** What one of the region's own cells would be by the sum of its members. */
export interface WholeSum {
  readonly indicator: string;
  readonly decimal: string;
}

/** Null unless it is known for all of them. */
function sumsOf(table: Table, codes: readonly string[], regionIds: readonly number[]): readonly WholeSum[] | null {
  const total = table.rows.at(-1);
  if (total === undefined || regionIds.length !== 1 || regionIds[0] !== total.regionId) return null;
  const sums = codes.flatMap((indicator) => {
    const cell = total.cells[table.columns.findIndex((each) => each.indicator === indicator && each.kind === 'entry')];
    const isWhole = typeof cell === 'object' && cell?.kind === 'sum' && cell.missing === null;
    return isWhole ? [{ indicator, decimal: cell.decimal }] : [];
  });
  return sums.length === codes.length ? sums : null;
}

/** The region's own cells stand apart from the members': they can be filled by the sum. */
function apart(table: Table): readonly { readonly code: string; readonly regionIds: readonly number[] }[] {
  const total = table.rows.at(-1)?.regionId;
  return table.wanted.flatMap(({ indicator, regionIds }) => {
    const members = regionIds.filter((id) => id !== total);
    const own = regionIds.filter((id) => id === total);
    return [members, own].filter((ids) => ids.length > 0).map((ids) => ({ code: indicator, regionIds: ids }));
  });
}

/** Every figure of the region itself that nobody reported while all its members have it. */
export function wholeSums(table: Table): readonly WholeSum[] {
  const total = table.rows.at(-1);
  if (total === undefined || table.isLocked) return [];
  const entries = table.columns.filter(({ kind }) => kind === 'entry');
  return entries.flatMap(({ indicator }) => sumsOf(table, [indicator], [total.regionId]) ?? []);
}

/** What is to be filled in by hand; what the sum can fill stands apart. */
export function missingGroups(table: Table): readonly MissingGroup[] {
  if (table.isLocked) return [];
  const names = new Map(table.columns.map(({ indicator, name }) => [indicator, name]));
  const open = apart(table).filter(({ code, regionIds }) => sumsOf(table, [code], regionIds) === null);
  const groups = Map.groupBy(open, ({ regionIds }) => regionIds.join(' '));
  return [...groups.values()].map((group) => {
    const regionIds = group[0]?.regionIds ?? [];
    const codes = group.map(({ code }) => code);
    return {
      indicators: codes.map((code) => ({ code, name: names.get(code) ?? code })),
      regionIds,
      cells: codes.length * regionIds.length,
    };
  });
}
