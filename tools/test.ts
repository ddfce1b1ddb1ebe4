/**
 * `npm test`: everything that proves the program, one step after the other; a failed step does not hide the next.
 * The last line is the sum: `N passed, N failed`, and `, N skipped` where some were.
 */
import { add, nothing, oneFailure, tests, types, webBuild, type Counts } from './steps.ts';

const started = Date.now();
const onPglite = { DATABASE_URL: undefined, CHUNGTAY_TEST_ENGINE: undefined };
const onPostgres = { CHUNGTAY_TEST_ENGINE: 'postgres' };

let postgres = 'skipped';

const steps: readonly [title: string, run: () => Promise<Counts>][] = [
  ['Types', types],
  ['Walls, rules and API, on PGlite', () => tests('unit', [], onPglite)],
  ['API, on PostgreSQL', apiOnPostgres],
  ['Build of the web', webBuild],
  ['Browser', () => tests('e2e', ['--config', 'vitest.e2e.config.ts'], onPglite)],
];

/** The same API tests on the server of DATABASE_URL, else on one made for them where this machine has the programs. */
async function apiOnPostgres(): Promise<Counts> {
  const { postgresPrograms } = await import('../tests/support/postgres.ts');
  const found = process.env['DATABASE_URL'] ? 'of DATABASE_URL' : postgresPrograms();
  if (found === undefined) {
    console.log('SKIPPED: no DATABASE_URL and no postgres on the PATH.');
    return nothing;
  }
  postgres = found;
  return tests('postgres', ['.api.test.ts'], onPostgres);
}

let sum = nothing;
for (const [index, [title, run]] of steps.entries()) {
  console.log(`\n== ${index + 1}/${steps.length} ${title}`);
  const counts = await run().catch((error: unknown) => {
    console.error(error);
    return oneFailure;
  });
  sum = add(sum, counts);
}

const seconds = Math.round((Date.now() - started) / 1000);
console.log(`\nEngines: PGlite; PostgreSQL: ${postgres}. ${Math.floor(seconds / 60)} min ${seconds % 60} s.`);
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed === 0 ? 0 : 1;
