import { App } from 'antd';
import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react';
import { RequestError } from '../../../../shared/api/client.ts';
import type { Output } from '../../../../shared/api/contract.ts';
import type { ImportMapping } from '../../../../shared/api/import-mapping.ts';
import type { ImportReview } from '../../../../shared/api/import-review.ts';
import { call, nothing, refresh, sentenceOf } from '../../app/query.ts';
import { uploadFiles } from '../../app/upload.ts';

export type ImportState = Exclude<Output<'import.state'>, { readonly kind: 'unchanged' }>;
export type ImportStage =
  /** Whether an import is under way is being asked. */
  | { readonly kind: 'finding' }
  | { readonly kind: 'choosing' }
  | { readonly kind: 'sending' }
  /** `review`: the last one, which stays on the screen while answers are worked in. */
  | { readonly kind: 'running'; readonly id: string; readonly state: ImportState; readonly review: ImportReview | null }
  | { readonly kind: 'failed'; readonly message: string };

export interface ImportProcess {
  readonly stage: ImportStage;
  readonly begin: (file: File) => void;
  readonly answer: (mapping: ImportMapping) => void;
  readonly chooseRules: (rules: readonly string[]) => void;
  readonly commit: () => void;
  readonly cancel: () => void;
}

/** How often the page asks how far the work is, and whether another window went on with the review; milliseconds. */
const intervals = { working: 150, waiting: 1500 };

const choosing: ImportStage = { kind: 'choosing' };

function working(id: string, step: 'reading' | 'staging' | 'writing', review: ImportReview | null): ImportStage {
  return { kind: 'running', id, state: { kind: 'working', step, done: 0, all: 0, first: null }, review };
}

/** The import that is under way, or none yet. */
async function findStage(): Promise<ImportStage> {
  try {
    const { id } = await call('import.current', nothing);
    return id === null ? choosing : working(id, 'staging', null);
  } catch (error) {
    return { kind: 'failed', message: sentenceOf(error) };
  }
}

/** The stage after what the backend told of the import with this id. */
function told(last: ImportStage, id: string, state: Output<'import.state'>): ImportStage {
  if (last.kind !== 'running' || last.id !== id) return last;
  const { review } = last;
  if (state.kind === 'ready') return { ...last, state, review: state.review };
  if (state.kind !== 'unchanged') return { ...last, state };
  if (last.state.kind === 'ready' || review === null) return last;
  return { ...last, state: { kind: 'ready', review, refusal: null } };
}

/**
 * One import from the file in hand to figures kept. It lives in the backend: leaving the screen, a reload or a second
 * window find it as it is.
 */
export function useImport(): ImportProcess {
  const { message } = App.useApp();
  const [stage, setStage] = useState<ImportStage>({ kind: 'finding' });
  const attempt = useRef(0);
  const id = stage.kind === 'running' ? stage.id : null;

  useEffect(() => void findStage().then(setStage), []);
  useWatch(stage, setStage);

  const begin = useCallback(
    (file: File) => {
      attempt.current += 1;
      const mine = attempt.current;
      const start = async () => {
        setStage({ kind: 'sending' });
        try {
          const [upload = ''] = await uploadFiles([file]);
          const place = await call('import.begin', { upload, period: null });
          if (mine === attempt.current) setStage(working(place.id, 'reading', null));
          else await call('import.cancel', place);
        } catch (error) {
          const isOther = error instanceof RequestError && error.code === 'import-running';
          if (isOther) message.info(sentenceOf(error), 8);
          if (mine !== attempt.current) return;
          if (isOther) setStage(await findStage());
          else setStage({ kind: 'failed', message: sentenceOf(error) });
        }
      };
      void start();
    },
    [message],
  );

  const order = (
    step: 'staging' | 'writing',
    send: (place: { readonly id: string; readonly review: number }) => Promise<unknown>,
  ) => {
    if (stage.kind !== 'running' || stage.review === null) return;
    setStage(working(stage.id, step, stage.review));
    // Refused: the next look at the state brings what there is instead.
    send({ id: stage.id, review: stage.review.version }).catch((error: unknown) =>
      message.warning(sentenceOf(error), 8),
    );
  };
  const review = stage.kind === 'running' ? stage.review : null;
  return {
    stage,
    begin,
    answer: (mapping) =>
      order('staging', (place) => call('import.answer', { ...place, mapping, rules: review?.rules ?? [] })),
    chooseRules: (rules) => {
      if (review !== null)
        order('staging', (place) => call('import.answer', { ...place, mapping: review.mapping, rules: [...rules] }));
    },
    commit: () => order('writing', (place) => call('import.commit', place)),
    cancel: () => {
      attempt.current += 1;
      if (id !== null) void call('import.cancel', { id }).catch(() => undefined);
      setStage(choosing);
    },
  };
}

/** Follows the import on the screen: often while it works, now and then while it waits for the person. */
function useWatch(stage: ImportStage, setStage: Dispatch<SetStateAction<ImportStage>>): void {
  const id = stage.kind === 'running' ? stage.id : null;
  const pace = stage.kind === 'running' ? paceOf(stage.state) : null;
  const seen = stage.kind === 'running' ? (stage.review?.version ?? null) : null;
  useEffect(() => {
    if (id === null || pace === null) return;
    let isWatching = true;
    const watch = async () => {
      try {
        const state = await call('import.state', seen === null ? { id } : { id, seen });
        if (!isWatching) return;
        setStage((last) => told(last, id, state));
        if (state.kind === 'done') refresh();
      } catch (error) {
        // What the host cannot say now it may say later; only what is over does not come back.
        if (isWatching && (seen === null || isOver(error))) setStage({ kind: 'failed', message: sentenceOf(error) });
      }
      if (isWatching) timer = setTimeout(() => void watch(), intervals[pace]);
    };
    let timer = setTimeout(() => void watch(), pace === 'working' ? 30 : intervals.waiting);
    return () => {
      isWatching = false;
      clearTimeout(timer);
    };
  }, [id, pace, seen, setStage]);
}

function paceOf({ kind }: ImportState): keyof typeof intervals | null {
  if (kind === 'working') return 'working';
  return kind === 'ready' ? 'waiting' : null;
}

function isOver(error: unknown): boolean {
  return error instanceof RequestError && error.code === 'import-over';
}
