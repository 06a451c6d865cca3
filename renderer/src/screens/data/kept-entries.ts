import type { StoredCell } from '../../../../shared/api/data.ts';
import type { CellEntry, GridPatch } from '../../grid/grid-model.ts';
import type { Pending } from './build-model.ts';
import { indicatorOf } from './table-data.ts';

/** What is to be written into one cell: text as typed, or on the way back the state that was there. */
export interface Item {
  readonly indicator: string;
  readonly regionId: number;
  readonly typed: string;
  readonly stored: StoredCell | undefined;
  readonly entry: CellEntry;
}

/** The backend takes no longer text into a cell; nobody reads one that long either. */
const longestText = 200;

/** A patch as it is sent; on the way back as what stood there, where that is known. */
export function itemOf({ rowId, columnId, entry }: GridPatch, isWayBack: boolean): Item {
  const place = { indicator: indicatorOf(columnId), regionId: Number(rowId), entry };
  if (entry.kind === 'blank') return { ...place, typed: '', stored: isWayBack ? null : undefined };
  if (entry.kind === 'gap') return { ...place, typed: entry.reason, stored: isWayBack ? entry : undefined };
  const isPlain = isWayBack && /^-?\d+(\.\d+)?$/.test(entry.text);
  return { ...place, typed: entry.text.slice(0, longestText), stored: isPlain ? entry.text : undefined };
}

/** What was typed into one table and is not recorded; both by `keyOf`. */
export interface KeptEntries {
  /** With the sentence that says why. */
  pending: ReadonlyMap<string, Pending>;
  /** The backend could not be reached or refused the whole: to be tried again. */
  readonly unsaved: Map<string, Item>;
}

const kept = new Map<string, KeptEntries>();

/** Stays while the person looks at other tables, and is there again when they come back. */
export function keptEntries(table: string): KeptEntries {
  const known = kept.get(table);
  if (known !== undefined) return known;
  const fresh: KeptEntries = { pending: new Map(), unsaved: new Map() };
  kept.set(table, fresh);
  return fresh;
}

/** Whether anything that was typed would be lost with the page. */
export function hasUnsaved(): boolean {
  return [...kept.values()].some(({ unsaved }) => unsaved.size > 0);
}
