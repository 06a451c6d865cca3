import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { Grid } from '../grid.ts';

/** What the thread is given. */
export interface ReadJob {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

export interface ReadOptions {
  /** Cancels the reading. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** Of the thread's own heap. */
  readonly heapMb?: number;
  /** The thread's program, where it does not stand beside this one. */
  readonly entry?: URL;
}

const source = import.meta.url.endsWith('.ts');
const defaultEntry = new URL(source ? '../../read-worker.ts' : './read-worker.js', import.meta.url);

/**
 * Reads in a thread of its own: a hostile or huge file costs this file only, never the program. The bytes are handed
 * over, not copied: the caller's array is empty afterwards (take its checksum before).
 */
export function readGridInWorker(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<Result<Grid, Failure>> {
  const name = fileName;
  if (options.signal?.aborted) return Promise.resolve(fail({ code: 'import-cancelled', name }));
  const worker = startWorker({ bytes, fileName }, options);
  return settle(worker, name, options);
}

function startWorker({ bytes, fileName }: ReadJob, { heapMb = 768, entry = defaultEntry }: ReadOptions): Worker {
  const owned = ownedBytes(bytes);
  const workerData: ReadJob = { bytes: owned, fileName };
  return new Worker(entry, {
    workerData,
    transferList: [owned.buffer],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // What a library complains about is of no use to a person, and may quote the file.
    stderr: true,
    stdout: true,
  });
}

/** A small Buffer is a window on memory that others share, and cannot be handed over. */
function ownedBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isWhole = buffer instanceof ArrayBuffer && bytes.byteLength === buffer.byteLength;
  return isWhole ? new Uint8Array(buffer) : Uint8Array.from(bytes);
}

function settle(worker: Worker, name: string, options: ReadOptions): Promise<Result<Grid, Failure>> {
  const { signal, timeoutMs = 60_000 } = options;
  return new Promise((resolve) => {
    const finish = (result: Result<Grid, Failure>) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve(result);
      void worker.terminate();
    };
    const cancel = () => finish(fail({ code: 'import-cancelled', name }));
    const seconds = Math.ceil(timeoutMs / 1000);
    const timer = setTimeout(() => finish(fail({ code: 'import-timeout', name, seconds })), timeoutMs);
    signal?.addEventListener('abort', cancel);
    worker.once('message', finish);
    worker.once('error', (error) => finish(fail(failureOf(error, name))));
    worker.once('exit', () => finish(fail({ code: 'import-damaged', name })));
  });
}

function failureOf(error: unknown, name: string): Failure {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? { code: 'import-memory', name } : { code: 'import-damaged', name };
}
