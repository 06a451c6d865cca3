import type { Call } from '../../../../shared/api/client.ts';
import type { CellState, StoredCell } from '../../../../shared/api/data.ts';
import type { GridEdit, GridModel, GridPatch, SettledCell } from '../../grid/grid-model.ts';
import { ModelBuilder, type Pending } from './build-model.ts';
import { FindingsWatch, type Found } from './findings-watch.ts';
import { type Item, itemOf, type KeptEntries } from './kept-entries.ts';
import { indicatorOf, keyOf, mergePart, type Table, withRecorded } from './table-data.ts';
import { text } from './text.ts';

export type SaveState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly time: string }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface EditorState extends Found {
  readonly table: Table;
  readonly model: GridModel;
  readonly pending: ReadonlyMap<string, Pending>;
  readonly save: SaveState;
}

export interface EditorOptions {
  readonly table: Table;
  /** What was typed into it before and is not recorded. */
  readonly kept: KeptEntries;
  readonly group: string;
  readonly regionId: number;
  readonly lastYear: boolean;
  readonly call: Call;
  /** The time of day as the status bar says it: `09:58`. */
  readonly time: () => string;
  /** Whether the data file that the table is of is still the open one. */
  readonly isSameFile: () => Promise<boolean>;
  readonly sentenceOf: (error: unknown) => string;
}

const retryAfter = 5_000;
/** With more rows than these the whole table is asked for again. */
const mostRows = 500;

/** What a person sees and does in one table: saves as they type, keeps what could not be saved, and tries again. */
export class TableEditor {
  readonly #options: EditorOptions;
  readonly #builder = new ModelBuilder();
  readonly findings: FindingsWatch;
  readonly #watchers = new Set<() => void>();
  /** Batches that are being saved or wait for their turn. */
  #underway: readonly (readonly Item[])[] = [];
  #state: EditorState;
  #tail: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(options: EditorOptions) {
    this.#options = options;
    const { table, group, regionId, call } = options;
    const onFound = (found: Found) => this.#set(found);
    this.findings = new FindingsWatch({ call, group, regionId, period: table.period, onFound });
    const shown = { table, ...this.findings.found, pending: options.kept.pending };
    const model = this.#builder.build({ ...shown, underway: new Map() });
    this.#state = { ...shown, model, save: { kind: 'ready' } };
  }

  readonly state = (): EditorState => this.#state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  close(): void {
    this.#isClosed = true;
    this.findings.close();
  }

  /** Takes up again after `close`, as React does in development. */
  open(): void {
    this.#isClosed = false;
    void this.retry();
    this.findings.open();
  }

  /** Edits are saved one after the other, in the order in which they were made. */
  readonly edit = (edit: GridEdit): Promise<readonly SettledCell[]> => {
    const items = edit.patches.map((patch) => itemOf(patch, edit.kind !== 'edit'));
    return this.#inTurn(items, async () => {
      await this.#save(items, edit.kind === 'edit' ? null : edit.description);
      return this.#settled(edit.patches);
    });
  };

  /** Writes texts into cells from outside the grid; true when all were recorded. */
  readonly write = (
    cells: readonly { indicator: string; regionId: number; text: string }[],
    reason: string | null = null,
  ): Promise<boolean> => {
    const items = cells.map(({ text: typed, ...place }): Item => {
      return { ...place, typed, stored: undefined, entry: { kind: 'text', text: typed } };
    });
    return this.#inTurn(items, () => this.#save(items, reason));
  };

  /** Takes cells back to nothing, from outside the grid. */
  readonly takeBack = (cells: readonly { indicator: string; regionId: number }[]): Promise<boolean> => {
    const items = cells.map((place): Item => ({ ...place, typed: '', stored: null, entry: { kind: 'blank' } }));
    return this.#inTurn(items, () => this.#save(items, text.panel.undo));
  };

  readonly retry = async (): Promise<void> => {
    // After the table was left another data file may be open, which has the same regions.
    if (this.#isClosed && !(await this.#options.isSameFile())) return;
    const items = [...this.#options.kept.unsaved.values()];
    if (items.length > 0) await this.#inTurn(items, () => this.#save(items, null));
  };

  #inTurn<Value>(items: readonly Item[], work: () => Promise<Value>): Promise<Value> {
    this.#underway = [...this.#underway, items];
    const turn = this.#tail.then(work);
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  #build(shown: Omit<EditorState, 'model'>): GridModel {
    const underway = new Map(this.#underway.flat().map((item) => [keyOf(item), item.entry]));
    return this.#builder.build({ ...shown, underway });
  }

  /** What was saved or refused is no longer on its way. */
  #arrived(items: readonly Item[]): void {
    this.#underway = this.#underway.filter((each) => each !== items);
  }

  #set(change: Partial<Omit<EditorState, 'model'>>): void {
    const next = { ...this.#state, ...change };
    this.#options.kept.pending = next.pending;
    const isSame =
      next.table === this.#state.table &&
      next.findings === this.#state.findings &&
      next.pending === this.#state.pending;
    this.#state = isSame ? next : { ...next, model: this.#build(next) };
    for (const watcher of this.#watchers) watcher();
  }

  async #save(items: readonly Item[], reason: string | null): Promise<boolean> {
    this.#set({ save: { kind: 'saving' } });
    try {
      const states = await this.#send(items, reason);
      this.#accept(items, states);
      await this.#askPart(items);
      this.#set({ save: { kind: 'saved', time: this.#options.time() } });
      this.findings.touch(items.map((item) => item.regionId));
      return states.every(({ refusal }) => refusal === null);
    } catch (error) {
      this.#keep(items, this.#options.sentenceOf(error));
      return false;
    }
  }

  async #send(items: readonly Item[], reason: string | null): Promise<readonly CellState[]> {
    const { call } = this.#options;
    const { period } = this.#state.table;
    const back = items.flatMap(({ indicator, regionId, stored }) =>
      stored === undefined ? [] : [{ indicator, regionId, period, cell: stored }],
    );
    const edits = items.flatMap(({ indicator, regionId, typed, stored }) =>
      stored === undefined ? [{ indicator, regionId, period, text: typed }] : [],
    );
    const restored = back.length === 0 ? [] : (await call('data.restore', { cells: back, reason: reason ?? '' })).cells;
    const written = edits.length === 0 ? [] : (await call('data.write', { edits, reason })).cells;
    return [...restored, ...written];
  }

  /** Shows what was recorded, and keeps what was refused as it was typed. */
  #accept(items: readonly Item[], states: readonly CellState[]): void {
    this.#arrived(items);
    const typed = new Map(items.map((item) => [keyOf(item), item.typed]));
    const pending = new Map(this.#state.pending);
    const recorded = new Map<string, StoredCell>();
    for (const state of states) {
      const key = keyOf(state);
      this.#options.kept.unsaved.delete(key);
      if (state.refusal === null) pending.delete(key);
      else pending.set(key, { typed: typed.get(key) ?? '', sentence: state.refusal });
      recorded.set(key, state.cell);
    }
    this.#set({ table: withRecorded(this.#state.table, recorded), pending });
  }

  /** What follows from the cells: computed columns, totals, what is still missing. A failure leaves the old ones. */
  async #askPart(items: readonly Item[]): Promise<void> {
    const { call, group, regionId, lastYear } = this.#options;
    const rows = [...new Set(items.map((item) => item.regionId))];
    const indicators = [...new Set(items.map(({ indicator }) => indicator))];
    const { period } = this.#state.table;
    const asked = { group, regionId, period, lastYear, indicators, rows: rows.length > mostRows ? null : rows };
    const part = await call('data.table', asked).catch(() => null);
    if (part !== null) this.#set({ table: mergePart(this.#state.table, part) });
  }

  #keep(items: readonly Item[], sentence: string): void {
    this.#arrived(items);
    const pending = new Map(this.#state.pending);
    for (const item of items) {
      this.#options.kept.unsaved.set(keyOf(item), item);
      pending.set(keyOf(item), { typed: item.typed, sentence: text.unsaved(sentence) });
    }
    this.#set({ pending, save: { kind: 'failed', sentence } });
    // Also when the person has left this table: what they typed there is still to be saved.
    setTimeout(() => void this.retry(), retryAfter);
  }

  #settled(patches: readonly GridPatch[]): readonly SettledCell[] {
    const { model, pending } = this.#state;
    const rowAt = new Map(model.rows.map(({ id }, at) => [id, at]));
    const columnAt = new Map(model.columns.map(({ id }, at) => [id, at]));
    return patches.flatMap(({ rowId, columnId }) => {
      const cell = model.cells[rowAt.get(rowId) ?? -1]?.[columnAt.get(columnId) ?? -1];
      if (cell === undefined) return [];
      const key = keyOf({ indicator: indicatorOf(columnId), regionId: Number(rowId) });
      return [{ rowId, columnId, cell, refusal: pending.get(key)?.sentence ?? null }];
    });
  }
}
