import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import { type Period, parsePeriod } from '../../../shared/figures/period.ts';
import { foldName } from './fold-name.ts';
import type { GridCell, GridSheet } from './grid.ts';
import type { NameIndex } from './name-index.ts';

export interface TableColumn {
  readonly column: number;
  /** Header as written, without blanks and unit. */
  readonly heading: string;
  readonly indicator: Indicator | undefined;
  /** Unit in brackets behind the name. */
  readonly unit: string | null;
}

/** Where a table of regions by indicators stands in a sheet. */
export interface FoundTable {
  readonly headerRow: number;
  readonly regionColumn: number;
  readonly columns: readonly TableColumn[];
  /** Text of the rows above the header. */
  readonly titles: readonly string[];
}

const deepestHeader = 50;
const regionHeading = /^(地区|区县|县区|市县|县市|区域|地市|行政区划?|单位|学校|名称)/;

export interface Names {
  readonly indicators: NameIndex<Indicator>;
  readonly regions: NameIndex<Region>;
}

/** The header is the first of the upper rows that names most indicators; null when none names any, or no column names regions. */
export function findTable(sheet: GridSheet, names: Names): FoundTable | null {
  let best: { readonly row: number; readonly columns: readonly TableColumn[]; readonly known: number } | null = null;
  for (const [row, cells] of sheet.rows.slice(0, deepestHeader).entries()) {
    const columns = cells.flatMap((cell, column) => tableColumn(cell, column, names.indicators));
    const known = columns.filter(({ indicator }) => indicator).length;
    if (known > (best?.known ?? 0)) best = { row, columns, known };
  }
  if (!best) return null;
  const { row: headerRow, columns } = best;
  const regionColumn = findRegionColumn(sheet, { headerRow, columns }, names.regions);
  if (regionColumn === null) return null;
  const titles = sheet.rows.slice(0, headerRow).flatMap((cells) => cells.flatMap(textOf));
  return { headerRow, regionColumn, columns: columns.filter(({ column }) => column > regionColumn), titles };
}

function textOf(cell: GridCell): readonly string[] {
  return cell.kind === 'text' ? [cell.text] : [];
}

function tableColumn(cell: GridCell, column: number, indicators: NameIndex<Indicator>): readonly TableColumn[] {
  if (cell.kind !== 'text') return [];
  const full = foldName(cell.text);
  const whole = indicators.find(full);
  // Names may hold brackets of their own, so the whole heading is tried first.
  const bracket = whole ? null : /^(.+)\(([^()]*)\)$/.exec(full);
  const heading = bracket?.[1] ?? full;
  return [{ column, heading, indicator: whole ?? indicators.find(heading), unit: bracket?.[2] ?? null }];
}

function findRegionColumn(
  sheet: GridSheet,
  table: Pick<FoundTable, 'headerRow' | 'columns'>,
  regions: NameIndex<Region>,
): number | null {
  const first = table.columns.find(({ indicator }) => indicator)?.column ?? 0;
  const below = sheet.rows.slice(table.headerRow + 1);
  let best: { readonly column: number; readonly count: number } | null = null;
  for (let column = 0; column < first; column += 1) {
    const count = below.filter((cells) => textOf(cells[column] ?? { kind: 'empty' }).some(regions.has)).length;
    if (count > (best?.count ?? 0)) best = { column, count };
  }
  const headed = table.columns.find(({ column, heading }) => column < first && regionHeading.test(heading));
  return best?.column ?? headed?.column ?? null;
}

const periodInTitle =
  /\d{4}(?:[—–~～-]\d{4})?学年度?|\d{4}年(?:上半年|下半年|[春秋]季?学期|第?[一二三四1-4]季度|(?:1[0-2]|0?[1-9])月份?(?!\d*[日号]))?/g;

/** Periods that the titles name, each once. A full date (`填报日期：2021年10月15日`) is no period. */
export function periodsIn(titles: readonly string[]): readonly Period[] {
  const found = new Map<string, Period>();
  for (const title of titles) {
    const text = foldName(title).replaceAll(/\d{4}年\d{1,2}月\d{1,2}[日号]?/g, ' ');
    for (const [name] of text.matchAll(periodInTitle)) {
      const period = parsePeriod(name);
      if (period) found.set(period.label, period);
    }
  }
  return [...found.values()];
}
