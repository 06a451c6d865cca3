import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerPageRequest } from '../../electron/shell/answer-page-request.ts';
import { contentSecurityPolicy } from '../../shared/api/content-security-policy.ts';

let folder: string;
let pageFolder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huigao-shell-'));
  pageFolder = join(folder, 'page');
  await mkdir(pageFolder);
  await writeFile(join(pageFolder, 'index.html'), '<title>汇稿</title>');
  await writeFile(join(folder, 'secret.html'), 'secret');
});

afterAll(() => rm(folder, { recursive: true }));

test('the page comes with its policy', async () => {
  const response = await answerPageRequest({ method: 'GET', url: 'app://report/' }, pageFolder);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('<title>汇稿</title>');
  expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test.each([
  ['GET', 'app://other/', 403],
  ['GET', 'https://report/', 403],
  ['POST', 'app://report/', 405],
  ['GET', 'app://report/none.html', 404],
  ['GET', 'app://report/..%2fsecret.html', 404],
  ['GET', 'app://report/%2e%2e%2fsecret.html', 404],
])('%s %s is refused', async (method, url, status) => {
  const response = await answerPageRequest({ method, url }, pageFolder);
  expect(response.status).toBe(status);
  expect(await response.text()).toBe('');
});
