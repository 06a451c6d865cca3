import { Worker } from 'node:worker_threads';
import type { Output } from '../../../../shared/api/contract.ts';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import { describeFailure, type Failure } from '../../../../shared/text/failures/index.ts';
import type { ImportOrder, ImportReport, ImportThreadData } from './messages.ts';

/** Where an import stands: what its thread told last. */
export type ImportState = Exclude<Output<'import.state'>, { readonly kind: 'unchanged' }>;

/** Memory that a file may take while it is read and staged, and how long reading may take. */
const limits = { megabytes: 768, milliseconds: 60_000 };

export type Reply = Extract<ImportReport, { readonly seq: number }>;
type Asking = Extract<ImportOrder, { readonly seq: number }>;
export type Question = Asking extends infer Order ? (Order extends Asking ? Omit<Order, 'seq'> : never) : never;
type FirstRows = Extract<ImportReport, { readonly kind: 'first' }>;

/** One import in its thread. */
export class RunningImport {
  readonly workspacePath: string;
  readonly fileName: string;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (reply: Reply | null) => void>();
  #state: ImportState = { kind: 'working', step: 'reading', done: 0, all: 0, first: null };
  #first: FirstRows | null = null;
  #nextSeq = 1;
  #timer: NodeJS.Timeout | null;

  constructor(entry: URL, workerData: ImportThreadData) {
    this.workspacePath = workerData.workspacePath;
    const { name } = workerData.file;
    this.fileName = name;
    this.#worker = new Worker(entry, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    this.#timer = setTimeout(() => {
      this.#fail({ code: 'import-timeout', name, seconds: limits.milliseconds / 1000 });
      void this.#worker.terminate();
    }, limits.milliseconds);
    this.#worker.on('message', (report: ImportReport) => this.#hear(report));
    // Out of memory, or a file that its reader cannot stand: the data file was not touched.
    this.#worker.on('error', (error) => this.#fail(failureOf(error, name)));
    this.#worker.once('exit', () => {
      this.#fail({ code: 'import-damaged', name });
      this.#stopTimer();
      for (const settle of this.#waiting.values()) settle(null);
      this.#waiting.clear();
    });
  }

  get state(): ImportState {
    return this.#state;
  }

  /** The state after the file was staged again where the data file changed since. */
  async lookAgain(): Promise<ImportState> {
    if (this.#state.kind === 'ready') await this.ask({ kind: 'look' });
    return this.#state;
  }

  /** Whether its thread has ended, and would never answer. */
  get isOver(): boolean {
    return this.#state.kind === 'failed' || this.#state.kind === 'done';
  }

  /** Taken only while the import waits for the person, and of what it shows now: another window may have gone on. */
  order(order: Exclude<ImportOrder, Asking>, review: number): Result<void, Failure> {
    if (this.isOver) return fail({ code: 'import-over' });
    if (this.#state.kind !== 'ready' || this.#state.review.version !== review) return fail({ code: 'import-changed' });
    this.#work(order.kind === 'commit' ? 'writing' : 'staging');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
    this.#worker.postMessage(order);
    return succeed(undefined);
  }

  async ask(question: Question): Promise<Result<Reply, Failure>> {
    if (this.isOver) return fail({ code: 'import-over' });
    const early = this.#firstRows(question);
    if (early !== null) return succeed(early);
    const seq = this.#nextSeq;
    this.#nextSeq += 1;
    const reply = await new Promise<Reply | null>((resolve) => {
      this.#waiting.set(seq, resolve);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
      this.#worker.postMessage({ ...question, seq });
    });
    return reply === null ? fail({ code: 'import-over' }) : succeed(reply);
  }

  /** Ends the thread: a transaction that it had open is undone with its connection. */
  async end(): Promise<void> {
    this.#stopTimer();
    await this.#worker.terminate();
  }

  #hear(report: ImportReport): void {
    switch (report.kind) {
      case 'rows':
      case 'cells':
      case 'look':
        this.#waiting.get(report.seq)?.(report);
        this.#waiting.delete(report.seq);
        return;
      case 'first':
        this.#first = report;
        if (this.#state.kind === 'working') this.#state = { ...this.#state, first: this.#seenFirst() };
        return;
      case 'working':
        // Reading is what hostile files are dangerous to; the rest is as long as the table is.
        if (report.step !== 'reading') this.#stopTimer();
        this.#state = { ...report, first: this.#seenFirst() };
        return;
      case 'ready':
      case 'done':
      case 'failed':
        this.#stopTimer();
        this.#state = report;
    }
  }

  #work(step: 'staging' | 'writing'): void {
    this.#state = { kind: 'working', step, done: 0, all: 0, first: this.#seenFirst() };
  }

  #seenFirst(): Extract<ImportState, { readonly kind: 'working' }>['first'] {
    return this.#first && { sheet: this.#first.sheet, rows: this.#first.reply.rows.length };
  }

  /** While the thread is busy with the file it answers nothing; its first rows are here. */
  #firstRows(question: Question): Reply | null {
    if (this.#state.kind !== 'working' || this.#first === null || question.kind !== 'rows') return null;
    const { sheet, reply } = this.#first;
    const { from, count } = question;
    if (question.sheet !== sheet || from + count > reply.rows.length) return null;
    const rows = reply.rows.slice(from, from + count);
    return { kind: 'rows', seq: 0, reply: { ...reply, rows, roles: reply.roles.slice(from, from + count) } };
  }

  #fail(failure: Failure): void {
    if (!this.isOver) this.#state = { kind: 'failed', message: describeFailure(failure) };
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

function failureOf(error: unknown, name: string): Failure {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? { code: 'import-memory', name } : { code: 'import-damaged', name };
}
