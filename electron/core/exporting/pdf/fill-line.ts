/**
 * 标点挤压 and justification of one line, in points and without any font: the caller measures, this decides which pieces
 * the line takes and where each is drawn. Rules: a blank half of a mark next to another mark goes; an opening mark that
 * begins a line stands flush; then a line that would fall short takes one more piece by squeezing its marks, or is
 * stretched evenly. A last line of one character gets another from the line before it (段末不挂单字).
 */

/** What a piece does to its neighbours: 开 opening mark, 闭 closing mark or pause, blank space, or nothing. */
export type PieceKind = 'text' | 'opening' | 'closing' | 'space' | 'newline';

export interface Piece {
  readonly kind: PieceKind;
  readonly width: number;
  /** Size of the em square in points. */
  readonly em: number;
  /** Half of the mark that shows nothing: left of an opening mark, right of a closing one; 0 for proportional glyphs. */
  readonly blank: number;
  readonly breakAfter: boolean;
}

export interface LineSpace {
  readonly width: number;
  /** First-line indent; an opening mark after it keeps its blank half, so that the indent is seen. */
  readonly indent: number;
  readonly justify: boolean;
  /** The pieces are a paragraph's beginning: their last line is not its last. */
  readonly continues?: boolean;
}

export interface FilledLine {
  /** How many pieces the line takes, blanks at its end included. */
  readonly count: number;
  /** Left edge of each piece's glyphs; a squeezed opening mark reaches back over its blank half. */
  readonly positions: readonly number[];
  /** Width of the text, indent included. */
  readonly width: number;
}

const tolerance = 0.01;
/** A mark gives at most a quarter of an em to its line; less than half an em short is not worth a squeeze. */
const squeezeShare = 0.25;
const worthSqueezing = 0.5;
/** Gaps wider than this show; such a line (before a long Latin word) stays ragged. */
const widestStretch = 0.5;

interface Placement {
  readonly positions: number[];
  /** What each piece could still give, on its left (opening) or right (closing). */
  readonly give: number[];
  readonly end: number;
}

/** Sets pieces `from … to - 1` side by side as a line of their own. */
function placePieces(pieces: readonly Piece[], from: number, to: number, indent: number): Placement {
  const positions: number[] = [];
  const give: number[] = [];
  let x = indent;
  for (let index = from; index < to; index += 1) {
    const piece = pieces[index];
    if (piece === undefined) break;
    const before = index > from ? pieces[index - 1] : undefined;
    const after = index + 1 < to ? pieces[index + 1] : undefined;
    const flush = before === undefined && indent === 0;
    const cutLeft = piece.kind === 'opening' && (flush || before?.kind === 'opening') ? piece.blank : 0;
    const nextToMark = after?.kind === 'closing' || after?.kind === 'opening';
    const cutRight = piece.kind === 'closing' && nextToMark ? piece.blank : 0;
    const mayGive = piece.kind === 'opening' ? before !== undefined : after !== undefined;
    positions.push(x - cutLeft);
    give.push(mayGive ? Math.max(0, Math.min(piece.blank - cutLeft - cutRight, piece.em * squeezeShare)) : 0);
    x += piece.width - cutLeft - cutRight;
  }
  return { positions, give, end: x };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The end of the text when blanks at its end are left out. */
function trimEnd(pieces: readonly Piece[], from: number, to: number): number {
  let end = to;
  while (end > from && (pieces[end - 1]?.kind === 'space' || pieces[end - 1]?.kind === 'newline')) end -= 1;
  return end;
}

/** How many pieces fit: by their own widths and, where that leaves a gap, squeezed. */
function choosePieces(pieces: readonly Piece[], from: number, space: LineSpace): number {
  let plain = 0;
  let plainSlack = 0;
  let squeezed = 0;
  let emergency = 1;
  // No line holds more pieces than its width divided by the narrowest piece; the loop ends at the first that is too wide.
  for (let to = from + 1; to <= pieces.length; to += 1) {
    const last = pieces[to - 1];
    if (last === undefined) break;
    const { end, give } = placePieces(pieces, from, trimEnd(pieces, from, to), space.indent);
    const slack = space.width - end;
    if (slack + sum(give) < -tolerance) break;
    if (slack >= -tolerance) emergency = to - from;
    if (last.kind === 'newline') return slack >= -tolerance || plain === 0 ? to - from : plain;
    if (last.breakAfter && slack >= -tolerance) {
      plain = to - from;
      plainSlack = slack;
    } else if (last.breakAfter) squeezed = to - from;
  }
  const em = pieces[from]?.em ?? 0;
  if (plain === 0) return squeezed > 0 ? squeezed : emergency;
  return squeezed > plain && space.justify && plainSlack > em * worthSqueezing ? squeezed : plain;
}

/** A line is not stretched by more than this between two characters, in ems, to give one to the last line. */
const widestGift = 0.12;

function endsWithOne(pieces: readonly Piece[], from: number): boolean {
  let characters = 0;
  for (let at = from; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined || piece.kind === 'newline') return false;
    if (piece.kind === 'text') characters += piece.width > piece.em * 1.01 ? 2 : 1;
    if (characters > 1) return false;
  }
  return characters === 1;
}

/** How many pieces a line takes when it is the last but one: one character fewer where the last would stand alone. */
function spareOne(pieces: readonly Piece[], from: number, count: number, space: LineSpace): number {
  const isLast = from + count >= pieces.length;
  if (isLast || !space.justify || space.continues === true || !endsWithOne(pieces, from + count)) return count;
  let fewer = count - 1;
  while (fewer > 1 && pieces[from + fewer - 1]?.breakAfter !== true) fewer -= 1;
  const { end, positions } = placePieces(pieces, from, trimEnd(pieces, from, from + fewer), space.indent);
  const stretch = (space.width - end) / Math.max(1, positions.length - 1);
  return fewer > 1 && stretch <= (pieces[from]?.em ?? 0) * widestGift ? fewer : count;
}

/** Takes `need` points from the marks, each in proportion to what it can give. */
function squeeze(placement: Placement, pieces: readonly Piece[], from: number, need: number): number[] {
  const total = sum(placement.give);
  let shift = 0;
  return placement.positions.map((x, index) => {
    const taken = total > 0 ? (need * (placement.give[index] ?? 0)) / total : 0;
    const opening = pieces[from + index]?.kind === 'opening';
    if (opening) shift += taken;
    const moved = x - shift;
    if (!opening) shift += taken;
    return moved;
  });
}

/** Fills a line from `pieces[from]` on. */
export function fillLine(pieces: readonly Piece[], from: number, space: LineSpace): FilledLine {
  const count = spareOne(pieces, from, choosePieces(pieces, from, space), space);
  const textEnd = trimEnd(pieces, from, from + count);
  const placement = placePieces(pieces, from, textEnd, space.indent);
  const slack = space.width - placement.end;
  const gaps = placement.positions.length - 1;
  const endsParagraph =
    (from + count >= pieces.length && space.continues !== true) || pieces[from + count - 1]?.kind === 'newline';
  const em = pieces[from]?.em ?? 0;
  const trailing = Array.from({ length: count - (textEnd - from) }, () => space.width);
  if (slack < -tolerance) {
    return { count, positions: [...squeeze(placement, pieces, from, -slack), ...trailing], width: space.width };
  }
  if (!space.justify || endsParagraph || gaps === 0 || slack / gaps > em * widestStretch) {
    return { count, positions: [...placement.positions, ...trailing.map(() => placement.end)], width: placement.end };
  }
  const step = slack / gaps;
  return { count, positions: [...placement.positions.map((x, i) => x + i * step), ...trailing], width: space.width };
}
