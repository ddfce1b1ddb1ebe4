/** A migrated and filled database, made once and copied for every test file. The vitest global set-up of all runs. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { openProgram } from '#app/open-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the filled embedded database, or the address of the server that holds the filled database `template_filled`. */
    template: { folder: string } | { server: string };
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that decides what a filled database looks like. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of ['migrations', 'packs/vn/areas', 'src/modules/areas', 'src/platform/db']) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      const path = join(root, folder, name);
      if (/\.(sql|csv|yaml|ts)$/.test(name)) hash.update(readFileSync(path));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function filledFolder(): Promise<string> {
  const cache = join(root, 'node_modules/.cache/chungtay');
  const folder = join(cache, `filled-${fingerprint()}`);
  if (!existsSync(folder)) {
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    const making = mkdtempSync(join(cache, 'making-'));
    const { database } = await openProgram({ folder: making });
    await database.close();
    renameSync(making, folder);
  }
  return folder;
}

/** A PostgreSQL of our own in a temporary folder: its programs refuse to run as root, so they run as nobody. */
async function startPostgres(programs: string): Promise<{ address: string; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'chungtay-pg-'));
  const asOther = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if ('uid' in asOther) chownSync(folder, 65534, 65534);
  const data = join(folder, 'data');
  const made = spawnSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--no-sync'], { ...asOther, cwd: programs, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = 20_000 + (process.pid % 20_000);
  const server: ChildProcess = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=off', '-c', 'max_connections=100'], { ...asOther, cwd: programs, stdio: 'ignore' });
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

export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  if (process.env['CHUNGTAY_TEST_ENGINE'] !== 'postgres') {
    project.provide('template', { folder: await filledFolder() });
    return undefined;
  }
  const given = process.env['DATABASE_URL'];
  const own = given === undefined ? await startPostgres(postgresPrograms()!) : undefined;
  const server = given ?? own!.address;
  const { openPostgres } = await import('#platform/db/postgres.ts');
  const admin = await openPostgres(server);
  await sql`drop database if exists template_filled`.execute(admin.owner);
  await sql`create database template_filled`.execute(admin.owner);
  await admin.close();
  const { database } = await openProgram({ address: addressOf(server, 'template_filled') });
  await database.close();
  project.provide('template', { server });
  return own?.stop;
}

export function addressOf(server: string, name: string): string {
  const address = new URL(server);
  address.pathname = `/${name}`;
  return address.href;
}
