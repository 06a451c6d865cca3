import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFolder, row, say } from './measure.ts';

/** The same eight pages, with a letterhead, tables and charts, by each program from its start to its end. */

const child = fileURLToPath(new URL('./print-child.ts', import.meta.url));

/** A process may end between being listed and being read. */
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The processes of a system with /proc, each with its parent. */
function listParents(): ReadonlyMap<number, number> {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(
    processes.map((name) => {
      const [, rest = ''] = readOrNothing(`/proc/${name}/stat`).split(') ');
      return [Number(name), Number(rest.split(' ')[1])];
    }),
  );
}

/** Megabytes of a process and all below it, what they share counted once. */
function memoryOf(process: number, parents = listParents()): number {
  const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(readOrNothing(`/proc/${process}/smaps_rollup`))?.[1] ?? 0);
  const below = [...parents].filter(([, parent]) => parent === process);
  return below.reduce((sum, [each]) => sum + memoryOf(each, parents), kilobytes / 1024);
}

interface Run {
  readonly spent: number;
  readonly peakMb: number;
}

async function runToItsEnd(command: string, order: readonly string[]): Promise<Run> {
  const start = performance.now();
  const started = spawn(command, order, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, memoryOf(started.pid ?? 0));
  }, 100);
  const code = await new Promise<number | null>((resolve) => started.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return { spent: performance.now() - start, peakMb };
}

/** The middle one of three runs by time, with the size of what it made. */
async function report(name: string, path: string, command: string, order: readonly string[]): Promise<void> {
  const runs: Run[] = [];
  for (let run = 0; run < 3; run += 1) runs.push(await runToItsEnd(command, order));
  const [, middle] = runs.toSorted((one, other) => one.spent - other.spent);
  const pages = path.endsWith('.pdf') ? `${countPages(path)} pages, ` : '';
  const size = `${Math.round(statSync(path).size / 1024)} KB`;
  row(name, middle?.spent ?? 0, `${pages}${size}, peak ${Math.round(middle?.peakMb ?? 0)} MB`);
}

function countPages(path: string): string {
  const { stdout } = spawnSync('pdfinfo', [path], { encoding: 'utf8' });
  return /^Pages:\s+(\d+)/m.exec(stdout ?? '')?.[1] ?? '?';
}

export async function benchPages(): Promise<void> {
  const folder = benchFolder('pages');
  const [docx, ours, theirs, printed] = ['ours.docx', 'ours.pdf', 'converted/ours.pdf', 'chromium.pdf'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  say('\nThe same pages, each program from its start to its end');
  await report('ours: Word', docx, process.execPath, [child, 'docx', docx]);
  await report('ours: PDF', ours, process.execPath, [child, 'pdf', ours]);
  if (spawnSync('soffice', ['--version']).status === 0) {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const order = [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'converted'), docx];
    spawnSync('soffice', order, { stdio: 'ignore' });
    await report('LibreOffice: PDF from our Word file, warm profile', theirs, 'soffice', order);
  } else say('  LibreOffice is not installed: no peer to compare with');
  await report('Chromium: printToPDF of the same text as a page', printed, process.execPath, [
    child,
    'chromium',
    printed,
  ]);
}
