import type { Observation } from '../../../../shared/figures/catalogue.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { StagedCell, TotalComparison } from '../staged-import.ts';
import { cellsOfSums, withholdBlindSums } from './blind-sums.ts';
import { compareTotals } from './compare-totals.ts';
import { type Interpretation, type Interpreter, interpretCell, readWithoutAsking } from './interpret-cell.ts';
import { mergedFigures } from './merged-figures.ts';
import { PercentColumns } from './percent-columns.ts';
import { type Desk, holdsFigures, known, type Place, placeAt } from './place.ts';
import { settleCell } from './settle-cell.ts';
import { shiftedRows } from './split-thousands.ts';
import type { Lines, TableDraft } from './table-draft.ts';

export interface StagedTable {
  readonly cells: readonly StagedCell[];
  readonly totals: readonly TotalComparison[];
}

/** What becomes of the figures of one table. */
export function stageTable(desk: Desk): StagedTable {
  const lines = { rows: desk.table.rows.filter(holdsFigures), columns: desk.table.columns.filter(holdsFigures) };
  const draft = draftCells({ desk, percents: new PercentColumns(desk, lines) }, lines);
  const isSum = cellsOfSums(lines);
  withholdBlindSums(desk, draft, ({ row, column }) => isSum(row, column));
  const totals = compareTotals(desk, lines, draft);
  const compared = new Set(totals.map(({ cell }) => cell));
  withholdBlindSums(desk, draft, ({ cell }) => compared.has(cell));
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
    if (isShifted(row)) return refuse({ code: 'import-row-too-long', row: row + 1 });
    const cells = merged(row, column);
    return cells === null ? null : refuse({ code: 'import-merged-figure', cells });
  };
}

function refuse(problem: Failure): Interpretation {
  return { kind: 'refused', status: 'unreadable', value: null, problem };
}
