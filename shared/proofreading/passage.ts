import type { Finding } from './finding.ts';
import type { Draft } from './reading/draft.ts';

/** Characters on either side of the words that a finding is about. */
const around = 20;

/**
 * What a person saw when they let a finding stand: the words in their surroundings, and what was said of them. Whoever
 * changes either is told of it again; a change elsewhere in the text leaves it at rest.
 */
export function passageOf(draft: Draft, { paragraph, start, end, message }: Finding): string {
  const text = draft.paragraphs[paragraph]?.text ?? '';
  const words = `${text.slice(Math.max(0, start - around), start)}【${text.slice(start, end)}】${text.slice(end, end + around)}`;
  return `${words}\n${message}`;
}
