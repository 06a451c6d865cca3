import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const entry = fileURLToPath(new URL('../../electron/cli/start.ts', import.meta.url));
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huigao-start-'));
});

afterEach(() => rm(folder, { recursive: true }));

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program as `npm start` does, and ends it as Ctrl+C does once it has said where the page is. */
function run(args: readonly string[]): Promise<Run> {
  const env = {
    ...process.env,
    HUIGAO_HOST: 'web',
    HUIGAO_NO_BROWSER: '1',
    HUIGAO_DATA_FOLDER: folder,
    INIT_CWD: folder,
  };
  const program = spawn(process.execPath, [entry, ...args], { env });
  let stdout = '';
  let stderr = '';
  program.stdout.on('data', (chunk) => {
    stdout += String(chunk);
    program.kill('SIGINT');
  });
  program.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  return new Promise((resolve) => program.on('close', (code) => resolve({ code, stdout, stderr })));
}

test('without Electron the page is served, the address is the whole of stdout, and Ctrl+C ends it', async () => {
  const { code, stdout, stderr } = await run([]);
  expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/);
  expect(stderr).toBe(
    '没有 Electron 的程序文件，汇稿改为在浏览器里打开，数据仍然只在本机。\n关闭页面一分钟后自动退出。\n',
  );
  expect(code).toBe(0);
});

test('a data file that is not there is refused with its name', async () => {
  const { code, stdout, stderr } = await run(['没有.huigao']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('找不到数据文件“没有.huigao”');
});
