import { sql, type RawBuilder } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

/** A statement takes so many rows, or fewer where they are long: its text is held in memory several times over. */
const mostRows = 5_000;
const mostCharacters = 700_000;

/** A statement that inserts rows, ready to be sent. */
export type Insert = RawBuilder<unknown>;

/**
 * Inserts many rows in few statements; the column types are those of the table. Columns that no row names take their default.
 * JSON columns take values, not text.
 */
export async function insertRows<Table extends keyof Tables & string>(db: Db, table: Table, rows: readonly object[]): Promise<void> {
  for (const insert of insertsOf(table, rows)) await insert.execute(db);
}

/** The statements of `insertRows`, ready before they are sent. `shared` are the columns that all rows have in common: they are sent once a statement. */
export function insertsOf<Table extends keyof Tables & string>(table: Table, rows: readonly object[], shared: object = {}): Insert[] {
  if (rows.length === 0) return [];
  const columns = sql.join(Object.keys({ ...rows[0], ...shared }).map((name) => sql.ref(name)));
  const base = JSON.stringify(shared);
  return [...lists(rows)].map(
    (json) => sql`insert into ${sql.table(table)} (${columns}) select ${columns} from jsonb_populate_recordset(jsonb_populate_record(null::${sql.table(table)}, ${base}::jsonb), ${json}::jsonb)`,
  );
}

/** Carries inserts out in one statement: the database goes from one to the next by itself, while whoever sent them makes more. None may need what another writes. */
export async function insertTogether(db: Db, inserts: readonly Insert[]): Promise<void> {
  const [last, ...others] = inserts;
  if (!last) return;
  const parts = others.map((insert, place) => sql`${sql.ref(`part_${place}`)} as (${insert})`);
  await (parts.length === 0 ? last : sql`with ${sql.join(parts)} ${last}`).execute(db);
}

/** The rows as JSON lists, each for one statement: as many as fit, judged by those before. */
function* lists(rows: readonly object[]): Generator<string> {
  const firstRows = 50;
  for (let at = 0, fit = firstRows; at < rows.length; ) {
    const part = rows.slice(at, at + fit);
    const json = JSON.stringify(part);
    yield json;
    at += part.length;
    fit = Math.max(1, Math.min(mostRows, Math.floor((mostCharacters * part.length) / json.length)));
  }
}
