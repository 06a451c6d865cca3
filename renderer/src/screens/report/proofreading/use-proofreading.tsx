import { App, Button } from 'antd';
import { useMemo } from 'react';
import type { Output } from '../../../../../shared/api/contract.ts';
import { call, type Query, refresh, sentenceOf, useQuery } from '../../../app/query.ts';
import { text } from '../../../text.ts';
import type { ReportFinding } from './find-range.ts';

const words = text.proofreading;
const toastKey = 'proofreading';
/** Seconds: long enough to read the sentence and reach the button. */
const undoTime = 10;

export interface Proofreading {
  readonly query: Query<Output<'proofreading.read'>>;
  /** With null every one whose right text is certain. */
  readonly correct: (finding: ReportFinding | null) => void;
  readonly ignore: (finding: ReportFinding) => void;
  readonly switchOff: (finding: ReportFinding, name: string) => void;
  readonly restoreAll: () => void;
}

/** The findings of a report and what a person may do about them, each of which can be taken back; `save` keeps what was typed. */
export function useProofreading(id: number, save: () => Promise<boolean>): Proofreading {
  const { message } = App.useApp();
  const query = useQuery(
    'proofreading.read',
    useMemo(() => ({ id }), [id]),
  );
  const fail = (error: unknown) =>
    void message.error({ key: toastKey, content: sentenceOf(error), duration: undoTime });
  const tell = (content: string) => void message.success({ key: toastKey, content });

  const attempt = async (change: () => Promise<void>) => {
    try {
      // Why it could not be saved is told elsewhere.
      if (!(await save())) return;
      await change();
      refresh();
    } catch (error) {
      fail(error);
    }
  };

  const offerUndo = (sentence: string, undo: () => Promise<unknown>, undone: string) => {
    const takeBack = () =>
      attempt(async () => {
        await undo();
        tell(undone);
      });
    const content = (
      <span>
        {sentence}
        <Button type="link" size="small" onClick={() => void takeBack()}>
          {words.undo}
        </Button>
      </span>
    );
    void message.success({ key: toastKey, content, duration: undoTime });
  };

  const correct = (finding: ReportFinding | null) =>
    attempt(async () => {
      const named = finding && { rule: finding.rule, passage: finding.passage };
      const { corrected, version } = await call('proofreading.correct', { id, finding: named });
      if (version === null) void message.info({ key: toastKey, content: words.nothingCorrected, duration: undoTime });
      else offerUndo(words.corrected(corrected), () => call('reports.restoreVersion', { id, version }), words.undone);
    });

  const decide = (choice: { readonly rule: string; readonly passage: string | null }, sentence: string) =>
    attempt(async () => {
      await call('proofreading.ignore', { id, choice });
      offerUndo(sentence, () => call('proofreading.restore', { id, choice }), words.restored);
    });

  const restoreAll = () =>
    attempt(async () => {
      await call('proofreading.restore', { id, choice: null });
      tell(words.restored);
    });

  return {
    query,
    correct: (finding) => void correct(finding),
    ignore: ({ rule, passage }) => void decide({ rule, passage }, words.ignored),
    switchOff: ({ rule }, name) => void decide({ rule, passage: null }, words.switchedOff(name)),
    restoreAll: () => void restoreAll(),
  };
}
