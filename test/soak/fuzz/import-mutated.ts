import { copyFileSync } from 'node:fs';
import { openWorkspace, type Workspace } from '../../../electron/core/database/workspace.ts';
import { commitImport } from '../../../electron/core/importing/commit-import.ts';
import { describeQuestion } from '../../../electron/core/importing/describe-question.ts';
import { emptyMapping, type ImportAnswer, type ImportQuestion } from '../../../electron/core/importing/mapping.ts';
import { type StagedFile, stageFile } from '../../../electron/core/importing/stage-file.ts';
import type { StagedCell } from '../../../electron/core/importing/staged-import.ts';
import { homeRegion } from '../../../electron/core/services/home-region.ts';
import { undoImport } from '../../../electron/core/services/undo-import.ts';
import { makePeriod } from '../../../shared/figures/period.ts';
import { describeFailure, type Failure } from '../../../shared/text/failures/index.ts';
import { takeAsItStands } from '../../importing/take-as-it-stands.ts';

const clock = { now: () => new Date('2024-12-05T01:30:00Z') };

export interface MutatedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The year that the person names; null for none. */
  readonly year: number | null;
  readonly answer: (question: ImportQuestion) => ImportAnswer;
}

/** Totals as stated, so that every figure is one that stands in its cell. */
export function answerOf(question: ImportQuestion): ImportAnswer {
  return question.kind === 'total' ? { kind: 'total', take: 'file' } : takeAsItStands(question);
}

/** Reads, recognises and stages a file, answers what it asks, and stages again; null when it is refused. */
export function stageMutated(workspace: Workspace, file: MutatedFile): StagedFile | Failure {
  let answers: Record<string, ImportAnswer> = {};
  for (let round = 0; ; round += 1) {
    const staged = stageFile(
      workspace,
      { fileName: file.name, bytes: file.bytes },
      {
        period: file.year === null ? null : makePeriod('自然年', file.year),
        home: homeRegion(workspace),
        mapping: { ...emptyMapping, answers },
      },
    );
    if (!staged.ok) return staged.error;
    const asked = staged.value.staged.questions.filter(({ id }) => !(id in answers));
    for (const question of asked) expectSentence(describeQuestion(question).title);
    for (const { problem } of staged.value.staged.cells) if (problem) expectSentence(describeFailure(problem));
    if (asked.length === 0 || round === 2) return staged.value;
    answers = { ...answers, ...Object.fromEntries(asked.map((question) => [question.id, file.answer(question)])) };
  }
}

export function expectSentence(text: string): void {
  if (!/\p{Script=Han}/u.test(text)) throw new Error(`no sentence: ${JSON.stringify(text)}`);
  if (/undefined|\[object/.test(text)) throw new Error(`a broken sentence: ${JSON.stringify(text)}`);
}

/** Writes it into a copy of the data file and undoes it: afterwards it holds what it held. */
export function writeAndUndo(path: string, file: MutatedFile): void {
  const copy = `${path}.copy`;
  copyFileSync(path, copy);
  const opened = openWorkspace(copy, { clock });
  if (!opened.ok) throw new Error(opened.error.code);
  const workspace = opened.value;
  try {
    const staged = stageMutated(workspace, file);
    if ('code' in staged) return;
    const cells = staged.staged.cells.filter(({ write }) => write !== null);
    const before = held(workspace, cells);
    const done = commitImport(workspace, [staged], { byWhom: '张三', rules: [] });
    if (!done.ok) {
      expectSentence(describeFailure(done.error));
      return;
    }
    const [outcome] = done.value;
    if (!outcome || outcome.sourceId === null) return;
    const known = cells.filter(({ write }) => write && write.indicatorId > 0 && write.regionId > 0);
    const after = held(workspace, known);
    for (const [at, { cell, value }] of known.entries()) {
      if (value !== null && Number(after[at]) !== Number(value))
        throw new Error(`${cell}: ${value} was kept as ${after[at]}`);
    }
    const undone = undoImport(workspace, { sourceId: outcome.sourceId, byWhom: '张三' });
    if (!undone.ok) throw new Error(`not undone: ${undone.error.code}`);
    if (held(workspace, cells).join() !== before.join()) throw new Error('undoing did not bring back what was there');
  } finally {
    workspace.close();
  }
}

function held({ observations }: Workspace, cells: readonly StagedCell[]): readonly string[] {
  return cells.map(({ write }) => {
    if (!write) return '';
    const found = observations.column(write.indicatorId, write.period.label).get(write.regionId)?.cell;
    if (!found) return '无';
    return found.kind === 'value' ? found.decimal : found.reason;
  });
}
