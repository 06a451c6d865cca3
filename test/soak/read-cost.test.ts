import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { hostileFiles } from '../importing/hostile-files.ts';

/**
 * No bad file costs more than two seconds and 300 MB; each is read in a process of its own. Retried, because other
 * work on the machine slows a process that starts.
 */
const limits = { milliseconds: 2_000, growthMb: 300 };

const child = fileURLToPath(new URL('./read-cost-child.ts', import.meta.url));

async function costOf(path: string): Promise<Readonly<Record<'outcome' | 'milliseconds' | 'growthMb', unknown>>> {
  const { stdout } = await promisify(execFile)(process.execPath, [child, path]);
  const cost: unknown = JSON.parse(stdout);
  if (typeof cost !== 'object' || cost === null) throw new Error(`no cost: ${stdout}`);
  process.stdout.write(`  ${path.split('/').at(-1)}: ${stdout}\n`);
  return { outcome: null, milliseconds: null, growthMb: null, ...cost };
}

async function expectCheap(path: string): Promise<void> {
  const cost = await costOf(path);
  expect(cost.milliseconds).toBeLessThan(limits.milliseconds);
  expect(cost.growthMb).toBeLessThan(limits.growthMb);
}

const folder = mkdtempSync(join(tmpdir(), 'huigao-read-cost-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('our own bad files', { retry: 2 }, () => {
  test.each(hostileFiles.map(({ name, build }) => [name, build] as const))('%s', async (name, build) => {
    const path = join(folder, name);
    writeFileSync(path, build());
    await expectCheap(path);
  });
});

const shared = process.env.HUIGAO_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const samples = `${shared}/samples/bad-input`;
const present = existsSync(samples);

test.skipIf(!present)(
  `sample files${present ? '' : ': left out, the samples stand outside the project (HUIGAO_SHARED)'}`,
  { retry: 2 },
  async () => {
    for (const name of readdirSync(samples)) await expectCheap(`${samples}/${name}`);
  },
);
