import { numberCaptions } from '../report/caption-numbers.ts';
import type { ComputedReport } from '../report/compute.ts';
import type { Inline, ReportDocument } from '../report/document.ts';
import { textOfNode } from '../report/figure.ts';
import { mapEveryLine } from '../report/walk.ts';
import type { Finding } from './finding.ts';
import type { Draft } from './reading/draft.ts';

/** Puts the right text of findings into a report. Figures, references and what is counted are never typed over. */

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Of each typed text the edits of each paragraph that reads so, in the order of the text. */
function editsByText(draft: Draft, findings: readonly Finding[]): Map<string, (readonly Edit[])[]> {
  const byText = new Map<string, (readonly Edit[])[]>();
  for (const [at, { text, paragraph }] of draft.paragraphs.entries()) {
    const { typedFrom } = paragraph;
    const edits = findings
      .filter((finding) => finding.paragraph === at && finding.start >= typedFrom)
      .flatMap(({ start, end, replacement }) =>
        replacement === null ? [] : [{ start: start - typedFrom, end: end - typedFrom, text: replacement }],
      )
      .toSorted((a, b) => a.start - b.start);
    const key = text.slice(typedFrom);
    byText.set(key, [...(byText.get(key) ?? []), edits]);
  }
  return byText;
}

interface Piece {
  readonly node: Inline;
  readonly start: number;
  readonly end: number;
}

/** An edit that reaches over several pieces of text goes into the first of them; one that touches anything else is left. */
function editPieces(pieces: readonly Piece[], { start, end, text }: Edit): readonly Inline[] {
  const touched = pieces.filter((piece) =>
    start === end ? piece.start <= start && start <= piece.end : piece.start < end && start < piece.end,
  );
  const isTyped = touched.length > 0 && touched.every(({ node }) => node.type === 'text');
  if (!isTyped) return pieces.map(({ node }) => node);
  const [first] = touched;
  return pieces.flatMap((piece) => {
    const { node } = piece;
    if (node.type !== 'text' || !touched.includes(piece)) return [node];
    const before = node.text.slice(0, Math.max(0, start - piece.start));
    const after = node.text.slice(Math.max(0, end - piece.start));
    const changed = before + (piece === first ? text : '') + after;
    return changed === '' ? [] : [{ ...node, text: changed }];
  });
}

function piecesOf(line: readonly Inline[], printed: (node: Inline) => string): readonly Piece[] {
  let at = 0;
  return line.map((node) => {
    const start = at;
    at += printed(node).length;
    return { node, start, end: at };
  });
}

/** The edits in their order; of two that overlap the first. */
function editLine(line: readonly Inline[], edits: readonly Edit[], printed: (node: Inline) => string) {
  let from = 0;
  const kept = edits.filter(({ start, end }) => {
    const isFree = start >= from;
    if (isFree) from = end;
    return isFree;
  });
  // From the last to the first, so that the places of the others stay what they were.
  return kept.reduceRight((changed, edit) => editPieces(piecesOf(changed, printed), edit), line);
}

export interface Correction {
  readonly document: ReportDocument;
  readonly computed: ComputedReport;
  /** As `draftOfReport` reads it. */
  readonly draft: Draft;
  readonly findings: readonly Finding[];
}

/** The document with each replacement of the findings put in, as far as it is of typed text. */
export function correctDocument({ document, computed, draft, findings }: Correction): ReportDocument {
  const edits = editsByText(draft, findings);
  const labels = numberCaptions(document, computed.figures).ofLabel;
  const printed = (node: Inline) =>
    node.type === 'reference' ? (labels.get(node.attrs.label)?.text ?? '') : textOfNode(node, computed.figures);
  const change = (line: readonly Inline[]) => {
    const own = edits.get(line.map(printed).join(''))?.shift();
    return own === undefined || own.length === 0 ? line : editLine(line, own, printed);
  };
  return { ...document, content: document.content.map((block) => mapEveryLine(block, change)) };
}
