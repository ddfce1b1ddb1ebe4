/** A migrated and filled database, made once and copied for every test file. The vitest global set-up of all runs. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { openProgram } from '#app/open-program.ts';
import { postgresPrograms, startPostgres } from './postgres.ts';

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
