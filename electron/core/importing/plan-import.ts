import type { Indicator, Observation, Region } from '../../../shared/figures/catalogue.ts';
import type { DataView as FigureDataView } from '../../../shared/figures/data-view.ts';
import type { Period } from '../../../shared/figures/period.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import type { Failure } from '../../../shared/text/failures/index.ts';
import { type FoundTable, findTable, type Names, periodsIn, type TableColumn } from './find-table.ts';
import { foldName } from './fold-name.ts';
import { cellReference, emptyCell, type Grid, type GridCell, type GridSheet } from './grid.ts';
import { type ImportStatus, judgeCell } from './judge-cell.ts';
import { nameIndex } from './name-index.ts';
import { readNumber } from './read-number.ts';

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
}
export interface PlannedWrite {
  readonly indicatorId: number;
  readonly regionId: number;
  readonly period: Period;
  readonly cell: Observation['cell'];
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
    const found = findTable(sheet, names);
    if (!found) continue;
    const period = tablePeriod(found, context.period, grid.fileName);
    if (!period.ok) return period;
    const planned = planTable({ sheet, found, names, period: period.value, view: context.view });
    cells.push(...planned);
    tables.push({
      sheet: sheet.name,
      period: period.value.label,
      indicators: found.columns.flatMap(({ indicator }) => indicator?.name ?? []),
      regions: [...new Set(planned.map(({ region }) => region))],
    });
  }
  if (tables.length === 0) {
    const detail = '没有一行表头写着已有的指标名称，或表头左边没有一列是地区';
    return fail({ code: 'import-no-table', name: grid.fileName, detail });
  }
  return succeed({ tables, cells: withoutConflicts(cells) });
}

function tablePeriod(table: FoundTable, given: Period | null, name: string): Result<Period, Failure> {
  if (given) return succeed(given);
  const [first, second] = periodsIn(table.titles);
  if (first && !second) return succeed(first);
  const detail = first
    ? '表头上方写着不止一个期，不知道是哪一个，请指明是哪一期的数据'
    : '表头上方没有写明是哪一期的数据，请指明，例如“2024年”';
  return fail({ code: 'import-no-table', name, detail });
}

interface Table {
  readonly sheet: GridSheet;
  readonly found: FoundTable;
  readonly names: Names;
  readonly period: Period;
  readonly view: FigureDataView;
}

function planTable(table: Table): readonly PlannedCell[] {
  const { sheet, found } = table;
  return sheet.rows.flatMap((cells, row) => {
    if (row <= found.headerRow) return [];
    const regionText = regionTextOf(cells[found.regionColumn] ?? emptyCell);
    const places = found.columns.map((column) => ({
      row,
      column,
      regionText,
      cell: cells[column.column] ?? emptyCell,
    }));
    return isDataRow(table, regionText, places) ? places.flatMap((place) => planCell(table, place)) : [];
  });
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
}

function planCell({ sheet, found, names, period, view }: Table, place: Place): readonly PlannedCell[] {
  const { row, column, regionText, cell } = place;
  const region = names.regions.find(regionText);
  const { indicator } = column;
  // A column of remarks or a row of notes is worth a word only where it holds something.
  if (cell.kind === 'empty' && !(region && indicator)) return [];
  const existing = region && indicator ? view.column(indicator.id, period.label).get(region.id) : undefined;
  const verdict = judgeCell({ cell, column, region, regionText, titles: found.titles, existing });
  const write =
    verdict.write && region && indicator
      ? { indicatorId: indicator.id, regionId: region.id, period, cell: verdict.write }
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
    },
  ];
}

/** Two cells for the same figure must agree; when they do not, neither is written. */
function withoutConflicts(cells: readonly PlannedCell[]): readonly PlannedCell[] {
  const known = cells.filter((cell) => cell.value !== null && !cell.status.startsWith('unknown'));
  const groups = Map.groupBy(known, (cell) => `${cell.region}\t${cell.indicator}\t${cell.period}`);
  const conflicting = new Map<PlannedCell, Failure>();
  for (const group of groups.values()) {
    if (new Set(group.map(({ value }) => value)).size < 2) continue;
    const failure: Failure = { code: 'import-cell-conflict', cells: group.map(({ cell }) => cell) };
    for (const cell of group) conflicting.set(cell, failure);
  }
  return cells.map((cell) => {
    const problem = conflicting.get(cell);
    return problem ? { ...cell, status: 'unreadable', problem, write: null } : cell;
  });
}
