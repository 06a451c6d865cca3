import { randomBytes } from 'node:crypto';
import { fail, type Result, succeed } from '../../../../shared/result.ts';
import type { Failure } from '../../../../shared/text/failures/index.ts';
import type { ImportThreadData } from './messages.ts';
import { RunningImport } from './running-import.ts';

/**
 * The imports under way, each in a thread of its own: whatever a file does to its reader, neither the data file nor the
 * other requests suffer, and ending the thread ends the import without a trace. A data file has one at a time, which
 * stays until it is written or given up, whatever becomes of the page.
 */
export class ImportDesk {
  readonly #entry: URL;
  readonly #running = new Map<string, RunningImport>();

  constructor(entry: URL) {
    this.#entry = entry;
  }

  /** The id by which it is found. */
  begin(workerData: ImportThreadData): Result<string, Failure> {
    for (const [id, running] of this.#of(workerData.workspacePath)) {
      if (!running.isOver) return fail({ code: 'import-running', name: running.fileName });
      void this.cancel(id);
    }
    const id = randomBytes(16).toString('hex');
    this.#running.set(id, new RunningImport(this.#entry, workerData));
    return succeed(id);
  }

  /** The one under way into this data file. */
  current(workspacePath: string): string | null {
    return this.#of(workspacePath).find(([, { isOver }]) => !isOver)?.[0] ?? null;
  }

  find(id: string): Result<RunningImport, Failure> {
    const running = this.#running.get(id);
    return running ? succeed(running) : fail({ code: 'import-over' });
  }

  async cancel(id: string): Promise<void> {
    const running = this.#running.get(id);
    this.#running.delete(id);
    await running?.end();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((id) => this.cancel(id)));
  }

  #of(workspacePath: string): readonly (readonly [string, RunningImport])[] {
    return [...this.#running].filter(([, running]) => running.workspacePath === workspacePath);
  }
}
