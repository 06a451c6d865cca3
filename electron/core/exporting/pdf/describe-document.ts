import { headingFont } from '../../../../shared/gongwen/layout.ts';
import { unsealedOffsets } from '../../../../shared/gongwen/signature.ts';
import type { PrintedBlock, PrintedChart, PrintedRun } from '../../../../shared/report/printed.ts';
import { assertNever } from '../../../../shared/result.ts';
import { chartFontName, chartLines, drawChart } from '../chart/draw-chart.ts';
import { isDrawable } from '../docx/chart-options.ts';
import { fontKey } from '../fonts/face-coverage.ts';
import { bundledFile, type FontFile, type FontSet } from '../fonts/find-fonts.ts';
import { printableText } from '../fonts/font-runs.ts';
import { chartFace, fallbackFaces, wantedFonts } from '../fonts/wanted-fonts.ts';
import { describeTable } from './describe-table.ts';
import { describeParagraph, describeRuns, describeText, type PdfContext } from './describe-text.ts';
import { measureLayout, spaceAbovePageNumber } from './pdf-measures.ts';
import type { ContentNode, DocumentDefinition, FontSource, Margins, TextNode } from './pdfmake-shapes.ts';
import { breakTitle } from './title-lines.ts';
import type { PdfInput } from './write-pdf.ts';

type ParagraphBlock = Extract<PrintedBlock, { readonly kind: 'paragraph' }>;
type SignatureBlock = Extract<PrintedBlock, { readonly kind: 'signature' }>;

/** svg-to-pdfkit would open whatever file an image names; our charts have none. */
const imageCallback = (): never => {
  throw new Error('a chart holds no images');
};

function textOf(runs: readonly PrintedRun[]): string {
  return runs.map((run) => run.text).join('');
}

function bodyLook(context: PdfContext): { readonly size: number; readonly pitch: number } {
  return { size: context.measures.body, pitch: context.measures.pitch };
}

function emptyLine(context: PdfContext): TextNode {
  return describeParagraph(context, [], bodyLook(context));
}

/** The title and the empty line below it; a person's own line breaks stay. */
function describeTitle(context: PdfContext, runs: readonly PrintedRun[]): readonly ContentNode[] {
  const text = printableText(textOf(runs));
  const lines = text.includes('\n') ? text : breakTitle(text).join('\n');
  const look = { size: context.measures.title, pitch: context.measures.titlePitch, inMiddle: true };
  const title = describeParagraph(context, describeText(context, lines, 'title'), look);
  return [
    { ...title, alignment: 'center', keepWithNext: true },
    { ...emptyLine(context), keepWithNext: true },
  ];
}

/** Run-in (接排): the heading's sentence is followed by body text in the same paragraph. */
function isRunIn(runs: readonly PrintedRun[]): boolean {
  const printed = runs.filter((run) => run.text !== '');
  return printed.some((run) => run.lead) && printed.some((run) => !run.lead);
}

function describeBody(context: PdfContext, block: ParagraphBlock): TextNode {
  const font = headingFont(block.level);
  const runIn = isRunIn(block.runs);
  const runs = [
    ...describeText(context, block.number, font),
    ...describeRuns(context, block.runs, (run) => (runIn && !run.lead ? 'body' : font)),
  ];
  return {
    ...describeParagraph(context, runs, bodyLook(context)),
    leadingIndent: 2 * context.measures.body,
    ...(block.level > 0 && !runIn ? { keepWithNext: true } : {}),
  };
}

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

function describeSignature(context: PdfContext, block: SignatureBlock): readonly ContentNode[] {
  const offsets = unsealedOffsets(textOf(block.organisation), textOf(block.date));
  const line = (runs: readonly PrintedRun[], characters: number): TextNode => ({
    ...describeParagraph(
      context,
      describeRuns(context, runs, () => 'body'),
      bodyLook(context),
    ),
    alignment: 'right',
    margin: [0, 0, characters * context.measures.body, 0],
  });
  return [
    { ...emptyLine(context), keepWithNext: true },
    { ...line(block.organisation, offsets.organisation), keepWithNext: true },
    line(block.date, offsets.date),
  ];
}

/** A chart, its unit above and its caption below. */
function describeChart(context: PdfContext, chart: PrintedChart, noteFollows: boolean): readonly ContentNode[] {
  const { measures } = context;
  const look = { size: measures.table, pitch: measures.tablePitch, inMiddle: true };
  const caption: ContentNode = {
    ...describeParagraph(context, describeText(context, chart.caption, 'hei'), look),
    alignment: 'center',
    ...(noteFollows ? { keepWithNext: true } : {}),
  };
  if (!isDrawable(chart)) return [caption];
  const size = { width: measures.textWidth, height: chartLines(chart, measures.pitch) * measures.pitch };
  const unit = chart.unit === null || chart.unit === '%' ? null : describeText(context, `单位：${chart.unit}`, 'body');
  const drawing: ContentNode = { svg: drawChart(chart, size), ...size, options: { imageCallback }, keepWithNext: true };
  return [
    ...(unit === null
      ? []
      : [{ ...describeParagraph(context, unit, look), alignment: 'right', keepWithNext: true } as const]),
    drawing,
    caption,
  ];
}

function describeBlock(
  context: PdfContext,
  block: PrintedBlock,
  next: PrintedBlock | undefined,
): readonly ContentNode[] {
  const { measures } = context;
  switch (block.kind) {
    case 'title':
      return describeTitle(context, block.runs);
    case 'recipients':
      return [
        describeParagraph(
          context,
          describeRuns(context, block.runs, () => 'body'),
          bodyLook(context),
        ),
      ];
    case 'paragraph':
      return [describeBody(context, block)];
    case 'table':
      return describeTable(context, block);
    case 'chart':
      return describeChart(context, block.chart, next?.kind === 'note');
    case 'note':
      return [
        describeParagraph(context, describeText(context, block.text, 'body'), {
          size: measures.note,
          pitch: measures.tablePitch,
          inMiddle: true,
        }),
      ];
    case 'signature':
      return describeSignature(context, block);
    case 'pageBreak':
      return [];
    default:
      return assertNever(block);
  }
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
  const context: PdfContext = { measures, fonts: input.fonts };
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
