import { parentPort, workerData } from 'node:worker_threads';
import { readGrid } from './importing/reading/read-grid.ts';
import type { ReadJob } from './importing/reading/read-in-worker.ts';

/** Entry of the thread that reads one file and ends. */
const { bytes, fileName } = workerData as ReadJob;
parentPort?.postMessage(readGrid(bytes, fileName));
