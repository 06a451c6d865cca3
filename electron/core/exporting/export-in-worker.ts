import { Worker } from 'node:worker_threads';
import type { ExportedFile, ExportJob } from './export-report.ts';

/** Renders in a thread of its own, so that a long export neither blocks requests nor outlives the program. */
export function exportInWorker(entry: URL, job: ExportJob): Promise<ExportedFile> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: job });
    worker.once('message', (file: ExportedFile) => {
      resolve(file);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`the export thread ended with code ${code}`));
    });
  });
}
