import type { CellEntry, GridCell } from './grid-model.ts';
import type { Place, Selection } from './selection.ts';

/** One cell of a step: what was entered, and how the cell was before. */
export interface CellStep {
  readonly place: Place;
  readonly before: GridCell;
  readonly entry: CellEntry;
}

/** What one Ctrl+Z takes back. */
export interface EditStep {
  readonly description: string;
  readonly cells: readonly CellStep[];
  /** Where the person stood before, and where afterwards. */
  readonly selectionBefore: Selection;
  readonly selectionAfter: Selection;
}

/** Steps that can be taken back and steps that were, the latest last. */
export interface EditHistory {
  readonly done: readonly EditStep[];
  readonly undone: readonly EditStep[];
}

export const emptyHistory: EditHistory = { done: [], undone: [] };

/** More steps than anybody remembers; each holds the cells it changed. */
const mostSteps = 200;

export function record({ done }: EditHistory, step: EditStep): EditHistory {
  return { done: [...done, step].slice(-mostSteps), undone: [] };
}

export function takeBack({
  done,
  undone,
}: EditHistory): { readonly step: EditStep; readonly history: EditHistory } | null {
  const step = done.at(-1);
  return step === undefined ? null : { step, history: { done: done.slice(0, -1), undone: [...undone, step] } };
}

export function doAgain({
  done,
  undone,
}: EditHistory): { readonly step: EditStep; readonly history: EditHistory } | null {
  const step = undone.at(-1);
  return step === undefined ? null : { step, history: { done: [...done, step], undone: undone.slice(0, -1) } };
}
