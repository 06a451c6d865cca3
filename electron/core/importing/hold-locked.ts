import type { StagedCell } from './staged-import.ts';

/** Cells of a period that is 定稿 are not written; the others may be. */
export function holdLocked(cells: readonly StagedCell[], locked: ReadonlySet<string>): readonly StagedCell[] {
  if (locked.size === 0) return cells;
  return cells.map((cell) => {
    const label = cell.write?.period.label;
    if (label === undefined || !locked.has(label)) return cell;
    return { ...cell, status: 'locked', problem: { code: 'period-locked', period: label }, write: null };
  });
}

/** Periods that the file speaks of and that are 定稿. */
export function lockedPeriods(cells: readonly StagedCell[], locked: ReadonlySet<string>): readonly string[] {
  return [...new Set(cells.map(({ period }) => period))].filter((label) => locked.has(label));
}
