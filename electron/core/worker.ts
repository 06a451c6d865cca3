import { userInfo } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { createDispatch, type Reply } from '../../shared/api/dispatch.ts';
import { describeFailure, type Failure } from '../../shared/text/failures/index.ts';
import type { WorkerOptions } from './backend/messages.ts';
import { readUserName } from './backend/read-user-name.ts';
import { serveBackend } from './backend/serve-backend.ts';
import { Uploads } from './backend/uploads.ts';
import { exportInWorker } from './exporting/export-in-worker.ts';
import { createHandlers, type HandlerSet } from './handlers/create-handlers.ts';

/** Entry of the thread that holds the data file. It runs as source under Node and as a bundle under Electron. */

if (parentPort === null) throw new Error('the backend runs as a worker only');

const options = workerData as WorkerOptions;
const entry = (name: string) => new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

const uploads = new Uploads();

let handlerSet: HandlerSet | null = null;
let dispatch: ReturnType<typeof createDispatch> | null = null;

function refuse(failure: Failure): Reply {
  return { ok: false, error: { code: failure.code, message: describeFailure(failure) } };
}

/** Opens the data file at the first request, and again at each one after a failure, so that a person can try again. */
async function answer(method: unknown, input: unknown): Promise<Reply> {
  if (dispatch !== null) return dispatch(method, input);
  const created = createHandlers({
    ...options,
    uploads,
    importEntry: entry('import-worker'),
    clock: { now: () => new Date() },
    byWhom: readUserName(userInfo),
    render: (job, signal) => exportInWorker(entry('export-worker'), job, signal),
  });
  if (!created.ok) return refuse(created.error);
  handlerSet = created.value;
  dispatch = createDispatch(handlerSet.handlers);
  return dispatch(method, input);
}

serveBackend(parentPort, {
  dispatch: answer,
  readFile: (id) => handlerSet?.readFile(id) ?? null,
  upload: (file) => {
    const added = uploads.add(file);
    return added.ok ? added : refuse(added.error);
  },
  close: () => handlerSet?.close(),
});
