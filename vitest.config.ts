import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'demo/**/*.test.ts', 'tests/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['tests/support/template.ts'],
    // The program is loaded once and stays warm: nothing in it outlives the database that a file opened.
    isolate: false,
    maxWorkers: 2,
  },
});
