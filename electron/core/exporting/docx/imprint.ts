import { imprint } from '../../../../shared/gongwen/elements.ts';
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
function writeRule(frame: string, millimetres: number): string {
  const border = { 'w:val': 'single', 'w:sz': ruleSize(millimetres), 'w:space': 0, 'w:color': 'auto' };
  const borders = element('w:pBdr', {}, [element('w:top', border)]);
  return writeParagraph({ style: styleIds.imprint, frame, borders, spacing: exactPitch(20) }, []);
}

/** A line of 四号 one character in on both sides; 抄送 goes on below its own first character (7.4.2). */
function writeLine(context: DocumentContext, frame: string, runs: readonly PrintedRun[], hanging: number): string {
  const em = imprint.points * 20;
  const indent = element('w:ind', {
    'w:left': em * (imprint.indent + hanging),
    'w:right': em * imprint.indent,
    ...(hanging > 0 ? { 'w:hanging': em * hanging } : { 'w:firstLine': 0 }),
  });
  const end = textWidthTwips(context.layout) - em * imprint.indent;
  const tabs = element('w:tabs', {}, [element('w:tab', { 'w:val': 'right', 'w:pos': end })]);
  const options: ParagraphOptions = { style: styleIds.imprint, frame, indent, ...(hanging > 0 ? {} : { tabs }) };
  const written = writeRuns(runs, context.bookmarks, (run) => writeRun(run, context.layout, 'body'));
  return writeParagraph(options, written);
}

function endsWith(runs: readonly PrintedRun[], sign: string): readonly PrintedRun[] {
  return runs.length === 0 || textOf(runs).endsWith(sign) ? runs : [...runs, plainRun(sign)];
}

/**
 * 版记: a frame on the foot of the type area of the last page, whatever the text above it comes to; its last rule is the
 * lower edge (7.4.1). 抄送, then 印发机关 and 印发日期 on one line. Paragraphs that name one frame stand in it together.
 */
export function writeImprint(context: DocumentContext, { parts }: ImprintBlock): string {
  const runsOf = (part: ImprintBlock['parts'][number]['part']) => parts.find((line) => line.part === part)?.runs ?? [];
  const frame = element('w:framePr', {
    'w:w': textWidthTwips(context.layout),
    'w:hSpace': 0,
    'w:wrap': 'around',
    'w:vAnchor': 'margin',
    'w:hAnchor': 'margin',
    'w:xAlign': 'left',
    'w:yAlign': 'bottom',
  });
  const mark = '抄送：';
  const copies = endsWith(runsOf('抄送'), '。');
  const printer = runsOf('印发机关');
  const date = endsWith(runsOf('印发日期'), '印发');
  const lines = [
    ...(copies.length === 0 ? [] : [writeLine(context, frame, [plainRun(mark), ...copies], mark.length)]),
    ...(printer.length + date.length === 0
      ? []
      : [writeLine(context, frame, [...printer, plainRun('\t'), ...date], 0)]),
  ];
  if (lines.length === 0) return '';
  return (
    writeRule(frame, imprint.outerRule) +
    lines.join(writeRule(frame, imprint.innerRule)) +
    writeRule(frame, imprint.outerRule)
  );
}
