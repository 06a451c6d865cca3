import type { IncomingMessage } from 'node:http';

/** A pasted table of 200 000 cells, the most that one request may hold, is some 16 MB; all others carry short texts. */
export const bodyLimit = 24 * 1024 * 1024;

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly status: 400 | 413 };

/** Reads a JSON body, refusing one that is too large as soon as it is seen to be. */
export async function readJsonBody(request: IncomingMessage): Promise<Body> {
  const tooLarge: Body = { kind: 'refused', status: 413 };
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) return tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  // Not destroying the request lets the refusal reach a client that is still sending.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyLimit) return tooLarge;
    chunks.push(bytes);
  }
  try {
    return { kind: 'json', value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { kind: 'refused', status: 400 };
  }
}
