import { defineConfig } from 'vitest/config';

// One process for the whole repository: two cores are best used by one scheduler.
export default defineConfig({
  test: {
    include: ['{packages,apps,examples,scripts}/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
