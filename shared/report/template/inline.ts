import type { FigureAttributes, Inline, Mark, TextNode } from '../document.ts';
import type { TemplateReader } from './reader.ts';

/**
 * Text of a template: `{{formula | format}}`, `[text]{固定}` for a declared constant, `[label]{参见}` for the number of a
 * table, chart or picture, `**bold**`, `‖` after the heading sentence of a run-in heading, `\` before a sign that is meant
 * literally.
 */

const markOrder = ['lead', 'bold', 'constant'] as const;
const bracketKinds = ['constant', 'reference'] as const;
const tails = { constant: ']{固定}', reference: ']{参见}' } as const;

export function withMarks<Node extends Inline>(node: Node, types: Iterable<Mark['type']>): Node {
  const wanted = new Set(types);
  const marks = markOrder.filter((type) => wanted.has(type)).map((type) => ({ type }));
  return marks.length === 0 ? node : { ...node, marks };
}

export function hasMark(node: Inline, type: Mark['type']): boolean {
  return node.marks?.some((mark) => mark.type === type) ?? false;
}

/** A formula and format as they stand between {{ and }}; `at` as for readInline. */
export interface FigureText {
  readonly content: string;
  readonly at: (position: number) => number;
  readonly kind: 'formula' | 'point';
}

/** The figure, registered for checking. */
export function readFigure({ content, at, kind }: FigureText, reader: TemplateReader): FigureAttributes {
  const bar = content.indexOf('|');
  const formula = (bar < 0 ? content : content.slice(0, bar)).trim();
  const format = bar < 0 ? null : content.slice(bar + 1).trim() || null;
  reader.refer({ kind, text: formula, offset: at(content.indexOf(formula)) });
  if (format !== null) {
    reader.refer({ kind: 'format', text: format, offset: at(content.indexOf(format, bar + 1)), formula });
  }
  return { id: reader.nextFigureId(), formula, format, scope: null, override: null };
}

/** Builds the nodes of one paragraph from left to right. */
class InlineBuilder {
  readonly nodes: Inline[] = [];
  #text = '';
  #boldAt: number | null = null;
  #hasLead = false;

  #marks(): readonly Mark['type'][] {
    return this.#boldAt === null ? [] : ['bold'];
  }

  addText(text: string): void {
    this.#text += text;
  }

  flush(): void {
    this.#push(this.#text, this.#marks());
    this.#text = '';
  }

  addConstant(text: string): void {
    this.flush();
    this.#push(text, [...this.#marks(), 'constant']);
  }

  addReference(label: string, offset: number, reader: TemplateReader): void {
    this.flush();
    if (label === '') reader.report(offset, '“{参见}”前面的方括号里要写表、图的标签。');
    else this.nodes.push(withMarks({ type: 'reference', attrs: { label } }, this.#marks()));
    if (label !== '') reader.refer({ kind: 'label', text: label, offset });
  }

  /** Neighbours with the same marks become one node, as in the editor. */
  #push(text: string, types: readonly Mark['type'][]): void {
    if (text === '') return;
    const node = withMarks<TextNode>({ type: 'text', text }, types);
    const last = this.nodes.at(-1);
    const isSame = last?.type === 'text' && markOrder.every((type) => hasMark(last, type) === hasMark(node, type));
    if (isSame) this.nodes.splice(-1, 1, { ...last, text: last.text + text });
    else this.nodes.push(node);
  }

  addFigure(attrs: FigureAttributes): void {
    this.flush();
    this.nodes.push(withMarks({ type: 'figure', attrs }, this.#marks()));
  }

  toggleBold(position: number): void {
    this.flush();
    this.#boldAt = this.#boldAt === null ? position : null;
  }

  /** Where the bold text began that has not ended. */
  get boldAt(): number | null {
    return this.#boldAt;
  }

  get hasLead(): boolean {
    return this.#hasLead;
  }

  /** Everything so far becomes the heading sentence. */
  endLead(): void {
    this.#hasLead = true;
    this.flush();
    const lead = this.nodes
      .splice(0)
      .map((node) => withMarks(node, ['lead', ...(node.marks ?? []).map(({ type }) => type)]));
    this.nodes.push(...lead);
  }
}

function unescape(text: string): string {
  return text.replaceAll(/\\([\s\S])/g, '$1');
}

/**
 * Reads inline text. `at` gives the source offset of a position in `text`, which need not be the source itself
 * (paragraphs joined from lines, YAML strings).
 */
export function readInline(
  text: string,
  at: (position: number) => number,
  reader: TemplateReader,
  options: { readonly lead: boolean } = { lead: false },
): readonly Inline[] {
  const builder = new InlineBuilder();
  let position = 0;
  while (position < text.length) {
    const sign = text.charAt(position);
    const bracket = sign === '[' ? bracketAt(text, position) : null;
    if (sign === '\\' && position + 1 < text.length) {
      builder.addText(text.charAt(position + 1));
      position += 2;
    } else if (text.startsWith('{{', position)) {
      const start = position + 2;
      const close = text.indexOf('}}', start);
      if (close < 0) {
        reader.report(at(position), '“{{”没有配对的“}}”。');
        break;
      }
      const content = text.slice(start, close);
      builder.addFigure(readFigure({ content, at: (inner) => at(start + inner), kind: 'formula' }, reader));
      position = close + 2;
    } else if (text.startsWith('**', position)) {
      builder.toggleBold(position);
      position += 2;
    } else if (bracket !== null) {
      const content = unescape(text.slice(position + 1, bracket.close));
      if (bracket.kind === 'reference') builder.addReference(content, at(position + 1), reader);
      else builder.addConstant(content);
      position = bracket.end;
    } else if (sign === '‖' && options.lead) {
      if (builder.hasLead) reader.report(at(position), '一段里只能有一个“‖”，它前面是接排标题。');
      builder.endLead();
      position += 1;
    } else {
      builder.addText(sign);
      position += 1;
    }
  }
  builder.flush();
  if (builder.boldAt !== null) reader.report(at(builder.boldAt), '“**”没有配对。');
  return builder.nodes;
}

interface Bracket {
  readonly kind: keyof typeof tails;
  /** Position of the ]. */
  readonly close: number;
  /** Position behind its tail. */
  readonly end: number;
}

/** The constant or reference whose bracket opens at `open`; null where the bracket is a sign like any other. */
function bracketAt(text: string, open: number): Bracket | null {
  for (let position = open + 1; position < text.length; position += 1) {
    const sign = text.charAt(position);
    if (sign === '\\') position += 1;
    else if (sign === '[' || text.startsWith('{{', position)) return null;
    else if (sign === ']') {
      const kind = bracketKinds.find((each) => text.startsWith(tails[each], position));
      return kind === undefined ? null : { kind, close: position, end: position + tails[kind].length };
    }
  }
  return null;
}

/** Formula and format as they stand between {{ and }}, or in a chart's 算式. */
export function printFormula({ formula, format }: FigureAttributes): string {
  return format === null ? formula : `${formula} | ${format}`;
}

function printFigure(attrs: FigureAttributes): string {
  const text = printFormula(attrs);
  return text.endsWith('}') ? `{{${text} }}` : `{{${text}}}`;
}

function escape(text: string): string {
  return text.replaceAll(/[\\{*‖[\]]/g, String.raw`\$&`);
}

/** The template text of inline nodes; reading it gives the same nodes. */
export function printInline(nodes: readonly Inline[]): string {
  let text = '';
  let bold = false;
  let lead = nodes.some((node) => hasMark(node, 'lead'));
  for (const node of nodes) {
    const nodeBold = hasMark(node, 'bold');
    if (lead && !hasMark(node, 'lead')) {
      if (bold) text += '**';
      bold = false;
      lead = false;
      text += '‖';
    }
    if (nodeBold !== bold) text += '**';
    bold = nodeBold;
    if (node.type === 'figure') text += printFigure(node.attrs);
    else if (node.type === 'reference') text += `[${escape(node.attrs.label)}${tails.reference}`;
    else if (hasMark(node, 'constant')) text += `[${escape(node.text)}${tails.constant}`;
    else text += escape(node.text);
  }
  if (bold) text += '**';
  return lead ? `${text}‖` : text;
}
