/** The steps that `npm test` and `npm run check` are made of. Each prints as it goes and resolves with what it counted. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endLike, runToEnd } from './child.mjs';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };
/** A step that is no test counts only when it fails. */
export const oneFailure: Counts = { ...nothing, failed: 1 };

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program of a package on this Node; when we are interrupted meanwhile, ends this process too. */
async function runPackage(path: string, args: readonly string[], env: Record<string, string | undefined> = {}): Promise<boolean> {
  const ended = await runToEnd(process.execPath, [join('node_modules', path), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (ended.received) {
    endLike({ code: 1, signal: ended.received });
    await new Promise(() => {});
  }
  return ended.code === 0;
}

/** Checks the types of the server, of the pure rooms and of the web, two at a time. */
export async function types(): Promise<Counts> {
  const projects = ['tsconfig.json', 'tsconfig.pure.json', 'tsconfig.web.json'];
  const results: Counts[] = [];
  const work = async (): Promise<void> => {
    for (let project = projects.shift(); project; project = projects.shift()) {
      const correct = await runPackage('typescript/bin/tsc', ['--project', project]);
      console.log(`${project}: ${correct ? 'correct' : 'wrong, see above'}`);
      results.push(correct ? nothing : oneFailure);
    }
  };
  await Promise.all([work(), work()]);
  return results.reduce(add, nothing);
}

/** Builds the web into dist/web. */
export async function webBuild(): Promise<Counts> {
  return (await runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn'])) ? nothing : oneFailure;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/**
 * Runs vitest and counts from its report, artifacts/`name`.json. A file that cannot be loaded counts as one failure, and so does a run that
 * found no test or ended badly without saying where.
 */
export async function tests(name: string, args: readonly string[], env: Record<string, string | undefined> = {}): Promise<Counts> {
  const report = `artifacts/${name}.json`;
  rmSync(join(root, report), { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ended = await runPackage('vitest/vitest.mjs', ['run', ...args, ...reporters], env);
  const counts = existsSync(join(root, report)) ? count(JSON.parse(readFileSync(join(root, report), 'utf8')) as VitestReport) : nothing;
  if (counts.passed + counts.failed === 0) {
    console.log(`No test ran in "${name}": that counts as a failure.`);
    return { ...counts, failed: 1 };
  }
  return ended ? counts : { ...counts, failed: Math.max(counts.failed, 1) };
}

function count({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }: VitestReport): Counts {
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests };
}
