import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readGridInWorker } from '../../electron/core/importing/reading/read-in-worker.ts';

/** Reads one file in the thread, in a process of its own, and prints what that cost. */
const [path = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
const before = process.memoryUsage().rss;
let peak = before;
const sampling = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 2);
const start = performance.now();
const result = await readGridInWorker(bytes, basename(path));
const milliseconds = Math.round(performance.now() - start);
clearInterval(sampling);
const outcome = result.ok ? 'read' : result.error.code;
process.stdout.write(JSON.stringify({ outcome, milliseconds, growthMb: Math.round((peak - before) / 2 ** 20) }));
