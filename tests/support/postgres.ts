/** A PostgreSQL server of our own, for tests and benchmarks on a machine that has its programs. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** One that knows the letters of all languages, and not that of whoever runs this: by plain C, `lower` knows ASCII alone. */
const locale = 'C.UTF-8';

/**
 * Starts a server in a temporary folder: its programs refuse to run as root, so they run as nobody. `settings` are its own (`fsync=off`).
 */
export async function startPostgres(programs: string, settings: readonly string[] = ['fsync=off']): Promise<{ address: string; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'chungtay-pg-'));
  const asOther = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if ('uid' in asOther) chownSync(folder, 65534, 65534);
  const data = join(folder, 'data');
  const made = spawnSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', `--locale=${locale}`, '--no-sync'], { ...asOther, cwd: programs, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = 20_000 + (process.pid % 20_000);
  const server: ChildProcess = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, ...['max_connections=100', ...settings].flatMap((setting) => ['-c', setting])], { ...asOther, cwd: programs, stdio: 'ignore' });
  const address = `postgres://postgres@127.0.0.1:${port}/postgres`;
  for (let tries = 0; ; tries++) {
    if (spawnSync(join(programs, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]).status === 0) break;
    if (tries > 200) throw new Error('PostgreSQL did not start');
    await sleep(50);
  }
  return {
    address,
    stop: () => {
      server.kill('SIGINT');
      server.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    },
  };
}

/** Folder of the PostgreSQL programs of this machine, if it has them: on the path, or where Debian keeps them. */
export function postgresPrograms(): string | undefined {
  const found = spawnSync('which', ['postgres'], { encoding: 'utf8' });
  if (found.status === 0) return dirname(realpathSync(found.stdout.trim()));
  const debian = '/usr/lib/postgresql';
  const [newest] = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return newest === undefined ? undefined : join(debian, newest, 'bin');
}
