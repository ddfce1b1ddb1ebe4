import { defineConfig } from 'vitest/config';

/** Tests in a browser, against the built web: one file at a time, since each starts a server and a Chromium. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    globalSetup: ['tests/support/template.ts'],
    fileParallelism: false,
  },
});
