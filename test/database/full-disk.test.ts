import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWorkspace } from '../../electron/core/database/workspace.ts';
import { succeed } from '../../shared/result.ts';
import { clock, expectFailure, expectValue, reopen, smallDisk } from './fixture.ts';

test('a full disk is said to be so, what was saved stays, and work goes on once there is room', ({ skip }) => {
  const folder = smallDisk(2);
  if (folder === null) return skip('mounting a small disk needs the superuser');
  const workspace = expectValue(createWorkspace(join(folder, '统计.huigao'), { clock }));
  onTestFinished(() => workspace.close());
  workspace.settings.set('署名', '教育局');
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(1024 * 1024));

  let acknowledged = 0;
  const write = () =>
    workspace.attempt(() => {
      workspace.settings.set(`键${acknowledged}`, '值'.repeat(20_000));
      return succeed(undefined);
    });
  let last = write();
  for (; last.ok; last = write()) acknowledged += 1;
  expect(expectFailure(last).code).toBe('workspace-disk-full');
  expect(workspace.settings.get(`键${acknowledged}`)).toBeUndefined();

  rmSync(ballast);
  expectValue(write());
  const again = reopen(workspace);
  expect(again.settings.get('署名')).toBe('教育局');
  for (let count = 0; count <= acknowledged; count += 1) expect(again.settings.get(`键${count}`)).toHaveLength(20_000);
  again.close();
});

test('a data file that does not fit on the disk is not made at all', ({ skip }) => {
  const folder = smallDisk(2);
  if (folder === null) return skip('mounting a small disk needs the superuser');
  writeFileSync(join(folder, 'ballast'), Buffer.alloc(2 * 1024 * 1024 - 40_960));
  const failure = expectFailure(createWorkspace(join(folder, '统计.huigao'), { clock }));
  expect(failure.code).toBe('workspace-disk-full');
  expect(execFileSync('ls', ['-A', folder]).toString().trim()).toBe('ballast');
});
