import type { Finding } from '../../shared/proofreading/finding.ts';
import { proofread } from '../../shared/proofreading/proofread.ts';
import { draftOfText } from '../../shared/proofreading/reading/draft-of-text.ts';
import { blindFiles, type PlantedError, readCorpus, readLookAlikes } from './corpus/plant-errors.ts';

/** How many planted errors are found, and how many correct passages are called wrong, by rule. */

export interface CorpusLine {
  /** Relation or rule that the error was planted against. */
  readonly kind: string;
  readonly planted: number;
  readonly found: number;
}

export interface FalseAlarm {
  readonly text: string;
  readonly finding: Finding;
}

export interface CorpusMeasure {
  readonly lines: readonly CorpusLine[];
  readonly missed: readonly PlantedError[];
  readonly correct: number;
  readonly falseAlarms: readonly FalseAlarm[];
}

/** Notes (I) neither count as found nor as false alarms. */
function findingsOf(text: string): readonly Finding[] {
  return proofread(draftOfText(text)).filter(({ severity }) => severity !== 'I');
}

/** What is found must be new: the correct passage must not raise the same finding. */
function isFound({ text, origin }: PlantedError): boolean {
  const before = new Set(findingsOf(origin).map(({ rule, message }) => rule + message));
  return findingsOf(text).some(({ rule, message }) => !before.has(rule + message));
}

function falseAlarmsIn(texts: readonly string[]): readonly FalseAlarm[] {
  return texts.flatMap((text) => findingsOf(text).map((finding) => ({ text, finding })));
}

export function measureCorpus(): CorpusMeasure {
  const { planted, correct } = readCorpus();
  const missed = planted.filter((error) => !isFound(error));
  const kinds = [...new Set(planted.map(({ kind }) => kind))];
  const lines = kinds.map((kind) => {
    const all = planted.filter((error) => error.kind === kind).length;
    return { kind, planted: all, found: all - missed.filter((error) => error.kind === kind).length };
  });
  const texts = [...new Set([...correct, ...['lookalikes.txt', ...blindFiles].flatMap(readLookAlikes)])];
  return { lines, missed, correct: texts.length, falseAlarms: falseAlarmsIn(texts) };
}
