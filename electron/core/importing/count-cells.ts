import type { ImportStatus, StagedCell } from './staged-import.ts';

/** What a cell is counted as: one that an open question holds up waits, whatever else is the matter with it. */
export function fateOf({ question, status }: Pick<StagedCell, 'question' | 'status'>): ImportStatus {
  return question === null ? status : 'asked';
}

/** Cells by their fate. `asked` is the number of those that wait for the person; page and command line both say it. */
export function countCells(cells: readonly StagedCell[]): ReadonlyMap<ImportStatus, number> {
  const counts = new Map<ImportStatus, number>();
  for (const cell of cells) {
    const fate = fateOf(cell);
    counts.set(fate, (counts.get(fate) ?? 0) + 1);
  }
  return counts;
}
