import { imprint } from '../../../../shared/gongwen/elements.ts';
import type { PrintedBlock, PrintedRun } from '../../../../shared/report/printed.ts';
import { textOf } from '../../../../shared/report/run-text.ts';
import type { DocumentContext } from './context.ts';
import { textWidthTwips } from './measures.ts';
import { writeParagraph } from './paragraphs.ts';
import { plainRun, writeRun, writeRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { element } from './xml.ts';

type ImprintBlock = Extract<PrintedBlock, { readonly kind: 'imprint' }>;

/** Eighths of a point of a rule given in millimetres. */
function ruleSize(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 72 * 8);
}

function writeRule(side: string, millimetres: number): string {
  return element(`w:${side}`, { 'w:val': 'single', 'w:sz': ruleSize(millimetres), 'w:space': 0, 'w:color': 'auto' });
}

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
  const written = writeRuns(runs, context.bookmarks, (run) => writeRun(run, context.layout, 'body'));
  return writeParagraph({ style: styleIds.imprint, tabs, indent }, written);
}

function endsWith(runs: readonly PrintedRun[], sign: string): readonly PrintedRun[] {
  return textOf(runs).endsWith(sign) ? runs : [...runs, plainRun(sign)];
}

/** The rows of the 版记: 抄送, then 印发机关 and 印发日期 on one line. */
function linesOf(context: DocumentContext, { parts }: ImprintBlock): readonly string[] {
  const runsOf = (part: ImprintBlock['parts'][number]['part']) => parts.find((line) => line.part === part)?.runs ?? [];
  const copies = runsOf('抄送');
  const [printer, date] = [runsOf('印发机关'), runsOf('印发日期')];
  const dated = date.length === 0 ? [] : endsWith(date, '印发');
  return [
    ...(copies.length === 0 ? [] : [writeLine(context, [plainRun('抄送：'), ...endsWith(copies, '。')], 3)]),
    ...(printer.length + dated.length === 0 ? [] : [writeLine(context, [...printer, plainRun('\t'), ...dated], 0)]),
  ];
}

/**
 * 版记: a table that stands on the foot of the type area of the last page, whatever the text above it comes to; its last
 * rule is the lower edge (7.4.1).
 */
export function writeImprint(context: DocumentContext, block: ImprintBlock): string {
  const width = textWidthTwips(context.layout);
  const rows = linesOf(context, block).map((line) =>
    element('w:tr', {}, [
      element('w:trPr', {}, [element('w:cantSplit')]),
      element('w:tc', {}, [element('w:tcPr', {}, [element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })]), line]),
    ]),
  );
  const noMargin = ['top', 'left', 'bottom', 'right'].map((side) =>
    element(`w:${side}`, { 'w:w': 0, 'w:type': 'dxa' }),
  );
  const table = element('w:tbl', {}, [
    element('w:tblPr', {}, [
      element('w:tblpPr', {
        'w:leftFromText': 0,
        'w:rightFromText': 0,
        'w:vertAnchor': 'margin',
        'w:horzAnchor': 'margin',
        'w:tblpX': 1,
        'w:tblpYSpec': 'bottom',
      }),
      element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
      element('w:tblBorders', {}, [
        writeRule('top', imprint.outerRule),
        writeRule('bottom', imprint.outerRule),
        writeRule('insideH', imprint.innerRule),
      ]),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblCellMar', {}, noMargin),
    ]),
    element('w:tblGrid', {}, [element('w:gridCol', { 'w:w': width })]),
    ...rows,
  ]);
  return rows.length === 0 ? '' : table;
}
