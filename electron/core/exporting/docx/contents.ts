import type { PrintedBlock } from '../../../../shared/report/printed.ts';
import type { BlockPlace, DocumentContext } from './context.ts';
import { writeField } from './fields.ts';
import { writeBlankLines, writeParagraph, writeStyled } from './paragraphs.ts';
import { plainRun, writeRun } from './runs.ts';
import { annexStyleName, styleIds } from './styles.ts';
import { element } from './xml.ts';

type ContentsBlock = Extract<PrintedBlock, { readonly kind: 'contents' }>;

/** The bookmark around the heading or annex that stands at this place of the document. */
export function headingBookmark(block: number): string {
  return `_Toc_HG_${block}`;
}

function writeEntry(
  context: DocumentContext,
  entry: ContentsBlock['entries'][number],
  page: number,
): readonly string[] {
  const run = (text: string): string => writeRun(plainRun(text), context.layout, 'body');
  const anchor = headingBookmark(entry.block);
  return [
    element('w:hyperlink', { 'w:anchor': anchor, 'w:history': 1 }, [
      run(`${entry.text}\t`),
      ...writeField(`PAGEREF ${anchor} \\h`, [run(String(page))]),
    ]),
  ];
}

/**
 * 目录: Word's own table of contents, with the pages that we know, so that nothing has to be computed before it is right;
 * a person can have Word compute it anew.
 */
export function writeContents(
  context: DocumentContext,
  place: BlockPlace,
  { depth, entries, pages }: ContentsBlock & { readonly pages: readonly number[] },
): string {
  const options = { style: styleIds.contentsTitle, font: 'title', pageBreakBefore: place.pageBreakBefore } as const;
  const title = writeStyled(context, options, [plainRun('目\u3000录')]) + writeBlankLines(1);
  if (entries.length === 0) return title;
  const lines = entries.map((entry, at) => writeEntry(context, entry, pages[at] ?? 1));
  const field = writeField(
    `TOC \\o "1-${depth}" \\h \\z \\t "${annexStyleName},1"`,
    [],
    writeRun(plainRun(''), context.layout, 'body'),
  );
  const paragraphs = lines.map((line, at) => {
    const begin = at === 0 ? field.slice(0, -1) : [];
    const end = at === lines.length - 1 ? field.slice(-1) : [];
    const style = `TOC${entries[at]?.level ?? 1}`;
    return writeParagraph({ style }, [...begin, ...line, ...end]);
  });
  return title + paragraphs.join('');
}
