import { contract, type Input, type Method, type Output } from './contract.ts';
import type { Reply } from './dispatch.ts';

/** Carries one request to the backend and brings its reply. */
export type Transport = (method: Method, input: unknown) => Promise<Reply>;

/** An expected failure as it reaches the caller; `message` is the Chinese sentence to show. */
export class RequestError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;

/** A typed client: replies are parsed by the contract, failures are thrown as `RequestError`. */
export function createCall(transport: Transport): Call {
  return async (method, input) => {
    const reply = await transport(method, input);
    if (!reply.ok) throw new RequestError(reply.error.code, reply.error.message);
    return contract[method].output.parse(reply.value) as Output<typeof method>;
  };
}
