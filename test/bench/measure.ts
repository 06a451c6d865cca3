import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../shared/result.ts';

/** Times beside peers in the same run: medians, so that one hiccup of the machine does not count. */

export const clock = { now: () => new Date() };

const folder = mkdtempSync(join(tmpdir(), 'huigao-bench-'));

/** A folder of one subject's own, gone with all others when the run ends. */
export function benchFolder(subject: string): string {
  const own = join(folder, subject);
  mkdirSync(own);
  return own;
}

export function removeBenchFolders(): void {
  rmSync(folder, { recursive: true, force: true });
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Milliseconds that the work took, and what it gave. */
export function timed<Value>(work: () => Value): { readonly spent: number; readonly value: Value } {
  const start = performance.now();
  const value = work();
  return { spent: performance.now() - start, value };
}

export async function median(times: number, work: (run: number) => unknown): Promise<number> {
  const spent: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    await work(run);
    spent.push(performance.now() - start);
  }
  spent.sort((a, b) => a - b);
  return spent[Math.floor(times / 2)] ?? 0;
}

export function row(name: string, milliseconds: number, note = ''): void {
  say(`  ${name.padEnd(52)}${String(Math.round(milliseconds * 100) / 100).padStart(10)} ms  ${note}`);
}
