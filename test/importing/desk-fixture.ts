import { setTimeout as wait } from 'node:timers/promises';
import { strToU8 } from 'fflate';
import { onTestFinished } from 'vitest';
import { openWorkspace, type Workspace } from '../../electron/core/database/workspace.ts';
import { ImportDesk } from '../../electron/core/importing/session/import-desk.ts';
import type { ImportThreadData } from '../../electron/core/importing/session/messages.ts';
import type { ImportState, RunningImport } from '../../electron/core/importing/session/running-import.ts';
import { clock, expectValue, newBureau } from '../database/fixture.ts';

const entry = new URL('../../electron/core/import-worker.ts', import.meta.url);

type Ready = Extract<ImportState, { readonly kind: 'ready' }>;

/** A desk at which files come into one data file, which no other connection holds open. */
export interface DeskFixture {
  readonly desk: ImportDesk;
  readonly path: string;
  readonly request: (text: string, name?: string) => ImportThreadData;
  /** By a connection of its own, as another window would. */
  readonly change: <T>(work: (workspace: Workspace) => T) => T;
}

export function openDesk(prepare: (workspace: Workspace) => void = () => undefined): DeskFixture {
  const { workspace } = newBureau();
  const { path } = workspace;
  prepare(workspace);
  workspace.close();
  const desk = new ImportDesk(entry);
  onTestFinished(() => desk.close());
  const request = (text: string, name = '人数.csv') => ({
    workspacePath: path,
    byWhom: '张三',
    file: { name, bytes: strToU8(text) },
    period: null,
  });
  const change = <T>(work: (opened: Workspace) => T): T => {
    const opened = expectValue(openWorkspace(path, { clock }));
    const value = work(opened);
    opened.close();
    return value;
  };
  return { desk, path, request, change };
}

/** The import that was begun with this table. */
export function begun({ desk, request }: DeskFixture, text: string, name?: string) {
  const id = expectValue(desk.begin(request(text, name)));
  return { id, running: expectValue(desk.find(id)) };
}

export async function until<Kind extends ImportState['kind']>(running: RunningImport, kind: Kind) {
  for (;;) {
    const { state } = running;
    if (state.kind === kind) return state as Extract<ImportState, { readonly kind: Kind }>;
    if (state.kind === 'failed') throw new Error(state.message);
    await wait(20);
  }
}

/** The next review after what was ordered of this one. */
export async function next(running: RunningImport): Promise<Ready> {
  await wait(5);
  return until(running, 'ready');
}

/** Figures of 随迁子女人数 that the data file holds for 2021年. */
export function observations({ change }: DeskFixture): number {
  return change(({ indicators, observations: kept }) => {
    const indicator = indicators.all().find(({ name }) => name === '随迁子女人数');
    return kept.column(indicator?.id ?? 0, '2021年').size;
  });
}
