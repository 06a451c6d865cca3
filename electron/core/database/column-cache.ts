import type { Observation } from '../../../shared/figures/catalogue.ts';

/** Observations of one indicator in one period by region id. */
export type Column = ReadonlyMap<number, Observation>;

/** About 150 MB; a report over three thousand counties reads some 300 000. */
const mostObservations = 500_000;

/** Columns that were read, until they are dropped; when there are too many, those that were read first go. */
export class ColumnCache {
  readonly #columns = new Map<string, Column>();
  readonly #most: number;
  #size = 0;

  constructor(most = mostObservations) {
    this.#most = most;
  }

  /** The column, read by `read` unless it is kept. */
  get(indicatorId: number, periodLabel: string, read: () => Column): Column {
    const key = keyOf(indicatorId, periodLabel);
    const known = this.#columns.get(key);
    if (known) return known;
    const column = read();
    this.#columns.set(key, column);
    this.#size += column.size;
    for (const oldest of this.#columns.keys()) {
      if (this.#size <= this.#most || oldest === key) break;
      this.#drop(oldest);
    }
    return column;
  }

  drop(indicatorId: number, periodLabel: string): void {
    this.#drop(keyOf(indicatorId, periodLabel));
  }

  clear(): void {
    this.#columns.clear();
    this.#size = 0;
  }

  #drop(key: string): void {
    this.#size -= this.#columns.get(key)?.size ?? 0;
    this.#columns.delete(key);
  }
}

function keyOf(indicatorId: number, periodLabel: string): string {
  return `${indicatorId}\t${periodLabel}`;
}
