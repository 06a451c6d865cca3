import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What of a request decides whether it may be answered. */
export interface RequestHead {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Identity {
  /** `127.0.0.1:<port>`: any other name in `Host` means that a foreign name was made to point here (DNS rebinding). */
  readonly host: string;
  readonly token: string;
}

/** Status of the refusal, or null when the request may pass. */
export type Verdict = 403 | 401 | 405 | 415 | null;

/** Digests have one length, so the comparison takes the same time whatever was sent. */
function equalsInConstantTime(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/** Whether the page's own files may be given: they hold no data, but only this very address may ask. */
export function checkPageRequest({ method, headers }: RequestHead, { host }: Identity): Verdict {
  if (headers.host !== host) return 403;
  return method === 'GET' ? null : 405;
}

/**
 * Whether a request for data may pass: only from the page that this host served (exact `Host`, `Origin` and
 * `Sec-Fetch-Site`, which a foreign page cannot forge), with the token, and as JSON, or bytes at the door for files:
 * media types that no plain form can send.
 */
export function checkDataRequest(
  { method, headers }: RequestHead,
  { host, token }: Identity,
  media: 'application/json' | 'application/octet-stream' = 'application/json',
): Verdict {
  if (headers.host !== host) return 403;
  if (method !== 'POST') return 405;
  if (headers.origin !== `http://${host}` || headers['sec-fetch-site'] !== 'same-origin') return 403;
  if (!equalsInConstantTime(headers.authorization ?? '', `Bearer ${token}`)) return 401;
  const mediaType = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  return mediaType === media ? null : 415;
}
