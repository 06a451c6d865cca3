import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildParts } from '../../build.ts';
import { type Backend, startBackend } from '../../electron/core/backend/start-backend.ts';
import { readGridInWorker } from '../../electron/core/importing/reading/read-in-worker.ts';
import { createCall } from '../../shared/api/client.ts';
import { expectValue } from '../database/fixture.ts';
import { bareSheet } from '../importing/reading/biff-fixture.ts';

/** What Electron will run. Node runs the sources everywhere else, so only this sees the bundles. */
const dist = new URL('../../dist/', import.meta.url);

beforeAll(
  () => buildParts(['shell', 'preload', 'worker', 'exportWorker', 'readWorker', 'importWorker'], true),
  120_000,
);

/** Names of the modules that a bundle leaves outside. */
async function importsOf(file: string): Promise<readonly string[]> {
  const text = await readFile(new URL(file, dist), 'utf8');
  const names = [...text.matchAll(/(?:\bfrom\s*|\brequire\(|^import\s*)"([^"\n]+)"/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => !name.startsWith('node:') && !name.startsWith('.'));
}

async function withBackend(work: (backend: Backend) => Promise<void>): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'huigao-bundle-'));
  const entry = new URL('core/worker.js', dist);
  const backend = startBackend({ entry, dataFolder, workspacePath: null, version: '0.1.0', saving: 'dialog' });
  try {
    await work(backend);
  } finally {
    await backend.stop();
    await rm(dataFolder, { recursive: true });
  }
}

test('the bundled backend makes a report of the sample and writes it as Word and PDF', async () => {
  await withBackend(async (backend) => {
    const call = createCall((method, input) => backend.call(method, input));
    expect((await call('app.info', {})).saving).toBe('dialog');
    await call('workspace.openSample', {});
    const { id } = await call('reports.create', {
      template: '随迁子女教育工作情况汇报',
      region: '湖州市',
      period: '2021年',
    });
    for (const [format, beginning] of [
      ['docx', 'PK'],
      ['pdf', '%PDF-'],
    ] as const) {
      const { file } = await call('reports.export', { id, format, isDraft: false });
      const bytes = (await backend.readFile(file.id))?.bytes ?? new Uint8Array();
      expect(Buffer.from(bytes).toString('latin1', 0, beginning.length)).toBe(beginning);
    }
  });
}, 60_000);

test('the bundled reader reads an old workbook in Chinese, in its thread', async () => {
  const bytes = bareSheet(3, [['地区', 5]]);
  const grid = expectValue(await readGridInWorker(bytes, '旧表.xls', { entry: new URL('core/read-worker.js', dist) }));
  expect(grid.sheets[0]?.rows[0]?.[0]).toEqual({ kind: 'text', text: '地区' });
  expect((await importsOf('core/read-worker.js')).filter((name) => !builtinModules.includes(name))).toEqual([]);
});

test('the bundled backend brings a file in by a thread of its own', async () => {
  await withBackend(async (backend) => {
    const call = createCall((method, input) => backend.call(method, input));
    await call('workspace.openSample', {});
    const bytes = new TextEncoder().encode('2019年\n区县,随迁子女人数\n吴兴区,12\n');
    const uploaded = await backend.upload({ name: '表.csv', bytes });
    const { id } = await call('import.begin', { upload: uploaded.ok ? String(uploaded.value) : '', period: null });
    const patient = { timeout: 30_000 };
    await expect.poll(async () => (await call('import.state', { id })).kind, patient).toBe('ready');
    const state = await call('import.state', { id });
    await call('import.commit', { id, review: state.kind === 'ready' ? state.review.version : 0 });
    await expect.poll(() => call('import.state', { id }), patient).toMatchObject({ kind: 'done', written: 1 });
  });
}, 60_000);

test('a sandboxed preload script may require electron alone', async () => {
  expect(await importsOf('shell/preload.cjs')).toEqual(['electron']);
});

test('the shell brings everything but electron with it', async () => {
  expect(await importsOf('shell/main.js')).toEqual(['electron']);
});
