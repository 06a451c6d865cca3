import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, onTestFinished } from 'vitest';

export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const entry = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'main.ts');

/** A new empty folder, removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huigao-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the real command line in a process of its own, from `folder`. */
export function runHuigao(folder: string, ...words: readonly string[]): Promise<CommandResult> {
  return new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: folder };
    execFile(process.execPath, [entry, ...words], { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr });
    });
  });
}

/** Makes one sample data file for a test file; each call of what it returns gives a new folder with a copy, `s.huigao`. */
export function sampleFolders(): () => string {
  let sample = '';
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huigao-test-'));
    await runHuigao(folder, 'new', 's.huigao', '--sample');
    sample = join(folder, 's.huigao');
    return () => rmSync(folder, { recursive: true });
  });
  return () => {
    const folder = temporaryFolder();
    copyFileSync(sample, join(folder, 's.huigao'));
    return folder;
  };
}
