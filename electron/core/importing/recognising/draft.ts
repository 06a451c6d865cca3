import type { ImportContext } from '../import-context.ts';
import type { ImportMapping } from '../mapping.ts';
import type { Block } from './find-blocks.ts';
import type { Names } from './names.ts';
import type { SheetView } from './sheet-view.ts';

/** A table whose place is found, and whose rows and columns are not yet read. */
export interface Draft {
  readonly id: string;
  readonly view: SheetView;
  readonly block: Block;
  /** Columns of the sheet, both ends included. */
  readonly span: { readonly first: number; readonly last: number };
  /** By column of the sheet. */
  readonly paths: readonly (readonly string[])[];
  /** Its own texts above the header and below the figures, from top to bottom. */
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  /** The nearest titles above that hold for it too, where its own say nothing. */
  readonly inherited: readonly (readonly string[])[];
}

/** What the recognising of every table of a file goes by. */
export interface Known {
  readonly context: ImportContext;
  readonly mapping: ImportMapping;
  readonly names: Names;
  /** Units of the catalogue's indicators, folded. */
  readonly units: ReadonlySet<string>;
  readonly fileName: string;
}

/** Rows of the body that stand for figures, blank ones of a named region included. */
export function isFigureRow({ block }: Pick<Draft, 'block'>, row: number): boolean {
  return block.kinds[row] === 'figures' || block.kinds[row] === 'named';
}

/** What the table's own titles say, or else those of the nearest table above that say anything. */
export function saidAbove<Said>(
  { titles, inherited }: Pick<Draft, 'titles' | 'inherited'>,
  read: (titles: readonly string[]) => readonly Said[],
): readonly Said[] {
  for (const each of [titles, ...inherited]) {
    const said = read(each);
    if (said.length > 0) return said;
  }
  return [];
}
