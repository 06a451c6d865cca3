import { foldName } from '../../../shared/reading/fold-name.ts';
import type { GridColumn } from './grid-model.ts';

/** `小学（人）` names the column 小学; `其中：` and the like are structure, and so are the words for a whole. */
export function foldHeading(text: string): string {
  const plain = foldName(text)
    .replaceAll(/\([^()]*\)/g, '')
    .replace(/^其中[::]?/, '');
  return wholes.has(plain) ? whole : plain;
}

const whole = '计';
const wholes: ReadonlySet<string> = new Set(['计', '合计', '总计', '小计']);

/** The column that a heading means; `byNeighbours` when only the headings beside it tell which of several. */
export interface FoundHeading {
  readonly at: number | null;
  readonly byNeighbours: boolean;
}

type Index = ReadonlyMap<string, readonly number[]>;

function indexOf(columns: readonly GridColumn[], namesOf: (column: GridColumn) => readonly string[]): Index {
  const index = new Map<string, number[]>();
  for (const [at, column] of columns.entries()) {
    for (const name of new Set(namesOf(column))) {
      if (name !== '') index.set(name, [...(index.get(name) ?? []), at]);
    }
  }
  return index;
}

/** Every end of a path, the whole first. */
function endsOf(path: readonly string[]): readonly string[] {
  const parts = path.map(foldHeading).filter((part) => part !== '');
  return parts.map((_, at) => parts.slice(at).join('/'));
}

/** Finds the columns that headings mean: by the indicator's names, by the whole heading, by any end of it. */
export class HeadingNames {
  readonly #columns: readonly GridColumn[];
  readonly #exact: Index;
  readonly #loose: Index;
  /** The outermost headings by what they, and the columns of their wholes, are called. */
  readonly #groups: ReadonlyMap<string, string>;

  constructor(columns: readonly GridColumn[]) {
    this.#columns = columns;
    this.#groups = new Map(
      columns.flatMap(({ path, names = [] }) => {
        const group = foldHeading(path[0] ?? '');
        const isWhole = path.length === 1 || foldHeading(path.at(-1) ?? '') === whole;
        return [group, ...(isWhole ? names.map(foldHeading) : [])].map((name) => [name, group] as const);
      }),
    );
    this.#exact = indexOf(columns, ({ path, names = [] }) => [
      ...endsOf(path).slice(0, 1),
      ...names.slice(0, 1).map(foldHeading),
    ]);
    this.#loose = indexOf(columns, ({ path, names = [] }) => [...endsOf(path), ...names.map(foldHeading)]);
  }

  /** Each of these headings; of what one column bears alone nothing is left to its neighbours. */
  find(paths: readonly (readonly string[])[]): readonly FoundHeading[] {
    const all = paths.map((path) => this.#candidates(path));
    const groups = new Set(all.flatMap((found) => (found.length === 1 ? [this.#groupOf(found[0])] : [])));
    const [group] = groups;
    return all.map((found) => {
      if (found.length <= 1) return { at: found[0] ?? null, byNeighbours: false };
      const here = groups.size === 1 ? found.filter((at) => this.#groupOf(at) === group) : [];
      return here.length === 1 ? { at: here[0] ?? null, byNeighbours: true } : { at: null, byNeighbours: false };
    });
  }

  knows(path: readonly string[]): boolean {
    return this.#candidates(path).length > 0;
  }

  #groupOf(at: number | undefined): string {
    return foldHeading(this.#columns[at ?? -1]?.path[0] ?? '');
  }

  #candidates(path: readonly string[]): readonly number[] {
    const outer = path.map((part) => this.#groups.get(foldHeading(part))).find((group) => group !== undefined);
    for (const end of endsOf(path)) {
      const exact = this.#exact.get(end);
      if (exact?.length === 1) return exact;
      const found = exact ?? this.#loose.get(end) ?? [];
      // A heading of the table that stands above decides; one that is none of its own (a title) says nothing.
      const under = outer === undefined ? found : found.filter((at) => this.#groupOf(at) === outer);
      if (under.length > 0) return under;
    }
    return [];
  }
}
