import { sql } from 'kysely';
import type { Database } from './database.ts';
import { problem } from './problems.ts';

/** Refuses a database in which a table with `area_path` would not be guarded for the application role: a superuser sees everything. */
export async function refuseUnguarded({ owner }: Database): Promise<void> {
  const tables = await owner.transaction().execute(async (transaction) => {
    await sql`set local role chungtay_app`.execute(transaction);
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where a.attname = 'area_path' and not a.attisdropped and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
        and not row_security_active(c.oid) order by 1`.execute(transaction);
    return rows.map(({ name }) => name);
  });
  if (tables.length > 0) throw problem('db.unguarded', { tables: tables.join(', ') });
}
