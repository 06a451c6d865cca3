/** Word allows 40 characters, compares names without case, and hides names that begin with an underscore. */
const longestName = 40;
const prefix = '_HG_';

/** FNV-1a: keeps ids apart that differ only in characters a bookmark's name cannot hold. */
function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36).padStart(7, '0');
}

/** The name of the bookmark around a figure: `_HG_` and its id, in letters, digits and underscores. */
export function bookmarkName(figureId: string): string {
  const name = prefix + figureId.replace(/[^A-Za-z0-9_]/g, '_');
  if (name === prefix + figureId && name.length <= longestName) return name;
  return `${name.slice(0, longestName - 8)}_${hashText(figureId)}`;
}

export interface Bookmark {
  readonly id: number;
  readonly name: string;
}

/** Gives out the bookmarks of one document: numbers from 0, and a counting suffix for a figure printed again. */
export class BookmarkNames {
  readonly #taken = new Set<string>();
  #nextId = 0;

  take(figureId: string): Bookmark {
    const base = bookmarkName(figureId);
    let name = base;
    for (let turn = 2; this.#taken.has(name.toLowerCase()); turn += 1) {
      const suffix = `__${turn}`;
      name = base.slice(0, longestName - suffix.length) + suffix;
    }
    this.#taken.add(name.toLowerCase());
    const id = this.#nextId;
    this.#nextId += 1;
    return { id, name };
  }
}
