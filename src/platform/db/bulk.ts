import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

const batch = 5_000;

/**
 * Inserts many rows in few statements; the column types are those of the table. Columns that no row names take their default.
 * JSON columns take values, not text.
 */
export async function insertRows<Table extends keyof Tables & string>(db: Db, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.ref(name)));
  for (let start = 0; start < rows.length; start += batch) {
    const json = JSON.stringify(rows.slice(start, start + batch));
    await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(db);
  }
}
