import { contract } from '../../shared/api/contract.ts';
import type { Reply } from '../../shared/api/dispatch.ts';
import type { Result } from '../../shared/result.ts';
import { describeFailure, type Failure } from '../../shared/text/failures/index.ts';
import type { Backend } from '../core/backend/start-backend.ts';

export interface CallOptions {
  readonly backend: Pick<Backend, 'call'>;
  /** Asks the person where to save; the name it was saved as, null when they closed the dialog. */
  readonly saveFile: (fileId: string) => Promise<Result<string | null, Failure>>;
}

function refuse(failure: Failure): Reply {
  return { ok: false, error: { code: failure.code, message: describeFailure(failure) } };
}

/** Answers the page: what needs a window is done here, everything else by the backend. */
export async function answerCall({ backend, saveFile }: CallOptions, method: unknown, input: unknown): Promise<Reply> {
  if (typeof method !== 'string') return refuse({ code: 'method-unknown' });
  if (method === 'files.save') {
    const parsed = contract['files.save'].input.safeParse(input);
    if (!parsed.success) return refuse({ code: 'input-invalid', detail: 'id' });
    const saved = await saveFile(parsed.data.id);
    return saved.ok ? { ok: true, value: { savedAs: saved.value } } : refuse(saved.error);
  }
  return backend.call(method, input);
}
