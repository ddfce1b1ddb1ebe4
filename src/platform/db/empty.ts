import { sql } from 'kysely';
import type { Database, Db } from './database.ts';

/** What stays in an emptied database: the record of migrations, and the catalogue of areas that the program ships with. */
const shipped = ['schema_migration', 'setting', 'area', 'area_version', 'area_lineage', 'area_today', 'area_region', 'area_change', 'area_size', 'special_area'];

async function ownTables({ owner }: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`.execute(owner);
  return rows.map(({ name }) => name).filter((name) => !shipped.includes(name));
}

/** Whether nobody has entered anything yet: no person, no household, no round. */
export async function isEmpty(database: Database): Promise<boolean> {
  for (const table of await ownTables(database)) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(database.owner);
    if (rows.length > 0) return false;
  }
  return true;
}

/** Takes everything out that was ever entered, in one transaction; `emptyShipped` does so with what was added to the shipped tables. Only for a demonstration. */
export async function emptyDatabase(database: Database, emptyShipped: (db: Db) => Promise<void>): Promise<void> {
  const tables = await ownTables(database);
  await database.owner.transaction().execute(async (db) => {
    await sql`truncate ${sql.join(tables.map((name) => sql.table(name)))}`.execute(db);
    await emptyShipped(db);
    await db.deleteFrom('setting').where('name', '=', 'demonstration').execute();
  });
}

/** Whether a fact about this database was ever written down. */
export async function hasSetting({ owner }: Database, name: string): Promise<boolean> {
  return (await owner.selectFrom('setting').select('name').where('name', '=', name).executeTakeFirst()) !== undefined;
}

/** Writes a fact about this database down, in the place of what it said before. */
export async function putSetting({ owner }: Database, name: string, value: unknown): Promise<void> {
  const text = JSON.stringify(value);
  await owner.insertInto('setting').values({ name, value: text }).onConflict((conflict) => conflict.column('name').doUpdateSet({ value: text })).execute();
}
