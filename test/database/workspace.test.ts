import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createDataView } from '../../electron/core/database/data-view.ts';
import { migrations } from '../../electron/core/database/migrations/index.ts';
import { journalMode, openDatabase } from '../../electron/core/database/open-database.ts';
import { createWorkspace, openWorkspace } from '../../electron/core/database/workspace.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { fail } from '../../shared/result.ts';
import { clock, expectFailure, expectValue, newBureau, newWorkspace, reopen, temporaryFolder } from './fixture.ts';

const year2021 = makePeriod('自然年', 2021);

test('a new data file has a name, an identity that stays, and no companions once closed', () => {
  const workspace = newWorkspace();
  expect(workspace.name).toBe('统计');
  expect(workspace.isSample).toBe(false);
  expect(workspace.instanceId).toMatch(/^[0-9a-f]{32}$/);
  expect(newWorkspace().instanceId).not.toBe(workspace.instanceId);
  const again = reopen(workspace);
  expect(again.instanceId).toBe(workspace.instanceId);
  again.close();
  again.close();
  expect(readdirSync(dirname(workspace.path))).toEqual(['统计.huigao']);
});

test('a sample says so, also later', () => {
  const path = join(temporaryFolder(), '示例.huigao');
  const sample = expectValue(createWorkspace(path, { clock, isSample: true }));
  expect(reopen(sample).isSample).toBe(true);
});

test('the file is kept in WAL mode with full synchronisation and STRICT tables', () => {
  const { path } = newWorkspace();
  const db = new SqliteDatabase(path, { readonly: true });
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
  const loose = db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
    .all();
  expect(loose).toEqual([]);
  db.close();
});

test('the connection is as careful as SQLite can be', () => {
  const workspace = newWorkspace();
  workspace.close();
  const db = expectValue(openDatabase(workspace.path, { clock, migrations }));
  const pragma = (name: string) => db.pragma(name, { simple: true });
  const names = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'busy_timeout'];
  expect(names.map(pragma)).toEqual(['wal', 2, 1, 0, 1, 2000]);
  // 3.7.0 to 3.51.2 could corrupt a file when two connections write and checkpoint its log.
  const [, minor = 0, patch = 0] = String(db.prepare('SELECT sqlite_version()').pluck().get()).split('.').map(Number);
  expect(minor * 1000 + patch).toBeGreaterThanOrEqual(51_003);
  db.close();
});

test('the file alone holds everything once it is closed, even while another connection reads it', () => {
  const workspace = newWorkspace();
  const reader = new SqliteDatabase(workspace.path, { readonly: true });
  reader.prepare('SELECT count(*) FROM setting').get();
  workspace.settings.set('署名', '教育局');
  workspace.close();
  const copy = join(temporaryFolder(), '拷贝.huigao');
  copyFileSync(workspace.path, copy);
  reader.close();
  const copied = expectValue(openWorkspace(copy, { clock }));
  expect(copied.settings.get('署名')).toBe('教育局');
  copied.close();
});

test('over a network share the rollback journal is used', () => {
  expect(journalMode('\\\\server\\统计\\a.huigao')).toBe('DELETE');
  expect(journalMode('\\\\?\\UNC\\server\\统计\\a.huigao')).toBe('DELETE');
  expect(journalMode('//server/统计/a.huigao')).toBe('DELETE');
  expect(journalMode('\\\\?\\C:\\统计\\a.huigao')).toBe('WAL');
  expect(journalMode('C:\\统计\\a.huigao')).toBe('WAL');
  expect(journalMode('/home/a.huigao')).toBe('WAL');
});

test('regions come back with aliases, level and parent', () => {
  const { workspace, city, counties } = newBureau();
  const regions = reopen(workspace).regions.all();
  expect(regions.map(({ name }) => name)).toEqual(['浙江省', '湖州市', '吴兴区', '南浔区', '德清县']);
  expect(regions[1]).toEqual(city);
  expect(regions.slice(2)).toEqual(counties);
  expect(city).toMatchObject({ aliases: ['湖州'], level: '市', inTotal: true });
});

test('the closure of regions knows every ancestor', () => {
  const { workspace } = newBureau();
  workspace.close();
  const db = new SqliteDatabase(workspace.path);
  const descendants = db
    .prepare<[string], string>(
      `SELECT r.name || depth FROM region_tree JOIN region r ON r.id = descendant
       WHERE ancestor = (SELECT id FROM region WHERE name = ?) ORDER BY r.sort`,
    )
    .pluck();
  expect(descendants.all('浙江省')).toEqual(['浙江省0', '湖州市1', '吴兴区2', '南浔区2', '德清县2']);
  expect(descendants.all('德清县')).toEqual(['德清县0']);
  db.close();
});

test('indicators come back as they were entered', () => {
  const { workspace, children, share, funds } = newBureau();
  expect(reopen(workspace).indicators.all()).toEqual([children, share, funds]);
});

test('periods with data are listed newest first, a year before its halves', () => {
  const { workspace, city, funds } = newBureau();
  const periods = [
    makePeriod('自然年', 2023),
    makePeriod('半年', 2024, 2),
    makePeriod('自然年', 2024),
    makePeriod('学年', 2023),
    makePeriod('半年', 2024, 1),
  ];
  for (const period of periods) {
    const cell = { kind: 'value', decimal: '1' } as const;
    expectValue(
      workspace.observations.put({
        indicatorId: funds.id,
        regionId: city.id,
        period,
        cell,
        sourceId: null,
        byWhom: '张三',
      }),
    );
  }
  workspace.periods.ensure(makePeriod('自然年', 2030));
  expect(workspace.periods.withData().map(({ label }) => label)).toEqual([
    '2024年',
    '2024年下半年',
    '2023—2024学年',
    '2024年上半年',
    '2023年',
  ]);
  expect(workspace.periods.withData()[2]).toEqual(makePeriod('学年', 2023));
});

test('a transaction that throws, and an attempt that fails, leave nothing behind', () => {
  const { workspace } = newBureau();
  expect(() =>
    workspace.transaction(() => {
      workspace.settings.set('署名', '湖州市教育局');
      throw new Error('停');
    }),
  ).toThrow('停');
  const failed = workspace.attempt(() => {
    workspace.settings.set('署名', '湖州市教育局');
    return fail({ code: 'report-unknown' });
  });
  expect(expectFailure(failed)).toEqual({ code: 'report-unknown' });
  expect(workspace.settings.get('署名')).toBeUndefined();
  workspace.transaction(() => {
    workspace.settings.set('署名', '教育局');
    workspace.attempt(() => {
      workspace.settings.set('署名', '别的局');
      return fail({ code: 'report-unknown' });
    });
  });
  expect(reopen(workspace).settings.get('署名')).toBe('教育局');
});

const document = (text: string): ReportDocument => ({
  type: 'doc',
  attrs: { description: null, regionLevel: '市', periodKind: '自然年' },
  content: [{ type: 'paragraph', attrs: { level: 0 }, content: [{ type: 'text', text }] }],
});

test('a report is listed, read, changed, and its earlier text kept', () => {
  let now = new Date('2024-12-05T01:30:00Z');
  const workspace = expectValue(createWorkspace(join(temporaryFolder(), 'a.huigao'), { clock: { now: () => now } }));
  const { city } = newBureau(workspace);
  const basis = { template: '汇报', regionId: city.id, period: year2021 };
  const first = workspace.reports.insert({ ...basis, title: '一', document: document('甲') });
  now = new Date('2024-12-05T01:31:00Z');
  const second = workspace.reports.insert({ ...basis, title: '二', document: document('乙') });
  expect(workspace.reports.list().map(({ id }) => id)).toEqual([second, first]);

  now = new Date('2024-12-05T01:32:00Z');
  expectValue(workspace.reports.update(first, { document: document('甲一') }));
  now = new Date('2024-12-05T01:32:10Z');
  expectValue(workspace.reports.update(first, { document: document('甲二'), title: '一改' }));
  now = new Date('2024-12-05T01:32:40Z');
  expectValue(workspace.reports.update(first, { document: document('甲三') }));
  expectValue(workspace.reports.update(first, { document: document('甲三') }));

  const stored = expectValue(workspace.reports.get(first));
  expect(stored).toMatchObject({ title: '一改', template: '汇报', regionId: city.id, period: year2021 });
  expect(stored.document).toEqual(document('甲三'));
  expect(Date.parse(stored.updatedAt)).toBe(Date.parse('2024-12-05T01:32:40Z'));
  expect(workspace.reports.versions(first).map((version) => version.document)).toEqual([
    document('甲二'),
    document('甲'),
  ]);
  expect(workspace.reports.list()[0]?.id).toBe(first);
  workspace.close();
});

test('an unknown report is said to be so, and a report that cannot be read as well', () => {
  const { workspace, city } = newBureau();
  expect(expectFailure(workspace.reports.get(1)).code).toBe('report-unknown');
  expect(expectFailure(workspace.reports.update(1, { title: '无' })).code).toBe('report-unknown');
  const id = workspace.reports.insert({
    title: '汇报',
    template: '汇报',
    regionId: city.id,
    period: year2021,
    document: document('甲'),
  });
  const db = new SqliteDatabase(workspace.path);
  db.exec(`UPDATE report SET document = '{"type":"doc"}'`);
  db.close();
  expect(expectFailure(workspace.reports.get(id)).code).toBe('workspace-damaged');
});

test('templates, settings, named sets and assets are stored and replaced', () => {
  const { workspace, counties } = newBureau();
  workspace.templates.put('月报', '# 一');
  workspace.templates.put('月报', '# 二');
  workspace.settings.set('署名', '教育局');
  workspace.namedSets.put('城区', [counties[1]?.id ?? 0, counties[0]?.id ?? 0]);
  workspace.namedSets.put('城区', [counties[1]?.id ?? 0, counties[0]?.id ?? 0]);
  const picture = { name: '图.png', mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
  const id = workspace.assets.put(picture);
  expect(workspace.assets.put({ ...picture, name: '同一张.png' })).toBe(id);

  const again = reopen(workspace);
  expect(again.templates.all().map(({ name, markdown }) => [name, markdown])).toEqual([['月报', '# 二']]);
  expect(again.templates.get('年报')).toBeUndefined();
  expect(again.settings.get('署名')).toBe('教育局');
  expect(again.namedSets.all()).toEqual([{ name: '城区', regionIds: [counties[1]?.id, counties[0]?.id] }]);
  expect([...(again.assets.get(id)?.bytes ?? [])]).toEqual([1, 2, 3]);
  expect(again.assets.get(id + 1)).toBeUndefined();
});

test('a data view keeps columns until the next write and shows what was written', () => {
  const { workspace, city, counties, children } = newBureau();
  workspace.namedSets.put('城区', [counties[1]?.id ?? 0, counties[0]?.id ?? 0]);
  const view = createDataView(workspace);
  const put = (decimal: string) =>
    workspace.observations.put({
      indicatorId: children.id,
      regionId: city.id,
      period: year2021,
      cell: { kind: 'value', decimal },
      sourceId: null,
      byWhom: '张三',
    });
  const column = view.column(children.id, '2021年');
  expect(column.size).toBe(0);
  expect(view.column(children.id, '2021年')).toBe(column);
  expectValue(put('80605'));
  expect(view.column(children.id, '2021年').get(city.id)?.cell).toEqual({ kind: 'value', decimal: '80605' });
  expect(view.namedSet('城区')?.map(({ name }) => name)).toEqual(['南浔区', '吴兴区']);
  expect(view.namedSet('郊区')).toBeUndefined();
  expect(view.regions).toBe(view.regions);

  workspace.attempt(() => {
    expectValue(put('1'));
    expect(view.column(children.id, '2021年').get(city.id)?.cell).toEqual({ kind: 'value', decimal: '1' });
    return fail({ code: 'report-unknown' });
  });
  expect(view.column(children.id, '2021年').get(city.id)?.cell).toEqual({ kind: 'value', decimal: '80605' });
});

test('a data file is never made over something that is there, nor where there is no folder', () => {
  const { path } = newWorkspace();
  expect(expectFailure(createWorkspace(path, { clock }))).toEqual({ code: 'workspace-exists', name: '统计.huigao' });
  const folder = temporaryFolder();
  expect(expectFailure(createWorkspace(folder, { clock })).code).toBe('workspace-exists');
  const nowhere = join(folder, '没有', 'a.huigao');
  expect(expectFailure(createWorkspace(nowhere, { clock })).code).toBe('output-folder-missing');
  expect(existsSync(dirname(nowhere))).toBe(false);
});
