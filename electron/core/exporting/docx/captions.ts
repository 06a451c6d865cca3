import { captionBookmark } from './bookmarks.ts';
import type { DocumentContext } from './context.ts';
import { writeField } from './fields.ts';
import { type ParagraphOptions, writeParagraph } from './paragraphs.ts';
import { plainRun, writeRun } from './runs.ts';

export interface CaptionText {
  readonly id: string;
  /** `表1`, with which `caption` begins; absent: the caption has no number. */
  readonly label?: string | undefined;
  readonly caption: string;
}

/** A caption whose number Word counts itself (`SEQ 表`), so that a person can add a table among ours. */
export function writeCaption(context: DocumentContext, options: ParagraphOptions, text: CaptionText): string {
  const run = (words: string): string => writeRun(plainRun(words), context.layout, 'hei');
  const numbered = /^(\p{Script=Han}+)(\d+)$/u.exec(text.label ?? '');
  if (numbered === null) return writeParagraph(options, [run(text.caption)]);
  const [label, kind = '', number = ''] = numbered;
  const bookmark = context.bookmarks.name(captionBookmark(text.id));
  return writeParagraph(options, [
    bookmark.start,
    run(kind),
    ...writeField(`SEQ ${kind} \\* ARABIC`, [run(number)]),
    bookmark.end,
    run(text.caption.slice(label.length)),
  ]);
}
