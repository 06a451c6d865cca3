import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Backend, startBackend } from '../../electron/core/backend/start-backend.ts';
import { startWebHost, type WebHost } from '../../electron/web/start-web-host.ts';
import { uploadLimit } from '../../shared/api/upload.ts';

let folder: string;
let backend: Backend;
let host: WebHost;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huigao-upload-'));
  const entry = new URL('../support/tiny-worker.ts', import.meta.url);
  backend = startBackend({ entry, dataFolder: folder, workspacePath: null, version: '0.1.0', saving: 'download' });
  host = await startWebHost({ backend, pageFolder: folder });
});

afterAll(async () => {
  await host.close();
  await backend.stop();
  await rm(folder, { recursive: true });
});

interface Probe {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: Uint8Array;
}

/** Sends a file as the page does, but for the headers given; `undefined` takes one away. */
function send({ method = 'POST', path = '/api-upload', headers = {}, body = new Uint8Array(3) }: Probe) {
  const { hash, port } = new URL(host.url);
  const all = {
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    'sec-fetch-site': 'same-origin',
    authorization: `Bearer ${hash.slice('#token='.length)}`,
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent('东河县.xlsx'),
    ...headers,
  };
  const sent = Object.fromEntries(Object.entries(all).filter((entry) => entry[1] !== undefined));
  // A connection of its own: one request announces more than it sends, and the next would be taken for its body.
  const way = { host: '127.0.0.1', port, agent: false } as const;
  return new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
    const call = request({ ...way, method, path, headers: sent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    call.on('error', reject);
    call.end(method === 'POST' ? body : undefined);
  });
}

test('the bytes and the Chinese name of a file reach the backend, and the reply holds its handle', async () => {
  const { status, text } = await send({});
  expect({ status, reply: JSON.parse(text) }).toEqual({ status: 200, reply: { ok: true, value: '东河县.xlsx 3' } });
});

test.each([
  ['no token', { authorization: undefined }, 401],
  ['a wrong token', { authorization: `Bearer ${'A'.repeat(43)}` }, 401],
  ['a foreign origin', { origin: 'https://evil.example' }, 403],
  ['no origin', { origin: undefined }, 403],
  ['a foreign name that was made to point here', { host: 'evil.example' }, 403],
  ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }, 403],
  ['JSON', { 'content-type': 'application/json' }, 415],
  ['the form of another site', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ['plain text', { 'content-type': 'text/plain' }, 415],
  ['no content type', { 'content-type': undefined }, 415],
  ['no name', { 'x-file-name': undefined }, 400],
  ['a name that is no percent code', { 'x-file-name': '%E4%B8' }, 400],
  ['a name without end', { 'x-file-name': 'a'.repeat(5000) }, 400],
  ['more than a file may hold', { 'content-length': String(uploadLimit + 1) }, 413],
] as const)('%s is refused', async (_what, headers, status) => {
  expect(await send({ headers })).toEqual({ status, text: '' });
});

test('a file over the limit is refused, though it does not say how large it is', async () => {
  const answer = await send({ headers: { 'transfer-encoding': 'chunked' }, body: new Uint8Array(uploadLimit + 1) });
  expect(answer.status).toBe(413);
});

test.each(['GET', 'PUT', 'OPTIONS'])('%s is no way to give a file', async (method) => {
  expect((await send({ method })).status).toBe(405);
});

test.each(['/api/echo', '/api-file/7', '/api-presence/page'])('%s takes no bytes', async (path) => {
  expect((await send({ path })).status).toBe(415);
});
