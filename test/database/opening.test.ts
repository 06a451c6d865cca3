import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { applicationId } from '../../electron/core/database/inspect-file.ts';
import { openWorkspace } from '../../electron/core/database/workspace.ts';
import { WorkspaceError } from '../../electron/core/database/workspace-error.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { describeFailure } from '../../shared/text/failures/index.ts';
import { clock, expectFailure, expectValue, newBureau, newWorkspace, temporaryFolder } from './fixture.ts';

function refusal(path: string) {
  const failure = expectFailure(openWorkspace(path, { clock }));
  expect(describeFailure(failure)).toMatch(/。$/);
  return failure.code;
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** The refusal's code, when the file is byte for byte as before and nothing new stands beside it. */
function untouchedRefusal(path: string): string {
  const before = digest(path);
  const neighbours = readdirSync(dirname(path));
  const code = refusal(path);
  expect(digest(path)).toBe(before);
  expect(readdirSync(dirname(path))).toEqual(neighbours);
  return code;
}

function closedWorkspace(): string {
  const { workspace, funds, city, counties } = newBureau();
  for (let year = 1990; year < 2024; year += 1) {
    for (const region of [city, ...counties]) {
      const cell = { kind: 'value', decimal: `${year}.5` } as const;
      const period = makePeriod('自然年', year);
      const change = { indicatorId: funds.id, regionId: region.id, period, cell, sourceId: null, byWhom: '张三' };
      expectValue(workspace.observations.put(change));
    }
  }
  workspace.close();
  return workspace.path;
}

test('a missing file is not found, and is not made', () => {
  const path = join(temporaryFolder(), '没有.huigao');
  expect(refusal(path)).toBe('workspace-not-found');
  expect(existsSync(path)).toBe(false);
  expect(refusal(join(path, 'a.huigao'))).toBe('workspace-not-found');
});

test('a file of 0 bytes is not taken for an empty data file', () => {
  const path = join(temporaryFolder(), 'a.huigao');
  writeFileSync(path, '');
  expect(untouchedRefusal(path)).toBe('workspace-empty-file');
});

test.each([
  ['a web page of a sync service', '<!DOCTYPE html><html><body>HTTP 500</body></html>'],
  ['a short text', '你好'],
  ['zeros', Buffer.alloc(8192)],
])('%s is foreign', (_, content) => {
  const path = join(temporaryFolder(), 'a.huigao');
  writeFileSync(path, content);
  expect(untouchedRefusal(path)).toBe('workspace-foreign');
});

test.each(['WAL', 'DELETE'])('the database of another program (%s) is foreign', (mode) => {
  const path = join(temporaryFolder(), 'a.huigao');
  const db = new SqliteDatabase(path);
  db.pragma(`journal_mode = ${mode}`);
  db.exec('CREATE TABLE note (text TEXT)');
  db.close();
  expect(untouchedRefusal(path)).toBe('workspace-foreign');
});

test('a folder is no data file', () => {
  expect(refusal(temporaryFolder())).toBe('workspace-foreign');
});

test.each([60, 4096, 20_000, -1])('a file cut off at %d bytes is damaged', (length) => {
  const path = closedWorkspace();
  truncateSync(path, length < 0 ? readFileSync(path).length - 1 : length);
  expect(untouchedRefusal(path)).toBe('workspace-damaged');
});

test('a zeroed page is damage', () => {
  const path = closedWorkspace();
  const bytes = readFileSync(path);
  const pages = bytes.length / 4096;
  let found = 0;
  for (let page = 1; page < pages; page += 3) {
    const copy = Buffer.from(bytes).fill(0, page * 4096, (page + 1) * 4096);
    const damaged = join(temporaryFolder(), 'a.huigao');
    writeFileSync(damaged, copy);
    expect(untouchedRefusal(damaged)).toBe('workspace-damaged');
    found += 1;
  }
  expect(found).toBeGreaterThan(5);
});

test('an older file beside a newer log is not written to when it does not fit', () => {
  const path = closedWorkspace();
  const writer = expectValue(openWorkspace(path, { clock }));
  const old = readFileSync(path);
  for (let index = 0; index < 300; index += 1) writer.settings.set(`键${index}`, '值'.repeat(300));
  const folder = temporaryFolder();
  const mixed = join(folder, 'a.huigao');
  writeFileSync(mixed, old.subarray(0, old.length - 4096 * 20));
  copyFileSync(`${path}-wal`, `${mixed}-wal`);
  writer.close();
  const before = digest(mixed);
  expect(refusal(mixed)).toBe('workspace-damaged');
  expect(digest(mixed)).toBe(before);
});

test('a file saved by a newer program is refused', () => {
  const path = closedWorkspace();
  const db = new SqliteDatabase(path);
  db.pragma('user_version = 99');
  db.close();
  expect(untouchedRefusal(path)).toBe('workspace-newer');
});

test('our header without the identity row is damage', () => {
  const path = join(temporaryFolder(), 'a.huigao');
  const db = new SqliteDatabase(path);
  db.pragma(`application_id = ${applicationId}`);
  db.pragma('user_version = 1');
  db.exec('CREATE TABLE region (id INTEGER)');
  db.close();
  expect(untouchedRefusal(path)).toBe('workspace-damaged');

  const emptied = closedWorkspace();
  const second = new SqliteDatabase(emptied);
  second.exec('DELETE FROM workspace');
  second.close();
  expect(untouchedRefusal(emptied)).toBe('workspace-damaged');
});

test.each(['BEGIN IMMEDIATE', 'BEGIN EXCLUSIVE'])('a file held by another connection (%s) is locked', (begin) => {
  const path = closedWorkspace();
  const other = new SqliteDatabase(path);
  onTestFinished(() => void other.close());
  other.exec(begin);
  expect(refusal(path)).toBe('workspace-locked');
  other.exec('ROLLBACK');
  expectValue(openWorkspace(path, { clock })).close();
});

test('a lock that comes while the file is open is a value, not a crash', () => {
  const { workspace } = newBureau();
  const other = new SqliteDatabase(workspace.path);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  const put = workspace.attempt(() => {
    workspace.settings.set('a', 'b');
    return { ok: true, value: undefined };
  });
  expect(expectFailure(put).code).toBe('workspace-locked');
  other.exec('ROLLBACK');
  workspace.settings.set('a', 'b');
  expect(workspace.settings.get('a')).toBe('b');
});

test('a read-only file is refused also to the superuser', () => {
  const path = closedWorkspace();
  chmodSync(path, 0o444);
  expect(untouchedRefusal(path)).toBe('workspace-read-only');
});

test.skipIf(process.platform === 'win32')('a file in a folder that is closed to writing is read-only', () => {
  const path = closedWorkspace();
  const folder = dirname(path);
  chmodSync(folder, 0o555);
  onTestFinished(() => chmodSync(folder, 0o755));
  expect(untouchedRefusal(path)).toBe('workspace-read-only');
});

test('another file under the same name is noticed before anything is written', () => {
  const { workspace } = newBureau();
  const other = newWorkspace();
  other.close();
  renameSync(workspace.path, `${workspace.path}.旧`);
  copyFileSync(other.path, workspace.path);
  const before = digest(workspace.path);
  const write = () => workspace.settings.set('署名', '教育局');
  expect(write).toThrow(WorkspaceError);
  expect(write).toThrow('不是同一个数据文件');
  const attempted = workspace.attempt(() => {
    write();
    return { ok: true, value: undefined };
  });
  expect(expectFailure(attempted).code).toBe('workspace-swapped');
  expect(digest(workspace.path)).toBe(before);
});

test('a file that went away is not made anew', () => {
  const { workspace } = newBureau();
  rmSync(workspace.path);
  expect(() => workspace.settings.set('署名', '教育局')).toThrow('找不到数据文件');
  expect(existsSync(workspace.path)).toBe(false);
});

test('a journal left by a crash is rolled back on opening', () => {
  const path = closedWorkspace();
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, 'a.huigao');
  const db = new SqliteDatabase(path);
  db.pragma('journal_mode = DELETE');
  db.pragma('cache_size = 1');
  db.pragma('cache_spill = 1');
  db.exec("BEGIN; UPDATE observation SET num = num + 1; INSERT INTO setting VALUES ('a', 'b')");
  copyFileSync(path, copy);
  copyFileSync(`${path}-journal`, `${copy}-journal`);
  db.exec('ROLLBACK');
  db.close();
  const opened = expectValue(openWorkspace(copy, { clock }));
  expect(opened.settings.get('a')).toBeUndefined();
  opened.close();
  expect(readdirSync(folder)).toEqual(['a.huigao']);
});
