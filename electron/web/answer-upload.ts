import type { IncomingMessage } from 'node:http';
import type { Reply } from '../../shared/api/dispatch.ts';
import { uploadLimit } from '../../shared/api/upload.ts';
import type { Backend } from '../core/backend/start-backend.ts';
import { checkDataRequest, type Identity } from './check-request.ts';
import { readBytes } from './read-body.ts';

/** Longer than any name that the systems allow, three bytes a sign and three letters a byte. */
const longestHeader = 4096;

/** The name in the header: percent-encoded, because headers carry no Chinese. Null when it is none. */
function nameIn(header: string | readonly string[] | undefined): string | null {
  if (typeof header !== 'string' || header.length > longestHeader) return null;
  try {
    return decodeURIComponent(header);
  } catch {
    return null;
  }
}

/** Takes the bytes of one file for the backend to keep; the status when the request is refused. */
export async function answerUpload(
  request: IncomingMessage,
  { backend, identity }: { readonly backend: Pick<Backend, 'upload'>; readonly identity: Identity },
): Promise<Reply | number> {
  const head = { method: request.method ?? '', headers: request.headers };
  const verdict = checkDataRequest(head, identity, 'application/octet-stream');
  if (verdict !== null) return verdict;
  const name = nameIn(request.headers['x-file-name']);
  if (name === null) return 400;
  const bytes = await readBytes(request, uploadLimit);
  return bytes === null ? 413 : backend.upload({ name, bytes });
}
