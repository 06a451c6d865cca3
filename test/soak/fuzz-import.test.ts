import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readGridInWorker } from '../../electron/core/importing/reading/read-in-worker.ts';
import { newBureau } from '../database/fixture.ts';
import { fuzzCase, isPlanned } from './fuzz/seeds.ts';

/** All of them in a soak; of one with a time budget as many as half of it takes, see property-runs.ts. */
const files = 10_000;
const budget = Number(process.env.HUIGAO_SOAK_SECONDS ?? '0') * 500 || Number.POSITIVE_INFINITY;
const perProcess = 500;
/** No file takes its thread longer; much less than the minute after which the program gives up. */
const longest = 10_000;

const child = fileURLToPath(new URL('fuzz/fuzz-child.ts', import.meta.url));

const Report = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), number: z.number(), seed: z.string() }),
  z.object({ kind: z.literal('refused'), number: z.number(), code: z.string(), milliseconds: z.number() }),
  z.object({
    kind: z.literal('staged'),
    number: z.number(),
    isRefused: z.boolean(),
    written: z.number(),
    byLibrary: z.number(),
    byBytes: z.number(),
    summed: z.number(),
    computed: z.number(),
    unread: z.number(),
    wrong: z.array(z.unknown()),
    milliseconds: z.number(),
  }),
  z.object({
    kind: z.literal('planned'),
    number: z.number(),
    stated: z.number(),
    landed: z.number(),
    statuses: z.record(z.string(), z.number()),
    wrong: z.array(z.unknown()),
    milliseconds: z.number(),
  }),
  z.object({ kind: z.literal('thrown'), number: z.number(), text: z.string() }),
]);
type Report = z.infer<typeof Report>;

/** A process that a busy machine does not let begin is begun again. */
const mostAttempts = 3;

/** Runs the cases from `first` on in a process of its own; where one hangs the process ends, and the next goes on behind it. */
async function runCases(path: string, first: number, end: number, attempt = 0): Promise<readonly Report[]> {
  const running = spawn(process.execPath, [child, path, String(first), String(end)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const reports: Report[] = [];
  let watchdog = setTimeout(() => running.kill('SIGKILL'), longest * 3);
  for await (const line of createInterface({ input: running.stdout })) {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => running.kill('SIGKILL'), longest);
    reports.push(Report.parse(JSON.parse(line)));
  }
  clearTimeout(watchdog);
  const last = reports.at(-1);
  if (last === undefined) {
    if (attempt === mostAttempts) throw new Error(`no process came to file ${first}`);
    return runCases(path, first, end, attempt + 1);
  }
  const next = last.number + 1;
  // It was ended between two cases.
  if (last.kind !== 'begun') return next < end ? [...reports, ...(await runCases(path, next, end))] : reports;
  // It says that it began a case and no more: it hung, or fell.
  const rest = next < end ? await runCases(path, next, end) : [];
  return [...reports, await refusedByThread(last), ...rest];
}

/** What the library never comes back from, the program ends by the limit of the thread that reads, with a sentence. */
async function refusedByThread({ number, seed }: Extract<Report, { readonly kind: 'begun' }>): Promise<Report> {
  const never: Report = { kind: 'thrown', number, text: `${seed}: neither read nor refused within ${longest} ms` };
  if (isPlanned(number)) return never;
  const { name, bytes } = fuzzCase(number);
  const read = await readGridInWorker(bytes, name, { timeoutMs: longest / 2 });
  if (read.ok || read.error.code !== 'import-timeout') return never;
  return { kind: 'refused', number, code: read.error.code, milliseconds: longest };
}

type Count = 'written' | 'byLibrary' | 'byBytes' | 'summed' | 'computed' | 'unread';

function sum(reports: readonly Report[], field: Count): number {
  return reports.reduce((total, report) => total + (report.kind === 'staged' ? report[field] : 0), 0);
}

test('of mutated files no figure lands that another reader does not find in its cell', async () => {
  const { workspace } = newBureau();
  workspace.close();
  const reports: Report[] = [];
  const start = performance.now();
  let tried = 0;
  for (; tried < files && performance.now() - start < budget; tried += perProcess) {
    reports.push(...(await runCases(workspace.path, tried, tried + perProcess)));
  }
  // Each of them came to an end that is known.
  const ended = new Set(reports.filter(({ kind }) => kind !== 'begun').map(({ number }) => number));
  expect(ended.size).toBe(tried);
  const staged = reports.filter((report) => report.kind === 'staged');
  const refused = reports.filter(({ kind }) => kind === 'refused').length;
  const alone = staged.filter(({ isRefused }) => isRefused).length;
  const slowest = Math.max(...reports.map((report) => ('milliseconds' in report ? report.milliseconds : 0)));
  process.stdout.write(
    `  ${staged.length} staged, ${refused} refused; ${sum(reports, 'written')} figures: ${sum(reports, 'byLibrary')} as another library reads that cell, ${sum(reports, 'byBytes')} as the file's bytes show in it, ${sum(reports, 'summed')} as its column adds up, ${sum(reports, 'computed')} by other formulas, ${sum(reports, 'unread')} that only we read; ${alone} files that the library refuses; slowest ${slowest} ms\n`,
  );
  const planned = reports.filter((report) => report.kind === 'planned');
  const total = (field: 'stated' | 'landed') => planned.reduce((all, report) => all + report[field], 0);
  const statuses = [...new Set(planned.flatMap((report) => Object.keys(report.statuses)))].map((status) => {
    const count = planned.reduce((all, report) => all + (report.statuses[status] ?? 0), 0);
    return `${status} ${count}`;
  });
  process.stdout.write(
    `  ${planned.length} files of known meaning: of ${total('stated')} figures ${total('landed')} land; ${statuses.join(', ')}\n`,
  );
  expect(planned.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  // A program that asks for everything is never wrong, and of no use.
  expect(total('landed')).toBeGreaterThan(total('stated') * 0.9);
  expect(reports.filter(({ kind }) => kind === 'thrown')).toEqual([]);
  // Damaged records of the oldest workbooks send the library round in circles; more than these would be a fault of ours.
  const slow = reports.filter((report) => report.kind === 'refused' && report.code === 'import-timeout');
  expect(slow.length).toBeLessThanOrEqual(5);
  expect(staged.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
  expect(sum(reports, 'written')).toBeGreaterThan(staged.length);
  // Formulas that no program computed, and sheets whose name is damaged so that readers call them differently.
  const excused = sum(reports, 'computed') + sum(reports, 'unread');
  expect(excused).toBeLessThanOrEqual(sum(reports, 'written') * 0.02);
});
