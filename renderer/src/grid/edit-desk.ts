import { contentOf, entryOf } from './cell-content.ts';
import { doAgain, type EditHistory, type EditStep, emptyHistory, record, takeBack } from './edit-history.ts';
import type { CellEntry, GridCell, GridEdit, SettledCell } from './grid-model.ts';
import type { CellChange, GridStore } from './grid-store.ts';
import { gridText } from './grid-text.ts';
import type { Place, Selection } from './selection.ts';

export interface PlacedEntry {
  readonly place: Place;
  readonly entry: CellEntry;
}

export interface EditRequest {
  readonly description: string;
  readonly entries: readonly PlacedEntry[];
  readonly selectionBefore: Selection;
  readonly selectionAfter: Selection;
}

type OnEdit = (edit: GridEdit) => Promise<readonly SettledCell[]>;

/** Shows edits at once, sends them to the owner, takes its answers, and knows the way back. */
export class EditDesk {
  readonly #store: GridStore;
  readonly #onEdit: OnEdit;
  #history: EditHistory = emptyHistory;
  /** Number of the latest edit that touched a cell: an answer to an earlier one comes too late to count. */
  readonly #latest = new Map<string, number>();
  #count = 0;

  constructor(store: GridStore, onEdit: OnEdit) {
    this.#store = store;
    this.#onEdit = onEdit;
  }

  edit({ entries, ...step }: EditRequest): void {
    const cells = entries.map(({ place, entry }) => ({ place, entry, before: this.#store.cell(place) }));
    this.#history = record(this.#history, { ...step, cells });
    this.#send('edit', step.description, entries);
  }

  /** The step that was taken back; null when there is none. */
  undo(): EditStep | null {
    const back = takeBack(this.#history);
    if (back === null) return null;
    this.#history = back.history;
    const { step } = back;
    const changes = step.cells.map(({ place, before }) => ({ place, cell: before }));
    this.#send('undo', gridText.steps.undo(step.description), changes.map(toEntry), changes);
    return step;
  }

  redo(): EditStep | null {
    const again = doAgain(this.#history);
    if (again === null) return null;
    this.#history = again.history;
    this.#send('redo', gridText.steps.redo(again.step.description), again.step.cells);
    return again.step;
  }

  /** Other rows or columns: what was done to the old ones cannot be taken back here. */
  forget(): void {
    this.#history = emptyHistory;
    this.#latest.clear();
    this.#count += 1;
  }

  #send(
    kind: GridEdit['kind'],
    description: string,
    entries: readonly PlacedEntry[],
    changes: readonly CellChange[] = entries.map((entry) => this.#optimistic(entry)),
  ): void {
    this.#count += 1;
    const number = this.#count;
    const patches = entries.flatMap(({ place, entry }) => {
      const rowId = this.#store.row(place.row)?.id;
      const columnId = this.#store.column(place.column)?.id;
      return rowId === undefined || columnId === undefined ? [] : [{ rowId, columnId, entry }];
    });
    for (const { rowId, columnId } of patches) this.#latest.set(keyOf(rowId, columnId), number);
    this.#store.change(changes);
    this.#onEdit({ kind, patches, description }).then(
      (settled) => this.#settle(settled, number),
      () => {
        const refuse = ({ rowId, columnId }: { readonly rowId: string; readonly columnId: string }) => {
          const place = this.#store.find(rowId, columnId);
          const cell = place && this.#store.cell(place);
          return cell ? [{ rowId, columnId, cell, refusal: gridText.noSave }] : [];
        };
        this.#settle(patches.flatMap(refuse), number);
      },
    );
  }

  #settle(settled: readonly SettledCell[], number: number): void {
    const changes = settled.flatMap(({ rowId, columnId, cell, refusal }) => {
      const key = keyOf(rowId, columnId);
      const place = this.#store.find(rowId, columnId);
      if (place === null || (this.#latest.get(key) ?? 0) > number) return [];
      this.#latest.set(key, number);
      if (refusal === null) return [{ place, cell }];
      return [{ place, cell: { ...this.#store.cell(place), mark: 'refused' as const, note: refusal } }];
    });
    this.#store.change(changes);
  }

  #optimistic({ place, entry }: PlacedEntry): CellChange {
    const column = this.#store.column(place.column);
    const cell: GridCell = { ...this.#store.cell(place), mark: null, note: null };
    return { place, cell: column === undefined ? cell : { ...cell, content: contentOf(entry, column) } };
  }
}

function toEntry({ place, cell }: CellChange): PlacedEntry {
  return { place, entry: entryOf(cell.content) };
}

function keyOf(rowId: string, columnId: string): string {
  return `${rowId}\n${columnId}`;
}
