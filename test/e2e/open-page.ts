import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { buildParts } from '../../build.ts';
import { type Backend, startBackend } from '../../electron/core/backend/start-backend.ts';
import { workerSource } from '../../electron/core/backend/worker-source.ts';
import { startWebHost } from '../../electron/web/start-web-host.ts';

const buildLock = fileURLToPath(new URL('../../dist/.building-page', import.meta.url));
/** Milliseconds; a build takes some ten seconds. */
const longestBuild = 120_000;
const pageFolder = fileURLToPath(new URL('../../dist/renderer', import.meta.url));

/** The product as a person meets it: the real backend, in a data folder of its own, and the page in a real browser. */
export interface OpenPage {
  readonly page: Page;
  readonly backend: Backend;
  readonly url: string;
  /** Ends the host as the end of the program does. */
  readonly endHost: () => Promise<void>;
  /** What must not happen, in whatever test: errors in the console and requests beyond the host. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  /** Content of the data file to open; without it the person's own is made. */
  readonly workspace?: string | Uint8Array;
}

function watch(page: Page, origin: string): readonly string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('blob:') && !url.startsWith('data:')) {
      problems.push(`request: ${url}`);
    }
  });
  return problems;
}

/** Whether this process holds the lock now; one that a killed run left behind is taken away. */
async function takeBuildLock(): Promise<boolean> {
  try {
    await mkdir(buildLock);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const held = await stat(buildLock).catch(() => null);
  if (held !== null && Date.now() - held.mtimeMs > longestBuild) await rm(buildLock, { recursive: true, force: true });
  return false;
}

/** A build empties its folder: test files that run side by side wait for one another. */
async function buildPageAlone(): Promise<void> {
  await mkdir(dirname(buildLock), { recursive: true });
  while (!(await takeBuildLock())) await setTimeout(200);
  try {
    await buildParts(['page'], true);
  } finally {
    await rm(buildLock, { recursive: true, force: true });
  }
}

export async function openPage(
  browser: Browser,
  { width = 1440, height = 900, workspace }: PageOptions = {},
): Promise<OpenPage> {
  await buildPageAlone();
  const dataFolder = await mkdtemp(join(tmpdir(), 'huigao-e2e-'));
  const workspacePath = workspace === undefined ? null : join(dataFolder, '数据.huigao');
  if (workspacePath !== null) await writeFile(workspacePath, workspace ?? '');
  const backend = startBackend({
    entry: workerSource,
    dataFolder,
    workspacePath,
    version: '0.1.0',
    saving: 'download',
  });
  const host = await startWebHost({ backend, pageFolder });
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems = watch(page, new URL(host.url).origin);
  await page.goto(host.url);
  return {
    page,
    backend,
    url: host.url,
    endHost: () => host.close(),
    problems,
    async close() {
      await context.close();
      await host.close();
      await backend.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
