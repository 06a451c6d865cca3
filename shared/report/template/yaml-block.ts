import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { TemplateReader } from './reader.ts';

/** The deepest that any block of a template goes is five: 行 → row → 单元格 → cell → 内容. */
const maximumDepth = 8;

const tooDeep = '方括号、花括号或缩进套得太深，读不懂。请去掉几层。';
const unreadable = '这里的写法读不懂，请检查缩进、冒号、引号和方括号。';

interface Mismatch {
  readonly path: readonly PropertyKey[];
  readonly keys: readonly string[];
  readonly message: string | null;
}

/** Of the ways to write something, the one that the author came nearest to. */
function mismatchOf(issue: z.core.$ZodIssue, parent: readonly PropertyKey[]): Mismatch {
  const path = [...parent, ...issue.path];
  const weight = (each: Mismatch) => each.path.length * 2 + (each.keys.length > 0 || each.message !== null ? 1 : 0);
  const own: Mismatch = {
    path,
    keys: issue.code === 'unrecognized_keys' ? issue.keys : [],
    message: issue.code === 'custom' ? issue.message : null,
  };
  if (issue.code !== 'invalid_union') return own;
  const inner = issue.errors.flat().map((each) => mismatchOf(each, path));
  return inner.reduce((best, each) => (weight(each) > weight(best) ? each : best), own);
}

interface PlacedText {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

function textsIn(content: unknown, path: PlacedText['path']): readonly PlacedText[] {
  if (typeof content === 'string') return [{ path, text: content }];
  if (typeof content !== 'object' || content === null) return [];
  const isList = Array.isArray(content);
  return Object.entries(content).flatMap(([key, inner]) => textsIn(inner, [...path, isList ? Number(key) : key]));
}

/** A stretch of YAML inside a template; knows where in the source each of its strings stands. */
export class YamlBlock {
  readonly #document: Document.Parsed;
  readonly #content: unknown;
  readonly #offset: number;
  readonly #reader: TemplateReader;
  #readable = true;

  constructor(text: string, offset: number, reader: TemplateReader) {
    this.#offset = offset;
    this.#reader = reader;
    // In the failsafe schema every scalar is its text: 1.50, 007 and 1e3 stay as they were typed.
    this.#document = parseDocument(text, { prettyErrors: false, uniqueKeys: true, schema: 'failsafe' });
    for (const { code, pos } of this.#document.errors) {
      this.#refuse(offset + pos[0], code === 'RESOURCE_EXHAUSTION' ? tooDeep : unreadable);
    }
    this.#content = this.#readable ? this.#plain(this.#document.contents, 0) : null;
  }

  #refuse(offset: number, message: string): null {
    this.#readable = false;
    this.#reader.report(offset, message);
    return null;
  }

  /** Texts, lists and records; anchors and aliases, which can multiply content without bound, are refused. */
  #plain(node: unknown, depth: number): unknown {
    if (!isNode(node)) return '';
    const place = this.#offset + (node.range?.[0] ?? 0);
    if (isAlias(node) || node.anchor !== undefined) {
      const sign = isAlias(node) ? place : this.#reader.source.lastIndexOf('&', place);
      return this.#refuse(sign, '以“*”或“&”开头的内容要加上引号，例如 "**重点**"。');
    }
    if (depth > maximumDepth) return this.#refuse(place, tooDeep);
    if (isScalar(node)) return typeof node.value === 'string' ? node.value : '';
    if (isSeq(node)) return node.items.map((item) => this.#plain(item, depth + 1));
    if (!isMap(node)) return '';
    // A name with nothing behind it is as if it were not there.
    const written = node.items.filter(
      ({ value }) => !(isScalar(value) && value.type === 'PLAIN' && value.value === ''),
    );
    return Object.fromEntries(written.map((pair) => this.#entry(pair, place, depth)));
  }

  #entry({ key, value }: Pair, place: number, depth: number): readonly [string, unknown] {
    const name = this.#plain(key, depth + 1);
    if (this.#readable && typeof name !== 'string') this.#refuse(place, '冒号前面要是一个名字。');
    return [String(name), this.#plain(value, depth + 1)];
  }

  /** The content as the schema's type; every mismatch is reported where it stands. */
  read<Schema extends z.ZodType>(schema: Schema): z.output<Schema> | null {
    if (!this.#readable) return null;
    const parsed = schema.safeParse(this.#content === '' ? {} : this.#content);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const { path, keys, message } = mismatchOf(issue, []);
      const name = path.length === 0 ? '这一块' : path.join('.');
      for (const key of keys) this.#reader.report(this.offsetOfKey(path, key), `不认识“${key}”。`);
      if (keys.length === 0) this.#reader.report(this.offsetOf(path), message ?? `“${name}”缺少或写法不对。`);
    }
    return null;
  }

  /** Every string of it, so that what they refer to is checked even where the whole does not fit its schema. */
  texts(): readonly PlacedText[] {
    return textsIn(this.#content, []);
  }

  /** Where the value at `path` begins in the source. */
  offsetOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#offset + node.range[0];
    }
    return this.#offset;
  }

  /** Where the name `key` stands in the record at `path`. */
  offsetOfKey(path: readonly PropertyKey[], key: string): number {
    const record = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    const pair = isMap(record) ? record.items.find((each) => isScalar(each.key) && each.key.value === key) : undefined;
    const start = isNode(pair?.key) ? pair.key.range?.[0] : undefined;
    return start === undefined ? this.offsetOf(path) : this.#offset + start;
  }

  /** Source offsets for positions in the string at `path`: quotes and escapes are stepped over by looking for the text. */
  locate(path: readonly PropertyKey[], text: string): (position: number) => number {
    const start = this.offsetOf(path);
    const { source } = this.#reader;
    const exact = [start, start + 1].find((offset) => source.startsWith(text, offset));
    return (position) => {
      if (exact !== undefined) return exact + position;
      // Up to the line's end only: the string's line ends and the source's may differ.
      const sample = /^.*/.exec(text.slice(position, position + 12))?.[0] ?? '';
      const found = source.indexOf(sample, start);
      return found < 0 ? start : found;
    };
  }
}
