import { defineConfig } from 'vitest/config';
import { nodeFlags } from '../support/node-flags.ts';

/** Measurements of rendered pages: they need LibreOffice and poppler, which `require-programs.ts` looks for first. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['test/rendering/**/*.test.ts'],
    globalSetup: ['test/rendering/require-programs.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: 'forks',
    execArgv: nodeFlags,
    // LibreOffice takes most of a small machine; one at a time measures the same and finishes sooner.
    fileParallelism: false,
  },
});
