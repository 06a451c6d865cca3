import { useCallback, useEffect, useState } from 'react';
import type { Output } from '../../../../shared/api/contract.ts';
import type { ImportMapping } from '../../../../shared/api/import-mapping.ts';
import type { ImportReview } from '../../../../shared/api/importing.ts';
import { call, refresh, sentenceOf } from '../../app/query.ts';
import { uploadFiles } from '../../app/upload.ts';

export type ImportState = Output<'import.state'>;
export type ImportStage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'sending' }
  /** `review`: the last one, which stays on the screen while answers are worked in. */
  | { readonly kind: 'running'; readonly id: string; readonly state: ImportState; readonly review: ImportReview | null }
  | { readonly kind: 'failed'; readonly message: string };

export interface ImportProcess {
  readonly stage: ImportStage;
  readonly begin: (file: File) => void;
  readonly answer: (mapping: ImportMapping) => void;
  readonly commit: (rules: readonly string[]) => void;
  readonly cancel: () => void;
}

/** How often the page asks how far the work is, in milliseconds. */
const interval = 150;

function working(id: string, step: 'reading' | 'staging' | 'writing', review: ImportReview | null): ImportStage {
  return { kind: 'running', id, state: { kind: 'working', step, done: 0, all: 0 }, review };
}

function reviewIn(state: ImportState, last: ImportStage): ImportReview | null {
  if (state.kind === 'ready') return state.review;
  return last.kind === 'running' ? last.review : null;
}

const choosing: ImportStage = { kind: 'choosing' };

/** One import from the file in hand to figures kept; leaving the screen ends it. */
export function useImport(): ImportProcess {
  const [stage, setStage] = useState<ImportStage>(choosing);
  const id = stage.kind === 'running' ? stage.id : null;
  const isWorking = stage.kind === 'running' && stage.state.kind === 'working';

  useEffect(() => {
    if (id === null || !isWorking) return;
    let isWatching = true;
    const watch = async () => {
      const state = await call('import.state', { id }).catch(
        (error: unknown): ImportState => ({
          kind: 'failed',
          message: sentenceOf(error),
        }),
      );
      if (!isWatching) return;
      setStage((last) => ({ kind: 'running', id, state, review: reviewIn(state, last) }));
      if (state.kind === 'done') refresh();
      if (state.kind === 'working') timer = setTimeout(() => void watch(), interval);
    };
    let timer = setTimeout(() => void watch(), interval);
    return () => {
      isWatching = false;
      clearTimeout(timer);
    };
  }, [id, isWorking]);

  // What nobody looks at any more must not go on, nor wait for answers for ever.
  useEffect(() => {
    if (id === null) return;
    return () => void call('import.cancel', { id }).catch(() => undefined);
  }, [id]);

  const begin = useCallback((file: File) => {
    const start = async () => {
      setStage({ kind: 'sending' });
      try {
        const [upload = ''] = await uploadFiles([file]);
        const place = await call('import.begin', { upload, period: null });
        setStage(working(place.id, 'reading', null));
      } catch (error) {
        setStage({ kind: 'failed', message: sentenceOf(error) });
      }
    };
    void start();
  }, []);

  const order = (step: 'staging' | 'writing', send: (place: string) => Promise<unknown>) => {
    if (id === null) return;
    setStage((last) => working(id, step, last.kind === 'running' ? last.review : null));
    send(id).catch((error: unknown) => setStage({ kind: 'failed', message: sentenceOf(error) }));
  };
  return {
    stage,
    begin,
    answer: (mapping) => order('staging', (place) => call('import.answer', { id: place, mapping })),
    commit: (rules) => order('writing', (place) => call('import.commit', { id: place, rules: [...rules] })),
    cancel: () => setStage(choosing),
  };
}
