import { parentPort, workerData } from 'node:worker_threads';
import type { PrintedDocument } from '../../shared/report/printed.ts';
import { type ExportFormat, exportReport } from './exporting/export-report.ts';

/** Entry of the thread that renders one file and ends. */
const { document, format } = workerData as { readonly document: PrintedDocument; readonly format: ExportFormat };
parentPort?.postMessage(await exportReport(document, format));
