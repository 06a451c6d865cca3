import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../../shared/text/failures/index.ts';
import type { ImportOrder, ImportReport, ImportThreadData } from './messages.ts';

/** Where an import stands: what its thread told last. */
export type ImportState = Extract<ImportReport, { readonly kind: 'working' | 'ready' | 'done' | 'failed' }>;

/** Memory that a file may take while it is read and staged, and how long reading may take. */
const limits = { megabytes: 768, milliseconds: 60_000 };

type Reply = Extract<ImportReport, { readonly seq: number }>;
type Asking = Extract<ImportOrder, { readonly seq: number }>;
type Question = Asking extends infer Order ? (Order extends Asking ? Omit<Order, 'seq'> : never) : never;

interface RunningImport {
  readonly worker: Worker;
  readonly waiting: Map<number, (reply: Reply | null) => void>;
  state: ImportState;
  nextSeq: number;
  timer: NodeJS.Timeout | null;
}

/**
 * The imports under way, each in a thread of its own: whatever a file does to its reader, neither the data file nor the
 * other requests suffer, and ending the thread ends the import without a trace.
 */
export class ImportDesk {
  readonly #entry: URL;
  readonly #running = new Map<string, RunningImport>();

  constructor(entry: URL) {
    this.#entry = entry;
  }

  begin(workerData: ImportThreadData): string {
    const id = randomBytes(16).toString('hex');
    const worker = new Worker(this.#entry, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    const running: RunningImport = {
      worker,
      waiting: new Map(),
      state: { kind: 'working', step: 'reading', done: 0, all: 0 },
      nextSeq: 1,
      timer: null,
    };
    const { name } = workerData.file;
    const end = (failure: Failure) => {
      if (running.state.kind === 'done' || running.state.kind === 'failed') return;
      running.state = { kind: 'failed', message: describeFailure(failure) };
    };
    running.timer = setTimeout(() => {
      end({ code: 'import-timeout', name, seconds: limits.milliseconds / 1000 });
      void worker.terminate();
    }, limits.milliseconds);
    worker.on('message', (report: ImportReport) => {
      hear(running, report);
    });
    // Out of memory, or a file that its reader cannot stand: the data file was not touched.
    worker.on('error', (error) => end(failureOf(error, name)));
    worker.once('exit', () => {
      end({ code: 'import-damaged', name });
      stopTimer(running);
      for (const settle of running.waiting.values()) settle(null);
      running.waiting.clear();
    });
    this.#running.set(id, running);
    return id;
  }

  state(id: string): Result<ImportState, Failure> {
    const running = this.#running.get(id);
    return running ? succeed(running.state) : fail({ code: 'import-over' });
  }

  /** Answers and commits are taken only while the import waits for the person. */
  order(id: string, order: Exclude<ImportOrder, Asking>): Result<void, Failure> {
    const running = this.#running.get(id);
    if (running?.state.kind !== 'ready') return fail({ code: 'import-over' });
    running.state = { kind: 'working', step: order.kind === 'commit' ? 'writing' : 'staging', done: 0, all: 0 };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
    running.worker.postMessage(order);
    return succeed(undefined);
  }

  async ask(id: string, question: Question): Promise<Result<Reply, Failure>> {
    const running = this.#running.get(id);
    if (!running || running.state.kind === 'failed') return fail({ code: 'import-over' });
    const seq = running.nextSeq;
    running.nextSeq += 1;
    const reply = await new Promise<Reply | null>((resolve) => {
      running.waiting.set(seq, resolve);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
      running.worker.postMessage({ ...question, seq });
    });
    return reply === null ? fail({ code: 'import-over' }) : succeed(reply);
  }

  /** Ends the thread: a transaction that it had open is undone with its connection. */
  async cancel(id: string): Promise<void> {
    const running = this.#running.get(id);
    this.#running.delete(id);
    if (!running) return;
    stopTimer(running);
    await running.worker.terminate();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((id) => this.cancel(id)));
  }
}

function failureOf(error: unknown, name: string): Failure {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? { code: 'import-memory', name } : { code: 'import-damaged', name };
}

function stopTimer(running: RunningImport): void {
  if (running.timer !== null) clearTimeout(running.timer);
  running.timer = null;
}

function hear(running: RunningImport, report: ImportReport): void {
  switch (report.kind) {
    case 'rows':
    case 'cells':
      running.waiting.get(report.seq)?.(report);
      running.waiting.delete(report.seq);
      return;
    case 'working':
      // Reading is what hostile files are dangerous to; the rest is as long as the table is.
      if (report.step !== 'reading') stopTimer(running);
      running.state = report;
      return;
    case 'ready':
    case 'done':
    case 'failed':
      stopTimer(running);
      running.state = report;
  }
}
