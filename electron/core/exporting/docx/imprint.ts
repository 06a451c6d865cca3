import { imprint } from '../../../../shared/gongwen/elements.ts';
import { widthInCharacters } from '../../../../shared/gongwen/signature.ts';
import type { PrintedBlock, PrintedRun } from '../../../../shared/report/printed.ts';
import { textOf } from '../../../../shared/report/run-text.ts';
import type { DocumentContext } from './context.ts';
import { exactPitch, textWidthTwips } from './measures.ts';
import { type ParagraphOptions, writeParagraph } from './paragraphs.ts';
import { plainRun, writeRun, writeRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { element } from './xml.ts';

type ImprintBlock = Extract<PrintedBlock, { readonly kind: 'imprint' }>;

/** Eighths of a point of a rule given in millimetres. */
function ruleSize(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 72 * 8);
}

/** A rule over the whole type area: the upper border of a line that is hardly one. */
function writeRule(millimetres: number): string {
  const border = { 'w:val': 'single', 'w:sz': ruleSize(millimetres), 'w:space': 0, 'w:color': 'auto' };
  const borders = element('w:pBdr', {}, [element('w:top', border)]);
  return writeParagraph({ style: styleIds.imprint, borders, spacing: exactPitch(ruleTwips) }, []);
}

/** Height of the line that carries a rule. */
const ruleTwips = 20;

/** A line of 四号 one character in on both sides; 抄送 goes on below its own first character (7.4.2). */
function writeLine(context: DocumentContext, runs: readonly PrintedRun[], hanging: number): string {
  const em = imprint.points * 20;
  const indent = element('w:ind', {
    'w:left': em * (imprint.indent + hanging),
    'w:right': em * imprint.indent,
    ...(hanging > 0 ? { 'w:hanging': em * hanging } : { 'w:firstLine': 0 }),
  });
  const end = textWidthTwips(context.layout) - em * imprint.indent;
  const tabs = element('w:tabs', {}, [element('w:tab', { 'w:val': 'right', 'w:pos': end })]);
  const options: ParagraphOptions = { style: styleIds.imprint, indent, ...(hanging > 0 ? {} : { tabs }) };
  const written = writeRuns(runs, context.bookmarks, (run) => writeRun(run, context.layout, 'body'));
  return writeParagraph(options, written);
}

const copiesMark = '抄送：';

/** Lines that 抄送 takes beside its mark. */
function countLines(context: DocumentContext, runs: readonly PrintedRun[]): number {
  const room = textWidthTwips(context.layout) / 20 / imprint.points - 2 * imprint.indent - copiesMark.length;
  return Math.max(1, Math.ceil(widthInCharacters(textOf(runs)) / Math.floor(room)));
}

/** A box on the foot of the type area, around which no text runs, as every version of Word, WPS and LibreOffice reads it. */
function writeFootBox(context: DocumentContext, content: string, heightTwips: number): string {
  const width = textWidthTwips(context.layout) / 20;
  const style = [
    'position:absolute',
    'margin-left:0',
    'margin-top:0',
    `width:${width}pt`,
    `height:${heightTwips / 20}pt`,
    'z-index:251658240',
    // Left out, 9 points on each side.
    'mso-wrap-distance-left:0',
    'mso-wrap-distance-right:0',
    'mso-position-horizontal:left',
    'mso-position-horizontal-relative:margin',
    'mso-position-vertical:bottom',
    'mso-position-vertical-relative:margin',
  ].join(';');
  const box = element('v:textbox', { inset: '0,0,0,0' }, [element('w:txbxContent', {}, [content])]);
  const wrap = element('w10:wrap', { type: 'topAndBottom', anchorx: 'margin', anchory: 'margin' });
  const shape = element('v:rect', { id: 'HuigaoImprint', 'o:spid': '_x0000_s1026', style, filled: 'f', stroked: 'f' }, [
    box,
    wrap,
  ]);
  return element('w:r', {}, [element('w:rPr', {}, [element('w:noProof')]), element('w:pict', {}, [shape])]);
}

/**
 * 版记: a box on the foot of the type area of the last page, whatever the text above it comes to; its last rule is the lower
 * edge (7.4.1). 抄送, then 印发机关 and 印发日期 on one line.
 */
export function writeImprint(context: DocumentContext, { parts }: ImprintBlock): string {
  const runsOf = (part: ImprintBlock['parts'][number]['part']) => parts.find((line) => line.part === part)?.runs ?? [];
  const copies = runsOf('抄送');
  const printer = runsOf('印发机关');
  const date = runsOf('印发日期');
  const copied = copies.length > 0 ? [writeLine(context, [plainRun(copiesMark), ...copies], copiesMark.length)] : [];
  const isPrinted = printer.length + date.length > 0;
  const printed = isPrinted ? [writeLine(context, [...printer, plainRun('\t'), ...date], 0)] : [];
  const rows = [...copied, ...printed];
  if (rows.length === 0) return '';
  const lines = printed.length + (copied.length === 0 ? 0 : countLines(context, copies));
  const content = writeRule(imprint.outerRule) + rows.join(writeRule(imprint.innerRule)) + writeRule(imprint.outerRule);
  // LibreOffice cuts off what stands on the very edge.
  const edge = ruleTwips;
  return writeFootBox(context, content, lines * context.layout.linePitchTwips + (rows.length + 1) * ruleTwips + edge);
}
