import type { ObservationGap } from '../../../shared/figures/catalogue.ts';
import { editText, entryOf, entryOfText, isFilled } from './cell-content.ts';
import { EditDesk, type PlacedEntry } from './edit-desk.ts';
import { planFill } from './fill.ts';
import type { GridModel, StatisticsGridProps } from './grid-model.ts';
import { GridStore } from './grid-store.ts';
import { gridText } from './grid-text.ts';
import { type Move, moveFrom, tabFrom } from './move.ts';
import type { PlacedText } from './plan-paste.ts';
import type { CellRange, Place, Selection } from './selection.ts';
import * as selections from './selection.ts';

/** `typing` began with a key that replaces the value: arrows leave the cell. `editing` began with F2: they do not. */
export type Mode = 'selecting' | 'typing' | 'editing';

type OnEdit = StatisticsGridProps['onEdit'];

/** What the grid shows besides its cells. */
export interface GridView {
  readonly selection: Selection;
  readonly mode: Mode;
  /** Said beside the active cell until the selection moves. */
  readonly notice: string | null;
  /** The place that is to come into view; a new one each time. */
  readonly reveal: Place | null;
}

/** A person at work on the table: where they stand, what they do. Knows no DOM; React draws what it says. */
export class GridSession {
  readonly store: GridStore;
  readonly #desk: EditDesk;
  #view: GridView = {
    selection: selections.selectOne(selections.firstPlace),
    mode: 'selecting',
    notice: null,
    reveal: null,
  };
  /** Where a run of Tabs began: Enter returns to that column. */
  #tabColumn: number | null = null;
  #onEdit: OnEdit;
  readonly #listeners = new Set<() => void>();
  /** What is being typed, before it is taken. */
  #draft = '';
  /** Rows that fit on the screen, for PageUp and PageDown. */
  #page = 10;

  constructor(model: GridModel, onEdit: OnEdit) {
    this.store = new GridStore(model);
    this.#onEdit = onEdit;
    this.#desk = new EditDesk(this.store, (edit) => this.#onEdit(edit));
  }

  /** Who owns the figures from now on. */
  setOwner(onEdit: OnEdit): void {
    this.#onEdit = onEdit;
  }

  setPage(rows: number): void {
    this.#page = rows;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): GridView => this.#view;

  get range(): CellRange {
    return selections.rangeOf(this.#view.selection);
  }

  get active(): Place {
    return this.#view.selection.active;
  }

  load(model: GridModel): void {
    if (model === this.store.model) return;
    if (this.store.load(model)) return;
    this.#desk.forget();
    this.#show({ selection: selections.clampSelection(this.#view.selection, this.store.size), mode: 'selecting' });
  }

  get draft(): string {
    return this.#draft;
  }

  /** Also takes what is being typed. Whole rows and columns are selected without scrolling to their ends. */
  select(selection: Selection, reveal: Place | null = selection.extent): void {
    this.finish();
    this.#tabColumn = null;
    const { size } = this.store;
    const clamped = selections.clampSelection(selection, size);
    this.#show({ selection: clamped, notice: null, reveal: reveal && { ...selections.clampPlace(reveal, size) } });
  }

  reveal(place: Place): void {
    this.#show({ reveal: { ...place } });
  }

  extendTo(extent: Place): void {
    this.select({ active: this.active, extent });
  }

  move(move: Move, extend: boolean): void {
    const { active, extent } = this.#view.selection;
    const ground = {
      size: this.store.size,
      page: this.#page,
      isFilled: (place: Place) => isFilled(this.store.cell(place).content),
    };
    const to = moveFrom(extend ? extent : active, move, ground);
    this.select(extend ? { active, extent: to } : selections.selectOne(to));
  }

  enter(isBack: boolean): void {
    const { row, column } = this.active;
    const to = { row: row + (isBack ? -1 : 1), column: this.#tabColumn ?? column };
    this.select(selections.selectOne(to));
  }

  tab(isBack: boolean): void {
    const start = this.#tabColumn ?? this.active.column;
    this.select(selections.selectOne(tabFrom(this.active, isBack, this.store.size)));
    this.#tabColumn = start;
  }

  selectAll(): void {
    this.select(selections.selectAll(this.store.size), null);
  }

  /** Whether the active cell takes typing; says why not. */
  begin(mode: 'typing' | 'editing'): boolean {
    const notice = this.whyReadOnly(this.active);
    this.#draft = mode === 'editing' ? editText(this.store.cell(this.active).content) : '';
    this.#show(notice === null ? { mode, notice, reveal: { ...this.active } } : { notice });
    return notice === null;
  }

  type(text: string): void {
    if (this.#view.mode === 'selecting' && !this.begin('typing')) return;
    this.#draft = text;
  }

  cancel(): void {
    this.#draft = '';
    this.#show({ mode: 'selecting', notice: null });
  }

  /** Takes what was typed into the active cell, or into every cell of the range. */
  finish(isForRange = false): void {
    if (this.#view.mode === 'selecting') return;
    const { active } = this;
    const text = this.#draft;
    const { content, mark } = this.store.cell(active);
    this.cancel();
    if (!isForRange && mark !== 'refused' && text === editText(content)) return;
    const places = isForRange ? selections.placesOf(this.range) : [active];
    const name = this.store.row(active.row)?.label ?? '';
    const description = places.length === 1 ? gridText.steps.type(name) : gridText.steps.fill(places.length);
    this.#edit(
      description,
      places.map((place) => ({ place, entry: entryOfText(text) })),
    );
  }

  /** Ctrl+Enter without typing: the active cell's content in the whole range. */
  fillFromActive(): void {
    const { row, column } = this.active;
    this.fillFrom({ top: row, bottom: row, left: column, right: column }, this.range);
  }

  clear(isCut = false): void {
    const places = selections.placesOf(this.range).filter((place) => isFilled(this.store.cell(place).content));
    const say = isCut ? gridText.steps.cut : gridText.steps.clear;
    this.#edit(
      say(places.length),
      places.map((place) => ({ place, entry: { kind: 'blank' } })),
    );
  }

  mark(reason: ObservationGap): void {
    const places = selections.placesOf(this.range);
    this.#edit(
      gridText.steps.mark(places.length, reason),
      places.map((place) => ({ place, entry: { kind: 'gap', reason } })),
    );
  }

  /** Fills the target from the range at its one end, which lies within it. */
  fillFrom(source: CellRange, target: CellRange): void {
    const entries = planFill(source, target).map(({ from, to }) => ({
      place: to,
      entry: entryOf(this.store.cell(from).content),
    }));
    this.#edit(
      gridText.steps.fill(entries.length),
      entries,
      isInside(target, this.range) ? this.#view.selection : selections.selectRange(target),
    );
  }

  /** Ctrl+D and Ctrl+R: from the first row or column of the range, from the one before it where it is only one wide. */
  fillAlong(direction: 'down' | 'right'): void {
    const { top, bottom, left, right } = this.range;
    if (direction === 'down') {
      const start = top === bottom ? Math.max(top - 1, 0) : top;
      this.fillFrom({ top: start, bottom: start, left, right }, { top: start, bottom, left, right });
    } else {
      const start = left === right ? Math.max(left - 1, 0) : left;
      this.fillFrom({ top, bottom, left: start, right: start }, { top, bottom, left: start, right });
    }
  }

  /** Texts from the clipboard, already in their places. */
  place(texts: readonly PlacedText[], range: CellRange): void {
    const entries = texts.map(({ place, text }) => ({ place, entry: entryOfText(text) }));
    this.#edit(gridText.steps.paste(entries.length), entries, selections.selectRange(range));
  }

  undo(): void {
    this.finish();
    const step = this.#desk.undo();
    if (step === null) this.say(gridText.nothingToUndo);
    else this.select(step.selectionBefore);
  }

  redo(): void {
    this.finish();
    const step = this.#desk.redo();
    if (step === null) this.say(gridText.nothingToRedo);
    else this.select(step.selectionAfter);
  }

  say(notice: string): void {
    this.#show({ notice });
  }

  whyReadOnly({ row, column }: Place): string | null {
    const kind = this.store.column(column)?.kind;
    if (kind === undefined) return gridText.readOnly.entry;
    const { readOnly } = this.store.cell({ row, column });
    return readOnly ?? (kind === 'entry' ? null : gridText.readOnly[kind]);
  }

  #edit(description: string, entries: readonly PlacedEntry[], selectionAfter = this.#view.selection): void {
    const open = entries.filter(({ place }) => this.whyReadOnly(place) === null);
    const skipped = entries.length - open.length;
    const selectionBefore = this.#view.selection;
    if (open.length > 0) this.#desk.edit({ description, entries: open, selectionBefore, selectionAfter });
    if (!selections.sameSelection(selectionBefore, selectionAfter)) this.select(selectionAfter);
    if (skipped > 0) this.say(entries.length === 1 ? (this.whyReadOnly(this.active) ?? '') : gridText.skipped(skipped));
  }

  #show(change: Partial<GridView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function isInside(inner: CellRange, outer: CellRange): boolean {
  return (
    inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right
  );
}
