import type { StagedCell } from '../../../electron/core/importing/staged-import.ts';
import { makePeriod } from '../../../shared/figures/period.ts';
import type { PlannedTable } from './plan-table.ts';

export interface Meaning {
  /** Figures that the file states. */
  readonly stated: number;
  /** Figures that land, each of the right region, indicator and period, with the value that was put there. */
  readonly landed: number;
  readonly wrong: readonly object[];
  readonly statuses: Readonly<Record<string, number>>;
}

/** Holds what lands against what the maker of the file knows of that very cell. */
export function judgeMeaning(table: PlannedTable, cells: readonly StagedCell[]): Meaning {
  const written = cells.filter(({ write }) => write !== null);
  const statuses: Record<string, number> = {};
  for (const { row, column, status } of cells) {
    const truth = table.rows[row]?.[column]?.truth;
    if (truth && truth.hundredths !== null) statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return {
    stated: table.rows.flat().filter(({ truth }) => truth && truth.hundredths !== null).length,
    landed: written.filter(({ value }) => value !== null).length,
    wrong: written.flatMap((cell) => differenceOf(table, cell)),
    statuses,
  };
}

function differenceOf(table: PlannedTable, cell: StagedCell): readonly object[] {
  const planned = table.rows[cell.row]?.[cell.column];
  const truth = planned?.truth;
  const { write } = cell;
  const isRight =
    truth &&
    cell.region === truth.region &&
    cell.indicator === truth.indicator &&
    write?.period.label === makePeriod('自然年', truth.year).label &&
    (write.cell.kind === 'value'
      ? truth.hundredths !== null && Math.abs(Number(write.cell.decimal) * 100 - truth.hundredths) < 1e-6
      : truth.hundredths === null);
  if (isRight === true) return [];
  return [
    {
      cell: cell.cell,
      region: cell.region,
      indicator: cell.indicator,
      period: cell.period,
      value: cell.value,
      text: cell.text,
      note: cell.note,
      planned,
    },
  ];
}
