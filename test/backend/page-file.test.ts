import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locatePageFile } from '../../electron/core/backend/page-file.ts';

const folder = join('/opt', 'huigao', 'renderer');

test('the root is index.html, and names are decoded', () => {
  expect(locatePageFile(folder, '/')).toEqual({
    path: join(folder, 'index.html'),
    contentType: 'text/html; charset=utf-8',
  });
  expect(locatePageFile(folder, '/assets/%E9%A1%B5.js')?.path).toBe(join(folder, 'assets', '页.js'));
});

test.each([
  '/../secret.html',
  '/..%2fsecret.html',
  '/%2e%2e/%2e%2e/etc/passwd.html',
  '/assets/../../renderer-x/index.html',
  '/..\\secret.html',
  '/%00.html',
  '/%E0%A4%A.js',
  '//etc/passwd',
  '/.',
  'index.html',
  '/notes.huigao',
])('%s is not a file of the page', (path) => {
  expect(locatePageFile(folder, path)).toBeNull();
});

test('a doubly encoded way up stays an ordinary name inside the folder', () => {
  expect(locatePageFile(folder, '/%252e%252e/a.js')?.path).toBe(join(folder, '%2e%2e', 'a.js'));
});
