import { Extension } from '@tiptap/core';
import type { Node as ReportNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { headingFont } from '../../../shared/gongwen/layout.ts';
import { HeadingCounter, type HeadingLevel, headingNumber } from '../../../shared/report/numbering.ts';
import { blockId } from '../screens/report/element-ids.ts';

/** Numbers of headings, which are counted and never typed, and the element ids by which the page finds a block. */

function isHeading(level: unknown): level is HeadingLevel {
  return level === 1 || level === 2 || level === 3 || level === 4;
}

function lookOf(node: ReportNode, counter: HeadingCounter): Record<string, string> {
  if (node.type.name === 'title') return { class: 'sheet-title' };
  if (node.type.name === 'recipients') return { class: 'recipients' };
  if (node.type.name !== 'paragraph') return {};
  const { level } = node.attrs;
  if (!isHeading(level)) return { class: 'prose' };
  const number = headingNumber(level, counter.next(level));
  const hasLead = node.content.content.some(({ marks }) => marks.some(({ type }) => type.name === 'lead'));
  // Of a run-in heading only the lead is set in the heading's font.
  const font = `font-${headingFont(level)}`;
  return { class: hasLead ? `prose run-in-${headingFont(level)}` : `prose ${font}`, 'data-number': number };
}

function decorate(document: ReportNode): DecorationSet {
  const counter = new HeadingCounter();
  const decorations: Decoration[] = [];
  document.forEach((node, offset, index) => {
    const look = { id: blockId(index), ...lookOf(node, counter) };
    decorations.push(Decoration.node(offset, offset + node.nodeSize, look));
  });
  return DecorationSet.create(document, decorations);
}

const key = new PluginKey<DecorationSet>('numbers');

export const numbers = Extension.create({
  name: 'numbers',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_, { doc }) => decorate(doc),
        apply: (transaction, known, _, { doc }) => (transaction.docChanged ? decorate(doc) : known),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});
