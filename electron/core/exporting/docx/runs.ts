import type { FontRole, Layout } from '../../../../shared/gongwen/layout.ts';
import type { PrintedRun } from '../../../../shared/report/printed.ts';
import type { BookmarkNames } from './bookmarks.ts';
import { fontElement } from './fonts.ts';
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

/** A run that names its font in full; a gap is marked yellow, so that nobody sends it off unseen. */
export function writeRun(run: PrintedRun, layout: Layout, font: FontRole): string {
  const properties = element('w:rPr', {}, [
    fontElement(layout, font),
    ...(run.bold ? [element('w:b'), element('w:bCs')] : []),
    ...(run.gap === null ? [] : [value('w:highlight', 'yellow')]),
  ]);
  return element('w:r', {}, [properties, ...writeText(run.text)]);
}

/** Runs of one paragraph; each figure stands in a bookmark of its own. */
export function writeRuns(
  runs: readonly PrintedRun[],
  bookmarks: BookmarkNames,
  write: (run: PrintedRun) => string,
): readonly string[] {
  return runs.flatMap((run) => {
    if (run.text === '') return [];
    if (run.figureId === null) return [write(run)];
    const { id, name } = bookmarks.take(run.figureId);
    return [
      element('w:bookmarkStart', { 'w:id': id, 'w:name': name }),
      write(run),
      element('w:bookmarkEnd', { 'w:id': id }),
    ];
  });
}

/** A run of plain text that is not part of the document's prose, such as a caption. */
export function plainRun(text: string): PrintedRun {
  return { text, lead: false, bold: false, figureId: null, gap: null };
}
