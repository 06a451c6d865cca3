import { useEffect, useState } from 'react';
import { createCall, RequestError } from '../../../shared/api/client.ts';
import type { Input, Method, Output } from '../../../shared/api/contract.ts';
import { text } from '../text.ts';
import { transport } from './host.ts';

export const call = createCall(transport);

/** Input of requests that need none; one object, so that a query sees no change between renders. */
export const nothing = {};

export type Query<Value> =
  | { readonly status: 'waiting' }
  | { readonly status: 'failed'; readonly code: string; readonly message: string }
  | { readonly status: 'done'; readonly value: Value };

/** The sentence to show for whatever a request ended with. */
export function sentenceOf(error: unknown): string {
  return error instanceof RequestError ? error.message : text.unexpected;
}

const askers = new Set<() => void>();

/** Makes every query on the screen ask again; to be called after a change. */
export function refresh(): void {
  for (const ask of askers) ask();
}

/**
 * The reply to a request, asked again after `refresh()`; the old one stays until the new one has come. `input` must be
 * the same object as long as it means the same.
 */
export function useQuery<M extends Method>(method: M, input: Input<M>): Query<Output<M>> {
  const [query, setQuery] = useState<Query<Output<M>>>({ status: 'waiting' });
  useEffect(() => {
    let last = 0;
    const ask = async () => {
      last += 1;
      const mine = last;
      const answer: Query<Output<M>> = await call(method, input).then(
        (value) => ({ status: 'done', value }),
        (error: unknown) => ({
          status: 'failed',
          code: error instanceof RequestError ? error.code : 'unexpected',
          message: sentenceOf(error),
        }),
      );
      // A slower, older reply must not replace a newer one, nor reach a screen that is gone.
      if (mine === last) setQuery(answer);
    };
    const askAgain = () => void ask();
    askAgain();
    askers.add(askAgain);
    return () => {
      last = -1;
      askers.delete(askAgain);
    };
  }, [method, input]);
  return query;
}
