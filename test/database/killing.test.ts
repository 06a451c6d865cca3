import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../electron/core/database/workspace.ts';
import { clock, expectValue, newBureau } from './fixture.ts';

const writer = fileURLToPath(new URL('write-until-killed.ts', import.meta.url));
const importer = fileURLToPath(new URL('import-until-killed.ts', import.meta.url));

interface Victim {
  readonly program: string;
  readonly path: string;
  readonly first: number;
}

/** Lets a child write and kills it at a moment of its own; the last number that it acknowledged. */
async function writeAndKill({ program, path, first }: Victim, afterMilliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [program, path, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
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
    const acknowledged = await writeAndKill({ program: writer, path, first: next }, 5 + round * 13);
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
  expect(next).toBeGreaterThan(10);
  expectValue(openWorkspace(path, { clock })).close();
}, 60_000);

const rounds = process.env.HUIGAO_SOAK === '1' ? 60 : 10;
/** Of a soak with a time budget at most a quarter, and never less than ten rounds. */
const budget = Number(process.env.HUIGAO_SOAK_SECONDS ?? '0') * 250 || Number.POSITIVE_INFINITY;
const [regionCount, indicatorCount] = [50, 40];

function newFilledBureau(): string {
  const { workspace, children, city } = newBureau();
  for (let at = workspace.regions.all().length; at < regionCount; at += 1) {
    workspace.regions.insert({ code: null, name: `第${at}小学`, level: '校', parentId: city.id });
  }
  for (let at = 1; at < indicatorCount; at += 1) {
    workspace.indicators.insert({ ...children, code: `i${at}`, name: `指标${at}`, aliases: [] });
  }
  workspace.close();
  return workspace.path;
}

/** Figures whose last revision says something else, and revisions that do not begin where the one before ended. */
const contradictions = `
  SELECT count(*) FROM (
    SELECT new_num, new_status, new_as_of, source_id, cell, old_num, old_status, observation_num, observation_status,
      observation_source, observation_cell, is_last,
      lag(new_num) OVER chain AS former_num, lag(new_status) OVER chain AS former_status
    FROM (
      SELECT revision.*, observation.num AS observation_num, observation.status AS observation_status,
        observation.source_id AS observation_source, observation.cell AS observation_cell,
        revision.id = max(revision.id) OVER (PARTITION BY revision.indicator_id, revision.period_id, revision.region_id) AS is_last
      FROM revision LEFT JOIN observation USING (indicator_id, period_id, region_id))
    WINDOW chain AS (PARTITION BY indicator_id, period_id, region_id ORDER BY id))
  WHERE old_num IS NOT former_num OR old_status IS NOT former_status OR (is_last AND (
    new_num IS NOT observation_num OR new_status IS NOT observation_status
    OR source_id IS NOT observation_source OR cell IS NOT observation_cell))`;

test(
  `imports killed at ${rounds} moments are there as a whole or not at all`,
  async () => {
    let path = '';
    let next = 0;
    let imports = 0;
    const begun = performance.now();
    for (let round = 0; round < rounds; round += 1) {
      if (round >= 10 && performance.now() - begun > budget) break;
      // A file that grows without end would be checked ever more slowly.
      if (round % 20 === 0) {
        path = newFilledBureau();
        next = 0;
      }
      const acknowledged = await writeAndKill({ program: importer, path, first: next }, (round * 67) % 401);
      const db = new SqliteDatabase(path);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      const held = db
        .prepare<[], { readonly num: number; readonly cells: number }>(
          'SELECT num, count(*) AS cells FROM observation GROUP BY num',
        )
        .all();
      const bySource = db
        .prepare<[], number>('SELECT count(*) FROM revision WHERE reason IS NULL GROUP BY source_id')
        .pluck()
        .all();
      const wrong = db.prepare(contradictions).pluck().get();
      const newest = db.prepare<[], string>('SELECT file_name FROM source ORDER BY id DESC LIMIT 1').pluck().get();
      db.close();
      expect(held.map(({ cells }) => cells)).toEqual([regionCount * indicatorCount]);
      expect(new Set(bySource)).toEqual(new Set([regionCount * indicatorCount]));
      expect(wrong).toBe(0);
      expect(held[0]?.num).toBeGreaterThanOrEqual(acknowledged - 1);
      const following = Number.parseInt(newest ?? '', 10) + 1;
      imports += following - next;
      next = following;
    }
    expect(imports).toBeGreaterThan(10);
  },
  20 * 60_000,
);
