import type { Indicator, Observation, Region } from '../../../shared/figures/catalogue.ts';
import type { DataView as FigureDataView } from '../../../shared/figures/data-view.ts';
import type { LocalDate, Period } from '../../../shared/figures/period.ts';
import { foldName } from '../../../shared/reading/fold-name.ts';
import { readNumber } from '../../../shared/reading/read-number.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { type FoundTable, findTables, type Names, type TableColumn } from './find-table.ts';
import { cellReference, emptyCell, type Grid, type GridCell, type GridSheet } from './grid.ts';
import { type ImportStatus, judgeCell, type Verdict } from './judge-cell.ts';
import { nameIndex } from './name-index.ts';
import { asOfTextsIn, readDate } from './read-date.ts';
import { refuseConflicts } from './refuse-conflicts.ts';
import { unitsIn } from './stated-unit.ts';
import { saidAbove, tablePeriod } from './table-period.ts';

export type { ImportStatus };

export interface PlannedCell {
  /** `Sheet1!C9` */
  readonly cell: string;
  readonly region: string;
  readonly indicator: string;
  readonly period: string;
  /** Decimal text; null when there is no value. */
  readonly value: string | null;
  readonly status: ImportStatus;
  /** Why it is not written; null when it is, or when there is nothing to write. */
  readonly problem: Failure | null;
  readonly write: PlannedWrite | null;
  /** What the cell says, to be compared with other cells for the same figure; null when it says nothing. */
  readonly claim: string | null;
}
export interface PlannedWrite {
  readonly indicatorId: number;
  readonly regionId: number;
  readonly period: Period;
  readonly cell: Observation['cell'];
  /** 截至日; absent keeps the recorded one. */
  readonly asOf?: LocalDate;
}
export interface PlannedTable {
  readonly sheet: string;
  readonly period: string;
  readonly indicators: readonly string[];
  readonly regions: readonly string[];
}
export interface ImportPlan {
  readonly tables: readonly PlannedTable[];
  readonly cells: readonly PlannedCell[];
}

export interface ImportContext {
  readonly indicators: readonly Indicator[];
  readonly regions: readonly Region[];
  /** Null: the period stands in a title row above the header. */
  readonly period: Period | null;
  readonly view: FigureDataView;
}

/** Recognises the tables of a file and says of each cell what would become of it. Nothing is written. */
export function planImport(grid: Grid, context: ImportContext): Result<ImportPlan, Failure> {
  const names: Names = { indicators: nameIndex(context.indicators), regions: nameIndex(context.regions) };
  const tables: PlannedTable[] = [];
  const cells: PlannedCell[] = [];
  for (const sheet of grid.sheets) {
    const found = findTables(sheet, names);
    if (!found.ok) return fail({ code: 'import-no-table', name: grid.fileName, detail: found.error });
    for (const table of found.value) {
      const planned = planTable({ sheet, found: table, names }, context, grid.fileName);
      if (!planned.ok) return planned;
      cells.push(...planned.value.cells);
      tables.push(planned.value.table);
    }
  }
  if (tables.length === 0) {
    const detail = '没有一行表头写着已有的指标名称，或表头左边没有一列是地区';
    return fail({ code: 'import-no-table', name: grid.fileName, detail });
  }
  return succeed(refuseConflicts({ tables, cells }));
}

interface Table {
  readonly sheet: GridSheet;
  readonly found: FoundTable;
  readonly names: Names;
}
/** What holds for every cell of a table. */
interface Said {
  readonly period: Period;
  readonly units: readonly string[];
  readonly asOf: LocalDate | undefined;
  readonly view: FigureDataView;
}

function planTable(
  table: Table,
  { period: given, view }: ImportContext,
  name: string,
): Result<{ readonly table: PlannedTable; readonly cells: readonly PlannedCell[] }, Failure> {
  const { sheet, found } = table;
  const period = tablePeriod(sheet, found, { given, name });
  if (!period.ok) return period;
  const asOf = tableAsOf(found, name);
  if (!asOf.ok) return asOf;
  const said = { period: period.value, units: saidAbove(found, unitsIn), asOf: asOf.value, view };
  const cells = planRows(table, said);
  const indicators = found.columns.flatMap(({ indicator }) => indicator?.name ?? []);
  const regions = [...new Set(cells.map(({ region }) => region))];
  return succeed({ table: { sheet: sheet.name, period: period.value.label, indicators, regions }, cells });
}

function tableAsOf(found: FoundTable, name: string): Result<LocalDate | undefined, Failure> {
  const [text, other] = new Set(saidAbove(found, asOfTextsIn));
  if (text === undefined) return succeed(undefined);
  const date = readDate(text);
  if (date !== null && (other === undefined || readDate(other) === date)) return succeed(date);
  const detail = date === null ? `截至日“${text}”不是一个日期` : '表头上方写着不止一个截至日，请只留下一个';
  return fail({ code: 'import-no-table', name, detail });
}

function planRows(table: Table, said: Said): readonly PlannedCell[] {
  const { sheet, found } = table;
  const rows = sheet.rows.slice(0, found.endRow);
  return rows.flatMap((cells, row) => {
    if (row <= found.headerRow) return [];
    const regionText = regionTextOf(cells[found.regionColumn] ?? emptyCell);
    const tooLong = isTooLong(table, cells);
    const places = found.columns.map((column) => ({
      row,
      column,
      regionText,
      cell: cells[column.column] ?? emptyCell,
      tooLong,
    }));
    return isDataRow(table, regionText, places) ? places.flatMap((place) => planCell(table, place, said)) : [];
  });
}

/**
 * In a text file a number written as `1,234` without quotes makes a row longer than the header, and what stands behind
 * it slips to the right. Blank fields at the end are that too, unless the rows of the table generally have them.
 */
function isTooLong({ sheet, found }: Table, cells: readonly GridCell[]): boolean {
  const width = sheet.rows[found.headerRow]?.length ?? 0;
  if (sheet.name !== '' || cells.length <= width) return false;
  if (cells.slice(width).some(({ kind }) => kind !== 'empty')) return true;
  return sheet.rows.slice(found.headerRow + 1, found.endRow).some((other) => other.length === width);
}

function regionTextOf(cell: GridCell): string {
  if (cell.kind === 'text') return cell.text;
  return cell.kind === 'number' ? cell.decimal : '';
}

/** Notes below the table (`注：…`, `数据来源：…`) have no cells; lower header rows have no region and no numbers. */
function isDataRow({ names }: Table, regionText: string, places: readonly Place[]): boolean {
  if (names.regions.has(regionText)) return true;
  if (foldName(regionText) !== '') return places.some(({ cell }) => cell.kind !== 'empty');
  return places.some(
    ({ cell }) => cell.kind === 'number' || (cell.kind === 'text' && readNumber(cell.text).kind === 'number'),
  );
}

interface Place {
  readonly row: number;
  readonly column: TableColumn;
  readonly regionText: string;
  readonly cell: GridCell;
  /** The row has more fields than the header. */
  readonly tooLong: boolean;
}

function planCell({ sheet, names }: Table, place: Place, said: Said): readonly PlannedCell[] {
  const { row, column, regionText, cell, tooLong } = place;
  const { period, units, view } = said;
  const region = names.regions.find(regionText);
  const { indicator } = column;
  // A column of remarks or a row of notes is worth a word only where it holds something.
  if (cell.kind === 'empty' && !(region && indicator)) return [];
  const existing = region && indicator ? view.column(indicator.id, period.label).get(region.id) : undefined;
  const asOf = indicator?.timing === '时点' ? said.asOf : undefined;
  const judged = judgeCell({ cell, column, region, regionText, units, asOf, existing });
  const verdict = tooLong && region && indicator ? refuseLongRow(row) : judged;
  const write =
    verdict.write && region && indicator
      ? { indicatorId: indicator.id, regionId: region.id, period, cell: verdict.write, ...(asOf ? { asOf } : {}) }
      : null;
  return [
    {
      cell: cellReference(sheet, row, column.column),
      region: region?.name ?? regionText.trim(),
      indicator: indicator?.name ?? column.heading,
      period: period.label,
      value: verdict.value,
      status: verdict.status,
      problem: verdict.problem,
      write,
      claim: verdict.claim,
    },
  ];
}

function refuseLongRow(row: number): Verdict {
  const problem: Failure = { code: 'import-row-too-long', row: row + 1 };
  return { status: 'unreadable', value: null, problem, write: null, claim: null };
}
