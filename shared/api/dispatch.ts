import type { Result } from '../result.ts';
import { describeFailure, type Failure } from '../text/failures/index.ts';
import { contract, type Input, isMethod, type Method, type Output } from './contract.ts';

/** What crosses a process border: the output, or the code and the sentence for a person. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

export type Handlers = {
  readonly [M in Method]: (input: Input<M>) => Result<Output<M>, Failure> | Promise<Result<Output<M>, Failure>>;
};

export type Dispatch = (method: unknown, input: unknown) => Promise<Reply>;

function refuse(failure: Failure): Reply {
  return { ok: false, error: { code: failure.code, message: describeFailure(failure) } };
}

/** Checks the method and its input before a handler runs. Never throws: a bug becomes an `unexpected` reply. */
export function createDispatch(handlers: Handlers): Dispatch {
  return async (method, input) => {
    if (!isMethod(method)) return refuse({ code: 'method-unknown' });
    const parsed = contract[method].input.safeParse(input);
    if (!parsed.success) return refuse({ code: 'input-invalid', detail: parsed.error.issues[0]?.path.join('.') ?? '' });
    try {
      const handle = handlers[method] as (input: unknown) => ReturnType<Handlers[Method]>;
      const result = await handle(parsed.data);
      return result.ok ? { ok: true, value: result.value } : refuse(result.error);
    } catch (error) {
      return refuse({ code: 'unexpected', detail: error instanceof Error ? error.message : String(error) });
    }
  };
}
