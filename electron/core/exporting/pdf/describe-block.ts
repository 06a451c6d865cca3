import { chartLines, unitNote } from '../../../../shared/chart/chart-space.ts';
import { isDrawable } from '../../../../shared/chart/drawn-kind.ts';
import { headingFont, isBoldLevel } from '../../../../shared/gongwen/layout.ts';
import { placeSignature, widthInCharacters } from '../../../../shared/gongwen/signature.ts';
import { breakTitleRuns } from '../../../../shared/report/break-title-runs.ts';
import type { PrintedBlock, PrintedChart, PrintedRun } from '../../../../shared/report/printed.ts';
import { isRunIn, splitRunLines, textOf } from '../../../../shared/report/run-text.ts';
import { markSeries } from '../../../../shared/report/series-runs.ts';
import { assertNever } from '../../../../shared/result.ts';
import { drawChart } from '../chart/draw-chart.ts';
import { describeContents } from './describe-contents.ts';
import {
  describeAnnexHead,
  describeAnnotation,
  describeAttachments,
  describeFoot,
  describeLetterhead,
} from './describe-official.ts';
import { describeTable } from './describe-table.ts';
import {
  bodyLook,
  describeParagraph,
  describeRuns,
  describeText,
  emptyLine,
  gapColor,
  type PdfContext,
  type TextLook,
} from './describe-text.ts';
import { pointsOf } from './pdf-measures.ts';
import type { ContentNode, TextNode } from './pdfmake-shapes.ts';

type ParagraphBlock = Extract<PrintedBlock, { readonly kind: 'paragraph' }>;
type ImageBlock = Extract<PrintedBlock, { readonly kind: 'image' }>;
type SignatureBlock = Extract<PrintedBlock, { readonly kind: 'signature' }>;

/** svg-to-pdfkit would open whatever file an image names; our charts have none. */
export const imageCallback = (): never => {
  throw new Error('a chart holds no images');
};

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
  const { bold } = context.layout;
  const isHeading = (run: PrintedRun): boolean => block.level > 0 && (!runIn || run.lead);
  const isBold = isBoldLevel(context.layout, block.level);
  const prose = markSeries(block.runs, block.level === 0 || runIn ? bold.一是二是 : '不加粗');
  const number = describeText(context, block.number, font);
  const runs = [
    ...(isBold ? number.map((run) => ({ ...run, emboldened: true as const })) : number),
    ...describeRuns(
      context,
      prose,
      (run) => (isHeading(run) ? font : 'body'),
      (run) => run.inSeries || (isBold && isHeading(run)),
    ),
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

function captionLook({ measures }: PdfContext): TextLook {
  return { size: measures.table, pitch: measures.tablePitch, inMiddle: true };
}

/** A chart, its unit above and its caption below. */
function describeChart(context: PdfContext, chart: PrintedChart, noteFollows: boolean): readonly ContentNode[] {
  const { measures } = context;
  const look = captionLook(context);
  const caption: ContentNode = {
    ...describeParagraph(context, describeText(context, chart.caption, 'hei'), look),
    alignment: 'center',
    ...(noteFollows ? { keepWithNext: true } : {}),
  };
  if (!isDrawable(chart)) return [caption];
  const lines = chartLines(chart, measures.pitch, Math.floor(measures.textHeight / measures.pitch));
  const size = { width: measures.textWidth, height: lines * measures.pitch };
  const note = unitNote(chart);
  const unit = note === null ? null : describeText(context, note, 'body');
  const drawing: ContentNode = { svg: drawChart(chart, size), ...size, options: { imageCallback }, keepWithNext: true };
  return [
    ...(unit === null
      ? []
      : [{ ...describeParagraph(context, unit, look), alignment: 'right', keepWithNext: true } as const]),
    drawing,
    caption,
  ];
}

const twipsPerPixel = 15;

/** A picture at the size asked for, or its own, never beyond the type area, with its caption below. */
function describeImage(context: PdfContext, block: ImageBlock, noteFollows: boolean): readonly ContentNode[] {
  const { measures } = context;
  const picture = context.pictures.get(block.sha256);
  const caption: ContentNode = {
    ...describeParagraph(context, describeText(context, block.caption, 'hei'), captionLook(context)),
    alignment: 'center',
    ...(noteFollows ? { keepWithNext: true } : {}),
  };
  if (picture === undefined) {
    const lost = describeText(context, '【图片已不在数据文件中，请重新插入】', 'body');
    const marked = lost.map((run) => ({ ...run, background: gapColor }));
    return [{ ...describeParagraph(context, marked, bodyLook(context)), keepWithNext: true }, caption];
  }
  const width =
    block.widthMillimetres === null ? (picture.width * twipsPerPixel) / 20 : pointsOf(block.widthMillimetres);
  const height = (width * picture.height) / picture.width;
  const scale = Math.min(1, measures.textWidth / width, (measures.textHeight - 2 * measures.pitch) / height);
  const image: ContentNode = {
    image: `data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}`,
    width: width * scale,
    height: height * scale,
    alignment: 'center',
    keepWithNext: true,
  };
  return [image, caption];
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
      return describeLetterhead(context, block);
    case 'attachments':
      return describeAttachments(context, block);
    case 'annotation':
      return [describeAnnotation(context, block)];
    case 'annex':
      return describeAnnexHead(context, block);
    case 'imprint':
      return describeFoot(context, block);
    case 'contents':
      return describeContents(context, block);
    case 'image':
      return describeImage(context, block, next?.kind === 'note');
    case 'pageBreak':
      return [];
    default:
      return assertNever(block);
  }
}
