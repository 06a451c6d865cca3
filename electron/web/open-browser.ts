import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/**
 * Has the system's browser open the address; best effort, `onFailure` says that there was none. Every user of a machine
 * sees the arguments of programs, and the address carries the token: so the browser is given a file that only this user
 * can read and that leads on to it. Returns what removes the file again.
 */
export function openBrowser(url: string, onFailure: () => void): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'huigao-open-'));
  const page = join(folder, 'open.html');
  writeFileSync(page, `<!doctype html><meta http-equiv="refresh" content="0;url=${url}">`, { mode: 0o600 });
  const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
  const opener = spawn(program, [...args, page], { stdio: 'ignore', detached: true });
  opener.on('error', onFailure);
  opener.unref();
  return () => rmSync(folder, { recursive: true, force: true });
}
