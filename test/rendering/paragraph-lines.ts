import type { PrintedBlock, PrintedDocument } from '../../shared/report/printed.ts';
import { textOf } from '../../shared/report/run-text.ts';
import type { MeasuredLine, MeasuredPage } from './measure-page.ts';

export interface ParagraphLine extends MeasuredLine {
  /** From 1. */
  readonly page: number;
}

/** A paragraph of body text with the lines it takes. */
export interface ParagraphLines {
  readonly text: string;
  readonly lines: readonly ParagraphLine[];
}

function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '');
}

function isBodyText(block: PrintedBlock): block is Extract<PrintedBlock, { readonly kind: 'paragraph' }> {
  return block.kind === 'paragraph' && block.level === 0;
}

const pageNumber = /^—\d+—$/;

/** Finds the paragraphs of body text of a document among the lines of its pages, in their order. */
export function findParagraphLines(
  { blocks }: PrintedDocument,
  pages: readonly MeasuredPage[],
): readonly ParagraphLines[] {
  const lines = pages.flatMap((page, at) =>
    page.lines
      .map((line) => ({ ...line, text: squeeze(line.text), page: at + 1 }))
      .filter((line) => !pageNumber.test(line.text)),
  );
  const shown = lines.map((line) => line.text).join('');
  const owners = lines.flatMap((line, at) => Array.from({ length: line.text.length }, () => at));
  let from = 0;
  return blocks.filter(isBodyText).map((block) => {
    const text = squeeze(textOf(block.runs));
    const start = shown.indexOf(text, from);
    if (start < 0) throw new Error(`the pages do not show ${text}`);
    from = start + text.length;
    return { text, lines: lines.slice(owners[start], (owners[from - 1] ?? 0) + 1) };
  });
}
