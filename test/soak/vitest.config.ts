import { defineConfig } from 'vitest/config';
import { nodeFlags } from '../support/node-flags.ts';

/** The long run: property tests with 100,000 cases each, and killing writers, again and again. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: [
      'test/**/*.property.test.ts',
      'test/soak/*.test.ts',
      'test/database/killing.test.ts',
      'test/database/decimal.test.ts',
      'test/importing/numbers.test.ts',
    ],
    env: { HUIGAO_SOAK: '1' },
    testTimeout: 30 * 60_000,
    pool: 'forks',
    execArgv: nodeFlags,
  },
});
