import type { Output } from '../../../../../shared/api/contract.ts';

export type ReportFinding = Output<'proofreading.read'>['findings'][number];

interface Piece {
  readonly node: Text;
  readonly start: number;
}

function piecesOf(element: Element): readonly Piece[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  let start = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    pieces.push({ node, start });
    start += node.data.length;
  }
  return pieces;
}

function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  return pieces.findLast(({ start }) => start <= at);
}

/** Where the words begin; what is counted (一、) may be drawn and stand in no text of the page. */
function findWords(all: string, { before, text, after }: ReportFinding): number {
  for (let left = 0; left <= before.length; left += 1) {
    const own = before.slice(left);
    const found = all.indexOf(own + text + after);
    if (found >= 0) return found + own.length;
  }
  return -1;
}

/** Where the words of a finding stand in the element of its block; null when the sheet shows them otherwise. */
export function findRange(element: Element, finding: ReportFinding): Range | null {
  const pieces = piecesOf(element);
  const from = findWords(pieces.map(({ node }) => node.data).join(''), finding);
  const to = from + finding.text.length;
  const [first, last] = [pieceAt(pieces, from), pieceAt(pieces, Math.max(from, to - 1))];
  if (from < 0 || first === undefined || last === undefined) return null;
  const range = element.ownerDocument.createRange();
  range.setStart(first.node, from - first.start);
  range.setEnd(last.node, Math.min(to - last.start, last.node.data.length));
  return range;
}
