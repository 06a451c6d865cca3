import { proofread } from '../../shared/proofreading/proofread.ts';
import { draftOfText } from '../../shared/proofreading/reading/draft-of-text.ts';
import { readCorpus, readLookAlikes } from '../proofreading/corpus/plant-errors.ts';
import { measureCorpus } from '../proofreading/measure-corpus.ts';
import { median, row, say } from './measure.ts';

/** A text of so many characters out of the correct passages, a paragraph each. */
function textOf(length: number): string {
  const passages = [...readCorpus().correct, ...readLookAlikes('lookalikes.txt')];
  let text = '';
  for (let at = 0; text.length < length; at += 1) text += `${passages[at % passages.length]}\n`;
  return text.slice(0, length);
}

/** What a text costs that is only looked at: every character once, by one regular expression. */
function countMarks(text: string): number {
  return [...text.matchAll(/[，。；：、]/g)].length;
}

/** What proofreading finds of the corpus, and how long it takes beside one pass over the same text. */
export async function benchProofreading(): Promise<void> {
  const { lines, falseAlarms, correct } = measureCorpus();
  say('\nProofreading: planted errors found, by relation or rule');
  for (const { kind, planted, found } of lines) {
    say(
      `  ${kind.padEnd(12)}${String(found).padStart(4)} of ${String(planted).padStart(3)}   ${Math.round((found / planted) * 100)} %`,
    );
  }
  const all = lines.reduce((sum, { planted }) => sum + planted, 0);
  const found = lines.reduce((sum, line) => sum + line.found, 0);
  const wrong = falseAlarms.filter(({ finding }) => finding.severity === 'E').length;
  say(
    `  all         ${String(found).padStart(4)} of ${String(all).padStart(3)}   ${((found / all) * 100).toFixed(1)} %`,
  );
  say(`  of ${correct} correct passages called wrong (E) ${wrong}, doubtful (W) ${falseAlarms.length - wrong}`);
  say('\nProofreading: time');
  for (const length of [10_000, 100_000, 1_000_000]) {
    const text = textOf(length);
    row(`${length.toLocaleString('en')} characters`, await median(3, () => proofread(draftOfText(text))));
    row('  one pass of a regular expression', await median(3, () => countMarks(text)));
  }
}
