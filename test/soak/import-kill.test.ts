import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ImportMapping } from '../../electron/core/importing/mapping.ts';
import { contentsOf, copyOf, importAgain, makeVictim, type Victim } from './kill/victim.ts';

/**
 * An import that is killed is there as a whole or not at all, on each way by which the program imports. With the way
 * through `commitImport` alone, in killing.test.ts, 200 moments.
 */
const thread = fileURLToPath(new URL('kill/import-through-thread.ts', import.meta.url));
const huigao = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url));

/** Of a soak with a time budget at most an eighth each, and never less than ten moments. */
const budget = Number(process.env.HUIGAO_SOAK_SECONDS ?? '0') * 125 || Number.POSITIVE_INFINITY;

interface Way {
  readonly rounds: number;
  readonly words: (victim: Victim, dataPath: string) => readonly string[];
  /** Time runs from what it says, so that the slow start of the program does not swallow the moments; null: from the start. */
  readonly says: string | null;
}

const ways: Readonly<Record<string, Way>> = {
  'the thread of the program': {
    rounds: 80,
    words: ({ table, mapping }, dataPath) => [thread, dataPath, table, mapping],
    says: 'ordered',
  },
  'the command line': {
    rounds: 60,
    words: ({ table, mapping }, dataPath) => {
      const answers = ['--period', '2021年', '--mapping', mapping];
      return [huigao, 'import', dataPath, table, ...answers];
    },
    says: null,
  },
};

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

/** Starts the import; settles at the moment from which its time is counted. */
async function begin({ words, says }: Way, victim: Victim, dataPath: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, words(victim, dataPath), { stdio: ['ignore', 'pipe', 'ignore'] });
  if (says === null) return child;
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(says)) resolve();
    });
    child.once('close', (code) => {
      reject(new Error(`the import ended with ${code} and never said “${says}”`));
    });
  });
  return child;
}

interface Span {
  /** How long the transaction grew on the disk, and when the program was through, in milliseconds. */
  readonly writes: number;
  readonly end: number;
}

async function learn(way: Way, victim: Victim, dataPath: string): Promise<Span> {
  const child = await begin(way, victim, dataPath);
  const start = performance.now();
  const ended = once(child, 'close');
  let [size, first, last] = [0, 0, 0];
  while (child.exitCode === null) {
    const now = sizeOf(`${dataPath}-wal`);
    if (now > size) {
      last = performance.now();
      if (size === 0) first = last;
    }
    size = now;
    await wait(1);
  }
  await ended;
  expect(child.exitCode).toBe(0);
  return { writes: last - first, end: performance.now() - start };
}

/** What is on the disk once it was killed. */
type Left = 'before' | 'within' | 'after';

/**
 * One of three at a moment of the whole; the others behind the first page of the transaction on the disk, which is a
 * small part of it.
 */
async function waitForMoment(round: number, { writes, end }: Span, dataPath: string): Promise<void> {
  const share = (round * 0.618_034) % 1;
  if (round % 3 === 0) {
    await wait(share * end);
    return;
  }
  const latest = performance.now() + 10 * end;
  while (sizeOf(`${dataPath}-wal`) === 0 && performance.now() < latest) await wait(1);
  await wait(share * writes);
}

/** The size of the log that it left. */
async function kill(way: Way, victim: Victim, { dataPath, round, span }: Killing): Promise<number> {
  const child = await begin(way, victim, dataPath);
  const ended = once(child, 'close');
  await waitForMoment(round, span, dataPath);
  child.kill('SIGKILL');
  await ended;
  return sizeOf(`${dataPath}-wal`);
}

interface Killing {
  readonly dataPath: string;
  readonly round: number;
  readonly span: Span;
}

test.each(Object.entries(ways))(
  'an import killed on its way through %s is there as a whole or not at all',
  async (name, way) => {
    const victim = makeVictim();
    const whole = copyOf(victim, '全');
    const none = contentsOf(victim.empty);
    const span = await learn(way, victim, whole);
    const all = contentsOf(whole);
    const bytes = new Uint8Array(readFileSync(victim.table));
    const mapping = ImportMapping.parse(JSON.parse(readFileSync(victim.mapping, 'utf8')));
    const figures = importAgain(copyOf(victim, '数'), bytes, mapping);
    const begun = performance.now();
    const left: Left[] = [];
    for (let round = 0; round < way.rounds; round += 1) {
      if (round >= 10 && performance.now() - begun > budget) break;
      const dataPath = copyOf(victim, round);
      const log = await kill(way, victim, { dataPath, round, span });
      const held = contentsOf(dataPath);
      const isThere = held === all;
      expect(isThere || held === none).toBe(true);
      left.push(isThere ? 'after' : log > 0 ? 'within' : 'before');
      expect(importAgain(dataPath, bytes, mapping)).toBe(isThere ? 0 : figures);
      rmSync(dirname(dataPath), { recursive: true });
    }
    const count = (which: Left) => left.filter((each) => each === which).length;
    process.stdout.write(
      `  ${name}: ${left.length} moments over ${Math.round(span.end)} ms, ${count('before')} before, ${count('within')} within, ${count('after')} after the transaction of ${figures} figures; ${Math.round((performance.now() - begun) / 1000)} s\n`,
    );
    expect(figures).toBe(801 * 25);
    expect(count('within')).toBeGreaterThan(0);
  },
);
