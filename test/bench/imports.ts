import { execFile } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Backend } from '../../electron/core/backend/start-backend.ts';
import { createWorkspace } from '../../electron/core/database/workspace.ts';
import { ask, beginImportOf, settled, startRealBackend } from '../support/import-through-backend.ts';
import { tableWorkbook } from './import-workbook.ts';
import { benchFolder, clock, must, row, say } from './measure.ts';

const child = fileURLToPath(new URL('import-child.ts', import.meta.url));
const headings = ['学校', ...Array.from({ length: 9 }, (_, at) => `示例指标${at + 1}`)];

/** A city with so many schools and nine indicators, none of which holds a figure. */
function makeData(path: string, schools: number): void {
  const workspace = must(createWorkspace(path, { clock }));
  workspace.attempt(() => {
    const city = workspace.regions.insert({ code: null, name: '示例（虚构）市', level: '市', parentId: null });
    for (let at = 0; at < schools; at += 1) {
      workspace.regions.insert({ code: null, name: schoolAt(at), level: '校', parentId: city.id, sort: at });
    }
    for (const [at, name] of headings.slice(1).entries()) {
      workspace.indicators.insert({
        code: `bench_${at}`,
        name,
        aliases: [],
        unit: '人',
        scale: 0,
        shownDecimals: 0,
        timing: '时点',
        aggregation: '合计',
        formula: null,
        better: null,
        definition: '',
        group: '示例',
        part: null,
      });
    }
    return { ok: true, value: undefined };
  });
  workspace.close();
}

function schoolAt(at: number): string {
  return `示例第${at + 1}小学`;
}

async function inProcess(way: string, dataPath: string, path: string): Promise<Readonly<Record<string, number>>> {
  const { stdout } = await promisify(execFile)(process.execPath, [child, way, dataPath, path]);
  const figures: unknown = JSON.parse(stdout);
  if (typeof figures !== 'object' || figures === null) throw new Error(stdout);
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value)]));
}

async function benchStages(dataPath: string, path: string): Promise<void> {
  const copy = `${dataPath}.copy`;
  copyFileSync(dataPath, copy);
  const bare = await inProcess('bare', copy, path);
  row('the library alone: read', bare.read ?? 0, `peak ${bare.peakMb} MB`);
  const ours = await inProcess('ours', copy, path);
  row('ours: read', ours.reading ?? 0, `peak ${ours.readMb} MB`);
  row('ours: recognise', ours.recognising ?? 0);
  row('ours: stage', ours.staging ?? 0, `${ours.questions} questions`);
  row('ours: commit', ours.committing ?? 0, `${ours.written} figures; peak of all ${ours.peakMb} MB`);
}

async function benchPage(dataPath: string, folder: string, bytes: Uint8Array): Promise<void> {
  const copy = `${dataPath}.page`;
  copyFileSync(dataPath, copy);
  const backend = startRealBackend(folder, copy);
  await ask(backend, 'app.info', {});
  const start = performance.now();
  const id = await beginImportOf(backend, { name: '统计表.xlsx', bytes: Uint8Array.from(bytes) }, '2021年');
  await shown(backend, id);
  await ask(backend, 'import.rows', { id, sheet: 0, from: 0, count: 50 });
  row('through the backend: the first 50 rows', performance.now() - start);
  const { state } = await settled(backend, id);
  row('through the backend: ready to be reviewed', performance.now() - start);
  const asking = performance.now();
  await ask(backend, 'import.state', { id });
  row('one more look at the whole state', performance.now() - asking, `${JSON.stringify(state).length} bytes`);
  const seen = performance.now();
  await ask(backend, 'import.state', { id, seen: 1 });
  row('one more look at what was seen before', performance.now() - seen);
  await ask(backend, 'import.cancel', { id });
  const second = await beginImportOf(backend, { name: '统计表.xlsx', bytes: Uint8Array.from(bytes) }, '2021年');
  await wait(300);
  const cancelling = performance.now();
  await ask(backend, 'import.cancel', { id: second });
  row('cancel while it reads, until free', performance.now() - cancelling);
  await backend.stop();
}

/** Waits, as the page does, until there are rows to be looked at. */
async function shown(backend: Backend, id: string): Promise<void> {
  for (;;) {
    const state = JSON.stringify(await ask(backend, 'import.state', { id }));
    if (state.includes('"first":{') || state.includes('"kind":"ready"')) return;
    await wait(10);
  }
}

export async function benchImports(): Promise<void> {
  const folder = benchFolder('imports');
  for (const rows of [1_000, 100_000]) {
    say(`An import of ${rows} rows × 10 columns (load ${loadavg()[0]?.toFixed(1)})`);
    const path = join(folder, `${rows}.xlsx`);
    const dataPath = join(folder, `${rows}.huigao`);
    const bytes = tableWorkbook(rows, schoolAt, headings);
    writeFileSync(path, bytes);
    makeData(dataPath, rows);
    await benchStages(dataPath, path);
    await benchPage(dataPath, folder, bytes);
  }
}
