import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/rendering/**', 'test/soak/**', 'test/bench/**'],
    testTimeout: 30_000,
    pool: 'forks',
  },
});
