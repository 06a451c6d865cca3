import { Extension } from '@tiptap/core';
import type { Node as ReportNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** 注：… below a paragraph, as it prints: it is of the figures, so that nobody types it. */

/** Notes by the position of the block that they stand below. */
export type Notes = ReadonlyMap<number, readonly string[]>;

const key = new PluginKey<DecorationSet>('notes');

function noteElement(text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'note';
  element.contentEditable = 'false';
  element.textContent = text;
  return element;
}

function decorate(doc: ReportNode, notes: Notes): DecorationSet {
  const decorations: Decoration[] = [];
  doc.forEach((node, offset, index) => {
    for (const text of notes.get(index) ?? []) {
      const spec = { key: `${index} ${text}`, side: -1 };
      decorations.push(Decoration.widget(offset + node.nodeSize, () => noteElement(text), spec));
    }
  });
  return DecorationSet.create(doc, decorations);
}

/** Says which notes the text has now; no step of it, so that undo passes it over. */
export function withNotes(transaction: Transaction, notes: Notes): Transaction {
  return transaction.setMeta(key, notes).setMeta('addToHistory', false);
}

export const noteLines = Extension.create({
  name: 'notes',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, known, _, { doc }) => {
          const notes: unknown = transaction.getMeta(key);
          if (notes instanceof Map) return decorate(doc, notes as Notes);
          return known.map(transaction.mapping, doc);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});
