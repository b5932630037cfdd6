import { defineConfig } from 'vitest/config';

// One process for the whole repository: two cores are best used by one scheduler.
export default defineConfig({
  test: {
    include: ['{packages,apps,examples,scripts}/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // One PostgreSQL cluster and one unpacked Chromium for the run; TEST_DATABASE_URL and CHROMIUM_PATH name others.
    globalSetup: [
      'packages/store/src/testing/global-setup.ts',
      'apps/sandbox/test/global-setup.ts',
    ],
    // Most tests wait for processes, sockets and browsers, so one worker a core would leave the cores idle.
    maxWorkers: 4,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // What is waited for comes when the machine is ready; below the limit of a test, so that a miss names it.
    expect: { poll: { timeout: 10_000 } },
  },
});
