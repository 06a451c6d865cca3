import type { JSONContent } from '@tiptap/core';
import { ReportDocument } from '../../../shared/report/document.ts';
import { reportSchema } from './schema.ts';

/** Between the stored document and the editor's JSON: the same, but for what ProseMirror leaves out or fills in. */

function withoutUndefined(attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

function storedNode(node: JSONContent): JSONContent {
  const attrs = withoutUndefined(node.attrs ?? {});
  const type = reportSchema.nodes[node.type ?? ''];
  const hasContent = type !== undefined && !type.isLeaf;
  return {
    type: node.type ?? '',
    ...(node.text === undefined ? {} : { text: node.text }),
    ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
    ...(hasContent ? { content: (node.content ?? []).map(storedNode) } : {}),
    ...(node.marks === undefined ? {} : { marks: node.marks.map(({ type: mark }) => ({ type: mark })) }),
  };
}

/** The document that the editor holds, to be stored. Throws where the schema of the editor and of the store differ. */
export function storedDocument(json: JSONContent): ReportDocument {
  return ReportDocument.parse(storedNode(json));
}
