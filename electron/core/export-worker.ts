import { parentPort, workerData } from 'node:worker_threads';
import { type ExportJob, exportReport } from './exporting/export-report.ts';

/** Entry of the thread that renders one file and ends. */
parentPort?.postMessage(await exportReport(workerData as ExportJob));
