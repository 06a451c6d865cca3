import { Extension } from '@tiptap/core';
import type { Node as ReportNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { proposeTitleLines } from '../../../shared/gongwen/title-lines.ts';
import type { Atoms } from './figure-chips.ts';

/** What the program adds to the text as it prints: 注：… below a paragraph, and the ends of the title's lines. */

/** Notes by the position of the block that they stand below. */
export type Notes = ReadonlyMap<number, readonly string[]>;

export interface ComputedLines {
  readonly notes: Notes;
  readonly atoms: Atoms;
}

const key = new PluginKey<Drawn>('computedLines');

function noteElement(text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'note';
  element.contentEditable = 'false';
  element.textContent = text;
  return element;
}

/** A piece of the title: its place in the text as printed and in the document. */
interface Piece {
  readonly node: ReportNode;
  readonly start: number;
  readonly position: number;
  readonly text: string;
}

function piecesOf(title: ReportNode, position: number, { figures, references }: Atoms): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  title.forEach((node, offset) => {
    const computed = figures.get(String(node.attrs.id))?.text ?? references.get(String(node.attrs.label)) ?? '';
    const text = node.isText ? (node.text ?? '') : computed;
    pieces.push({ node, start, position: position + 1 + offset, text });
    start += text.length;
  });
  return pieces;
}

/** Where the lines of the title end, as positions of the document; an end within a figure is left out. */
function lineEnds(title: ReportNode, position: number, atoms: Atoms): readonly number[] {
  const pieces = piecesOf(title, position, atoms);
  const text = pieces.map((piece) => piece.text).join('');
  // Where a person broke the lines they stay as they are.
  if (/[\r\n]/.test(text)) return [];
  const proposals = proposeTitleLines(text);
  const lines = proposals[Number(title.attrs.breaking ?? 0)] ?? proposals[0] ?? [];
  let end = 0;
  return lines.slice(0, -1).flatMap((line) => {
    end += line.length;
    const piece = pieces.findLast(({ start }) => start < end);
    if (piece === undefined) return [];
    if (piece.node.isText) return [piece.position + end - piece.start];
    return end === piece.start + piece.text.length ? [piece.position + piece.node.nodeSize] : [];
  });
}

function decorateNotes(doc: ReportNode, notes: Notes): DecorationSet {
  const decorations: Decoration[] = [];
  doc.forEach((node, offset, index) => {
    for (const text of notes.get(index) ?? []) {
      const spec = { key: `${index} ${text}`, side: -1 };
      decorations.push(Decoration.widget(offset + node.nodeSize, () => noteElement(text), spec));
    }
  });
  return DecorationSet.create(doc, decorations);
}

function decorateTitle(doc: ReportNode, atoms: Atoms): DecorationSet {
  const decorations: Decoration[] = [];
  doc.forEach((node, offset) => {
    if (node.type.name !== 'title') return;
    for (const end of lineEnds(node, offset, atoms)) {
      decorations.push(Decoration.widget(end, () => document.createElement('br'), { key: 'title-line', side: -1 }));
    }
  });
  return DecorationSet.create(doc, decorations);
}

interface Drawn {
  readonly lines: ComputedLines;
  readonly notes: DecorationSet;
  readonly title: DecorationSet;
}

function redraw({ lines, notes, title }: Drawn, transaction: Transaction): Drawn {
  const { doc, mapping } = transaction;
  const said = transaction.getMeta(key) as ComputedLines | undefined;
  if (said !== undefined) {
    return { lines: said, notes: decorateNotes(doc, said.notes), title: decorateTitle(doc, said.atoms) };
  }
  if (!transaction.docChanged) return { lines, notes, title };
  // A line end that moved while an input method writes would end its writing.
  const isComposed = transaction.getMeta('composition') !== undefined;
  const moved = isComposed ? title.map(mapping, doc) : decorateTitle(doc, lines.atoms);
  return { lines, notes: notes.map(mapping, doc), title: moved };
}

const nothing: ComputedLines = { notes: new Map(), atoms: { figures: new Map(), references: new Map() } };

/** Says what the program adds now; no step of the text, so that undo passes it over. */
export function withComputedLines(transaction: Transaction, lines: ComputedLines): Transaction {
  return transaction.setMeta(key, lines).setMeta('addToHistory', false);
}

export const computedLines = Extension.create({
  name: 'computedLines',
  addProseMirrorPlugins: () => [
    new Plugin<Drawn>({
      key,
      state: {
        init: () => ({ lines: nothing, notes: DecorationSet.empty, title: DecorationSet.empty }),
        apply: (transaction, drawn) => redraw(drawn, transaction),
      },
      props: {
        decorations: (state) => {
          const drawn = key.getState(state);
          return drawn?.notes.add(state.doc, drawn.title.find());
        },
      },
    }),
  ],
});
