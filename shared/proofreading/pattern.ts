import type { Remark } from './finding.ts';
import type { Draft, ReadParagraph } from './reading/draft.ts';

/** What a rule says of one match. `start` and `end` are within the match; left out: all of it. */
export interface MatchRemark extends Omit<Remark, 'paragraph' | 'start' | 'end'> {
  readonly start?: number;
  readonly end?: number;
}

type Judge = (match: RegExpExecArray, paragraph: ReadParagraph) => MatchRemark | null;

/** A remark for each match of a pattern that the judge has something to say of. The pattern must be global. */
export function eachMatch(pattern: RegExp, judge: Judge): (draft: Draft) => Iterable<Remark> {
  return function* check({ paragraphs }) {
    for (const [paragraph, read] of paragraphs.entries()) {
      for (const match of read.text.matchAll(pattern)) {
        const remark = judge(match, read);
        if (remark === null) continue;
        const { start = 0, end = match[0].length, ...rest } = remark;
        yield { ...rest, paragraph, start: match.index + start, end: match.index + end };
      }
    }
  };
}
