import type { Finding } from './finding.ts';
import { type Draft, draftOf } from './reading/draft.ts';

/** Puts in every text that is certain. Of findings that overlap the first in the text is taken. */
export function applyReplacements(draft: Draft, findings: readonly Finding[]): Draft {
  const certain = findings.filter(({ replacement }) => replacement !== null);
  const paragraphs = draft.paragraphs.map(({ text, paragraph }, at) => {
    const own = certain.filter((finding) => finding.paragraph === at).toSorted((a, b) => a.start - b.start);
    return { ...paragraph, text: replaceIn(text, own), known: [] };
  });
  return draftOf(paragraphs.filter(({ text }) => text !== ''));
}

function replaceIn(text: string, findings: readonly Finding[]): string {
  let done = '';
  let from = 0;
  for (const { start, end, replacement } of findings) {
    if (start < from) continue;
    done += text.slice(from, start) + (replacement ?? '');
    from = end;
  }
  return done + text.slice(from);
}

const mostRounds = 5;

/** 全部改正, and again what only shows once an inner or outer finding has been put right. */
export function correctAll(draft: Draft, read: (draft: Draft) => readonly Finding[]): Draft {
  let corrected = draft;
  for (let round = 0; round < mostRounds; round += 1) {
    const findings = read(corrected);
    if (findings.every(({ replacement }) => replacement === null)) return corrected;
    corrected = applyReplacements(corrected, findings);
  }
  return corrected;
}
