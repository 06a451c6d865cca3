import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { nodeFlags } from './support/node-flags.ts';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/rendering/**', 'test/soak/**', 'test/bench/**'],
    testTimeout: 30_000,
    pool: 'forks',
    execArgv: nodeFlags,
    // Many tests wait for a process or a browser of their own: two at a time keep two processors busy.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
