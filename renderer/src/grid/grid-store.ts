import type { GridCell, GridColumn, GridModel, GridRow } from './grid-model.ts';
import type { Place, TableSize } from './selection.ts';

const noCell: GridCell = { content: { kind: 'blank' }, mark: null, note: null, readOnly: null };

/** One cell's new state. */
export interface CellChange {
  readonly place: Place;
  readonly cell: GridCell;
}

/**
 * The cells, outside React: a change raises the version of its row alone, and only rows with a new version are drawn
 * again. Rows are copied when they are first changed; the model itself is never touched.
 */
export class GridStore {
  #model: GridModel;
  #cells: (readonly GridCell[])[];
  #rowVersions: number[];
  #version = 0;
  #rowAt = new Map<string, number>();
  #columnAt = new Map<string, number>();
  readonly #listeners = new Set<() => void>();

  constructor(model: GridModel) {
    this.#model = model;
    this.#cells = [...model.cells];
    this.#rowVersions = model.rows.map(() => 0);
    this.#index();
  }

  /** Shows another model; says whether its rows and columns are the ones that were there. */
  load(model: GridModel): boolean {
    const isSame = sameIds(model.rows, this.#model.rows) && sameIds(model.columns, this.#model.columns);
    this.#model = model;
    this.#cells = [...model.cells];
    this.#version += 1;
    this.#rowVersions = model.rows.map(() => this.#version);
    this.#index();
    this.#tell();
    return isSame;
  }

  get model(): GridModel {
    return this.#model;
  }

  get size(): TableSize {
    return { rows: this.#model.rows.length, columns: this.#model.columns.length };
  }

  cell({ row, column }: Place): GridCell {
    return this.#cells[row]?.[column] ?? noCell;
  }

  rowCells(row: number): readonly GridCell[] {
    return this.#cells[row] ?? [];
  }

  row(at: number): GridRow | undefined {
    return this.#model.rows[at];
  }

  column(at: number): GridColumn | undefined {
    return this.#model.columns[at];
  }

  find(rowId: string, columnId: string): Place | null {
    const row = this.#rowAt.get(rowId);
    const column = this.#columnAt.get(columnId);
    return row === undefined || column === undefined ? null : { row, column };
  }

  rowVersion(row: number): number {
    return this.#rowVersions[row] ?? 0;
  }

  change(changes: readonly CellChange[]): void {
    if (changes.length === 0) return;
    this.#version += 1;
    const copies = new Map<number, GridCell[]>();
    for (const { place, cell } of changes) {
      const copy = copies.get(place.row) ?? [...this.rowCells(place.row)];
      copy[place.column] = cell;
      copies.set(place.row, copy);
    }
    for (const [row, cells] of copies) {
      this.#cells[row] = cells;
      this.#rowVersions[row] = this.#version;
    }
    this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly version = (): number => this.#version;

  #index(): void {
    this.#rowAt = new Map(this.#model.rows.map(({ id }, at) => [id, at]));
    this.#columnAt = new Map(this.#model.columns.map(({ id }, at) => [id, at]));
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

interface Identified {
  readonly id: string;
}

function sameIds(a: readonly Identified[], b: readonly Identified[]): boolean {
  return a.length === b.length && a.every(({ id }, at) => id === b[at]?.id);
}
