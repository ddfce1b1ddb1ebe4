import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

/** A checkout with the guard in it, a task that tells what it got, and an npm that only notes that it was called. */
let checkout: string;
const put = (path: string, content: string): void => {
  mkdirSync(dirname(join(checkout, path)), { recursive: true });
  writeFileSync(join(checkout, path), content);
};
const installs = (): number => (existsSync(join(checkout, 'installs')) ? readFileSync(join(checkout, 'installs'), 'utf8').length : 0);

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'chungtay-guard-'));
  for (const name of ['run', 'say', 'node', 'child', 'install']) {
    cpSync(fileURLToPath(new URL(`../tools/${name}.mjs`, import.meta.url)), join(checkout, 'tools', `${name}.mjs`));
  }
  put('package-lock.json', '{}');
  put(
    'npm-cli.js',
    `const fs = require('node:fs');
    fs.appendFileSync('installs', 'x');
    console.log('added 1 package');
    if (fs.existsSync('offline')) process.exit(1);
    setTimeout(() => fs.mkdirSync('node_modules', { recursive: true }), 300);`,
  );
  put(
    'src/cli/main.ts',
    `import { readFileSync } from 'node:fs';
    const args: string[] = process.argv.slice(2);
    if (args[0] === 'wait') setInterval(() => {}, 1000);
    console.log(JSON.stringify({ args, stdin: args[0] === '-' ? readFileSync(0, 'utf8') : null }));
    process.exitCode = 3;`,
  );
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

const guard = (): string => join(checkout, 'tools', 'run.mjs');
const env = (): NodeJS.ProcessEnv => ({ ...process.env, npm_execpath: join(checkout, 'npm-cli.js') });
const run = (...args: string[]) => spawnSync(process.execPath, [guard(), ...args], { env: env(), encoding: 'utf8', input: 'hộ nghèo' });

it('hands on arguments, stdin and the exit code, and leaves stdout to the task', () => {
  const { stdout, stderr, status } = run('chungtay', '-', 'hai chữ');
  expect(JSON.parse(stdout)).toEqual({ args: ['-', 'hai chữ'], stdin: 'hộ nghèo' });
  expect(stderr).toContain('added 1 package');
  expect(status).toBe(3);
});

it('installs once, and again only when the lock file has changed', () => {
  run('chungtay');
  expect(run('chungtay').stderr).toBe('');
  expect(installs()).toBe(1);
  put('package-lock.json', '{ "lockfileVersion": 3 }');
  run('chungtay');
  expect(installs()).toBe(2);
});

it('says what to do when packages cannot be fetched, and tries again the next time', () => {
  put('offline', '');
  const failed = run('chungtay');
  expect(failed).toMatchObject({ status: 1, stdout: '' });
  expect(failed.stderr).toMatch(/kiểm tra kết nối mạng[^]*Check the network/);
  rmSync(join(checkout, 'offline'));
  expect(run('chungtay').status).toBe(3);
});

it('installs once when several start together', async () => {
  const runs = [1, 2, 3].map(() => spawn(process.execPath, [guard(), 'chungtay'], { env: env() }));
  expect(await Promise.all(runs.map(ended))).toEqual([3, 3, 3]);
  expect(installs()).toBe(1);
});

it('takes over from an install that was killed', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  put('.installing', `${pid} `);
  expect(run('chungtay').status).toBe(3);
});

it('passes on the signal that ends it', async () => {
  const waiting = spawn(process.execPath, [guard(), 'chungtay', 'wait'], { env: env() });
  waiting.stdout.once('data', () => waiting.kill('SIGTERM'));
  expect(await ended(waiting)).toBe('SIGTERM');
});

it('knows its tasks', () => expect(run('dance')).toMatchObject({ status: 2, stdout: '' }));

async function ended(child: ReturnType<typeof spawn>): Promise<number | string | null> {
  void text(child.stderr!);
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
}
