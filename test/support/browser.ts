import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Where systems keep a browser of Chromium's family. */
const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
  String.raw`C:\Program Files\Microsoft\Edge\Application\msedge.exe`,
];

/** The browser that came with the packages unpacks itself into the temporary folder, hence one of its own. */
async function launchBundled(): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), 'huigao-browser-'));
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  process.env.TMPDIR = folder;
  // Read when the package is imported: without it the libraries that the browser needs are not unpacked.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x';
  try {
    const { default: bundled } = await import('@sparticuz/chromium');
    const executablePath = await bundled.executablePath();
    // Its own `args` switch the web's security off, so none of them is taken.
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--no-zygote'] });
    browser.once('disconnected', () => void rm(folder, { recursive: true, force: true }));
    return browser;
  } finally {
    restoreEnvironment(before);
  }
}

function restoreEnvironment(before: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

/** A real browser: the system's, else the one that came with the packages (`HUIGAO_BROWSER=bundled` asks for that one). */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = systemBrowsers.find((path) => existsSync(path));
  if (executablePath === undefined || process.env.HUIGAO_BROWSER === 'bundled') return launchBundled();
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
