/** A tag of XML or HTML, with the text since the tag before it. An empty element comes as its start and its end. */
export interface Tag {
  readonly kind: 'start' | 'end';
  /** Small letters, without the namespace's prefix. */
  readonly name: string;
  readonly attributes: string;
  readonly textBefore: string;
}

/** Comments, declarations and document types are skipped: entities that a file declares stay unexpanded text. */
const pattern = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[!?][^>]*>|<(\/?)([\p{L}_][^\s<>/]*)([^<>]*)>/gu;

export function* scanTags(markup: string): Iterable<Tag> {
  let textBefore = '';
  let at = 0;
  for (const match of markup.matchAll(pattern)) {
    const [whole, cdata = '', slash = '', fullName, attributes = ''] = match;
    textBefore += unescapeMarkup(markup.slice(at, match.index)) + cdata;
    at = match.index + whole.length;
    if (fullName === undefined) continue;
    const name = fullName.slice(fullName.indexOf(':') + 1).toLowerCase();
    if (slash === '') yield { kind: 'start', name, attributes, textBefore };
    if (slash === '/') yield { kind: 'end', name, attributes: '', textBefore };
    else if (attributes.endsWith('/')) yield { kind: 'end', name, attributes: '', textBefore: '' };
    textBefore = '';
  }
}

const attributePatterns = new Map<string, RegExp>();

/** Built once for each of the few names that are ever asked for: a large table has a million tags. */
function attributePattern(name: string): RegExp {
  const known = attributePatterns.get(name);
  if (known) return known;
  const built = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
  attributePatterns.set(name, built);
  return built;
}

/** An attribute by its name as written, prefix included; null when it is absent. */
export function attributeOf({ attributes }: Tag, name: string): string | null {
  if (!attributes.includes(name)) return null;
  const match = attributePattern(name).exec(attributes);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? null : unescapeMarkup(value);
}

/** A whole number from 1 up to the limit: how often a cell is repeated, how far it spans. */
export function countOf(tag: Tag, name: string, most: number): number {
  const count = Number.parseInt(attributeOf(tag, name) ?? '1', 10);
  return Number.isFinite(count) ? Math.min(Math.max(count, 1), most) : 1;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  times: '×',
  ldquo: '“',
  rdquo: '”',
};

export function unescapeMarkup(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
