/* oxlint-disable no-underscore-dangle -- pdfmake's own names */
import { fillLine, type Piece, type PieceKind } from './fill-line.ts';
import {
  elementWriter,
  Line,
  layoutBuilder,
  pdfDocument,
  textBreaker,
  textDecorator,
  textInlines,
} from './pdfmake-modules.ts';
import type { Inline, LaidOutNode, LineShape } from './pdfmake-shapes.ts';
import { segmentText } from './segment-text.ts';

/**
 * Chinese line composition for pdfmake 0.3.11, which breaks by UAX 14 alone, stretches but never squeezes, and lets each
 * font's metrics set the line. The patch replaces how a paragraph is cut into pieces, how a line takes and places them,
 * and the metrics of fonts; pages, tables and drawing stay pdfmake's. A test pins the version.
 */

/** The em box of every font: 0.88 above the baseline and 0.12 below, as Chinese fonts are drawn (OS/2 of simsun, simfang). */
const ascender = 880;
const descender = -120;

const opening = new Set('“‘（《〈「『【〔［｛〖');
const closing = new Set('，。、；：”’）》〉」』】〕］｝〗');
/** A highlight reaches this far above and below the em box. */
const highlightMargin = 1.5;
/** What stays free at either end of a dash, in ems. */
const dashGap = 0.05;
/** How far the drawn parts of a dash reach over its glyphs, in points, so that no seam shows. */
const dashSeam = 0.05;

type TextItem = string | { readonly text?: unknown };

function readText(item: TextItem): string {
  const text = typeof item === 'string' ? item : item.text;
  return typeof text === 'string' ? text : '';
}

/** Cuts the runs of a paragraph where its text is cut, and at the ends of runs. */
function breakIntoInlines(items: readonly TextItem[]): Inline[] {
  const ends: number[] = [];
  let text = '';
  for (const item of items) {
    text += readText(item);
    ends.push(text.length);
  }
  const inlines: Partial<Inline>[] = [];
  let run = 0;
  for (const segment of segmentText(text)) {
    let start = segment.start;
    const segmentEnd = segment.start + segment.text.length;
    while (start < segmentEnd) {
      while ((ends[run] ?? segmentEnd) <= start && run < ends.length - 1) run += 1;
      const end = Math.min(segmentEnd, ends[run] ?? segmentEnd);
      const style = items[run];
      inlines.push({
        ...(typeof style === 'object' ? style : {}),
        text: text.slice(start, end).replace(/\r?\n/, ''),
        lineEnd: segment.text.endsWith('\n'),
        breakAfter: end === segmentEnd && segment.breakAfter,
      });
      start = end;
    }
  }
  if (inlines.length === 0) inlines.push({ ...(typeof items[0] === 'object' ? items[0] : {}), text: '' });
  // pdfmake's `measure` fills in the rest of each inline before anything reads it.
  return inlines as Inline[];
}

/** A two-character dash or ellipsis fills two em squares, its glyphs in the middle: Noto's are narrower. */
function widenDash(inline: Inline): void {
  const cell = inline.fontSize * 2;
  if (!/^(?:—{2}|…{2})$/.test(inline.text) || inline.width >= cell) return;
  inline.inset = (cell - inline.width) / 2;
  inline.width = cell;
}

/** Leader dots: a tenth of a character wide, a quarter of a character apart, on places that all lines share. */
const leaderPitch = 0.25;
const leaderDot = 0.1;
/** Least width of a leader, and what stays free at either end of it, in ems. */
const narrowestLeader = 1;
const leaderGap = 0.25;

function widenLeader(inline: Inline): void {
  if (inline.leader === true) inline.width = inline.fontSize * narrowestLeader;
}

function kindOf(inline: Inline): PieceKind {
  if (inline.lineEnd === true) return 'newline';
  if (/^\s+$/.test(inline.text)) return 'space';
  return opening.has(inline.text) ? 'opening' : closing.has(inline.text) ? 'closing' : 'text';
}

function describePiece(inline: Inline): Piece {
  const em = inline.fontSize;
  if (inline.leader === true) return { kind: 'text', em, width: inline.width, blank: 0, breakAfter: false };
  const kind = kindOf(inline);
  const isMark = kind === 'opening' || kind === 'closing';
  // A proportional quotation mark has no blank half to give.
  const blank = isMark && inline.width > em * 0.9 ? em / 2 : 0;
  return { kind, em, width: inline.width, blank, breakAfter: inline.breakAfter ?? true };
}

/** A word wider than a whole line is cut into its characters. */
function cutWideWord(inline: Inline, width: number): readonly Inline[] {
  if (inline.width <= width || inline.text.length < 2) return [inline];
  return Array.from(inline.text).map((text, index, all) => ({
    ...inline,
    text,
    leadingIndent: index === 0 ? (inline.leadingIndent ?? 0) : 0,
    width: inline.font.widthOfString(text, inline.fontSize),
    breakAfter: index < all.length - 1 || (inline.breakAfter ?? true),
  }));
}

/** How many lines a paragraph takes, and how many inlines each. */
export function countInlinesPerLine(inlines: readonly Inline[], width: number): readonly number[] {
  const pieces = inlines.map(describePiece);
  const counts: number[] = [];
  for (let from = 0; from < pieces.length; from += counts.at(-1) ?? 1) {
    const indent = from === 0 ? (inlines[0]?.leadingIndent ?? 0) : 0;
    counts.push(fillLine(pieces, from, { width, indent, justify: inlines[0]?.alignment === 'justify' }).count);
  }
  return counts;
}

/** Has a leader take what a line leaves free; returns how much that was. */
function stretchLeader(inlines: readonly Inline[], slack: number): number {
  const at = inlines.findIndex((inline) => inline.leader === true);
  const leader = inlines[at];
  if (leader === undefined) return 0;
  leader.width += slack;
  for (const inline of inlines.slice(at + 1)) inline.x += slack;
  return slack;
}

/** Takes the next line from a paragraph's inlines and places them; pdfmake only moves and draws it. */
function buildLine(node: LaidOutNode, width: number): LineShape | null {
  const first = node._inlines?.[0];
  if (node._inlines === undefined || first === undefined) return null;
  // A line holds at most about a hundred pieces; only those are looked at, so that long paragraphs stay linear.
  const horizon = Math.ceil(width / Math.max(first.fontSize, 1)) * 8 + 8;
  const inlines = node._inlines.slice(0, horizon).flatMap((inline) => cutWideWord(inline, width));
  const indent = first.leadingIndent ?? 0;
  const justify = first.alignment === 'justify';
  const continues = node.continues === true || node._inlines.length > horizon;
  const filled = fillLine(inlines.map(describePiece), 0, { width, indent, justify, continues });
  const taken = inlines.slice(0, filled.count);
  node._inlines = [...inlines.slice(filled.count), ...node._inlines.slice(horizon)];

  const line = new Line(width);
  taken.forEach((inline, index) => {
    const x = filled.positions[index] ?? 0;
    const end = filled.positions[index + 1];
    // The width reaches to the next piece, so that a highlight has no gaps.
    line.inlines.push({ ...inline, x: x + (inline.inset ?? 0), width: end === undefined ? inline.width : end - x });
  });
  line.inlineWidths = stretchLeader(line.inlines, width - filled.width) + filled.width;
  line.newLineForced = taken.at(-1)?.lineEnd === true;
  line.lastLineInParagraph = node._inlines.length === 0;
  return line;
}

type DrawBox = (box: { x: number; y: number; width: number; height: number; color: string }) => void;

/** Draws the dots of a leader, counted from the right edge of the line `right`. */
function drawLeader(inline: Inline, top: number, right: number, draw: DrawBox): void {
  const em = inline.fontSize;
  const size = leaderDot * em;
  const from = inline.x + leaderGap * em;
  const to = inline.x + inline.width - leaderGap * em - size;
  const last = Math.ceil((right - to) / (leaderPitch * em));
  const y = top + (ascender / 1000) * em - size;
  for (let at = last, x = right - last * leaderPitch * em; x >= from; at += 1, x = right - at * leaderPitch * em) {
    draw({ x, y, width: size, height: size, color: 'black' });
  }
}

/**
 * Lengthens a dash to its two characters: its glyphs keep gaps that a Chinese dash does not have. Only those are drawn,
 * as a stroke over a stroke would look bolder.
 */
function drawDash(inline: Inline, top: number, draw: DrawBox): void {
  const points = (inline.font.scale * inline.fontSize) / 1000;
  const baseline = top + (ascender / 1000) * inline.fontSize;
  const end = inline.x - (inline.inset ?? 0) + (2 - dashGap) * inline.fontSize;
  let pen = inline.x;
  let drawn = inline.x - (inline.inset ?? 0) + dashGap * inline.fontSize;
  const { glyphs } = inline.font.font.layout(inline.text);
  for (const [index, { advanceWidth, bbox }] of glyphs.entries()) {
    const height = (bbox.maxY - bbox.minY) * points;
    const fill = (from: number, to: number): void => {
      const width = to - from + 2 * dashSeam;
      if (to > from) draw({ x: from - dashSeam, y: baseline - bbox.maxY * points, width, height, color: 'black' });
    };
    fill(drawn, pen + bbox.minX * points);
    drawn = pen + bbox.maxX * points;
    if (index === glyphs.length - 1) fill(drawn, end);
    pen += advanceWidth * points;
  }
}

/** What lies under the glyphs of a line: highlights, and the strokes of dashes. */
function drawUnderText(line: LineShape, top: number, draw: DrawBox): void {
  for (const inline of line.inlines) {
    if (inline.background) {
      const height = inline.fontSize + 2 * highlightMargin;
      draw({ x: inline.x, y: top - highlightMargin, width: inline.width, height, color: inline.background });
    }
    if (inline.leader === true) drawLeader(inline, top, line.inlineWidths, draw);
    if (inline.inset !== undefined && inline.text.startsWith('—')) drawDash(inline, top, draw);
  }
}

let installed = false;

/** Patches pdfmake, once in a process; pdfmake serves nothing but our official documents. */
export function installChineseComposition(): void {
  if (installed) return;
  installed = true;

  textBreaker.getBreaks = (texts) => breakIntoInlines((Array.isArray(texts) ? texts : [texts]) as TextItem[]);

  const measure = textInlines.measure;
  textInlines.measure = function (inlines, styles) {
    const measured = measure.call(this, inlines, styles);
    measured.forEach(widenDash);
    measured.forEach(widenLeader);
    return measured;
  };

  layoutBuilder.buildNextLine = function (node) {
    return buildLine(node, this.writer.context().availableWidth);
  };

  const alignLine = elementWriter.alignLine;
  elementWriter.alignLine = function (line) {
    if (line.inlines[0]?.alignment !== 'justify') alignLine.call(this, line);
  };

  textDecorator.drawBackground = function (line, x, y) {
    drawUnderText(line, y, (box) =>
      this.pdfDocument
        .fillColor(box.color)
        .rect(x + box.x, box.y, box.width, box.height)
        .fill(),
    );
  };

  const provideFont = pdfDocument.provideFont;
  pdfDocument.provideFont = function (family, bold, italics) {
    const font = provideFont.call(this, family, bold, italics);
    font.ascender = ascender;
    font.descender = descender;
    font.lineGap = 0;
    return font;
  };
}
