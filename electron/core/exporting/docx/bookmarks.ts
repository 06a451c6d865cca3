import { element } from './xml.ts';

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

/** The bookmark around a caption's number, which references to it show. */
export function captionBookmark(id: string): string {
  return `_HGR_${id.replaceAll(/[^A-Za-z0-9_]/g, '_').slice(0, 34)}`;
}

/** The two elements between which the bookmarked text stands. */
export interface Bookmark {
  readonly start: string;
  readonly end: string;
}

function writeBookmark(id: number, name: string): Bookmark {
  return {
    start: element('w:bookmarkStart', { 'w:id': id, 'w:name': name }),
    end: element('w:bookmarkEnd', { 'w:id': id }),
  };
}

/** Gives out the bookmarks of one document: numbers from 0, and a counting suffix for a figure printed again. */
export class BookmarkNames {
  readonly #taken = new Set<string>();
  #nextId = 0;

  /** A bookmark of the caller's own name, given out once in a document. */
  name(name: string): Bookmark {
    this.#nextId += 1;
    return writeBookmark(this.#nextId - 1, name);
  }

  /** The bookmark around a figure. */
  take(figureId: string): Bookmark {
    const base = bookmarkName(figureId);
    let name = base;
    for (let turn = 2; this.#taken.has(name.toLowerCase()); turn += 1) {
      const suffix = `__${turn}`;
      name = base.slice(0, longestName - suffix.length) + suffix;
    }
    this.#taken.add(name.toLowerCase());
    return this.name(name);
  }
}
