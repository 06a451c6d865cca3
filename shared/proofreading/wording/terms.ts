import type { Remark, Rule } from '../finding.ts';
import type { Draft } from '../reading/draft.ts';
import { builtInTerms, type Term } from './term-list.ts';

/** The latest year that the text speaks of: what it is written in. */
function yearOf({ paragraphs }: Draft): number {
  let latest = 0;
  for (const { numbers } of paragraphs) {
    for (const { kind, digits } of numbers)
      if (kind === 'year' && Number(digits) < 2100) latest = Math.max(latest, Number(digits));
  }
  return latest;
}

function isMeant(text: string, at: number, { wrong, unlessBefore = [], unlessAfter = [] }: Term): boolean {
  const behind = at + wrong.length;
  return (
    unlessBefore.some((word) => text.startsWith(word, behind)) ||
    unlessAfter.some((word) => text.startsWith(word, at - word.length))
  );
}

function escape(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Finds the words of a list in one pass over the text. */
function* termRemarks(draft: Draft, list: readonly Term[]): Generator<Remark> {
  if (list.length === 0) return;
  const byWord = new Map(list.map((term) => [term.wrong, term]));
  const words = [...byWord.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(words.map(escape).join('|'), 'g');
  const year = yearOf(draft);
  for (const [paragraph, { text }] of draft.paragraphs.entries()) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const term = byWord.get(found);
      if (term === undefined || year < (term.since ?? 0) || isMeant(text, index, term)) continue;
      const { right, severity, note } = term;
      yield {
        paragraph,
        start: index,
        end: index + found.length,
        severity,
        message: `“${found}”：${note}`,
        remedy: right === null ? '核对后改写。' : `改为“${right}”。`,
        replacement: severity === 'E' ? (right ?? undefined) : undefined,
      };
    }
  }
}

/** The rule of the word list, with the bureau's own words (设置 › 用词). */
export function termRule(own: readonly Term[]): Rule {
  return {
    id: 'W04',
    name: '用词',
    kind: 'wording',
    severity: 'W',
    good: '与家长签订责任书。',
    bad: '与家长签定责任书。',
    check: (draft) => termRemarks(draft, [...builtInTerms, ...own]),
  };
}
