import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../electron/core/database/workspace.ts';
import { makeWorkspace } from '../../electron/core/services/new-workspace.ts';
import { clock, expectFailure, expectValue, smallDisk, temporaryFolder } from './fixture.ts';

const entry = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'main.ts');

test('killed at the moment its name appears, a new data file is whole', async () => {
  const path = join(temporaryFolder(), '统计.huigao');
  const maker = spawn(process.execPath, [entry, 'new', path, '--sample'], { stdio: 'ignore' });
  const ended = new Promise((resolve) => maker.once('exit', resolve));
  while (!existsSync(path) && maker.exitCode === null) await setImmediate();
  maker.kill('SIGKILL');
  await ended;
  const workspace = expectValue(openWorkspace(path, { clock }));
  const children = workspace.indicators.all().find(({ name }) => name === '随迁子女人数');
  expect(workspace.isSample).toBe(true);
  expect(workspace.observations.column(children?.id ?? 0, '2021年').size).toBeGreaterThan(1);
  workspace.close();
});

test('a made data file stands alone in its folder, and one that is there is kept', () => {
  const folder = temporaryFolder();
  const path = join(folder, '统计.huigao');
  expectValue(makeWorkspace(path, { clock, sample: false })).close();
  expect(readdirSync(folder)).toEqual(['统计.huigao']);
  const failure = expectFailure(makeWorkspace(path, { clock, sample: true }));
  expect(failure).toEqual({ code: 'workspace-exists', name: '统计.huigao' });
  expect(readdirSync(folder)).toEqual(['统计.huigao']);
});

/** From too little for the empty tables to almost enough for the sample. */
test.for([100_000, 150_000, 200_000])(
  'a disk with %i bytes left keeps nothing of a file that does not fit',
  (room, { skip }) => {
    const folder = smallDisk(2);
    if (folder === null) return skip('mounting a small disk needs the superuser');
    writeFileSync(join(folder, '其他文件'), Buffer.alloc(2 * 1024 * 1024 - room));
    const made = makeWorkspace(join(folder, '统计.huigao'), { clock, sample: true });
    if (made.ok) made.value.close();
    expect(expectFailure(made)).toEqual({ code: 'workspace-disk-full', name: '统计.huigao' });
    expect(readdirSync(folder)).toEqual(['其他文件']);
  },
);
