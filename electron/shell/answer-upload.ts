import type { Reply } from '../../shared/api/dispatch.ts';
import { uploadLimit } from '../../shared/api/upload.ts';
import { describeFailure } from '../../shared/text/failures/index.ts';
import type { Backend } from '../core/backend/start-backend.ts';

/** Gives the backend the bytes of a file that the person chose in the page. */
export async function answerUpload(backend: Pick<Backend, 'upload'>, name: unknown, bytes: unknown): Promise<Reply> {
  if (typeof name !== 'string' || !(bytes instanceof Uint8Array) || bytes.length > uploadLimit) {
    const failure = { code: 'input-invalid', detail: 'file' } as const;
    return { ok: false, error: { code: failure.code, message: describeFailure(failure) } };
  }
  return backend.upload({ name, bytes });
}
