import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy } from '../../shared/api/content-security-policy.ts';
import { locatePageFile } from '../core/backend/page-file.ts';
import { isPageUrl } from './page-address.ts';

const guardHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
} as const;

function refuse(status: number): Response {
  return new Response(null, { status, headers: guardHeaders });
}

/** Answers a request for `app://report/…` with a file of the built page. */
export async function answerPageRequest(
  { method, url }: Pick<Request, 'method' | 'url'>,
  pageFolder: string,
): Promise<Response> {
  if (!isPageUrl(url)) return refuse(403);
  if (method !== 'GET') return refuse(405);
  const file = locatePageFile(pageFolder, new URL(url).pathname);
  const bytes = file && (await readFile(file.path).catch(() => null));
  if (!file || !bytes) return refuse(404);
  return new Response(new Uint8Array(bytes), { headers: { ...guardHeaders, 'Content-Type': file.contentType } });
}
