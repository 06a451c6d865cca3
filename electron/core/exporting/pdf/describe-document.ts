import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import { isRunIn, textOf } from '../../../../shared/report/run-text.ts';
import { chartFontName } from '../chart/draw-chart.ts';
import { fontKey } from '../fonts/face-coverage.ts';
import { bundledFile, type FontFile, type FontSet } from '../fonts/find-fonts.ts';
import { printableText } from '../fonts/font-runs.ts';
import { chartFace, fallbackFaces, wantedFonts } from '../fonts/wanted-fonts.ts';

import { describeBlock, emptyLine } from './describe-block.ts';
import { describeParagraph, describeText, type PdfContext } from './describe-text.ts';
import { measureLayout, spaceAbovePageNumber } from './pdf-measures.ts';
import type { ContentNode, DocumentDefinition, FontSource, Margins, TextNode } from './pdfmake-shapes.ts';
import type { PdfInput } from './write-pdf.ts';

type ParagraphBlock = Extract<PrintedBlock, { readonly kind: 'paragraph' }>;

/** A bookmark for a heading; `path` holds the ids of the headings it stands under. */
function outline(block: ParagraphBlock, index: number, path: (string | undefined)[]): Partial<TextNode> {
  if (block.level === 0) return {};
  const sentence = isRunIn(block.runs) ? block.runs.filter((run) => run.lead) : block.runs;
  const parent = path.slice(0, block.level).findLast((id) => id !== undefined);
  const id = `heading-${index}`;
  path.length = block.level;
  path[block.level] = id;
  return {
    id,
    outline: true,
    outlineText: printableText(`${block.number}${textOf(sentence)}`).replaceAll('\n', ''),
    outlineExpanded: true,
    ...(parent === undefined ? {} : { outlineParentId: parent }),
  };
}

function isDisplay(block: PrintedBlock | undefined): boolean {
  return block?.kind === 'table' || block?.kind === 'chart' || block?.kind === 'note';
}

/** What a block owes to its place: page break, space after a table or chart, room for the signature that follows. */
function placeInFlow(
  context: PdfContext,
  nodes: readonly ContentNode[],
  around: readonly (PrintedBlock | undefined)[],
) {
  const [before, block, next] = around;
  const { body, pitch } = context.measures;
  const first = {
    ...(before?.kind === 'pageBreak' ? ({ pageBreak: 'before' } as const) : {}),
    ...(isDisplay(before) && block?.kind !== 'note' ? { spaceAbove: (pitch - body) / 2 } : {}),
  };
  const last = next?.kind === 'signature' ? { keepRoomBelow: 3 * pitch } : {};
  return nodes.map((node, index) => ({
    ...node,
    ...(index === 0 ? first : {}),
    ...(index === nodes.length - 1 && 'text' in node ? last : {}),
  }));
}

function describeContent(context: PdfContext, blocks: readonly PrintedBlock[]): readonly ContentNode[] {
  const path: (string | undefined)[] = [];
  // A break before the first block, after the last, or right after another would print an empty page.
  const kept = blocks.filter((block, index) => {
    if (block.kind !== 'pageBreak') return true;
    return index > 0 && index < blocks.length - 1 && blocks[index + 1]?.kind !== 'pageBreak';
  });
  const printed = kept[0]?.kind === 'pageBreak' ? kept.slice(1) : kept;
  const content = printed.flatMap((block, index) => {
    const nodes = describeBlock(context, block, printed[index + 1]);
    const placed = placeInFlow(context, nodes, [printed[index - 1], block, printed[index + 1]]);
    if (block.kind !== 'paragraph') return placed;
    return placed.map((node) => ({ ...node, ...outline(block, index, path) }));
  });
  return content.length > 0 ? content : [emptyLine(context)];
}

/** “— 1 —” at the outer edge, one character in: right on odd pages, left on even ones (7.5). */
function describePageNumber(context: PdfContext, page: number): TextNode {
  const { pageNumber: size, margins } = context.measures;
  const [left, , right] = margins;
  const odd = page % 2 === 1;
  const top = spaceAbovePageNumber(context.fonts.song.file, size);
  const margin: Margins = [left + (odd ? 0 : size), top, right + (odd ? size : 0), 0];
  const text = describeText(context, `— ${page} —`, 'song');
  return { ...describeParagraph(context, text, { size, pitch: size }), margin, alignment: odd ? 'right' : 'left' };
}

function fontSources(fonts: FontSet): Readonly<Record<string, FontSource>> {
  const bundled = [...Object.values(wantedFonts).map((font) => font.bundled), ...fallbackFaces].map(bundledFile);
  const files: readonly FontFile[] = [...Object.values(fonts).map((choice) => choice.file), ...bundled];
  const sources = files.map((file): readonly [string, FontSource] => [
    fontKey(file),
    file.postscriptName === null ? file.path : [file.path, file.postscriptName],
  ]);
  return { ...Object.fromEntries(sources), [chartFontName]: bundledFile(chartFace).path };
}

/** The pdfmake definition of a document, and the fonts it names. */
export function describeDocument(input: PdfInput): {
  readonly definition: DocumentDefinition;
  readonly fonts: Readonly<Record<string, FontSource>>;
} {
  const measures = measureLayout(input.layout);
  const context: PdfContext = { layout: input.layout, measures, fonts: input.fonts };
  const definition: DocumentDefinition = {
    pageSize: { width: measures.pageWidth, height: measures.pageHeight },
    pageMargins: measures.margins,
    language: 'zh-CN',
    displayTitle: true,
    // pdfkit derives an id from the date; render-definition.ts takes both out again.
    info: { title: input.document.title, producer: '汇稿', creator: '汇稿', creationDate: new Date(0) },
    defaultStyle: { font: fontKey(input.fonts.body.file), fontSize: measures.body },
    footer: (page) => describePageNumber(context, page),
    content: describeContent(context, input.document.blocks),
  };
  return { definition, fonts: fontSources(input.fonts) };
}
