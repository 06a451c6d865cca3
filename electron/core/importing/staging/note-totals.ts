import type { ImportContext } from '../import-context.ts';
import type { RecognisedTable } from '../recognised-table.ts';
import type { StagedCell } from '../staged-import.ts';
import { known } from './place.ts';

const mostNamed = 5;

/** Sums that are of no region, and sums of some parts that stand for a whole region, as sentences. */
export function noteTotals(
  cells: readonly StagedCell[],
  tables: readonly RecognisedTable[],
  context: ImportContext,
): readonly string[] {
  const idle = cells.filter(
    ({ status, regionId, region, problem, question, value }) =>
      status === 'total' &&
      regionId === null &&
      problem === null &&
      question === null &&
      value !== null &&
      !region.endsWith('小计'),
  );
  const names = [...new Set(idle.map(({ cell, region }) => (region === '' ? cell : `${cell}（${region}）`)))];
  return [
    ...(names.length === 0 ? [] : [`这些合计不知道是哪个地区的数，只用来核对，没有导入：${listed(names)}。`]),
    ...tables.flatMap((table) => partialTotals(table, context)),
  ];
}

/** A sum of three of five counties that is taken for the city's because the table says so. */
function partialTotals({ rows, columns }: RecognisedTable, { regions }: ImportContext): readonly string[] {
  return [rows, columns].flatMap((lines) => {
    const byIndex = new Map(lines.map((line) => [line.index, line]));
    return lines.flatMap(({ role, region, sumOf }) => {
      const whole = known(region);
      if (role !== 'total' || !whole || region?.kind !== 'known' || region.by !== 'total') return [];
      const parts = sumOf.map((index) => byIndex.get(index)?.region ?? null);
      const listedIds = new Set(parts.flatMap((part) => known(part)?.id ?? []));
      const missing = regions.filter(
        ({ id, parentId, inTotal, validTo }) =>
          parentId === whole.id && inTotal && validTo === null && !listedIds.has(id),
      );
      if (missing.length <= parts.filter((part) => part?.kind === 'unknown').length) return [];
      const names = listed(missing.map(({ name }) => name));
      return [`“${region.text}”按“${whole.name}”的数导入，但表里没有${names}，请确认是不是全部的合计。`];
    });
  });
}

function listed(names: readonly string[]): string {
  const rest = names.length > mostNamed ? ` 等 ${names.length} 个` : '';
  return `${names.slice(0, mostNamed).join('、')}${rest}`;
}
