import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storedDocument } from '../../renderer/src/editor/document.ts';
import { reportSchema } from '../../renderer/src/editor/schema.ts';
import type { Block, Inline, ReportDocument } from '../../shared/report/document.ts';
import { mapEveryLine } from '../../shared/report/walk.ts';
import { builtInReports, filler, openSample } from '../proofreading/changing-data.ts';
import { documents } from '../report/template-documents.ts';
import { propertyRuns } from '../support/property-runs.ts';

/** The document after the editor has held it. */
function edited(document: ReportDocument): ReportDocument {
  const node = reportSchema.nodeFromJSON(document);
  node.check();
  return storedDocument(node.toJSON());
}

const markOrder = ['lead', 'bold', 'constant'];

/** Marks are a set; the editor keeps them in its own order, and joins neighbours that are marked alike. */
function inOrder(line: readonly Inline[]): readonly Inline[] {
  return line.map((node) => {
    const { marks, ...rest } = node;
    if (marks === undefined || marks.length === 0) return rest;
    return { ...rest, marks: marks.toSorted((a, b) => markOrder.indexOf(a.type) - markOrder.indexOf(b.type)) };
  });
}

function normal(document: ReportDocument): ReportDocument {
  return { ...document, content: document.content.map((block) => mapEveryLine(block, inOrder)) };
}

function withoutContainers(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) =>
    block.type === 'conditional' || block.type === 'repeat' ? withoutContainers(block.content) : [block],
  );
}

test.each(builtInReports)('the editor keeps the report $template as it is', (report) => {
  const workspace = openSample();
  const { document } = filler(workspace, report).filled(new Map());
  workspace.close();
  expect(edited(document)).toEqual(normal(document));
});

test('the editor keeps any document as it is', () => {
  fc.assert(
    fc.property(documents, (template) => {
      const content = withoutContainers(template.content);
      fc.pre(content.length > 0);
      const document = { ...template, content };
      expect(normal(edited(document))).toEqual(normal(document));
    }),
    propertyRuns,
  );
});
