import { Worker } from 'node:worker_threads';
import type { ExportedFile, ExportJob } from './export-report.ts';

/**
 * Renders in a thread of its own, so that a long export neither blocks requests nor outlives the program. Null when the
 * signal stopped it.
 */
export function exportInWorker(entry: URL, job: ExportJob, signal: AbortSignal): Promise<ExportedFile | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: job });
    const stop = () => {
      resolve(null);
      void worker.terminate();
    };
    signal.addEventListener('abort', stop);
    worker.once('message', (file: ExportedFile) => {
      resolve(file);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      reject(new Error(`the export thread ended with code ${code}`));
    });
  });
}
