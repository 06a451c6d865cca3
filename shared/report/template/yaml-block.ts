import { type Document, isNode, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { TemplateReader } from './reader.ts';

/** A stretch of YAML inside a template; knows where in the source each of its strings stands. */
export class YamlBlock {
  readonly #document: Document.Parsed;
  readonly #offset: number;
  readonly #reader: TemplateReader;

  constructor(text: string, offset: number, reader: TemplateReader) {
    this.#document = parseDocument(text, { prettyErrors: false, uniqueKeys: true, schema: 'core' });
    this.#offset = offset;
    this.#reader = reader;
    for (const error of this.#document.errors) {
      reader.report(offset + error.pos[0], '这里的写法读不懂，请检查缩进、冒号、引号和方括号。');
    }
  }

  get isReadable(): boolean {
    return this.#document.errors.length === 0;
  }

  /** The content as the schema's type; every mismatch is reported where it stands. */
  read<Schema extends z.ZodType>(schema: Schema): z.output<Schema> | null {
    if (!this.isReadable) return null;
    const parsed = schema.safeParse(this.#document.toJS() ?? {});
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const name = issue.path.join('.');
      const extra = issue.code === 'unrecognized_keys' ? `不认识“${issue.keys.join('”“')}”。` : '';
      this.#reader.report(this.offsetOf(issue.path), extra || `“${name === '' ? '这一块' : name}”缺少或写法不对。`);
    }
    return null;
  }

  /** Where the value at `path` begins in the source. */
  offsetOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#offset + node.range[0];
    }
    return this.#offset;
  }

  /** Source offsets for positions in the string at `path`: quotes and escapes are stepped over by looking for the text. */
  locate(path: readonly PropertyKey[], text: string): (position: number) => number {
    const start = this.offsetOf(path);
    return (position) => {
      const exact = this.#reader.source.indexOf(text, start);
      if (exact >= 0 && exact - start <= 1) return exact + position;
      const found = this.#reader.source.indexOf(text.slice(position, position + 12), start);
      return found < 0 ? start : found;
    };
  }
}
