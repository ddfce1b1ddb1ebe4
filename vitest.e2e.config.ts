import { defineConfig } from 'vitest/config';

/** Tests in a browser, against the built web: each file has a server and a Chromium of its own, and two of them fit on two cores. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    globalSetup: ['tests/support/demonstration.ts'],
    // The program is loaded once and stays warm: nothing in it outlives the database that a file opened.
    isolate: false,
    maxWorkers: 2,
  },
});
