import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

/** A statement takes so many rows, or fewer where they are long: its text is held in memory several times over. */
const mostRows = 5_000;
const mostCharacters = 4_000_000;

/**
 * Inserts many rows in few statements; the column types are those of the table. Columns that no row names take their default.
 * JSON columns take values, not text.
 */
export async function insertRows<Table extends keyof Tables & string>(db: Db, table: Table, rows: readonly object[]): Promise<void> {
  await preparedRows(table, rows)(db);
}

/** The same in two steps: what is to be sent is ready before it is sent, so that the next rows can be made while the database writes these. */
export function preparedRows<Table extends keyof Tables & string>(table: Table, rows: readonly object[]): (db: Db) => Promise<void> {
  if (rows.length === 0) return async () => {};
  const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.ref(name)));
  const lists = [...statements(rows)];
  return async (db) => {
    for (const json of lists) {
      await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(db);
    }
  };
}

/** The rows as JSON lists, each for one statement. */
function* statements(rows: readonly object[]): Generator<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    waiting.push(json);
    length += json.length;
    if (waiting.length < mostRows && length < mostCharacters) continue;
    yield `[${waiting.join(',')}]`;
    [waiting, length] = [[], 0];
  }
  if (waiting.length > 0) yield `[${waiting.join(',')}]`;
}
