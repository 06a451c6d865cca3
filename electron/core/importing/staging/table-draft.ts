import type { Observation } from '../../../../shared/figures/catalogue.ts';
import type { Line } from '../recognised-table.ts';
import type { StagedCell } from '../staged-import.ts';

/** The cells of one table in the order of rows. */
export interface TableDraft {
  readonly cells: StagedCell[];
  /** What each says, null for nothing that is certain; only of a table that states sums. */
  readonly claims: (Observation['cell'] | null)[];
  /** Place in `cells` by row and column of the sheet; only of a table that states sums. */
  readonly at: (row: number, column: number) => number | undefined;
}

/** Rows and columns that hold figures. */
export interface Lines {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
}
