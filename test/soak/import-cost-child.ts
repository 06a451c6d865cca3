import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { z } from 'zod';
import { ask, beginImport, settled, startRealBackend } from '../support/import-through-backend.ts';

/** Brings one file in through the backend, which is asked other things meanwhile; prints what that cost and left behind. */
const [path = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'huigao-import-cost-'));
const dataPath = join(folder, '汇稿示例.huigao');
const backend = startRealBackend(folder);
await ask(backend, 'workspace.openSample', {});
const Regions = z.array(z.object({ id: z.number() }));
const [region] = Regions.parse(await ask(backend, 'regions.list', {}));
const contents = () => {
  const db = new SqliteDatabase(dataPath, { readonly: true });
  const tables = ['region', 'indicator', 'observation', 'source', 'revision', 'import_layout'];
  const counts = tables.map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  db.close();
  return counts.join(' ');
};

const emptyBefore = contents();
const bytes = new Uint8Array(readFileSync(path));
const before = process.memoryUsage().rss;
let peak = before;
const sampling = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 2);

const waits: number[] = [];
const over = new AbortController();
const asking = (async () => {
  for (let turn = 0; !over.signal.aborted; turn += 1) {
    const start = performance.now();
    await (turn % 2 === 0
      ? ask(backend, 'app.info', {})
      : ask(backend, 'data.tables', { regionId: region?.id ?? 1, period: '2021年' }));
    waits.push(performance.now() - start);
    await wait(5);
  }
})();
const start = performance.now();
const upload = await backend.upload({ name: basename(path), bytes });
const { kind, state } = upload.ok
  ? await settled(backend, await beginImport(backend, upload.value))
  : { kind: 'refused', state: upload.error };
const milliseconds = Math.round(performance.now() - start);
over.abort();
await asking;
clearInterval(sampling);
await backend.stop();
waits.sort((left, right) => left - right);
process.stdout.write(
  JSON.stringify({
    kind,
    message: typeof state === 'object' && state !== null && 'message' in state ? state.message : null,
    milliseconds,
    growthMb: Math.round((peak - before) / 2 ** 20),
    waitP95: Math.round(waits[Math.floor(waits.length * 0.95)] ?? 0),
    isUntouched: contents() === emptyBefore,
  }),
);
rmSync(folder, { recursive: true });
