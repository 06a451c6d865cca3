import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { namedWorkspace } from '../../electron/shell/named-workspace.ts';

const folder = resolve('/home/li');
const existing = new Set([resolve(folder, '数据.huigao'), resolve('/d/B.HUIGAO')]);
const isFile = (path: string) => existing.has(path);

test('the existing data file is taken, relative to the folder of the caller', () => {
  expect(namedWorkspace(['.', '数据.huigao'], folder, isFile)).toBe(resolve(folder, '数据.huigao'));
  expect(namedWorkspace([resolve('/d/B.HUIGAO')], folder, isFile)).toBe(resolve('/d/B.HUIGAO'));
});

test.each([
  [['没有.huigao']],
  [['--inspect=数据.huigao']],
  [['-数据.huigao']],
  [['huigao://open/数据.huigao']],
  [['file:///home/li/数据.huigao']],
  [['数据.huigao.exe']],
  [['.']],
  [[]],
])('%j names no data file', (args) => {
  expect(namedWorkspace(args, folder, isFile)).toBeNull();
});
