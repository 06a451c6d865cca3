import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { listNewlyShipped } from '../../../electron/core/services/catalogue/add-shipped.ts';
import { makeWorkspace } from '../../../electron/core/services/new-workspace.ts';
import { startSession } from '../../../electron/core/services/session.ts';
import { clock, expectValue, temporaryFolder } from '../../database/fixture.ts';

/** As a file was before the catalogue gained its last entries, with an indicator of the bureau's own and a renamed one. */
function olderFile(folder: string): { readonly path: string; readonly lost: readonly string[] } {
  const path = join(folder, '旧.huigao');
  const made = expectValue(makeWorkspace(path, { clock, sample: true }));
  const { indicators } = made;
  const lost = indicators
    .all()
    .slice(-20)
    .filter(({ id, formula }) => formula === null && Object.values(indicators.uses(id)).every((count) => count === 0));
  for (const { id } of lost) indicators.remove(id);
  const [first] = indicators.all();
  const [taken] = lost;
  if (first === undefined || taken === undefined) throw new Error('bad fixture');
  const { id: _, ...fields } = first;
  indicators.update({ ...first, name: '本局叫法', aliases: [first.name], definition: '本局口径' });
  indicators.insert({ ...fields, code: 'own_1', name: taken.name, aliases: [], unit: '件' });
  made.close();
  return { path, lost: lost.map(({ code }) => code) };
}

function revisionsIn(path: string): unknown {
  const db = new SqliteDatabase(path, { readonly: true });
  const rows = db.prepare('SELECT * FROM revision ORDER BY id').all();
  db.close();
  return rows;
}

test('an older file gains the catalogue’s new entries when it is opened, and nothing of its own is touched', () => {
  const folder = temporaryFolder();
  const { path, lost } = olderFile(folder);
  const revisions = revisionsIn(path);
  const before = new SqliteDatabase(path, { readonly: true });
  const own = before.prepare('SELECT * FROM indicator ORDER BY id').all();
  before.close();
  const session = expectValue(startSession({ dataFolder: folder, workspacePath: path, clock }));
  onTestFinished(() => session.close());
  const { workspace } = session;
  const codes = workspace.indicators.all().map(({ code }) => code);
  expect(lost.length).toBeGreaterThan(1);
  // The first of them has a name that the bureau uses for something else: it stays on offer.
  expect(codes).toEqual(expect.arrayContaining(lost.slice(1)));
  expect(listNewlyShipped(workspace).map(({ code }) => code)).toEqual(lost.slice(0, 1));
  const after = new SqliteDatabase(path, { readonly: true });
  expect(after.prepare('SELECT * FROM indicator ORDER BY id').all().slice(0, own.length)).toEqual(own);
  after.close();
  expect(revisionsIn(path)).toEqual(revisions);
  const again = workspace.indicators.all();
  session.close();
  const reopened = expectValue(startSession({ dataFolder: folder, workspacePath: path, clock }));
  onTestFinished(() => reopened.close());
  expect(reopened.workspace.indicators.all()).toEqual(again);
});
