import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../electron/core/database/workspace.ts';
import { clock, expectValue, newBureau } from './fixture.ts';

const writer = fileURLToPath(new URL('write-until-killed.ts', import.meta.url));

/** Lets a child write and kills it at a moment of its own; the last number that it acknowledged. */
async function writeAndKill(path: string, first: number, afterMilliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [writer, path, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMilliseconds);
    said += chunk.toString();
  });
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
  return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1));
}

test('ten writers killed in full flow lose nothing they acknowledged and half-do nothing', async () => {
  const { workspace } = newBureau();
  workspace.close();
  const { path } = workspace;
  let next = 0;
  for (let round = 0; round < 10; round += 1) {
    const acknowledged = await writeAndKill(path, next, 5 + round * 13);
    const db = new SqliteDatabase(path);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    const written = db
      .prepare<[], { readonly num: number; readonly regions: number }>(
        'SELECT num, count(*) AS regions FROM observation GROUP BY num ORDER BY num',
      )
      .all();
    const revisions = db.prepare('SELECT count(*) FROM revision').pluck().get();
    db.close();
    expect(written.every(({ regions }) => regions === 5)).toBe(true);
    expect(written.map(({ num }) => num)).toEqual(written.map((_, index) => index));
    expect(written.length).toBeGreaterThan(acknowledged);
    expect(revisions).toBe(written.length * 5);
    next = written.length;
  }
  expect(next).toBeGreaterThan(100);
  expectValue(openWorkspace(path, { clock })).close();
}, 60_000);
