import { parentPort, workerData } from 'node:worker_threads';
import type { ImportThreadData } from './importing/session/messages.ts';
import { serveImport } from './importing/session/serve-import.ts';

/** Entry of the thread that brings one file in. */
if (parentPort === null) throw new Error('an import runs as a worker only');
serveImport(parentPort, workerData as ImportThreadData, { now: () => new Date() });
