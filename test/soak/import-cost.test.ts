import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hostileFiles } from '../importing/hostile-files.ts';

/**
 * A bad file that is brought in through the whole program costs no more than two seconds and 300 MB, holds nobody up and
 * leaves the data file as it was. Retried, because other work on the machine slows a process that starts.
 */
const child = fileURLToPath(new URL('import-cost-child.ts', import.meta.url));

const Cost = z.object({
  kind: z.string(),
  message: z.string().nullable(),
  milliseconds: z.number(),
  growthMb: z.number(),
  waitP95: z.number(),
  isUntouched: z.boolean(),
});

async function expectHarmless(path: string): Promise<void> {
  const { stdout } = await promisify(execFile)(process.execPath, [child, path]);
  process.stdout.write(`  ${path.split('/').at(-1)}: ${stdout}\n`);
  const cost = Cost.parse(JSON.parse(stdout));
  expect(cost.kind === 'ready' ? '。' : cost.message).toMatch(/。$/);
  expect(cost.milliseconds).toBeLessThan(2_000);
  expect(cost.growthMb).toBeLessThan(300);
  expect(cost.waitP95).toBeLessThan(200);
  expect(cost.isUntouched).toBe(true);
}

const folder = mkdtempSync(join(tmpdir(), 'huigao-import-cost-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('our own bad files', { retry: 2 }, () => {
  test.each(hostileFiles.map(({ name, build }) => [name, build] as const))('%s', async (name, build) => {
    const path = join(folder, name);
    writeFileSync(path, build());
    await expectHarmless(path);
  });
});

const shared = process.env.HUIGAO_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const samples = `${shared}/samples/bad-input`;
const present = existsSync(samples);

test.skipIf(!present)(
  `sample files${present ? '' : ': left out, the samples stand outside the project (HUIGAO_SHARED)'}`,
  { retry: 2 },
  async () => {
    for (const name of readdirSync(samples)) await expectHarmless(`${samples}/${name}`);
  },
);
