import { annex, annotation, attachments, imprint, letterhead } from '../../../../shared/gongwen/elements.ts';
import type { FontRole } from '../../../../shared/gongwen/layout.ts';
import { widthInCharacters } from '../../../../shared/gongwen/signature.ts';
import { breakTitleRuns } from '../../../../shared/report/break-title-runs.ts';
import type { LetterheadPart } from '../../../../shared/report/official.ts';
import type { PrintedBlock, PrintedRun } from '../../../../shared/report/printed.ts';
import { splitRunLines, textOf } from '../../../../shared/report/run-text.ts';
import {
  bodyLook,
  describeParagraph,
  describeRuns,
  describeText,
  emptyLine,
  type PdfContext,
  type TextLook,
} from './describe-text.ts';
import { pointsOf } from './pdf-measures.ts';
import type { ContentNode, RuleNode, TextNode, TextRun } from './pdfmake-shapes.ts';

type BlockOf<Kind extends PrintedBlock['kind']> = Extract<PrintedBlock, { readonly kind: Kind }>;

const labelParts: readonly LetterheadPart[] = ['份号', '密级', '紧急程度'];
/** Line pitch of the 发文机关标志, in its own size. */
const markPitch = 1.2;
const red = `#${letterhead.red.toLowerCase()}`;

function line(context: PdfContext, runs: readonly TextRun[]): TextNode {
  return { ...describeParagraph(context, runs, bodyLook(context)), alignment: 'left' };
}

function runsIn(context: PdfContext, runs: readonly PrintedRun[], role: FontRole): readonly TextRun[] {
  return describeRuns(context, runs, () => role);
}

function blankLines(context: PdfContext, count: number): readonly TextNode[] {
  return Array.from({ length: count }, () => ({ ...emptyLine(context), keepWithNext: true }));
}

/** A line across the type area, `above` points below what stands over it; it takes no room itself. */
function rule(
  context: PdfContext,
  { above, weight, color }: { above: number; weight: number; color: string },
): RuleNode {
  return {
    canvas: [
      { type: 'line', x1: 0, y1: 0, x2: context.measures.textWidth, y2: 0, lineWidth: weight, lineColor: color },
    ],
    margin: [0, above, 0, -above],
    keepWithNext: true,
  };
}

/** 发文机关标志: red, in the middle, its upper edge 35 mm below that of the type area (GB/T 9704-2012, 7.2.4). */
function describeMark(context: PdfContext, runs: readonly PrintedRun[]): readonly TextNode[] {
  const { textWidth, pitch } = context.measures;
  const lines = splitRunLines(runs);
  const longest = Math.max(1, ...lines.map((each) => Array.from(textOf(each)).length));
  const size = Math.min(letterhead.markPoints, Math.floor(textWidth / longest));
  const above = Math.max(0, pointsOf(letterhead.markTop) - labelParts.length * pitch);
  return lines.map((each, at) => ({
    ...describeParagraph(
      context,
      runsIn(context, each, 'title').map((run) => ({ ...run, color: red })),
      { size, pitch: size * markPitch },
    ),
    alignment: 'center',
    keepWithNext: true,
    ...(at === 0 ? { margin: [0, above, 0, 0] as const } : {}),
  }));
}

/** 发文字号, beside 签发人 in a document that goes up, and the red line 4 mm below (7.2.5–7.2.7). */
function describeNumber(
  context: PdfContext,
  number: readonly PrintedRun[],
  signer: readonly PrintedRun[],
): readonly ContentNode[] {
  const { body, pitch } = context.measures;
  const text = line(context, runsIn(context, number, 'body'));
  const inset = letterhead.upwardIndent * body;
  const signed = [...describeText(context, '签发人：', 'body'), ...runsIn(context, signer, 'kai')];
  const lines: readonly TextNode[] =
    signer.length === 0
      ? [{ ...text, alignment: 'center', keepWithNext: true }]
      : [
          { ...text, margin: [inset, 0, 0, 0], keepWithNext: true },
          { ...line(context, signed), alignment: 'right', margin: [0, -pitch, inset, 0], keepWithNext: true },
        ];
  // The characters end above the foot of their line.
  const above = pointsOf(letterhead.lineBelowNumber) - (pitch - body);
  return [...lines, rule(context, { above, weight: letterhead.linePoints, color: red })];
}

/** 版头: the labels on the first three lines, the mark, the number with its red line, and the lines above the title. */
export function describeLetterhead(context: PdfContext, { parts }: BlockOf<'letterhead'>): readonly ContentNode[] {
  const runsOf = (part: LetterheadPart) => parts.find((each) => each.part === part)?.runs ?? [];
  const mark = runsOf('发文机关标志');
  const labels = labelParts.flatMap((part) => {
    const runs = runsOf(part);
    return runs.length === 0 ? [] : [line(context, runsIn(context, runs, part === '份号' ? 'body' : 'hei'))];
  });
  if (mark.length === 0) return labels;
  return [
    ...labels.map((label) => ({ ...label, keepWithNext: true })),
    ...blankLines(context, labelParts.length - labels.length),
    ...describeMark(context, mark),
    ...blankLines(context, letterhead.linesAboveNumber),
    ...describeNumber(context, runsOf('发文字号'), runsOf('签发人')),
    ...blankLines(context, letterhead.linesAboveTitle),
  ];
}

/** 附件说明: a line below the text, two characters in; what does not fit goes on below the name's first character (7.3.4). */
export function describeAttachments(context: PdfContext, { names }: BlockOf<'attachments'>): readonly ContentNode[] {
  const em = context.measures.body;
  const heading = '附件：';
  const lines = names.map((name, at): TextNode => {
    const ordinal = names.length === 1 ? '' : `${at + 1}.`;
    const prefix = (at === 0 ? heading : '') + ordinal;
    const left = attachments.indent + widthInCharacters(heading + ordinal);
    const runs = [...describeText(context, prefix, 'body'), ...runsIn(context, name, 'body')];
    return {
      ...describeParagraph(context, runs, bodyLook(context)),
      margin: [left * em, 0, 0, 0],
      leadingIndent: -widthInCharacters(prefix) * em,
      ...(at < names.length - 1 ? { keepWithNext: true } : {}),
    };
  });
  return [...blankLines(context, attachments.linesAbove), ...lines];
}

/** 附注 in brackets, two characters in (7.3.7). */
export function describeAnnotation(context: PdfContext, { runs }: BlockOf<'annotation'>): TextNode {
  const bracketed = [
    ...describeText(context, '（', 'body'),
    ...runsIn(context, runs, 'body'),
    ...describeText(context, '）', 'body'),
  ];
  return {
    ...describeParagraph(context, bracketed, bodyLook(context)),
    leadingIndent: annotation.indent * context.measures.body,
  };
}

/** The head of an annex: its label on the first line of a page, its title in the middle of the third (7.3.6). */
export function describeAnnexHead(context: PdfContext, block: BlockOf<'annex'>): readonly TextNode[] {
  const { title: size, titlePitch: pitch } = context.measures;
  const look: TextLook = { size, pitch, inMiddle: true };
  return [
    { ...line(context, describeText(context, block.label, 'hei')), keepWithNext: true },
    ...blankLines(context, annex.linesAboveTitle),
    {
      ...describeParagraph(context, runsIn(context, breakTitleRuns(block.title), 'title'), look),
      alignment: 'center',
      keepWithNext: true,
    },
    ...blankLines(context, 1),
  ];
}

/** 版记 on the foot of the type area of the last page; its last rule is the lower edge (7.4.1). */
export function describeFoot(context: PdfContext, { parts }: BlockOf<'imprint'>): readonly ContentNode[] {
  const { textWidth, pitch } = context.measures;
  const em = imprint.points;
  const look = { size: em, pitch, inMiddle: true };
  const runsOf = (part: BlockOf<'imprint'>['parts'][number]['part']) =>
    parts.find((each) => each.part === part)?.runs ?? [];
  const text = (runs: readonly TextRun[]): TextNode => describeParagraph(context, runs, look);
  // Its line may not reach below the type area, not even by the blank under its characters.
  const low = (runs: readonly TextRun[]): TextNode => describeParagraph(context, runs, { size: em, pitch: em });
  const half = (pitch - em) / 2;
  const copies = runsOf('抄送');
  const mark = '抄送：';
  const room = Math.floor(textWidth / em - 2 * imprint.indent - mark.length);
  const copyLines = copies.length === 0 ? 0 : Math.max(1, Math.ceil(widthInCharacters(textOf(copies)) / room));
  const copyRow: readonly ContentNode[] = [
    {
      ...text([...describeText(context, mark, 'body'), ...runsIn(context, copies, 'body')]),
      margin: [em * (imprint.indent + mark.length), half, em * imprint.indent, -half],
      leadingIndent: -em * mark.length,
    },
  ];
  const printer = runsOf('印发机关');
  const date = runsOf('印发日期');
  const printRow: readonly ContentNode[] = [
    { ...low(runsIn(context, printer, 'body')), alignment: 'left', margin: [em, half, 0, half] },
    { ...low(runsIn(context, date, 'body')), alignment: 'right', margin: [0, half - pitch, em, half] },
  ];
  const rows = [...(copyLines > 0 ? [copyRow] : []), ...(printer.length + date.length > 0 ? [printRow] : [])];
  const ruleOf = (millimetres: number) => rule(context, { above: 0, weight: pointsOf(millimetres), color: 'black' });
  const height = (copyLines + rows.length - (copyLines > 0 ? 1 : 0)) * pitch;
  const { margins, pageHeight } = context.measures;
  const stack = [
    ...rows.flatMap((row, at) => [ruleOf(at === 0 ? imprint.outerRule : imprint.innerRule), ...row]),
    ruleOf(imprint.outerRule),
  ];
  const absolutePosition = { x: margins[0], y: pageHeight - margins[3] - height };
  return rows.length === 0 ? [] : [{ stack, absolutePosition, needsRoom: height }];
}
