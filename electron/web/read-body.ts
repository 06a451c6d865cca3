import type { IncomingMessage } from 'node:http';

/** A pasted table of 200 000 cells, the most that one request may hold, is some 16 MB; all others carry short texts. */
export const bodyLimit = 24 * 1024 * 1024;

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 413 };

/** Reads a body, giving up as soon as it is seen to be too large: then null. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  // Not destroying the request lets the refusal reach a client that is still sending.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Reads a JSON body, refusing one that is too large. */
export async function readJsonBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request, bodyLimit);
  if (bytes === null) return { kind: 'refused', status: 413 };
  try {
    return { kind: 'json', value: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return { kind: 'refused', status: 400 };
  }
}
