import type { FontRole, Layout } from '../../../../shared/gongwen/layout.ts';
import type { PrintedRun } from '../../../../shared/report/printed.ts';
import { type BookmarkNames, captionBookmark } from './bookmarks.ts';
import { writeField } from './fields.ts';
import { boldElements, fontElement } from './fonts.ts';
import { element, textNode, value } from './xml.ts';

/** Text with its line breaks and tabs as Word's own elements. */
function writeText(text: string): readonly string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/([\n\t])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\n') return element('w:br');
      if (piece === '\t') return element('w:tab');
      return element('w:t', { 'xml:space': 'preserve' }, [textNode(piece)]);
    });
}

/** A colour (RRGGBB) and a size in half-points that differ from the paragraph's. */
export interface RunLook {
  readonly color?: string;
  readonly size: number;
}

/** A run that names its font in full; a gap is marked yellow, so that nobody sends it off unseen. */
export function writeRun(run: PrintedRun, layout: Layout, font: FontRole, look: RunLook | null = null): string {
  const properties = element('w:rPr', {}, [
    fontElement(layout, font),
    ...(run.bold ? boldElements : []),
    ...(look?.color === undefined ? [] : [value('w:color', look.color)]),
    ...(look === null ? [] : [value('w:sz', look.size), value('w:szCs', look.size)]),
    ...(run.gap === null ? [] : [value('w:highlight', 'yellow')]),
  ]);
  return element('w:r', {}, [properties, ...writeText(run.text)]);
}

/** Runs of one paragraph; each figure stands in a bookmark of its own, and a reference shows what its bookmark holds. */
export function writeRuns(
  runs: readonly PrintedRun[],
  bookmarks: BookmarkNames,
  write: (run: PrintedRun) => string,
): readonly string[] {
  return runs.flatMap((run) => {
    if (run.text === '') return [];
    if (run.reference !== undefined) return writeField(`REF ${captionBookmark(run.reference)} \\h`, [write(run)]);
    if (run.figureId === null) return [write(run)];
    const bookmark = bookmarks.take(run.figureId);
    return [bookmark.start, write(run), bookmark.end];
  });
}

/** A run of plain text that is not part of the document's prose, such as a caption. */
export function plainRun(text: string): PrintedRun {
  return { text, lead: false, bold: false, figureId: null, gap: null };
}
