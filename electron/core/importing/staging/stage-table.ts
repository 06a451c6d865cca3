import type { Observation } from '../../../../shared/figures/catalogue.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { GridCell, GridSheet } from '../grid.ts';
import type { RecognisedTable } from '../recognised-table.ts';
import type { StagedCell, TotalComparison } from '../staged-import.ts';
import { compareTotals } from './compare-totals.ts';
import { type Interpretation, type Interpreter, interpretCell, readWithoutAsking } from './interpret-cell.ts';
import { mergedFigures } from './merged-figures.ts';
import { PercentColumns } from './percent-columns.ts';
import { type Desk, holdsFigures, known, type Place, placeAt } from './place.ts';
import { settleCell } from './settle-cell.ts';
import type { Lines, TableDraft } from './table-draft.ts';

export interface StagedTable {
  readonly cells: readonly StagedCell[];
  readonly totals: readonly TotalComparison[];
}

/** What becomes of the figures of one table. */
export function stageTable(desk: Desk): StagedTable {
  const lines = { rows: desk.table.rows.filter(holdsFigures), columns: desk.table.columns.filter(holdsFigures) };
  const draft = draftCells({ desk, percents: new PercentColumns(desk, lines) }, lines);
  const totals = compareTotals(desk, lines, draft);
  return { cells: draft.cells, totals };
}

function draftCells(interpreter: Interpreter, { rows, columns }: Lines): TableDraft {
  const { desk } = interpreter;
  const cells: StagedCell[] = [];
  const claims: (Observation['cell'] | null)[] = [];
  const places = new Map<number, number>();
  const hasSums = [...rows, ...columns].some(({ sumOf }) => sumOf.length > 0);
  const refusal = refusals(desk);
  for (const row of rows) {
    for (const column of columns) {
      const place = placeAt(desk, row, column);
      if (isNothing(place)) continue;
      const said = refusal(place) ?? interpret(interpreter, place);
      if (hasSums) {
        places.set(keyOf(row.index, column.index), cells.length);
        claims.push(said.kind === 'known' ? said.cell : null);
      }
      cells.push(settleCell(desk, place, said));
    }
  }
  return { cells, claims, at: (row, column) => places.get(keyOf(row, column)) };
}

function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}

/** A blank is worth a word only where a figure is looked for. */
function isNothing({ cell, role, region, indicator, period }: Place): boolean {
  if (cell.kind !== 'empty') return false;
  return role === 'left-out' || role === 'subtotal' || !known(region) || !known(indicator) || period === null;
}

function interpret(interpreter: Interpreter, place: Place): Interpretation {
  const { role, region } = place;
  const indicator = known(place.indicator);
  const isTaken = (role === 'data' || role === 'total') && region?.kind !== 'left-out';
  if (!isTaken || !indicator) return readWithoutAsking(interpreter.desk, place);
  return interpretCell(interpreter, place, indicator);
}

/** What no cell of such a row, or of such merged cells, may be taken as; null where nothing speaks against it. */
function refusals(desk: Desk): (place: Place) => Interpretation | null {
  const isShifted = shiftedRows(desk);
  const merged = mergedFigures(desk);
  return ({ row, column }) => {
    if (isShifted(desk.sheet.rows[row] ?? [])) return refuse({ code: 'import-row-too-long', row: row + 1 });
    const cells = merged(row, column);
    return cells === null ? null : refuse({ code: 'import-merged-figure', cells });
  };
}

function refuse(problem: Failure): Interpretation {
  return { kind: 'refused', status: 'unreadable', value: null, problem };
}

/**
 * In a text file a number written as `1,234` without quotes makes a row longer than the header, and what stands behind
 * it slips to the right. Blank fields at the end are that too, unless the rows of the table generally have them.
 */
function shiftedRows({ grid, sheet, table }: Desk): (cells: readonly GridCell[]) => boolean {
  if (grid.format !== 'text') return () => false;
  const width = headerWidth(sheet, table);
  const hasPlainRows = sheet.rows.slice(table.body.first, table.body.last + 1).some((cells) => cells.length === width);
  const remarks = table.columns.filter(({ role }) => role === 'remark');
  return (cells) => {
    if (cells.length <= width) return remarks.some(({ index }) => isSplit(cells, index));
    return hasPlainRows || cells.slice(width).some(({ kind }) => kind !== 'empty');
  };
}

/** `1,234,600` over two columns of figures and one of remarks. */
function isSplit(cells: readonly GridCell[], remark: number): boolean {
  const text = (column: number) => {
    const cell = cells[column];
    return cell?.kind === 'text' ? cell.text.trim() : cell?.kind === 'number' ? cell.decimal : '';
  };
  return /^\d{3}$/.test(text(remark)) && /^\d{1,3}$/.test(text(remark - 1)) && /^\d{1,3}$/.test(text(remark - 2));
}

function headerWidth(sheet: GridSheet, { header, span }: RecognisedTable): number {
  const rows = sheet.rows.slice(header.first, header.last + 1);
  return rows.length === 0 ? span.last + 1 : Math.max(...rows.map((cells) => cells.length));
}
