import { useState } from 'react';
import { refresh, sentenceOf } from '../../../app/query.ts';

export interface Submit {
  readonly isBusy: boolean;
  /** The sentence of the last refusal; null when there is none. */
  readonly failure: string | null;
  /** Runs a change and asks everything on the screen again; false where it was refused. */
  readonly run: (change: () => Promise<unknown>) => Promise<boolean>;
}

/** One change at a time, and why the last one was refused. */
export function useSubmit(): Submit {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = async (change: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await change();
      setFailure(null);
      refresh();
      return true;
    } catch (error) {
      setFailure(sentenceOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, failure, run };
}
