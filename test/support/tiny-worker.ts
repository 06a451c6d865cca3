import { parentPort, workerData } from 'node:worker_threads';
import { serveBackend } from '../../electron/core/backend/serve-backend.ts';

/** A real worker entry with a service small enough to make it die, hang and answer on request. */
if (parentPort === null) throw new Error('runs as a worker only');

serveBackend(parentPort, {
  async dispatch(method, input) {
    if (method === 'die') process.exit(1);
    if (method === 'throw')
      setTimeout(() => {
        throw new Error('a bug in the worker');
      });
    if (method === 'hang' || method === 'throw') return new Promise(() => undefined);
    return { ok: true, value: { method, input, workerData } };
  },
  readFile: (id) => (id === '7' ? { name: '汇报.docx', bytes: new Uint8Array([80, 75, 3, 4]) } : null),
  upload: ({ name, bytes }) => ({ ok: true, value: `${name} ${bytes.length}` }),
  close: () => undefined,
});
