import { Worker } from 'node:worker_threads';
import type { Reply } from '../../../shared/api/dispatch.ts';
import { describeFailure } from '../../../shared/text/failures/index.ts';
import type { Answer, Question, RenderedFile, WorkerOptions } from './messages.ts';
import type { UploadedFile } from './uploads.ts';

/** The one door through which a host reaches the database and everything computed from it. */
export interface Backend {
  /** Never rejects: when the worker has died, the reply is the failure `backend-gone`. */
  call(method: string, input: unknown): Promise<Reply>;
  /** The bytes of a file that `reports.export` rendered; null when there is none. */
  readFile(id: string): Promise<RenderedFile | null>;
  /** Has the worker keep a file for a later request; the reply holds its handle, a text. */
  upload(file: UploadedFile): Promise<Reply>;
  /** Lets the worker close the data file, then ends it. */
  stop(): Promise<void>;
}

export interface BackendOptions extends WorkerOptions {
  /** The worker's entry: its source under Node, its bundle under Electron. */
  readonly entry: URL;
}

/** How long the worker may take to close the data file before it is ended. */
const stopWithin = 5_000;

type Settle = (answer: Answer | null) => void;

function backendGone(): Reply {
  const failure = { code: 'backend-gone' } as const;
  return { ok: false, error: { code: failure.code, message: describeFailure(failure) } };
}

/** Starts the worker that holds the database. The worker's death settles every waiting question. */
export function startBackend({ entry, ...workerData }: BackendOptions): Backend {
  const worker = new Worker(entry, { workerData });
  const waiting = new Map<number, Settle>();
  let nextSeq = 1;
  let gone = false;

  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      gone = true;
      for (const settle of waiting.values()) settle(null);
      waiting.clear();
      resolve();
    });
  });
  // An uncaught error ends the worker, so `exit` follows and settles what waits; unheard it would end the host too.
  worker.on('error', (error) => {
    process.stderr.write(`backend stopped: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  });
  worker.on('message', (answer: Answer) => {
    const settle = waiting.get(answer.seq);
    waiting.delete(answer.seq);
    settle?.(answer);
  });

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window: there is no origin
  const post = (question: Question) => worker.postMessage(question);
  const ask = (question: (seq: number) => Question): Promise<Answer | null> => {
    if (gone) return Promise.resolve(null);
    const seq = nextSeq++;
    return new Promise((resolve) => {
      waiting.set(seq, resolve);
      post(question(seq));
    });
  };

  return {
    async call(method, input) {
      const answer = await ask((seq) => ({ seq, kind: 'call', method, input }));
      return answer?.kind === 'reply' ? answer.reply : backendGone();
    },
    async readFile(id) {
      const answer = await ask((seq) => ({ seq, kind: 'readFile', id }));
      return answer?.kind === 'file' ? answer.file : null;
    },
    async upload(file) {
      const answer = await ask((seq) => ({ seq, kind: 'upload', file }));
      return answer?.kind === 'reply' ? answer.reply : backendGone();
    },
    async stop() {
      if (gone) return;
      post({ seq: nextSeq++, kind: 'stop' });
      const timer = setTimeout(() => void worker.terminate(), stopWithin);
      await exited;
      clearTimeout(timer);
    },
  };
}
