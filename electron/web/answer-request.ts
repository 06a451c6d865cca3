import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { contentSecurityPolicy } from '../../shared/api/content-security-policy.ts';
import { locatePageFile } from '../core/backend/page-file.ts';
import type { Backend } from '../core/backend/start-backend.ts';
import { answerUpload } from './answer-upload.ts';
import { checkDataRequest, checkPageRequest, type Identity } from './check-request.ts';
import type { PagePresence } from './page-presence.ts';
import { readJsonBody } from './read-body.ts';

export interface ListenerOptions {
  readonly backend: Backend;
  readonly pageFolder: string;
  readonly presence: PagePresence;
  readonly identity: Identity;
}

/** Sent with every answer. There is no CORS header: no other site may read anything. */
const guardHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
} as const;

function send(
  response: ServerResponse,
  status: number,
  contentType = 'text/plain',
  body: string | Uint8Array = '',
): void {
  response.writeHead(status, { ...guardHeaders, 'Content-Type': contentType }).end(body);
}

async function sendPageFile(response: ServerResponse, pageFolder: string, urlPath: string): Promise<void> {
  const file = locatePageFile(pageFolder, urlPath);
  const bytes = file && (await readFile(file.path).catch(() => null));
  if (file && bytes) send(response, 200, file.contentType, bytes);
  else send(response, 404);
}

/** Keeps the answer open until the page goes away. */
function holdOpen(response: ServerResponse, presence: PagePresence): void {
  presence.arrived();
  response.once('close', () => presence.left());
  response.writeHead(200, { ...guardHeaders, 'Content-Type': 'text/plain' }).flushHeaders();
}

async function answerData(request: IncomingMessage, response: ServerResponse, options: ListenerOptions, path: string) {
  const verdict = checkDataRequest({ method: request.method ?? '', headers: request.headers }, options.identity);
  if (verdict !== null) return send(response, verdict);
  const body = await readJsonBody(request);
  if (body.kind === 'refused') return send(response, body.status);
  const [, door = '', name = '', ...rest] = path.split('/');
  if (name === '' || rest.length > 0) return send(response, 404);
  switch (door) {
    case 'api': {
      const reply = await options.backend.call(name, body.value);
      return send(response, 200, 'application/json', JSON.stringify(reply));
    }
    case 'api-file': {
      const file = await options.backend.readFile(name);
      return file ? send(response, 200, 'application/octet-stream', file.bytes) : send(response, 404);
    }
    case 'api-presence':
      return holdOpen(response, options.presence);
    default:
      return send(response, 404);
  }
}

async function takeUpload(request: IncomingMessage, response: ServerResponse, options: ListenerOptions) {
  const outcome = await answerUpload(request, options);
  if (typeof outcome === 'number') return send(response, outcome);
  return send(response, 200, 'application/json', JSON.stringify(outcome));
}

/**
 * Answers `POST /api/<method>`, `POST /api-file/<id>`, `POST /api-upload`, `POST /api-presence/page` and `GET` of the
 * page's own files.
 */
export function createRequestListener(options: ListenerOptions): RequestListener {
  return (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const answer = async () => {
      if (path === '/api-upload') return takeUpload(request, response, options);
      if (path.startsWith('/api')) return answerData(request, response, options, path);
      const verdict = checkPageRequest({ method: request.method ?? '', headers: request.headers }, options.identity);
      if (verdict !== null) return send(response, verdict);
      return sendPageFile(response, options.pageFolder, path);
    };
    answer().catch(() => (response.headersSent ? response.destroy() : send(response, 500)));
  };
}
