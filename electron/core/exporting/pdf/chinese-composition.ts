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

function kindOf(inline: Inline): PieceKind {
  if (inline.lineEnd === true) return 'newline';
  if (/^\s+$/.test(inline.text)) return 'space';
  return opening.has(inline.text) ? 'opening' : closing.has(inline.text) ? 'closing' : 'text';
}

function describePiece(inline: Inline): Piece {
  const kind = kindOf(inline);
  const em = inline.fontSize;
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

/** Takes the next line from a paragraph's inlines and places them; pdfmake only moves and draws it. */
function buildLine(node: LaidOutNode, width: number): LineShape | null {
  const first = node._inlines?.[0];
  if (node._inlines === undefined || first === undefined) return null;
  // A line holds at most about a hundred pieces; only those are looked at, so that long paragraphs stay linear.
  const horizon = Math.ceil(width / Math.max(first.fontSize, 1)) * 8 + 8;
  const inlines = node._inlines.slice(0, horizon).flatMap((inline) => cutWideWord(inline, width));
  const indent = first.leadingIndent ?? 0;
  const justify = first.alignment === 'justify';
  const continues = node.continues === true;
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
  line.inlineWidths = filled.width;
  line.newLineForced = taken.at(-1)?.lineEnd === true;
  line.lastLineInParagraph = node._inlines.length === 0;
  return line;
}

type DrawBox = (box: { x: number; y: number; width: number; height: number; color: string }) => void;

/** Lengthens a dash to its two characters: its glyphs keep a gap at either end that a Chinese dash does not have. */
function drawDash(inline: Inline, top: number, draw: DrawBox): void {
  const [glyph] = inline.font.font.layout(inline.text).glyphs;
  if (glyph === undefined) return;
  const points = (inline.font.scale * inline.fontSize) / 1000;
  const baseline = top + (ascender / 1000) * inline.fontSize;
  const x = inline.x - (inline.inset ?? 0) + dashGap * inline.fontSize;
  const width = 2 * inline.fontSize * (1 - dashGap);
  const height = (glyph.bbox.maxY - glyph.bbox.minY) * points;
  draw({ x, y: baseline - glyph.bbox.maxY * points, width, height, color: 'black' });
}

/** What lies under the glyphs of a line: highlights, and the strokes of dashes. */
function drawUnderText(line: LineShape, top: number, draw: DrawBox): void {
  for (const inline of line.inlines) {
    if (inline.background) {
      const height = inline.fontSize + 2 * highlightMargin;
      draw({ x: inline.x, y: top - highlightMargin, width: inline.width, height, color: inline.background });
    }
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
