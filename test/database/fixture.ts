import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createWorkspace, openWorkspace, type Workspace } from '../../electron/core/database/workspace.ts';
import type { Indicator, Region } from '../../shared/figures/catalogue.ts';
import type { Result } from '../../shared/result.ts';

export const clock = { now: () => new Date('2024-12-05T01:30:00Z') };

/** A folder of the test's own, gone when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huigao-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real file system of that many megabytes; null where mounting is not allowed. */
export function smallDisk(megabytes: number): string | null {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

export function expectValue<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`unexpected failure: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function expectFailure<E>(result: Result<unknown, E>): E {
  if (result.ok) throw new Error('unexpected success');
  return result.error;
}

export function newWorkspace(path = join(temporaryFolder(), '统计.huigao')): Workspace {
  const workspace = expectValue(createWorkspace(path, { clock }));
  onTestFinished(() => workspace.close());
  return workspace;
}

export function reopen(workspace: Workspace): Workspace {
  workspace.close();
  const opened = expectValue(openWorkspace(workspace.path, { clock }));
  onTestFinished(() => opened.close());
  return opened;
}

export interface Bureau {
  readonly workspace: Workspace;
  readonly city: Region;
  readonly counties: readonly Region[];
  readonly children: Indicator;
  readonly share: Indicator;
  readonly funds: Indicator;
}

/** 湖州市 with three counties and three indicators, as a bureau would begin. */
export function newBureau(workspace = newWorkspace()): Bureau {
  const province = workspace.regions.insert({ code: '33', name: '浙江省', level: '省', parentId: null });
  const city = workspace.regions.insert({
    code: '3305',
    name: '湖州市',
    aliases: ['湖州'],
    level: '市',
    parentId: province.id,
  });
  const counties = ['吴兴区', '南浔区', '德清县'].map((name, index) =>
    workspace.regions.insert({ code: `33050${index + 2}`, name, level: '县', parentId: city.id }),
  );
  const basis = {
    aliases: [],
    timing: '时点',
    aggregation: '合计',
    formula: null,
    better: null,
    definition: '',
    group: '',
    part: null,
  } as const;
  return {
    workspace,
    city,
    counties,
    children: workspace.indicators.insert({
      ...basis,
      code: 'migrant_all',
      name: '随迁子女人数',
      aliases: ['随迁子女'],
      unit: '人',
      scale: 0,
      shownDecimals: 0,
    }),
    share: workspace.indicators.insert({
      ...basis,
      code: 'public_share',
      name: '公办就读比例',
      unit: '%',
      scale: 2,
      shownDecimals: 2,
      aggregation: '不可加',
      better: '高',
    }),
    funds: workspace.indicators.insert({
      ...basis,
      code: 'funds',
      name: '资助金额',
      unit: '万元',
      scale: 2,
      shownDecimals: 2,
      timing: '时期',
    }),
  };
}
