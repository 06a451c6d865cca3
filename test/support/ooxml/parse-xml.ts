/** A small reader of well-formed XML, so that the tests look at a Word file with no library in between. */

export interface XmlElement {
  /** As written, with its prefix: `w:p`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly inside. */
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(#x?)?([^;]+);/g, (whole, hash: string | undefined, code: string) => {
    if (hash === undefined) return entities[code] ?? whole;
    return String.fromCodePoint(Number.parseInt(code, hash === '#x' ? 16 : 10));
  });
}

function parseAttributes(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, value] of source.matchAll(/([^\s=]+)\s*=\s*"([^"]*)"/g)) {
    if (name === undefined || value === undefined) continue;
    if (attributes.has(name)) throw new Error(`attribute ${name} given twice`);
    attributes.set(name, decode(value));
  }
  return attributes;
}

/** Parses a part; throws when tags do not match. */
export function parseXml(source: string): XmlElement {
  const root: OpenElement = { name: '', attributes: new Map(), children: [], text: '' };
  const stack: OpenElement[] = [root];
  for (const [, closing, name, attributes, selfClosing, text] of source.matchAll(
    /<(?:[?!][^>]*|(\/)?([^\s/>]+)((?:\s+[^\s=]+\s*=\s*"[^"]*")*)\s*(\/)?)>|([^<]+)/g,
  )) {
    const parent = stack.at(-1);
    if (parent === undefined) throw new Error('text after the end of the document');
    if (text !== undefined) parent.text += decode(text);
    if (name === undefined) continue;
    if (closing !== undefined) {
      if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>`);
      stack.pop();
      continue;
    }
    const opened: OpenElement = { name, attributes: parseAttributes(attributes ?? ''), children: [], text: '' };
    parent.children.push(opened);
    if (selfClosing === undefined) stack.push(opened);
  }
  const [document] = root.children;
  if (document === undefined || stack.length !== 1) throw new Error('the document does not end');
  return document;
}

/** The element and everything below it, in document order. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* walk(child);
}

/** All elements of one name, at any depth. */
export function findAll(element: XmlElement, name: string): readonly XmlElement[] {
  return [...walk(element)].filter((candidate) => candidate.name === name);
}

/** The first child of one name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** All text of an element, in order; only `w:t`, `a:t`, `c:v` and the like hold any. */
export function textOf(element: XmlElement): string {
  return element.text + element.children.map(textOf).join('');
}
