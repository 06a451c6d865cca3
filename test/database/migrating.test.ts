import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { applicationId } from '../../electron/core/database/inspect-file.ts';
import { migrateDatabase } from '../../electron/core/database/migrate-database.ts';
import { type Migration, migrations } from '../../electron/core/database/migrations/index.ts';
import { openDatabase } from '../../electron/core/database/open-database.ts';
import { openWorkspace } from '../../electron/core/database/workspace.ts';
import { clock, expectFailure, expectValue, newBureau, newWorkspace, temporaryFolder } from './fixture.ts';

const next: Migration = {
  version: migrations.length + 1,
  migrate: (db) => {
    db.exec("CREATE TABLE remark (text TEXT NOT NULL) STRICT; INSERT INTO remark VALUES ('二')");
  },
};

/** SHA-256 of each released step. A mismatch means that a released step was edited: write a new one instead. */
const released: Readonly<Record<string, string>> = {
  '0001-initial.ts': 'deea9db9bc4a18d28a368c3311e2d2316b605eabe0df81695c98b281e1638e1d',
  '0002-rules.ts': '85cb63ea411380f18b51421ce488c9a68f1c150ad46aec915ba5a9cbc666c0b8',
  '0003-data-keeping.ts': '60096a305d856dc5b3a22517e077a1f977883c27e1aec3323fd5365a13f1b6cb',
  '0004-catalogue.ts': 'e54bbdba929c33cfca82a204fc8aa881a8d749cdcf57d315a88a8b8b2f6ee7c4',
  '0005-collecting.ts': 'f1af0269ca9d8ec60477909ab94a5a5dcdd10ce4b2f013f7d2d8cbe438d06666',
  '0006-confirmations.ts': '0ea97d14b0fcbf37d350f0c38c6c889c878b6bf7f3e414e7e541e2eaae48f1bf',
  '0007-proofreading.ts': '8ccd50b0eaad47189560a08aa0cb0fe52757fcc9dfeb3f6f3cefdb3694a1c096',
};

test('released migrations are what they were', () => {
  const folder = new URL('../../electron/core/database/migrations/', import.meta.url);
  const hashes = readdirSync(folder)
    .filter((name) => /^\d{4}-/.test(name))
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(new URL(name, folder)))
        .digest('hex'),
    ]);
  expect(Object.fromEntries(hashes)).toEqual(released);
  expect(migrations.map(({ version }) => version)).toEqual(hashes.map((_, index) => index + 1));
});

test('an older file is copied beside itself, then migrated', () => {
  const { workspace } = newBureau();
  workspace.close();
  const db = expectValue(openDatabase(workspace.path, { clock, migrations: [...migrations, next] }));
  expect(db.pragma('user_version', { simple: true })).toBe(next.version);
  expect(db.prepare('SELECT text FROM remark').pluck().all()).toEqual(['二']);
  db.close();
  const folder = dirname(workspace.path);
  const names = readdirSync(folder);
  const backup = names.find((name) => name.includes('升级前备份')) ?? '';
  expect(names).toHaveLength(2);
  expect(backup).toMatch(/^统计\.升级前备份-\d{8}-\d{6}\.huigao$/);
  const old = expectValue(openWorkspace(join(folder, backup), { clock }));
  expect(old.instanceId).toBe(workspace.instanceId);
  expect(old.regions.all()).toHaveLength(5);
  old.close();
  expect(expectFailure(openWorkspace(workspace.path, { clock })).code).toBe('workspace-newer');
});

test('a migration that fails half-way leaves the old schema', () => {
  const workspace = newWorkspace();
  workspace.settings.set('署名', '教育局');
  workspace.close();
  const broken: Migration = {
    version: next.version + 1,
    migrate: (db) => {
      db.exec('CREATE TABLE remark (text TEXT) STRICT');
    },
  };
  expect(() => openDatabase(workspace.path, { clock, migrations: [...migrations, next, broken] })).toThrow('remark');
  const again = expectValue(openWorkspace(workspace.path, { clock }));
  expect(again.settings.get('署名')).toBe('教育局');
  again.close();
});

test('a file of the first version keeps its indicators, now without a group, and takes rules', () => {
  const path = join(temporaryFolder(), '旧.huigao');
  const db = new SqliteDatabase(path);
  db.pragma(`application_id = ${applicationId}`);
  migrateDatabase(db, migrations.slice(0, 1));
  db.exec(`INSERT INTO workspace (id, instance_id, created_at, is_sample) VALUES (1, '${'0'.repeat(32)}', '2024', 0);
    INSERT INTO indicator (code, name, unit, scale, shown_decimals, timing, aggregation, definition)
    VALUES ('a', '随迁子女人数', '人', 0, 0, '时点', '合计', '')`);
  db.close();
  const workspace = expectValue(openWorkspace(path, { clock }));
  expect(workspace.indicators.all()).toMatchObject([{ name: '随迁子女人数', group: '', part: null }]);
  expect(workspace.rules.own()).toEqual([]);
  expect(workspace.waivers.standing()).toEqual([]);
  workspace.close();
});

test('revisions of an older file are kept, and the newest of each value learns its cell', () => {
  const path = join(temporaryFolder(), '旧.huigao');
  const db = new SqliteDatabase(path);
  migrateDatabase(db, migrations.slice(0, 2));
  db.exec(`
    INSERT INTO workspace (id, instance_id, created_at, is_sample) VALUES (1, '${'0'.repeat(32)}', '2024-01-01', 0);
    INSERT INTO region (id, name, level, kind, sort) VALUES (1, '甲县', 3, '行政区', 1);
    INSERT INTO indicator (id, code, name, unit, scale, shown_decimals, timing, aggregation, definition)
      VALUES (1, 'a', '人数', '人', 0, 0, '时点', '合计', '');
    INSERT INTO period (id, kind, year, place, label, start_on, end_on)
      VALUES (1, '自然年', 2024, 1, '2024年', '2024-01-01', '2024-12-31');
    INSERT INTO observation (indicator_id, period_id, region_id, num, status, cell) VALUES (1, 1, 1, 8, 0, 'Sheet1!B2');
    INSERT INTO revision (at, by_whom, indicator_id, period_id, region_id, scale, new_num, new_status)
      VALUES ('2024-02-01', '张三', 1, 1, 1, 0, 7, 0);
    INSERT INTO revision (at, by_whom, indicator_id, period_id, region_id, scale, old_num, old_status, new_num, new_status)
      VALUES ('2024-02-02', '李四', 1, 1, 1, 0, 7, 0, 8, 0);`);
  migrateDatabase(db, migrations);
  expect(db.prepare('SELECT by_whom, old_num, new_num, cell FROM revision ORDER BY id').all()).toEqual([
    { by_whom: '张三', old_num: null, new_num: 7, cell: null },
    { by_whom: '李四', old_num: 7, new_num: 8, cell: 'Sheet1!B2' },
  ]);
  expect(() => db.exec('DELETE FROM revision')).toThrow('append-only');
  expect(() => db.exec('DELETE FROM observation')).toThrow('takes an observation back');
  db.close();
});

test('a period that an older file had closed stays closed, and who closed it becomes its first record', () => {
  const path = join(temporaryFolder(), '旧.huigao');
  const db = new SqliteDatabase(path);
  db.pragma(`application_id = ${applicationId}`);
  migrateDatabase(db, migrations.slice(0, 3));
  db.exec(`
    INSERT INTO workspace (id, instance_id, created_at, is_sample) VALUES (1, '${'0'.repeat(32)}', '2024-01-01', 0);
    INSERT INTO period (id, kind, year, place, label, start_on, end_on)
      VALUES (1, '自然年', 2024, 1, '2024年', '2024-01-01', '2024-12-31');
    INSERT INTO period_lock (period_id, by_whom, at) VALUES (1, '张三', '2024-02-01');`);
  db.close();
  const workspace = expectValue(openWorkspace(path, { clock }));
  expect(workspace.periodBook.all()).toMatchObject([
    { period: { label: '2024年' }, isLocked: true, events: [{ kind: '定稿', byWhom: '张三', at: '2024-02-01' }] },
  ]);
  workspace.close();
  const again = new SqliteDatabase(path);
  expect(() => again.exec('DELETE FROM period_lock_event')).toThrow('is kept');
  expect(() => again.exec("UPDATE period_lock_event SET reason = '改'")).toThrow('is kept');
  again.close();
});
