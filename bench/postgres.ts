import { openPostgres } from '#platform/db/postgres.ts';
import type { Db } from '#platform/db/database.ts';
import { postgresPrograms, startPostgres } from '../tests/support/postgres.ts';

/** Settings of a server that does nothing but this benchmark; writes are durable. */
const settings = ['shared_buffers=2GB', 'work_mem=64MB', 'maintenance_work_mem=512MB', 'max_wal_size=8GB'];

/** Runs work on an empty PostgreSQL of our own and takes it away again; null where this machine has no programs of it. */
export async function withPostgres<Result>(work: (db: Db, address: string) => Promise<Result>): Promise<Result | null> {
  const programs = postgresPrograms();
  if (programs === undefined) return null;
  const server = await startPostgres(programs, settings);
  const database = await openPostgres(server.address);
  try {
    return await work(database.owner, server.address);
  } finally {
    await database.close();
    server.stop();
  }
}
