/** A migrated and filled database, made once and copied for every test file. The vitest global set-up of all runs. */
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { openProgram } from '#app/open-program.ts';
import { keptDatabase } from './kept-database.ts';
import { postgresPrograms, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the filled embedded database, or the address of the server that holds the filled database `template_filled`. */
    template: { folder: string } | { server: string };
  }
}

/** What decides what a filled database looks like. */
const sources = ['migrations', 'packs/vn/areas', 'src/modules/areas', 'src/platform/db'];

export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  if (process.env['CHUNGTAY_TEST_ENGINE'] !== 'postgres') {
    project.provide('template', { folder: await keptDatabase('filled', sources, async () => {}) });
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
