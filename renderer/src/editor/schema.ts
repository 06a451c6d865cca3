import { type Attribute, type Extensions, getSchema, Mark, mergeAttributes, Node } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';

/**
 * The report document as the editor's schema: the same types, attributes and marks as `shared/report/document.ts`, so
 * that what is stored is what is edited. Templates' containers (如果, 每个) are not part of it.
 */

interface NodeShape {
  /** Content expression; left out: an atom. */
  readonly content?: string;
  readonly tag: string;
  /** Attributes with what stands for them where the document says nothing. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly isInline?: true;
  /** What is typed in it stays in it, and Backspace at its beginning does not dissolve it. */
  readonly isIsolating?: true;
  /** Shown as it prints, and one thing to the caret, whatever it holds. */
  readonly isPrinted?: true;
  readonly isBlock?: false;
}

const shapes: Readonly<Record<string, NodeShape>> = {
  title: { content: 'inline*', tag: 'h2', attributes: { breaking: undefined }, isIsolating: true },
  letterhead: { content: 'letterheadPart+', tag: 'header', isPrinted: true },
  letterheadPart: { content: 'inline*', tag: 'p', attributes: { part: '发文字号' }, isBlock: false },
  recipients: { content: 'inline*', tag: 'p', isIsolating: true },
  contents: { tag: 'nav', attributes: { depth: 2 }, isPrinted: true },
  paragraph: { content: 'inline*', tag: 'p', attributes: { level: 0 } },
  tableBlock: {
    content: 'caption table',
    tag: 'figure',
    attributes: { label: undefined, unit: null, balance: undefined },
    isPrinted: true,
  },
  caption: { content: 'inline*', tag: 'figcaption', isBlock: false, isIsolating: true },
  table: { content: 'tableRow+', tag: 'table', isBlock: false, isIsolating: true },
  tableRow: { content: 'tableCell+', tag: 'tr', attributes: { role: 'body', each: null }, isBlock: false },
  tableCell: {
    content: 'inline*',
    tag: 'td',
    attributes: { colspan: 1, rowspan: 1 },
    isBlock: false,
    isIsolating: true,
  },
  chartBlock: {
    content: 'caption',
    tag: 'figure',
    attributes: {
      id: '',
      label: undefined,
      kind: '柱形图',
      unit: null,
      secondUnit: undefined,
      each: null,
      categories: [],
      series: [],
    },
    isPrinted: true,
  },
  imageBlock: {
    content: 'caption',
    tag: 'figure',
    attributes: { label: undefined, sha256: '', alternative: '', widthMillimetres: null },
    isPrinted: true,
  },
  attachmentList: { content: 'attachmentName+', tag: 'div', isPrinted: true },
  attachmentName: { content: 'inline*', tag: 'p', isBlock: false },
  signature: { content: 'organisation date', tag: 'footer', isPrinted: true },
  organisation: { content: 'inline*', tag: 'p', isBlock: false, isIsolating: true },
  date: { content: 'inline*', tag: 'p', isBlock: false, isIsolating: true },
  annotation: { content: 'inline*', tag: 'p', isPrinted: true },
  annex: { content: 'title block*', tag: 'section', attributes: { landscape: false }, isPrinted: true },
  imprint: { content: 'imprintPart+', tag: 'footer', isPrinted: true },
  imprintPart: { content: 'inline*', tag: 'p', attributes: { part: '抄送' }, isBlock: false },
  pageBreak: { tag: 'hr', isPrinted: true },
  figure: {
    tag: 'span',
    attributes: { id: '', formula: '', format: null, scope: null, override: null },
    isInline: true,
  },
  reference: { tag: 'span', attributes: { label: '' }, isInline: true },
};

/** An attribute travels through the clipboard as JSON beside the element. */
function attribute(name: string, fallback: unknown): Attribute {
  const key = `data-${name.toLowerCase()}`;
  return {
    default: fallback,
    parseHTML: (element: HTMLElement): unknown => readJson(element.getAttribute(key)) ?? fallback,
    renderHTML: (attributes: Readonly<Record<string, unknown>>) => {
      const value = attributes[name];
      return value === undefined || value === fallback ? {} : { [key]: JSON.stringify(value) };
    },
  };
}

/** What another program put there is no attribute of ours. */
function readJson(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Paragraphs of other programs. */
const pastedParagraphs = [{ tag: 'p' }, ...[1, 2, 3, 4].map((level) => ({ tag: `h${level}`, attrs: { level } }))];

function nodeOf(name: string, shape: NodeShape) {
  const { content, tag, attributes = {}, isInline = false, isIsolating = false, isPrinted = false } = shape;
  const { isBlock = !isInline } = shape;
  const isAtom = isPrinted || content === undefined;
  return Node.create({
    name,
    ...(content === undefined ? {} : { content }),
    atom: isAtom,
    ...(isInline ? { group: 'inline', inline: true } : isBlock ? { group: 'block' } : {}),
    isolating: isIsolating || isPrinted,
    selectable: isAtom,
    addAttributes: () =>
      Object.fromEntries(Object.entries(attributes).map(([key, fallback]) => [key, attribute(key, fallback)])),
    parseHTML: () => [
      { tag: `${tag}[data-node="${name}"]`, preserveWhitespace: 'full' as const },
      ...(name === 'paragraph' ? pastedParagraphs : []),
    ],
    renderHTML: ({ HTMLAttributes }) => {
      const own = mergeAttributes({ 'data-node': name }, HTMLAttributes);
      return content === undefined ? [tag, own] : [tag, own, 0];
    },
  });
}

const marks = ['lead', 'bold', 'constant'] as const;

function markOf(name: (typeof marks)[number]) {
  return Mark.create({
    name,
    parseHTML: () => [
      { tag: `span[data-mark="${name}"]` },
      ...(name === 'bold' ? [{ tag: 'b' }, { tag: 'strong' }] : []),
    ],
    renderHTML: () => ['span', { 'data-mark': name, class: `mark-${name}` }, 0],
    // What is typed behind a declared constant or the lead of a heading is neither.
    inclusive: name === 'bold',
  });
}

const documentNode = Node.create({
  name: 'doc',
  topNode: true,
  content: 'block+',
  addAttributes: () =>
    Object.fromEntries(
      Object.entries({ description: null, regionLevel: null, periodKind: null, conditions: undefined }).map(
        ([key, fallback]) => [key, { default: fallback, rendered: false }],
      ),
    ),
});

const textNode = Node.create({ name: 'text', group: 'inline' });

/** Every node and mark of a report. */
export const reportNodes: Extensions = [
  documentNode,
  textNode,
  // The first block is what Enter makes.
  ...['paragraph', ...Object.keys(shapes).filter((name) => name !== 'paragraph')].flatMap((name) => {
    const shape = shapes[name];
    return shape === undefined ? [] : [nodeOf(name, shape)];
  }),
  ...marks.map(markOf),
];

/** Names of the blocks that are shown as they print. */
export const printedTypes: readonly string[] = Object.entries(shapes).flatMap(([name, { isPrinted }]) =>
  isPrinted ? [name] : [],
);

export const reportSchema: Schema = getSchema(reportNodes);
