import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

/** A statement takes so many rows, or fewer where they are long: its text is held in memory several times over. */
const mostRows = 5_000;
const mostCharacters = 250_000;

/**
 * Inserts many rows in few statements; the column types are those of the table. Columns that no row names take their default.
 * JSON columns take values, not text.
 */
export async function insertRows<Table extends keyof Tables & string>(db: Db, table: Table, rows: readonly object[]): Promise<void> {
  await preparedRows(table, rows)(db);
}

/**
 * The same in two steps: what is to be sent is ready before it is sent, so that the next rows can be made while the database writes these.
 * `shared` are the columns that all rows have in common: they are sent once a statement.
 */
export function preparedRows<Table extends keyof Tables & string>(table: Table, rows: readonly object[], shared: object = {}): (db: Db) => Promise<void> {
  if (rows.length === 0) return async () => {};
  const columns = sql.join(Object.keys({ ...rows[0], ...shared }).map((name) => sql.ref(name)));
  const base = JSON.stringify(shared);
  const lists = [...statements(rows)];
  return async (db) => {
    for (const json of lists) {
      await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(json_populate_record(null::${sql.table(table)}, ${base}::json), ${json}::json)`.execute(db);
    }
  };
}

/** The rows as JSON lists, each for one statement: as many as fit, judged by those before. */
function* statements(rows: readonly object[]): Generator<string> {
  const firstRows = 50;
  for (let at = 0, fit = firstRows; at < rows.length; ) {
    const part = rows.slice(at, at + fit);
    const json = JSON.stringify(part);
    yield json;
    at += part.length;
    fit = Math.max(1, Math.min(mostRows, Math.floor((mostCharacters * part.length) / json.length)));
  }
}
