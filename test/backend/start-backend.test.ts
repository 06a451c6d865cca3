import { afterEach, expect, test } from 'vitest';
import { type Backend, startBackend } from '../../electron/core/backend/start-backend.ts';

const entry = new URL('../support/tiny-worker.ts', import.meta.url);
const started: Backend[] = [];

function start(): Backend {
  const backend = startBackend({
    entry,
    dataFolder: '/data',
    workspacePath: null,
    version: '0.1.0',
    saving: 'download',
  });
  started.push(backend);
  return backend;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((backend) => backend.stop()));
});

test('the worker is started with its options and answers each call by its own reply', async () => {
  const backend = start();
  const replies = await Promise.all([backend.call('a', { n: 1 }), backend.call('b', { n: 2 })]);
  const workerData = { dataFolder: '/data', workspacePath: null, version: '0.1.0', saving: 'download' };
  expect(replies).toEqual([
    { ok: true, value: { method: 'a', input: { n: 1 }, workerData } },
    { ok: true, value: { method: 'b', input: { n: 2 }, workerData } },
  ]);
});

test('the bytes of a rendered file come by its handle, and null for an unknown one', async () => {
  const backend = start();
  expect(await backend.readFile('7')).toEqual({ name: '汇报.docx', bytes: new Uint8Array([80, 75, 3, 4]) });
  expect(await backend.readFile('8')).toBeNull();
});

for (const cause of ['die', 'throw']) {
  test(`when the worker ends by ${cause}, every waiting and later call says that the backend is gone`, async () => {
    const backend = start();
    const waiting = [backend.call('hang', {}), backend.call(cause, {})];
    const gone = { ok: false, error: { code: 'backend-gone', message: expect.stringContaining('重新打开') } };
    expect(await Promise.all(waiting)).toEqual([gone, gone]);
    expect(await backend.call('a', {})).toEqual(gone);
    expect(await backend.readFile('7')).toBeNull();
    await backend.stop();
  });
}

test('stopping settles what still waits and can be repeated', async () => {
  const backend = start();
  const waiting = backend.call('hang', {});
  await backend.stop();
  expect(await waiting).toMatchObject({ ok: false, error: { code: 'backend-gone' } });
  await backend.stop();
});
