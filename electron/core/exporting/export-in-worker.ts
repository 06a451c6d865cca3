import { Worker } from 'node:worker_threads';
import type { PrintedDocument } from '../../../shared/report/printed.ts';
import type { ExportedFile, ExportFormat } from './export-report.ts';

/** Renders in a thread of its own, so that a long export neither blocks requests nor outlives the program. */
export function exportInWorker(entry: URL, document: PrintedDocument, format: ExportFormat): Promise<ExportedFile> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: { document, format } });
    worker.once('message', (file: ExportedFile) => {
      resolve(file);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`the export thread ended with code ${code}`));
    });
  });
}
