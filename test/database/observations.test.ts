import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { ObservationChange } from '../../electron/core/database/observation-repository.ts';
import { makePeriod } from '../../shared/figures/period.ts';
import { describeFailure } from '../../shared/text/failures/index.ts';
import { type Bureau, expectFailure, expectValue, newBureau, reopen } from './fixture.ts';

const year2021 = makePeriod('自然年', 2021);

function typed(bureau: Bureau, decimal: string, more: Partial<ObservationChange> = {}): ObservationChange {
  return {
    indicatorId: bureau.children.id,
    regionId: bureau.city.id,
    period: year2021,
    cell: { kind: 'value', decimal },
    sourceId: null,
    byWhom: '张三',
    ...more,
  };
}

test('a typed value is read back with its source, cell and 截至日, also after the file is closed and opened', () => {
  const bureau = newBureau();
  const { workspace, children, city } = bureau;
  const source = workspace.sources.insert({
    kind: '文件',
    title: '随迁子女.xlsx',
    byWhom: '张三',
    file: { name: '随迁子女.xlsx', sha256: 'a'.repeat(64) },
  });
  const change = typed(bureau, '80605', { asOf: '2021-12-31', sourceId: source.id, cellReference: 'Sheet1!C9' });
  expect(workspace.observations.put(change)).toEqual({ ok: true, value: 'added' });

  const column = reopen(workspace).observations.column(children.id, '2021年');
  expect([...column]).toEqual([
    [
      city.id,
      {
        cell: { kind: 'value', decimal: '80605' },
        asOf: '2021-12-31',
        source: { id: source.id, kind: '文件', title: '随迁子女.xlsx' },
        cellReference: 'Sheet1!C9',
      },
    ],
  ]);
});

test('an amount in 万元 keeps its two decimals as text', () => {
  const bureau = newBureau();
  const { workspace, funds, city } = bureau;
  const half = makePeriod('半年', 2024, 1);
  expectValue(workspace.observations.put(typed(bureau, '332.26', { indicatorId: funds.id, period: half })));
  expect(workspace.observations.column(funds.id, '2024年上半年').get(city.id)?.cell).toEqual({
    kind: 'value',
    decimal: '332.26',
  });
  expect(workspace.observations.column(funds.id, '2024年').size).toBe(0);
});

test('each change leaves a revision and an unchanged value leaves nothing', () => {
  const bureau = newBureau();
  const { observations } = bureau.workspace;
  expectValue(observations.put(typed(bureau, '80600', { asOf: '2021-12-31' })));
  expect(observations.put(typed(bureau, '80600'))).toEqual({ ok: true, value: 'same' });
  expect(observations.put(typed(bureau, '80605', { byWhom: '李四', reason: '更正' }))).toEqual({
    ok: true,
    value: 'changed',
  });
  expectValue(observations.put(typed(bureau, '0', { cell: { kind: 'missing', reason: '不公开' } })));

  const key = { indicatorId: bureau.children.id, regionId: bureau.city.id, periodLabel: '2021年' };
  const at = observations.revisions(key)[0]?.at;
  expect(new Date(at ?? '').toISOString()).toBe('2024-12-05T01:30:00.000Z');
  expect(
    observations.revisions(key).map(({ byWhom, before, after, reason }) => ({ byWhom, before, after, reason })),
  ).toEqual([
    {
      byWhom: '张三',
      before: null,
      after: { cell: { kind: 'value', decimal: '80600' }, asOf: '2021-12-31' },
      reason: null,
    },
    {
      byWhom: '李四',
      before: { cell: { kind: 'value', decimal: '80600' }, asOf: '2021-12-31' },
      after: { cell: { kind: 'value', decimal: '80605' }, asOf: '2021-12-31' },
      reason: '更正',
    },
    {
      byWhom: '张三',
      before: { cell: { kind: 'value', decimal: '80605' }, asOf: '2021-12-31' },
      after: { cell: { kind: 'missing', reason: '不公开' }, asOf: '2021-12-31' },
      reason: null,
    },
  ]);
});

test('截至日 is kept when none is given, removed by null, and a new one alone is a change', () => {
  const bureau = newBureau();
  const { observations } = bureau.workspace;
  const asOf = () => observations.column(bureau.children.id, '2021年').get(bureau.city.id)?.asOf;
  expectValue(observations.put(typed(bureau, '1', { asOf: '2021-09-01' })));
  expectValue(observations.put(typed(bureau, '2')));
  expect(asOf()).toBe('2021-09-01');
  expect(observations.put(typed(bureau, '2', { asOf: '2021-12-31' }))).toEqual({ ok: true, value: 'changed' });
  expectValue(observations.put(typed(bureau, '2', { asOf: null })));
  expect(asOf()).toBeNull();
});

test('a value that does not fit is refused with a sentence and nothing is stored', () => {
  const bureau = newBureau();
  const { observations } = bureau.workspace;
  const failures = ['80605.5', '1000000000000000', '八万'].map((text) =>
    expectFailure(observations.put(typed(bureau, text))),
  );
  expect(failures.map(({ code }) => code)).toEqual(['value-too-precise', 'value-too-large', 'value-unreadable']);
  for (const failure of failures) expect(describeFailure(failure)).toMatch(/^“.+。$/);
  expect(observations.column(bureau.children.id, '2021年').size).toBe(0);
});

test('revisions can be neither altered nor deleted, and observations not deleted, not even by SQL', () => {
  const bureau = newBureau();
  expectValue(bureau.workspace.observations.put(typed(bureau, '80605')));
  bureau.workspace.close();
  const db = new SqliteDatabase(bureau.workspace.path);
  expect(() => db.exec("UPDATE revision SET by_whom = '王五'")).toThrow('append-only');
  expect(() => db.exec('DELETE FROM revision')).toThrow('append-only');
  expect(() => db.exec('DELETE FROM observation')).toThrow('takes an observation back');
  expect(() => db.exec('UPDATE observation SET num = 1000000000000000')).toThrow('CHECK');
  expect(() => db.exec('UPDATE observation SET num = NULL')).toThrow('CHECK');
  expect(() => db.exec("UPDATE observation SET num = '80605.5'")).toThrow('cannot store');
  db.close();
});

test('an observation that was taken back is none, says so in its last revision, and can be entered again', () => {
  const bureau = newBureau();
  const { observations } = bureau.workspace;
  const key = { indicatorId: bureau.children.id, regionId: bureau.city.id, periodLabel: '2021年' };
  expect(expectValue(observations.put({ ...typed(bureau, '80605'), cell: null }))).toBe('same');
  expectValue(observations.put(typed(bureau, '80605')));
  expect(expectValue(observations.put({ ...typed(bureau, '80605'), cell: null, reason: '填错了行' }))).toBe(
    'taken-back',
  );
  expect(observations.column(key.indicatorId, key.periodLabel).size).toBe(0);
  const last = observations.revisions(key).at(-1);
  expect(last).toMatchObject({ before: { cell: { decimal: '80605' } }, after: null, reason: '填错了行' });
  expect(expectValue(observations.put(typed(bureau, '80606')))).toBe('added');
  expect(observations.revisions(key).at(-1)).toMatchObject({ before: null, after: { cell: { decimal: '80606' } } });
});

test('an unchanged value writes nothing at all to the file', () => {
  const bureau = newBureau();
  const { workspace } = bureau;
  expectValue(workspace.observations.put(typed(bureau, '80605')));
  const before = generation(workspace.path);
  expectValue(workspace.attempt(() => workspace.observations.put(typed(bureau, '80605'))));
  expect(generation(workspace.path)).toBe(before);
  expectValue(workspace.observations.put(typed(bureau, '80606')));
  expect(generation(workspace.path)).toBe(before + 1);
});

function generation(path: string): number {
  const db = new SqliteDatabase(path, { readonly: true });
  const value = db.prepare<[], number>('SELECT generation FROM workspace').pluck().get() ?? Number.NaN;
  db.close();
  return value;
}
