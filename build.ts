import { readdirSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const sources = ['shared', 'renderer', 'electron', 'build.ts', 'package-lock.json'];

/** The page: relative addresses, because it is served from `app://` as well as from a loopback port. */
const page: InlineConfig = {
  root: join(root, 'renderer'),
  base: './',
  plugins: [react()],
  build: { outDir: join(root, 'dist/renderer'), emptyOutDir: true, chunkSizeWarningLimit: 1300 },
};

/** A bundle for Node or Electron with every package in it, except the two that come as native code. */
function program(entry: string, outDir: string, format: 'es' | 'cjs'): InlineConfig {
  const entryFileNames = `[name].${format === 'es' ? 'js' : 'cjs'}`;
  return {
    root,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'], target: 'node' },
    build: {
      ssr: join(root, entry),
      outDir: join(root, outDir),
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: {
        external: ['electron', 'better-sqlite3', ...builtinModules, /^node:/],
        output: { format, entryFileNames },
      },
    },
  };
}

const parts = {
  page,
  shell: program('electron/shell/main.ts', 'dist/shell', 'es'),
  preload: program('electron/shell/preload.ts', 'dist/shell', 'cjs'),
  worker: program('electron/core/worker.ts', 'dist/core', 'es'),
  exportWorker: program('electron/core/export-worker.ts', 'dist/core', 'es'),
  readWorker: program('electron/core/read-worker.ts', 'dist/core', 'es'),
  importWorker: program('electron/core/import-worker.ts', 'dist/core', 'es'),
};
export type Part = keyof typeof parts;

function newest(path: string): number {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function oldest(path: string): number {
  const info = statSync(path, { throwIfNoEntry: false });
  if (info === undefined) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.min(...readdirSync(path).map((name) => oldest(join(path, name))));
}

const outputs: Readonly<Record<Part, string>> = {
  page: 'dist/renderer',
  shell: 'dist/shell/main.js',
  preload: 'dist/shell/preload.cjs',
  worker: 'dist/core/worker.js',
  exportWorker: 'dist/core/export-worker.js',
  readWorker: 'dist/core/read-worker.js',
  importWorker: 'dist/core/import-worker.js',
};

/** Builds the named parts; with `ifStale` only those that are older than the newest source. */
export async function buildParts(names: readonly Part[], ifStale: boolean): Promise<void> {
  const changed = ifStale ? Math.max(...sources.map((source) => newest(join(root, source)))) : Number.POSITIVE_INFINITY;
  for (const name of names) {
    if (oldest(join(root, outputs[name])) > changed) continue;
    await inProduction(() => build({ configFile: false, logLevel: 'warn', ...parts[name] }));
  }
}

/** Under a test runner, which sets another NODE_ENV, React would be built for development. */
export async function inProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildParts(
    ['page', 'shell', 'preload', 'worker', 'exportWorker', 'readWorker', 'importWorker'],
    process.argv.includes('--if-stale'),
  );
}
