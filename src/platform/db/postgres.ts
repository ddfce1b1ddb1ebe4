import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';
import { problem } from './problems.ts';
import { parsers } from './values.ts';

/** Opens a PostgreSQL 15 or later by its address (`postgres://user@host:port/name`). Throws `db.unreachable`. */
export async function openPostgres(address: string): Promise<Database & { script(sql: string): Promise<void> }> {
  const pool = new Pool({
    connectionString: address,
    max: 10,
    types: { getTypeParser: (oid, format) => parsers[oid] ?? types.getTypeParser(oid, format) },
  });
  // An idle connection that breaks is replaced; without a listener it would end the process.
  pool.on('error', () => {});
  // Our statements are many and short; compiling one that merges a hundred indexes takes longer by far than running it.
  pool.on('connect', (client) => void client.query('set jit = off'));
  const { hostname, port, pathname } = new URL(address);
  const place = `${hostname}${port && `:${port}`}${pathname}`;
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw problem('db.unreachable', { place, reason: error instanceof Error ? error.message || error.name : String(error) });
  }
  return {
    owner: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    engine: 'postgres',
    place,
    close: () => pool.end(),
    script: async (sql) => void (await pool.query(sql)),
  };
}
