import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { describeFailure } from '../../shared/text/failures/index.ts';
import { dataFolder } from '../core/backend/data-folder.ts';
import { startBackend } from '../core/backend/start-backend.ts';
import { workerSource } from '../core/backend/worker-source.ts';
import { openBrowser } from '../web/open-browser.ts';
import { startWebHost } from '../web/start-web-host.ts';

/** `npm start [file]`: Electron where its binary is at hand, else the same page in the browser of this machine. */

const root = fileURLToPath(new URL('../..', import.meta.url));
/** How long the program waits for a page to come back before it ends. */
const patience = 60_000;

const sentences = {
  noElectron: '没有 Electron 的程序文件，汇稿改为在浏览器里打开，数据仍然只在本机。',
  ending: '关闭页面一分钟后自动退出。',
  pageGone: '页面已经关闭，汇稿已退出。',
  noBrowser: '没有找到浏览器，请把上面的地址复制到浏览器里打开。',
} as const;

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Electron's program, if it is there and wanted (`HUIGAO_HOST=web` asks for the browser): importing the package would try to download it. */
function findElectron(): string | null {
  if (process.env.HUIGAO_HOST === 'web') return null;
  const programs: Readonly<Record<string, string>> = {
    win32: 'electron.exe',
    darwin: 'Electron.app/Contents/MacOS/Electron',
  };
  const packageFile = fileURLToPath(import.meta.resolve('electron/package.json'));
  const path = resolve(packageFile, '../dist', programs[process.platform] ?? 'electron');
  return existsSync(path) ? path : null;
}

function readVersion(): string {
  const Package = z.object({ version: z.string() });
  return Package.parse(JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'))).version;
}

async function servePage(workspacePath: string | null): Promise<void> {
  const folder = dataFolder({ platform: process.platform, home: homedir(), env: process.env });
  const backend = startBackend({
    entry: workerSource,
    dataFolder: folder,
    workspacePath,
    version: readVersion(),
    saving: 'download',
  });
  let forgetBrowser = () => {};
  const stop = async () => {
    forgetBrowser();
    await host.close();
    await backend.stop();
  };
  const host = await startWebHost({
    backend,
    pageFolder: resolve(root, 'dist/renderer'),
    whenPageGone: {
      patience,
      act: () => {
        say(sentences.pageGone);
        void stop();
      },
    },
  });
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  say(sentences.ending);
  process.stdout.write(`${host.url}\n`);
  if (!process.env.HUIGAO_NO_BROWSER) forgetBrowser = openBrowser(host.url, () => say(sentences.noBrowser));
}

const [file] = process.argv.slice(2);
const workspacePath = file === undefined ? null : resolve(process.env.INIT_CWD ?? process.cwd(), file);
const electron = findElectron();
if (workspacePath !== null && !existsSync(workspacePath)) {
  say(describeFailure({ code: 'workspace-not-found', name: basename(workspacePath) }));
  process.exitCode = 2;
} else if (electron === null) {
  say(sentences.noElectron);
  await servePage(workspacePath);
} else {
  const shell = spawn(electron, workspacePath === null ? [root] : [root, workspacePath], { stdio: 'inherit' });
  shell.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
