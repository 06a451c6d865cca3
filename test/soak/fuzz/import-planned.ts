import type { Workspace } from '../../../electron/core/database/workspace.ts';
import type { ImportAnswer, ImportQuestion } from '../../../electron/core/importing/mapping.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import { takeAsItStands } from '../../importing/take-as-it-stands.ts';
import { disturbTable, newcomer } from './disturb-table.ts';
import { expectSentence, stageMutated } from './import-mutated.ts';
import { judgeMeaning, type Meaning } from './judge-meaning.ts';
import { planTables } from './plan-table.ts';
import { Random } from './random.ts';
import { writeTable } from './write-table.ts';

export interface PlannedOutcome extends Meaning {
  readonly file: string;
  /** Null when it was taken. */
  readonly refused: string | null;
  readonly questions: readonly string[];
}

/** Brings a file of known meaning in, and holds what lands against it. */
export function importPlanned(workspace: Workspace, number: number): PlannedOutcome {
  const random = new Random(number);
  const table = disturbTable(planTables(random), random);
  const { name, bytes } = writeTable(table, random);
  const answer = (question: ImportQuestion): ImportAnswer => {
    if (question.kind === 'total') return { kind: 'total', take: 'file' };
    if (question.kind === 'mixed-percent') return { kind: 'unit', unit: table.isShare ? '1' : '%' };
    // Only this one is a region; a person does not make one of 备注.
    if (question.kind === 'region' && question.text !== newcomer) return { kind: 'leave-out' };
    if (question.kind === 'indicator') return { kind: 'leave-out' };
    return takeAsItStands(question);
  };
  const staged = stageMutated(workspace, { name, bytes, year: table.undated, answer });
  if ('code' in staged) {
    expectSentence(describeFailure(staged));
    return { ...judgeMeaning(table, []), file: name, refused: staged.code, questions: [] };
  }
  const questions = staged.staged.questions.map(({ id }) => id);
  return { ...judgeMeaning(table, staged.staged.cells), file: name, refused: null, questions };
}
