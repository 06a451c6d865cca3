import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { inProduction } from '../../../build.ts';

const entry = fileURLToPath(new URL('harness.tsx', import.meta.url));
const html = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>表格</title>';
const link = '<link rel="stylesheet" href="page.css"><body style="margin:0"><div id="root"></div>';
const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

function buildForUse(): Promise<Awaited<ReturnType<typeof build>>> {
  return inProduction(() =>
    build({
      configFile: false,
      logLevel: 'warn',
      plugins: [react()],
      define: { 'process.env.NODE_ENV': '"production"' },
      build: { write: false, lib: { entry, formats: ['es'], fileName: 'page', cssFileName: 'page' } },
    }),
  );
}

/** The page of the harness: addresses and what lies at them. */
async function buildHarness(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await buildForUse();
  const page = `${html}${link}<script type="module" src="page.js"></script>`;
  const files = new Map<string, string | Uint8Array>([
    ['/', page],
    ['/favicon.ico', ''],
  ]);
  for (const output of Array.isArray(built) ? built : []) {
    for (const file of output.output) files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source);
  }
  return files;
}

export interface GridHost {
  readonly url: string;
  close(): void;
}

/** Serves the harness on the loopback interface alone. */
export async function startGridHost(): Promise<GridHost> {
  const files = await buildHarness();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const type = types[path.split('.').at(-1) ?? ''] ?? 'text/html';
    response.writeHead(files.has(path) ? 200 : 404, { 'content-type': `${type}; charset=utf-8` });
    response.end(files.get(path) ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

export interface GridPage {
  readonly page: Page;
  /** Also throws what the console complained of. */
  readonly close: () => Promise<void>;
}

export async function openGrid(
  browser: Browser,
  url: string,
  viewport = { width: 1440, height: 900 },
): Promise<GridPage> {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(url);
  await page.getByRole('grid').waitFor();
  const close = async () => {
    await context.close();
    if (problems.length > 0) throw new Error(problems.join('\n'));
  };
  return { page, close };
}
