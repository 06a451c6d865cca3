import type { Call } from '../../../../shared/api/client.ts';
import type { CellState, FindingView, StoredCell } from '../../../../shared/api/data.ts';
import type { GridEdit, GridModel, GridPatch, SettledCell } from '../../grid/grid-model.ts';
import { ModelBuilder, type Pending } from './build-model.ts';
import { indicatorOf, keyOf, mergeFindings, mergePart, type Table } from './table-data.ts';
import { text } from './text.ts';

export type SaveState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly time: string }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface EditorState {
  readonly table: Table;
  readonly model: GridModel;
  readonly findings: readonly FindingView[];
  readonly moreFindings: number;
  readonly isChecking: boolean;
  readonly pending: ReadonlyMap<string, Pending>;
  readonly save: SaveState;
}

export interface EditorOptions {
  readonly table: Table;
  readonly group: string;
  readonly regionId: number;
  readonly lastYear: boolean;
  readonly call: Call;
  /** The time of day as the status bar says it: `09:58`. */
  readonly time: () => string;
  readonly sentenceOf: (error: unknown) => string;
}

/** What is to be written into one cell: text as typed, or on the way back the state that was there. */
interface Item {
  readonly indicator: string;
  readonly regionId: number;
  readonly typed: string;
  readonly stored: StoredCell | undefined;
}

const longestText = 200;
const retryAfter = 5_000;
const checkAfter = 250;
/** With more rows than these the whole table is asked for again. */
const mostRows = 500;

function itemOf({ rowId, columnId, entry }: GridPatch, isWayBack: boolean): Item {
  const place = { indicator: indicatorOf(columnId), regionId: Number(rowId) };
  if (entry.kind === 'blank') return { ...place, typed: '', stored: isWayBack ? null : undefined };
  if (entry.kind === 'gap') return { ...place, typed: entry.reason, stored: isWayBack ? entry : undefined };
  const isPlain = isWayBack && /^-?\d+(\.\d+)?$/.test(entry.text);
  return { ...place, typed: entry.text.slice(0, longestText), stored: isPlain ? entry.text : undefined };
}

/** What a person sees and does in one table: saves as they type, keeps what could not be saved, and tries again. */
export class TableEditor {
  readonly #options: EditorOptions;
  readonly #builder = new ModelBuilder();
  readonly #watchers = new Set<() => void>();
  /** Typed and not saved because the backend could not be reached; by cell. */
  readonly #unsaved = new Map<string, Item>();
  readonly #toCheck = new Set<number>();
  #state: EditorState;
  #tail: Promise<unknown> = Promise.resolve();
  #timers: readonly ReturnType<typeof setTimeout>[] = [];
  #isClosed = false;

  constructor(options: EditorOptions) {
    this.#options = options;
    const shown = { table: options.table, findings: [], pending: new Map<string, Pending>() };
    this.#state = {
      ...shown,
      model: this.#builder.build(shown),
      moreFindings: 0,
      isChecking: true,
      save: { kind: 'ready' },
    };
  }

  readonly state = (): EditorState => this.#state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** Takes up again after `close`, as React does in development. */
  open(): void {
    this.#isClosed = false;
    void this.checkAll();
  }

  /** Edits are saved one after the other, in the order in which they were made. */
  readonly edit = (edit: GridEdit): Promise<readonly SettledCell[]> => {
    const items = edit.patches.map((patch) => itemOf(patch, edit.kind !== 'edit'));
    return this.#inTurn(async () => {
      await this.#save(items, edit.kind === 'edit' ? null : edit.description);
      return this.#settled(edit.patches);
    });
  };

  /** Writes texts into cells from outside the grid; true when all were recorded. */
  readonly write = (cells: readonly { indicator: string; regionId: number; text: string }[]): Promise<boolean> =>
    this.#inTurn(() =>
      this.#save(
        cells.map(({ text: typed, ...place }) => ({ ...place, typed, stored: undefined })),
        null,
      ),
    );

  /** Puts cells back to what they were, from outside the grid. */
  readonly restore = (cells: readonly Pick<CellState, 'indicator' | 'regionId' | 'before'>[]): Promise<boolean> =>
    this.#inTurn(() =>
      this.#save(
        cells.map(({ before, ...place }) => ({ ...place, typed: '', stored: before })),
        text.panel.undo,
      ),
    );

  readonly retry = (): void => {
    const items = [...this.#unsaved.values()];
    if (items.length > 0) void this.#inTurn(() => this.#save(items, null));
  };

  /** 数字没错: with its reason, which is kept. */
  readonly waive = async (key: string, reason: string): Promise<void> => {
    await this.#options.call('data.waive', { key, reason });
    await this.checkAll();
  };

  readonly unwaive = async (key: string): Promise<void> => {
    await this.#options.call('data.unwaive', { key });
    await this.checkAll();
  };

  /** Judges the whole table anew. */
  async checkAll(): Promise<void> {
    const { findings, more } = (await this.#askFindings(null)) ?? {};
    if (findings === undefined || this.#isClosed) return;
    this.#set({ findings, moreFindings: more ?? 0, isChecking: false });
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#tail.then(work);
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  #set(change: Partial<Omit<EditorState, 'model'>>): void {
    const next = { ...this.#state, ...change };
    const isSame =
      next.table === this.#state.table &&
      next.findings === this.#state.findings &&
      next.pending === this.#state.pending;
    this.#state = isSame ? next : { ...next, model: this.#builder.build(next) };
    for (const watcher of this.#watchers) watcher();
  }

  async #save(items: readonly Item[], reason: string | null): Promise<boolean> {
    this.#set({ save: { kind: 'saving' } });
    try {
      const states = await this.#send(items, reason);
      this.#accept(items, states);
      await this.#askPart(items);
      this.#set({ save: { kind: 'saved', time: this.#options.time() } });
      this.#checkLater(items);
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
    const typed = new Map(items.map((item) => [keyOf(item), item.typed]));
    const pending = new Map(this.#state.pending);
    const recorded = new Map<string, StoredCell>();
    for (const state of states) {
      const key = keyOf(state);
      this.#unsaved.delete(key);
      if (state.refusal === null) pending.delete(key);
      else pending.set(key, { typed: typed.get(key) ?? '', sentence: state.refusal });
      recorded.set(key, state.cell);
    }
    const { table } = this.#state;
    const touched = new Set(states.map(({ regionId }) => regionId));
    const rows = table.rows.map((row) => {
      if (!touched.has(row.regionId)) return row;
      const cells = row.cells.map((cell, at) => {
        const column = table.columns[at];
        if (column?.kind !== 'entry') return cell;
        const fresh = recorded.get(keyOf({ indicator: column.indicator, regionId: row.regionId }));
        return fresh === undefined ? cell : fresh;
      });
      return { ...row, cells };
    });
    this.#set({ table: { ...table, rows }, pending });
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
    const pending = new Map(this.#state.pending);
    for (const item of items) {
      this.#unsaved.set(keyOf(item), item);
      pending.set(keyOf(item), { typed: item.typed, sentence: text.unsaved(sentence) });
    }
    this.#set({ pending, save: { kind: 'failed', sentence } });
    this.#after(retryAfter, this.retry);
  }

  #after(milliseconds: number, work: () => void): void {
    if (this.#isClosed) return;
    this.#timers = [...this.#timers.slice(-20), setTimeout(work, milliseconds)];
  }

  #checkLater(items: readonly Item[]): void {
    const isWaiting = this.#toCheck.size > 0;
    for (const { regionId } of items) this.#toCheck.add(regionId);
    if (!isWaiting) this.#after(checkAfter, () => void this.#checkTouched());
  }

  async #checkTouched(): Promise<void> {
    const rows = [...this.#toCheck];
    this.#toCheck.clear();
    const found = await this.#askFindings(rows);
    if (found === null || this.#isClosed) return;
    const judged = new Set([...rows, this.#options.regionId]);
    this.#set({ findings: mergeFindings(this.#state.findings, found.findings, judged), isChecking: false });
  }

  #askFindings(rows: readonly number[] | null) {
    const { call, group, regionId } = this.#options;
    const asked = { group, regionId, period: this.#state.table.period, rows: rows === null ? null : [...rows] };
    return call('data.findings', asked).catch(() => null);
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
