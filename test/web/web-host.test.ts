import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Backend, startBackend } from '../../electron/core/backend/start-backend.ts';
import { bodyLimit } from '../../electron/web/read-body.ts';
import { startWebHost, type WebHost } from '../../electron/web/start-web-host.ts';
import { contentSecurityPolicy } from '../../shared/api/content-security-policy.ts';

let folder: string;
let backend: Backend;
let host: WebHost;
let port: number;
let token: string;
const pageGone = vi.fn<() => void>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huigao-web-'));
  const pageFolder = join(folder, 'page');
  await mkdir(pageFolder);
  await writeFile(join(pageFolder, 'index.html'), '<title>汇稿</title>');
  await writeFile(join(folder, 'secret.html'), 'secret');
  const entry = new URL('../support/tiny-worker.ts', import.meta.url);
  backend = startBackend({ entry, dataFolder: folder, workspacePath: null, version: '0.1.0', saving: 'download' });
  host = await startWebHost({ backend, pageFolder, whenPageGone: { patience: 50, act: pageGone } });
  const url = new URL(host.url);
  port = Number(url.port);
  token = url.hash.slice('#token='.length);
});

afterAll(async () => {
  await host.close();
  await backend.stop();
  await rm(folder, { recursive: true });
});

type Headers = Readonly<Record<string, string | undefined>>;
interface Probe {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Headers;
  readonly body?: string;
}

/** Sends a request exactly as given; `undefined` takes a header of the well-behaved page away. */
function probe({ method = 'POST', path = '/api/echo', headers = {}, body = '{"n":1}' }: Probe) {
  const all: Headers = {
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    'sec-fetch-site': 'same-origin',
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    ...headers,
  };
  const sent = Object.fromEntries(Object.entries(all).filter((entry) => entry[1] !== undefined));
  return new Promise<{ status: number; headers: Headers; text: string }>((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, method, path, headers: sent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: { ...response.headers } as Headers, text });
      });
    });
    call.on('error', reject);
    call.end(method === 'POST' ? body : undefined);
  });
}

test('the token has 256 bits and stands in the fragment', () => {
  expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
});

test('the page that was served gets its reply, and no header lets another site read it', async () => {
  const { status, headers, text } = await probe({});
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ ok: true, value: { method: 'echo', input: { n: 1 } } });
  expect(headers).toMatchObject({
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test.each([
  ['no token', { authorization: undefined }, 401],
  ['a wrong token', { authorization: `Bearer ${'A'.repeat(43)}` }, 401],
  ['a shorter token', { authorization: 'Bearer A' }, 401],
  ['a foreign origin', { origin: 'https://evil.example' }, 403],
  ['an origin of another port', { origin: 'http://127.0.0.1:1' }, 403],
  ['an origin that only begins like ours', { origin: 'http://127.0.0.1.evil.example' }, 403],
  ['no origin', { origin: undefined }, 403],
  ['the null origin of a sandboxed frame', { origin: 'null' }, 403],
  ['a foreign name that was made to point here', { host: 'evil.example' }, 403],
  ['the name localhost', { host: 'localhost' }, 403],
  ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a same-site fetch from another port', { 'sec-fetch-site': 'same-site' }, 403],
  ['no fetch site', { 'sec-fetch-site': undefined }, 403],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['plain text', { 'content-type': 'text/plain' }, 415],
  ['no content type', { 'content-type': undefined }, 415],
] as const)('%s is refused', async (_name, headers, status) => {
  const answer = await probe({ headers });
  expect(answer.status).toBe(status);
  expect(answer.text).toBe('');
});

test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('%s is no way to ask for data', async (method) => {
  expect((await probe({ method })).status).toBe(405);
});

test('a body over the limit is refused, announced or not', async () => {
  const body = JSON.stringify('x'.repeat(bodyLimit));
  expect((await probe({ body })).status).toBe(413);
  const chunked = await probe({ body, headers: { 'transfer-encoding': 'chunked' } });
  expect(chunked.status).toBe(413);
});

test('a body that is no JSON is refused', async () => {
  expect((await probe({ body: '{' })).status).toBe(400);
});

test.each(['/api', '/api/', '/api/a/b', '/api-file/', '/apix/a', '/api-presence'])('%s leads nowhere', async (path) => {
  expect((await probe({ path })).status).toBe(404);
});

test('a rendered file comes by its handle, with the same checks', async () => {
  const file = await probe({ path: '/api-file/7', body: '{}' });
  expect(file).toMatchObject({ status: 200, text: 'PK\u0003\u0004' });
  expect(file.headers['content-type']).toBe('application/octet-stream');
  expect((await probe({ path: '/api-file/8', body: '{}' })).status).toBe(404);
  expect((await probe({ path: '/api-file/7', headers: { authorization: undefined } })).status).toBe(401);
  expect((await probe({ path: '/api-file/7', method: 'GET' })).status).toBe(405);
});

test('the page needs no token, but only our own address may ask, by GET', async () => {
  const plain = { authorization: undefined, origin: undefined, 'sec-fetch-site': 'none', 'content-type': undefined };
  const page = await probe({ method: 'GET', path: '/', headers: plain });
  expect(page).toMatchObject({ status: 200, text: '<title>汇稿</title>' });
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect((await probe({ method: 'GET', path: '/', headers: { ...plain, host: 'evil.example' } })).status).toBe(403);
  expect((await probe({ method: 'POST', path: '/', headers: plain })).status).toBe(405);
  expect((await probe({ method: 'GET', path: '/none.html', headers: plain })).status).toBe(404);
});

test.each(['/../secret.html', '/..%2fsecret.html', '/%2e%2e%2fsecret.html', '/..%5csecret.html'])(
  '%s does not leave the folder of the page',
  async (path) => {
    const answer = await probe({ method: 'GET', path });
    expect(answer.status).toBe(404);
    expect(answer.text).toBe('');
  },
);

test('it listens on the loopback address only', async () => {
  const { networkInterfaces } = await import('node:os');
  const outer = Object.values(networkInterfaces())
    .flat()
    .find((address) => address !== undefined && !address.internal && address.family === 'IPv4');
  if (outer === undefined) return;
  const outcome = await new Promise((resolve) => {
    const socket = connect({ host: outer.address, port });
    socket.once('connect', () => resolve('connected'));
    socket.once('error', () => resolve('refused'));
  });
  expect(outcome).toBe('refused');
});

test('the host learns that the last page is gone, and not while one is open', async () => {
  const open = () => {
    const headers = {
      host: `127.0.0.1:${port}`,
      origin: `http://127.0.0.1:${port}`,
      'sec-fetch-site': 'same-origin',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    };
    const call = request({ host: '127.0.0.1', port, method: 'POST', path: '/api-presence/page', headers });
    const opened = new Promise<() => void>((resolve) => call.once('response', () => resolve(() => call.destroy())));
    call.on('error', () => undefined);
    call.end('{}');
    return opened;
  };
  const first = await open();
  const second = await open();
  first();
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(pageGone).not.toHaveBeenCalled();
  second();
  await vi.waitFor(() => expect(pageGone).toHaveBeenCalledOnce());
});
