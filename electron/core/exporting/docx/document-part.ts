import type { Layout } from '../../../../shared/gongwen/layout.ts';
import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import { assertNever } from '../../../../shared/result.ts';
import { BookmarkNames } from './bookmarks.ts';
import { drawableCharts, writeChart } from './charts.ts';
import type { NumberPlan } from './number-plan.ts';
import {
  type BlockPlace,
  type DocumentContext,
  writeNote,
  writeParagraph,
  writeSignature,
  writeStyled,
  writeTextBlock,
  writeTitle,
} from './paragraphs.ts';
import { plainRun } from './runs.ts';
import { styleIds } from './styles.ts';
import { writeTable } from './tables.ts';
import { element, relationshipNamespace, wordNamespace, xmlDeclaration } from './xml.ts';

const inlineNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';

/** What the document part needs of the parts around it. */
export interface DocumentPartInput {
  readonly blocks: readonly PrintedBlock[];
  readonly layout: Layout;
  readonly numbers: NumberPlan;
  readonly relationshipIds: {
    readonly oddFooter: string;
    readonly evenFooter: string;
    /** Of the chart with this number, from 1. */
    readonly chart: (number: number) => string;
  };
}

function writeBlock(context: DocumentContext, place: BlockPlace, block: PrintedBlock): string {
  switch (block.kind) {
    case 'title':
      return writeTitle(context, place, block.runs);
    case 'recipients': {
      const options = { style: styleIds.recipients, font: 'body', pageBreakBefore: place.pageBreakBefore } as const;
      return writeStyled(context, options, block.runs);
    }
    case 'paragraph':
      return writeTextBlock(context, place, block);
    case 'table':
      return writeTable(context, place, block);
    case 'chart':
      return writeChart(context, place, block.chart);
    case 'note':
      return writeNote(context, place, block.text);
    case 'signature':
      return writeSignature(context, place, block);
    case 'letterhead':
    case 'imprint':
      return block.parts.map(({ runs }) => writeStyled(context, { font: 'body' }, runs)).join('');
    case 'attachments':
      return block.names.map((runs) => writeStyled(context, { font: 'body' }, runs)).join('');
    case 'annotation':
      return writeStyled(context, { font: 'body' }, block.runs);
    case 'annex':
      return writeTitle(context, place, block.title);
    case 'contents':
      return block.entries.map(({ text }) => writeStyled(context, { font: 'body' }, [plainRun(text)])).join('');
    case 'image':
      return writeStyled(context, { style: styleIds.chartCaption, font: 'hei' }, [plainRun(block.caption)]);
    case 'pageBreak':
      // It becomes a property of the next block: a break of its own would leave an empty line atop the new page.
      return '';
    default:
      return assertNever(block);
  }
}

function placeOf({ blocks, numbers }: DocumentPartInput, index: number): BlockPlace {
  return {
    pageBreakBefore: blocks[index - 1]?.kind === 'pageBreak',
    beforeSignature: blocks[index + 1]?.kind === 'signature',
    beforeNote: blocks[index + 1]?.kind === 'note',
    numId: numbers.numIds[index] ?? 0,
    chartNumber: blocks[index]?.kind === 'chart' ? drawableCharts(blocks.slice(0, index + 1)).length : 0,
  };
}

/** Page and grid. The grid has no type: LibreOffice gives each character two cells of a character grid. */
function writeSection({ layout, relationshipIds }: DocumentPartInput): string {
  const { page } = layout;
  return element('w:sectPr', {}, [
    element('w:footerReference', { 'w:type': 'default', 'r:id': relationshipIds.oddFooter }),
    element('w:footerReference', { 'w:type': 'even', 'r:id': relationshipIds.evenFooter }),
    element('w:pgSz', { 'w:w': page.widthTwips, 'w:h': page.heightTwips }),
    element('w:pgMar', {
      'w:top': page.topTwips,
      'w:right': page.rightTwips,
      'w:bottom': page.bottomTwips,
      'w:left': page.leftTwips,
      'w:header': 851,
      'w:footer': page.footerTwips,
      'w:gutter': 0,
    }),
    element('w:docGrid', { 'w:linePitch': layout.linePitchTwips }),
  ]);
}

/** `word/document.xml`: the blocks, one after the other, then the page. */
export function writeDocumentPart(input: DocumentPartInput): string {
  const { blocks, layout, relationshipIds } = input;
  const context: DocumentContext = {
    layout,
    bookmarks: new BookmarkNames(),
    chartRelationshipId: relationshipIds.chart,
  };
  const written = blocks.map((block, index) => writeBlock(context, placeOf(input, index), block));
  // Word wants a paragraph before the page's properties: after a table, and in an empty document.
  const last = blocks.at(-1)?.kind;
  const closing = written.join('') === '' || last === 'table' ? writeParagraph({}, []) : '';
  const body = element('w:body', {}, [...written, closing, writeSection(input)]);
  const namespaces = { 'xmlns:w': wordNamespace, 'xmlns:r': relationshipNamespace, 'xmlns:wp': inlineNamespace };
  return xmlDeclaration + element('w:document', namespaces, [body]);
}
