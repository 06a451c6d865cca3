import type { Indicator, Region } from '../../../shared/figures/catalogue.ts';
import { foldName } from '../../../shared/reading/fold-name.ts';
import { readNumber } from '../../../shared/reading/read-number.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { emptyCell, type GridCell, type GridSheet } from './grid.ts';
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
  /** The row behind its last one. */
  readonly endRow: number;
  readonly regionColumn: number;
  readonly columns: readonly TableColumn[];
  /** Columns such as 年份, which say of each row what period it belongs to. */
  readonly periodColumns: readonly number[];
  /** Text of the rows above the header, from the end of the table above on. */
  readonly titles: readonly string[];
  /** The table that stands above this one, whose titles also hold here where this one has none. */
  readonly above: FoundTable | null;
}

export interface Names {
  readonly indicators: NameIndex<Indicator>;
  readonly regions: NameIndex<Region>;
}

interface HeaderGroup {
  readonly headers: readonly Header[];
  /** The row behind the last one with data. */
  readonly dataEnd: number;
}
interface Header {
  readonly row: number;
  readonly columns: readonly TableColumn[];
  readonly known: number;
}

const regionHeading = /^(地区|区县|县区|市县|县市|区域|地市|行政区划?|单位|学校|名称)/;
const onlyRegionHeading = /^(地区|区县|县区|市县|县市|区域|地市|行政区划?|单位名称|学校名称|名称)$/;
const periodHeading = /^(年份|年度|年|统计年[份度]|期|期别|所属期|统计期|报告期|学年度?|学期|半年|季度|月份)$/;

/**
 * The tables of a sheet, one below the other. Header rows without data between them are one header, of which the first
 * row that names most indicators counts. Fails, saying why, where a reader could take one table for another.
 */
export function findTables(sheet: GridSheet, names: Names): Result<readonly FoundTable[], string> {
  const groups = headerGroups(sheet, names);
  const tables: FoundTable[] = [];
  for (const [at, group] of groups.entries()) {
    // What stands between its data and the next header is the next table's title.
    const endRow = at < groups.length - 1 ? group.dataEnd : sheet.rows.length;
    const place = chooseHeader(sheet, { headers: group.headers, endRow }, names.regions);
    const row = group.headers[0]?.row ?? 0;
    if (!place) {
      if (tables.length > 0) return fail(`第 ${row + 1} 行像另一张表的表头，却看不出哪一列是地区`);
      continue;
    }
    const above = tables.at(-1) ?? null;
    const table = tableAt(sheet, { ...place, endRow, above });
    if (hasOtherRegionColumn(sheet, table, names.regions)) {
      return fail(`第 ${table.headerRow + 1} 行右边还有一列地区，像是两张表并排，请分成两个文件或两个工作表`);
    }
    tables.push(table);
  }
  return succeed(tables);
}

function headerGroups(sheet: GridSheet, names: Names): readonly HeaderGroup[] {
  const groups: { headers: Header[]; dataEnd: number }[] = [];
  let isOpen = false;
  for (const [row, cells] of sheet.rows.entries()) {
    if (isData(cells, names.regions)) {
      isOpen = false;
      const last = groups.at(-1);
      if (last) last.dataEnd = row + 1;
      continue;
    }
    const columns = cells.flatMap((cell, column) => tableColumn(cell, column, names.indicators));
    const known = columns.filter(({ indicator }) => indicator).length;
    if (known === 0) continue;
    if (!isOpen) groups.push({ headers: [], dataEnd: row + 1 });
    isOpen = true;
    groups.at(-1)?.headers.push({ row, columns, known });
  }
  return groups;
}

/** A row that names a region, or has a bare number behind some text. */
function isData(cells: readonly GridCell[], regions: NameIndex<Region>): boolean {
  if (cells.some((cell) => textOf(cell).some(regions.has))) return true;
  const first = cells.findIndex((cell) => cell.kind === 'text' && !isBareNumber(cell));
  return first >= 0 && cells.slice(first + 1).some(isBareNumber);
}

/** `2021年` in a heading is a number with a unit behind, but no value. */
function isBareNumber(cell: GridCell): boolean {
  if (cell.kind !== 'text') return cell.kind === 'number' || cell.kind === 'percent';
  const read = readNumber(cell.text);
  return read.kind === 'number' && (read.unit === null || read.unit === '%');
}

interface HeaderPlace {
  readonly header: Header;
  readonly regionColumn: number;
}

function chooseHeader(
  sheet: GridSheet,
  { headers, endRow }: { readonly headers: readonly Header[]; readonly endRow: number },
  regions: NameIndex<Region>,
): HeaderPlace | null {
  let best: HeaderPlace | null = null;
  for (const header of headers) {
    const regionColumn = findRegionColumn(sheet.rows.slice(header.row + 1, endRow), header, regions);
    if (regionColumn !== null && header.known > (best?.header.known ?? 0)) best = { header, regionColumn };
  }
  return best;
}

function tableAt(
  sheet: GridSheet,
  { header, regionColumn, endRow, above }: HeaderPlace & { readonly endRow: number; readonly above: FoundTable | null },
): FoundTable {
  const { row: headerRow, columns } = header;
  const isPeriod = ({ heading, indicator }: TableColumn) => !indicator && periodHeading.test(heading);
  const titleRows = sheet.rows.slice(above?.endRow ?? 0, headerRow);
  return {
    headerRow,
    endRow,
    regionColumn,
    columns: columns.filter((column) => column.column > regionColumn && !isPeriod(column)),
    periodColumns: columns.filter(isPeriod).map(({ column }) => column),
    titles: titleRows.flatMap((cells) => cells.flatMap(textOf)),
    above,
  };
}

export function textOf(cell: GridCell): readonly string[] {
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
  below: readonly (readonly GridCell[])[],
  { columns }: Header,
  regions: NameIndex<Region>,
): number | null {
  const first = columns.find(({ indicator }) => indicator)?.column ?? 0;
  let best: { readonly column: number; readonly count: number } | null = null;
  for (let column = 0; column < first; column += 1) {
    const count = below.filter((cells) => textOf(cells[column] ?? emptyCell).some(regions.has)).length;
    if (count > (best?.count ?? 0)) best = { column, count };
  }
  const headed = columns.find(({ column, heading }) => column < first && regionHeading.test(heading));
  return best?.column ?? headed?.column ?? null;
}

/** A column of regions right of the first indicator: its numbers belong to other regions than the row's first cell says. */
function hasOtherRegionColumn(sheet: GridSheet, table: FoundTable, regions: NameIndex<Region>): boolean {
  const { headerRow, endRow, columns } = table;
  const first = columns.find(({ indicator }) => indicator)?.column ?? 0;
  if (columns.some(({ column, heading }) => column > first && onlyRegionHeading.test(heading))) return true;
  const below = sheet.rows.slice(headerRow + 1, endRow);
  const width = below.reduce((most, cells) => Math.max(most, cells.length), 0);
  for (let column = first + 1; column < width; column += 1) {
    const texts = below.flatMap((cells) => textOf(cells[column] ?? emptyCell));
    const known = texts.filter(regions.has).length;
    const hasFigures = (cells: readonly GridCell[]) =>
      cells.slice(column + 1).some((cell) => cell.kind === 'number' || /^\d/.test(textOf(cell)[0] ?? ''));
    const figuresFollow = below.some(hasFigures);
    if (known > 0 && known * 2 > texts.length && figuresFollow) return true;
  }
  return false;
}
