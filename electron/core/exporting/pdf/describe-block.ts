import { headingFont } from '../../../../shared/gongwen/layout.ts';
import { placeSignature, widthInCharacters } from '../../../../shared/gongwen/signature.ts';
import type { PrintedBlock, PrintedChart, PrintedRun } from '../../../../shared/report/printed.ts';
import { isRunIn, splitRunLines, textOf } from '../../../../shared/report/run-text.ts';
import { assertNever } from '../../../../shared/result.ts';
import { chartLines } from '../chart/chart-space.ts';
import { drawChart } from '../chart/draw-chart.ts';
import { isDrawable } from '../chart/drawn-kind.ts';
import { breakTitleRuns } from '../shared-layout/break-title-runs.ts';
import { describeTable } from './describe-table.ts';
import { describeParagraph, describeRuns, describeText, type PdfContext } from './describe-text.ts';
import type { ContentNode, TextNode } from './pdfmake-shapes.ts';

type ParagraphBlock = Extract<PrintedBlock, { readonly kind: 'paragraph' }>;
type SignatureBlock = Extract<PrintedBlock, { readonly kind: 'signature' }>;

/** svg-to-pdfkit would open whatever file an image names; our charts have none. */
const imageCallback = (): never => {
  throw new Error('a chart holds no images');
};

function bodyLook(context: PdfContext): { readonly size: number; readonly pitch: number } {
  return { size: context.measures.body, pitch: context.measures.pitch };
}

export function emptyLine(context: PdfContext): TextNode {
  return describeParagraph(context, [], bodyLook(context));
}

/** The title and the empty line below it. */
function describeTitle(context: PdfContext, runs: readonly PrintedRun[]): readonly ContentNode[] {
  const look = { size: context.measures.title, pitch: context.measures.titlePitch, inMiddle: true };
  const title = describeParagraph(
    context,
    describeRuns(context, breakTitleRuns(runs), () => 'title'),
    look,
  );
  return [
    { ...title, alignment: 'center', keepWithNext: true },
    { ...emptyLine(context), keepWithNext: true },
  ];
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

function describeSignature(context: PdfContext, block: SignatureBlock): readonly ContentNode[] {
  const organisations = splitRunLines(block.organisation);
  const places = placeSignature(context.layout.signatureForm, organisations.map(textOf), textOf(block.date));
  const { body, textWidth } = context.measures;
  const line = (runs: readonly PrintedRun[], characters: number): TextNode => {
    const text = describeRuns(context, runs, () => 'body');
    // A name as long as a line leaves no room for its offset, nor for that of the date below it.
    const room = Math.floor(textWidth / body - widthInCharacters(textOf(runs)) * 1.1);
    return {
      ...describeParagraph(context, text, bodyLook(context)),
      alignment: 'right',
      margin: [0, 0, Math.max(0, Math.min(characters, room)) * body, 0],
    };
  };
  const blank = (length: number) => Array.from({ length }, () => ({ ...emptyLine(context), keepWithNext: true }));
  return [
    ...blank(places.blankLinesAbove),
    ...organisations.map((runs, at) => ({ ...line(runs, places.organisations[at] ?? 0), keepWithNext: true })),
    ...blank(places.blankLinesBetween),
    line(block.date, places.date),
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

function plainLine(context: PdfContext, runs: readonly PrintedRun[]): TextNode {
  return describeParagraph(
    context,
    describeRuns(context, runs, () => 'body'),
    bodyLook(context),
  );
}

/** The nodes of a block; a page break is a property of the node after it. */
export function describeBlock(
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
      return describeTable(context, block, next?.kind === 'note');
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
    case 'letterhead':
    case 'imprint':
      return block.parts.map(({ runs }) => plainLine(context, runs));
    case 'attachments':
      return block.names.map((runs) => plainLine(context, runs));
    case 'annotation':
      return [plainLine(context, block.runs)];
    case 'annex':
      return describeTitle(context, block.title);
    case 'contents':
      return block.entries.map(({ text }) =>
        describeParagraph(context, describeText(context, text, 'body'), bodyLook(context)),
      );
    case 'image':
      return [describeParagraph(context, describeText(context, block.caption, 'hei'), bodyLook(context))];
    case 'pageBreak':
      return [];
    default:
      return assertNever(block);
  }
}
