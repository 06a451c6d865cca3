import { type Layout, pageBox } from '../../../../shared/gongwen/layout.ts';
import type { DocumentRelations } from './context.ts';
import { writeParagraph } from './paragraphs.ts';
import { element } from './xml.ts';

/** Width of a character of the strict grid over that of the body's size, in 4096ths of a point (17.6.5). */
function gridSpace(layout: Layout, width: number): number {
  const points = width / layout.charactersPerLine / 20;
  // A hair too wide and the last character of the line would not fit.
  return Math.floor((points - layout.bodyHalfPoints / 2) * 4096);
}

/** The grid has no type unless the bureau wants it strict: LibreOffice gives each character two cells of such a grid. */
function writeGrid(layout: Layout, width: number): string {
  if (!layout.strictGrid) return element('w:docGrid', { 'w:linePitch': layout.linePitchTwips });
  return element('w:docGrid', {
    'w:type': 'linesAndChars',
    'w:linePitch': layout.linePitchTwips,
    'w:charSpace': gridSpace(layout, width),
  });
}

/** `w:sectPr`: footers, page and grid of the pages that end here. */
export function writeSection(layout: Layout, relations: DocumentRelations, landscape: boolean): string {
  const box = pageBox(layout, landscape);
  const headers = relations.draftHeader === null ? [] : (['default', 'even'] as const);
  return element('w:sectPr', {}, [
    ...headers.map((type) =>
      element('w:headerReference', { 'w:type': type, 'r:id': relations.draftHeader ?? undefined }),
    ),
    element('w:footerReference', { 'w:type': 'default', 'r:id': relations.oddFooter }),
    element('w:footerReference', { 'w:type': 'even', 'r:id': relations.evenFooter }),
    element('w:pgSz', { 'w:w': box.width, 'w:h': box.height, 'w:orient': landscape ? 'landscape' : undefined }),
    element('w:pgMar', {
      'w:top': box.top,
      'w:right': box.right,
      'w:bottom': box.bottom,
      'w:left': box.left,
      'w:header': 851,
      'w:footer': box.footer,
      'w:gutter': 0,
    }),
    writeGrid(layout, box.width - box.left - box.right),
  ]);
}

const paragraphEnd = '</w:p>';

/** A paragraph that takes next to no room, where one has to stand. */
function writeLowParagraph(): string {
  const spacing = element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' });
  return writeParagraph({ spacing }, []);
}

function startOfLastParagraph(body: string): number {
  return Math.max(body.lastIndexOf('<w:p>'), body.lastIndexOf('<w:p/>'));
}

/** The body with a box tied to its last paragraph, so that it stands on the last page. */
export function tieToLastParagraph(body: string, box: string): string {
  if (box === '') return body;
  const start = startOfLastParagraph(body);
  // The last paragraph of a section belongs to the pages before.
  const mayHold = body.endsWith(paragraphEnd) && !body.includes('<w:sectPr>', start);
  if (!mayHold) return tieToLastParagraph(body + writeLowParagraph(), box);
  const opening = /^<w:p>(?:<w:pPr>.*?<\/w:pPr>)?/.exec(body.slice(start))?.[0] ?? '';
  return body.slice(0, start) + opening + box + body.slice(start + opening.length);
}

/**
 * The body with a section ending at its last paragraph. A paragraph of its own would begin a page where the last one is
 * full; only after a table there must be one, which is then as low as can be.
 */
export function endSection(body: string, section: string): string {
  if (!body.endsWith(paragraphEnd)) {
    return endSection(body + writeLowParagraph(), section);
  }
  const start = startOfLastParagraph(body);
  const paragraph = body.slice(start);
  const withSection = paragraph.startsWith('<w:p><w:pPr>')
    ? paragraph.replace('</w:pPr>', `${section}</w:pPr>`)
    : paragraph.replace('<w:p>', `<w:p><w:pPr>${section}</w:pPr>`);
  return body.slice(0, start) + withSection;
}
