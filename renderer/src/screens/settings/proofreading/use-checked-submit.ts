import { useState } from 'react';
import { type Submit, useSubmit } from '../parts/use-submit.ts';

export interface CheckedSubmit extends Submit {
  /** Runs a change unless there is a sentence against it, which then stands where a refusal does. */
  readonly check: (refusal: string | null, change: () => Promise<unknown>) => Promise<boolean>;
}

/** A change that the page itself may refuse: the backend keeps the lists as they are given. */
export function useCheckedSubmit(): CheckedSubmit {
  const submit = useSubmit();
  const [refusal, setRefusal] = useState<string | null>(null);
  const check = async (sentence: string | null, change: () => Promise<unknown>) => {
    setRefusal(sentence);
    return sentence === null && (await submit.run(change));
  };
  return { ...submit, failure: refusal ?? submit.failure, check };
}
