import { letterhead } from '../../../../shared/gongwen/elements.ts';
import type { LetterheadPart } from '../../../../shared/report/official.ts';
import type { PrintedBlock, PrintedRun } from '../../../../shared/report/printed.ts';
import { splitRunLines, textOf } from '../../../../shared/report/run-text.ts';
import type { BlockPlace, DocumentContext } from './context.ts';
import { characterTwips, textWidthTwips, twipsOfMillimetres } from './measures.ts';
import { writeBlankLines, writeParagraph, writeStyled } from './paragraphs.ts';
import { plainRun, writeRun, writeRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import { element } from './xml.ts';

type LetterheadBlock = Extract<PrintedBlock, { readonly kind: 'letterhead' }>;

/** 份号, 密级 and 紧急程度 stand on the first three lines, each on its own, at the left edge (7.2.1–7.2.3). */
const labelParts: readonly LetterheadPart[] = ['份号', '密级', '紧急程度'];

/** Above the mark, on a page that holds the lines of the labels, this much is left to its place. */
function spaceAboveMark(context: DocumentContext, size: number): number {
  const { linePitchTwips } = context.layout;
  // An exact line holds a Han character's box in its middle.
  const boxInLine = (size * 20 * markPitch - size * 20) / 2;
  return Math.max(
    0,
    Math.round(twipsOfMillimetres(letterhead.markTop) - labelParts.length * linePitchTwips - boxInLine),
  );
}

/** Line pitch of the mark, in its own size. */
const markPitch = 1.2;

/** As large as the line holds it, at most the usual size. */
function markSize(context: DocumentContext, lines: readonly (readonly PrintedRun[])[]): number {
  const longest = Math.max(1, ...lines.map((runs) => Array.from(textOf(runs)).length));
  return Math.min(letterhead.markPoints, Math.floor(textWidthTwips(context.layout) / 20 / longest));
}

/** 发文机关标志: red 小标宋 in the middle, its upper edge 35 mm below that of the type area (7.2.4). */
function writeMark(context: DocumentContext, runs: readonly PrintedRun[]): string {
  const lines = splitRunLines(runs);
  const size = markSize(context, lines);
  const look = { size: size * 2, color: letterhead.red };
  return lines
    .map((line, at) => {
      const spacing = element('w:spacing', {
        'w:before': at === 0 ? spaceAboveMark(context, size) : 0,
        'w:after': 0,
        'w:line': Math.round(size * 20 * markPitch),
        'w:lineRule': 'exact',
      });
      const written = writeRuns(line, context.bookmarks, (run) => writeRun(run, context.layout, 'title', look));
      return writeParagraph({ style: styleIds.letterhead, spacing, alignment: 'center' }, written);
    })
    .join('');
}

/** The red line over the whole type area, 4 mm below the 发文字号 (7.2.7); one em in on both sides for the number. */
function writeNumberLine(
  context: DocumentContext,
  number: readonly PrintedRun[],
  signer: readonly PrintedRun[],
): string {
  const { layout, bookmarks } = context;
  const border = element('w:bottom', {
    'w:val': 'single',
    'w:sz': letterhead.linePoints * 8,
    'w:space': lineSpacePoints,
    'w:color': letterhead.red,
  });
  const borders = element('w:pBdr', {}, [border]);
  const body = writeRuns(number, bookmarks, (run) => writeRun(run, layout, 'body'));
  if (signer.length === 0) return writeParagraph({ style: styleIds.letterhead, borders, alignment: 'center' }, body);
  const end = textWidthTwips(layout) - characterTwips(layout);
  const tabs = element('w:tabs', {}, [element('w:tab', { 'w:val': 'right', 'w:pos': end })]);
  return writeParagraph({ style: styleIds.letterhead, borders, tabs, alignment: 'left' }, [
    writeRun(plainRun('\u3000'), layout, 'body'),
    ...body,
    writeRun(plainRun('\t签发人：'), layout, 'body'),
    ...writeRuns(signer, bookmarks, (run) => writeRun(run, layout, 'kai')),
  ]);
}

/** Word counts the space of a border from the line's lower edge, which lies below the characters. */
const lineSpacePoints = 5;

/** 版头: the labels, the mark, the number with its red line, and the lines above the title. */
export function writeLetterhead(context: DocumentContext, place: BlockPlace, { parts }: LetterheadBlock): string {
  const runsOf = (part: LetterheadPart) => parts.find((line) => line.part === part)?.runs ?? [];
  const mark = runsOf('发文机关标志');
  const labels = labelParts.map((part) => ({ part, runs: runsOf(part) }));
  const present = labels.filter(({ runs }) => runs.length > 0);
  const shown = mark.length > 0 ? labels : present;
  const top = [...present, ...Array.from({ length: shown.length - present.length }, () => null)];
  const lines = top.map((line, at) => {
    const options = { style: styleIds.letterhead, pageBreakBefore: place.pageBreakBefore && at === 0 };
    if (line === null) return writeParagraph(options, []);
    return writeStyled(context, { ...options, font: line.part === '份号' ? 'body' : 'hei' }, line.runs);
  });
  if (mark.length === 0) return lines.join('');
  return (
    lines.join('') +
    writeMark(context, mark) +
    writeBlankLines(letterhead.linesAboveNumber) +
    writeNumberLine(context, runsOf('发文字号'), runsOf('签发人')) +
    writeBlankLines(letterhead.linesAboveTitle)
  );
}
