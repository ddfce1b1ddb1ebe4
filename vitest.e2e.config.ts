import { defineConfig } from 'vitest/config';

/** Tests in a browser, against the built web: one file at a time, since each starts a server and a Chromium. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    globalSetup: ['tests/support/template.ts'],
    fileParallelism: false,
    // On a machine that does much else, Chromium now and then loses a key or the focus: what fails is tried once more.
    retry: 1,
  },
});
