import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** Chromium names a download `download` where the locale has no Chinese, as on a build machine without any. */
function browserEnvironment(): Record<string, string> {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(set), LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
}

/** Its own settings name folders of a cloud machine: without these no text would have any width. */
function writeFontSettings(folder: string): void {
  const noto = fileURLToPath(new URL('../../node_modules/@expo-google-fonts', import.meta.url));
  const folders = [join(folder, 'fonts'), noto, '/usr/share/fonts', '/usr/local/share/fonts'];
  const settings = folders.map((path) => `<dir>${path}</dir>`).join('');
  const cache = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  writeFileSync(
    join(folder, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig>${settings}${cache}</fontconfig>`,
  );
}

/** Unpacks the browser that came with the packages into the folder; returns its path. */
async function unpackBundled(folder: string): Promise<string> {
  const before = { ...process.env };
  // The second one is read at the import: without it the libraries that the browser needs are not unpacked.
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
  try {
    const { default: bundled } = await import('@sparticuz/chromium');
    return await bundled.executablePath();
  } finally {
    // The package changes the environment, which other programs started from here must not see.
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

async function launchBundled(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'huigao-browser-'));
  const executablePath = await unpackBundled(folder);
  writeFontSettings(folder);
  const env = {
    ...browserEnvironment(),
    FONTCONFIG_PATH: join(folder, 'fonts'),
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
  };
  // Its own `args` switch the web's security off, so none of them is taken.
  const browser = await chromium.launch({ executablePath, env, args: ['--no-sandbox', '--no-zygote'] });
  browser.once('disconnected', () => rmSync(folder, { recursive: true, force: true }));
  return browser;
}

/** A real browser: the system's, else the one that came with the packages (`HUIGAO_BROWSER=bundled` asks for that one). */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = systemBrowsers.find((path) => existsSync(path));
  if (executablePath === undefined || process.env.HUIGAO_BROWSER === 'bundled') return launchBundled();
  return chromium.launch({ executablePath, env: browserEnvironment(), args: ['--no-sandbox'] });
}
