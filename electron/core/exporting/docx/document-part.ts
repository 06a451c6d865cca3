import { drawableCharts } from '../../../../shared/chart/drawn-kind.ts';
import type { Layout } from '../../../../shared/gongwen/layout.ts';
import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import { layAcross } from '../../../../shared/report/sheets.ts';
import { assertNever } from '../../../../shared/result.ts';
import { writeAnnexHead, writeAnnotation, writeAttachments } from './attachments.ts';
import { BookmarkNames } from './bookmarks.ts';
import { writeChart } from './charts.ts';
import { headingBookmark, writeContents } from './contents.ts';
import type { BlockPlace, DocumentContext, DocumentRelations } from './context.ts';
import { writeImage } from './images.ts';
import { writeImprint } from './imprint.ts';
import { writeLetterhead } from './letterhead.ts';
import type { NumberPlan } from './number-plan.ts';
import { writeNote, writeParagraph, writeSignature, writeStyled, writeTextBlock, writeTitle } from './paragraphs.ts';
import { endSection, tieToLastParagraph, writeSection } from './sections.ts';
import { styleIds } from './styles.ts';
import { writeTable } from './tables.ts';
import { element, relationshipNamespace, vmlNamespaces, wordNamespace, xmlDeclaration } from './xml.ts';

const inlineNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';

/** What the document part needs of the parts around it. */
export interface DocumentPartInput {
  readonly blocks: readonly PrintedBlock[];
  readonly layout: Layout;
  readonly numbers: NumberPlan;
  readonly relations: DocumentRelations;
  /** Page of each block, by its place in the document, where it is known: for the table of contents. */
  readonly pages: ReadonlyMap<number, number>;
}

function writeBlock(
  context: DocumentContext,
  place: BlockPlace,
  block: PrintedBlock,
  input: DocumentPartInput,
): string {
  switch (block.kind) {
    case 'title':
      return writeTitle(context, place, block.runs);
    case 'letterhead':
      return writeLetterhead(context, place, block);
    case 'recipients': {
      const options = { style: styleIds.recipients, font: 'body', pageBreakBefore: place.pageBreakBefore } as const;
      return writeStyled(context, options, block.runs);
    }
    case 'contents': {
      const pages = block.entries.map((entry) => input.pages.get(entry.block) ?? 1);
      return writeContents(context, place, { ...block, pages });
    }
    case 'paragraph':
      return writeTextBlock(context, place, block);
    case 'table':
      return writeTable(context, place, block);
    case 'chart':
      return writeChart(context, place, block.chart);
    case 'image':
      return writeImage(context, place, block);
    case 'note':
      return writeNote(context, place, block.text);
    case 'attachments':
      return writeAttachments(context, place, block);
    case 'signature':
      return writeSignature(context, place, block);
    case 'annotation':
      return writeAnnotation(context, block);
    case 'annex':
      return writeAnnexHead(context, place, block);
    case 'imprint':
      return writeImprint(context, block);
    case 'pageBreak':
      // It becomes a property of the next block: a break of its own would leave an empty line atop the new page.
      return '';
    default:
      return assertNever(block);
  }
}

/** The text, the attachments, the signature and the 附注 stay together, so that no signature stands on a page alone. */
function isKept(blocks: readonly PrintedBlock[], index: number): boolean {
  const next = blocks[index + 1]?.kind;
  if (blocks[index]?.kind === 'signature') return next === 'annotation';
  return next === 'signature' || (next === 'attachments' && blocks[index + 2]?.kind === 'signature');
}

function placeOf({ blocks, numbers }: DocumentPartInput, across: readonly boolean[], index: number): BlockPlace {
  const [before, block, next] = [blocks[index - 1], blocks[index], blocks[index + 1]];
  const landscape = across[index] === true;
  const turns = index > 0 && landscape !== across[index - 1];
  const beginsPage = before?.kind === 'pageBreak' || before?.kind === 'contents' || block?.kind === 'annex';
  return {
    // A section begins a page by itself.
    pageBreakBefore: beginsPage && !turns && index > 0,
    keepNext: isKept(blocks, index),
    beforeNote: next?.kind === 'note',
    numId: numbers.numIds[index] ?? 0,
    chartNumber: block?.kind === 'chart' ? drawableCharts(blocks.slice(0, index + 1)).length : 0,
    landscape,
  };
}

/** The bookmark that a table of contents refers to, around a heading or an annex. */
function withHeadingBookmark(context: DocumentContext, index: number, xml: string): string {
  const { start, end } = context.bookmarks.name(headingBookmark(index));
  const opening = /<w:p>(?:<w:pPr>.*?<\/w:pPr>)?/.exec(xml)?.[0] ?? '';
  return xml.replace(opening, () => `${opening}${start}`).replace('</w:p>', `${end}</w:p>`);
}

function writeBlocks(context: DocumentContext, input: DocumentPartInput): string {
  const { blocks, layout, relations } = input;
  const listed = new Set(
    blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : [])).map((e) => e.block),
  );
  const across = layAcross(blocks);
  let body = '';
  for (const [index, block] of blocks.entries()) {
    const place = placeOf(input, across, index);
    const before = across[index - 1] === true;
    if (place.landscape !== before && body !== '') body = endSection(body, writeSection(layout, relations, before));
    const written = writeBlock(context, place, block, input);
    if (block.kind === 'imprint') body = tieToLastParagraph(body, written);
    else body += listed.has(index) ? withHeadingBookmark(context, index, written) : written;
  }
  // Word wants a paragraph before the page's properties: after a table, and in an empty document.
  const closing = body.endsWith('</w:p>') || body.endsWith('<w:p/>') ? '' : writeParagraph({}, []);
  return body + closing + writeSection(layout, relations, across.at(-1) === true);
}

/** `word/document.xml`: the blocks, one after the other, in their sections. */
export function writeDocumentPart(input: DocumentPartInput): string {
  let drawings = 0;
  const context: DocumentContext = {
    layout: input.layout,
    bookmarks: new BookmarkNames(),
    relations: input.relations,
    nextDrawing: () => {
      drawings += 1;
      return drawings;
    },
  };
  const { blocks } = input;
  const body = element('w:body', {}, [writeBlocks(context, input)]);
  const namespaces = {
    'xmlns:w': wordNamespace,
    'xmlns:r': relationshipNamespace,
    'xmlns:wp': inlineNamespace,
    ...(blocks.some(({ kind }) => kind === 'imprint') ? vmlNamespaces : {}),
  };
  return xmlDeclaration + element('w:document', namespaces, [body]);
}
