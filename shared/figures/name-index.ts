/** Full-width signs to half-width, one for one so that positions stay; ideographic blanks to blanks. */
export function normalizeSigns(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e\u3000−–]/g, (sign) => {
    if (sign === '\u3000') return ' ';
    if (sign === '−' || sign === '–') return '-';
    return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });
}

/** Names looked up by longest match at a place in a text: Chinese names need no blanks or quotes around them. */
export class NameIndex<Entry> {
  readonly #byFirstSign = new Map<string, { readonly name: string; readonly entry: Entry }[]>();
  readonly #byName = new Map<string, Entry>();

  constructor(entries: Iterable<readonly [name: string, entry: Entry]>) {
    for (const [rawName, entry] of entries) {
      const name = normalizeSigns(rawName);
      if (name === '' || this.#byName.has(name)) continue;
      this.#byName.set(name, entry);
      const first = name.slice(0, 1);
      const list = this.#byFirstSign.get(first) ?? [];
      list.push({ name, entry });
      this.#byFirstSign.set(first, list);
    }
    for (const list of this.#byFirstSign.values()) list.sort((a, b) => b.name.length - a.name.length);
  }

  get(name: string): Entry | undefined {
    return this.#byName.get(normalizeSigns(name).trim());
  }

  /** The longest name that stands at `position`; the text must have its signs normalised. */
  longestAt(text: string, position: number): { readonly name: string; readonly entry: Entry } | null {
    const candidates = this.#byFirstSign.get(text.slice(position, position + 1)) ?? [];
    return candidates.find(({ name }) => text.startsWith(name, position)) ?? null;
  }

  names(): readonly string[] {
    return [...this.#byName.keys()];
  }
}
