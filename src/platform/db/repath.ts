import { sql, type RawBuilder } from 'kysely';
import type { Db } from './database.ts';

/** Rows that lie at one path of today's map and go to another. Paths below it are moves of their own. */
export interface PathMove {
  from: string;
  to: string;
  /** Whether what lies below goes along, as far as no other move names it: villages that were taken off the map again leave audit rows there. */
  withBelow?: boolean;
  /** Households that go elsewhere with all their rows, by id. */
  households?: Readonly<Record<string, string>>;
  /** Where rows of a village go that are of no single household: what concerns all of them is seen by who sees them all. */
  shared?: string;
}

interface PathTable {
  name: string;
  /** Columns of the primary key, with their types. */
  key: { column: string; type: string }[];
  ofHousehold: boolean;
  ofVillage: boolean;
  /** The path is a part of the key; such a table has no other columns. */
  pathInKey: boolean;
}

/**
 * Does work as the owner of the database, inside a transaction that is bound to a post: for changing the map, which moves rows that no role may
 * move one by one. Who calls it has checked that all of it lies inside the post.
 */
export async function asOwner<Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> {
  await sql`set local role none`.execute(db);
  const result = await work(db);
  await sql`set local role chungtay_app`.execute(db);
  return result;
}

/** Every table with `area_path`, found in the catalogue of the database itself, so that none is ever forgotten. */
export async function pathTables(db: Db): Promise<PathTable[]> {
  const { rows } = await sql<{ name: string; key: PathTable['key'] | null; columns: string[] }>`
    select c.relname as name,
      (select json_agg(json_build_object('column', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
       from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = c.oid and i.indisprimary) as key,
      (select json_agg(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c join pg_attribute p on p.attrelid = c.oid and p.attname = 'area_path' and not p.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`.execute(db);
  return rows.map(({ name, key, columns }) => {
    if (key === null) throw new Error(`${name} has area_path and no primary key: its rows cannot be followed`);
    const pathInKey = key.some(({ column }) => column === 'area_path');
    if (pathInKey && key.length < columns.length) throw new Error(`${name} has area_path in its key beside other columns: say in repath how its rows are moved`);
    return { name, key, pathInKey, ofHousehold: columns.includes('household_id'), ofVillage: columns.includes('village_id') };
  });
}

/**
 * Moves every row of every table that lies at the paths, as one act that `repathBack` can take back exactly; returns how many rows of which table.
 * The one writer of paths. Runs inside the transaction of the act.
 */
export async function repath(db: Db, actId: string, moves: readonly PathMove[]): Promise<Record<string, number>> {
  const needed = moves.filter(({ from, to, households }) => from !== to || households !== undefined);
  if (needed.length === 0) return {};
  return asOwner(db, async (owner) => {
    const counts: Record<string, number> = {};
    for (const table of await pathTables(owner)) {
      const count = await note(owner, actId, table, needed);
      if (count === 0) continue;
      await rewrite(owner, actId, table, 'forward');
      counts[table.name] = count;
    }
    return counts;
  });
}

/** Puts the rows that an act moved back where they were, but for those that have gone on since. */
export async function repathBack(db: Db, actId: string): Promise<void> {
  await asOwner(db, async (owner) => {
    for (const table of await pathTables(owner)) await rewrite(owner, actId, table, 'back');
  });
}

/** The tables that still have rows in parts of the map that are gone: a fault of who planned the act, which must not be committed. */
export async function strayTables(db: Db, gone: readonly string[]): Promise<string[]> {
  if (gone.length === 0) return [];
  return asOwner(db, async (owner) => {
    const stray: string[] = [];
    for (const { name } of await pathTables(owner)) {
      const { rows } = await sql`
        select 1 from ${sql.table(name)} t join unnest(${gone}::text[]) as g (path) on t.area_path >= g.path collate "C" and t.area_path < (g.path || '/') collate "C" limit 1`.execute(owner);
      if (rows.length > 0) stray.push(name);
    }
    return stray;
  });
}

/** Writes down which rows an act moves, and whereto. */
async function note(owner: Db, actId: string, { name, key, ofHousehold, ofVillage }: PathTable, moves: readonly PathMove[]): Promise<number> {
  const rowKey = sql.join(key.flatMap(({ column }) => [sql.lit(column), sql.ref(`t.${column}`)]));
  const plain = moves.map(({ from, to, withBelow = false, shared }) => ({ here: from, there: ofVillage && !ofHousehold ? (shared ?? to) : to, below: withBelow }));
  const apart = ofHousehold ? moves.flatMap(({ from, households = {} }) => Object.entries(households).map(([id, to]) => ({ here: from, id, there: to }))) : [];
  const target = apart.length === 0 ? sql`m.there` : sql`coalesce((select h.there from apart h where h.here = m.here and h.id = t.household_id), m.there)`;
  const { numAffectedRows } = await sql`
    with move as materialized (select here collate "C" as here, there, below from json_to_recordset(${JSON.stringify(plain)}::json) as m (here text, there text, below boolean)),
    apart as materialized (select here collate "C" as here, id, there from json_to_recordset(${JSON.stringify(apart)}::json) as h (here text, id uuid, there text)),
    found as (select jsonb_build_object(${rowKey}) as row_key, t.area_path as old_path, ${target} as new_path from ${sql.table(name)} t join move m on t.area_path = m.here
      union all
      select jsonb_build_object(${rowKey}), t.area_path, m.there || substr(t.area_path, length(m.here) + 1) from ${sql.table(name)} t
        join move m on m.below and t.area_path >= (m.here || '.') collate "C" and t.area_path < (m.here || '/') collate "C"
      where not exists (select from move own where own.here = t.area_path))
    insert into path_move (act_id, table_name, row_key, old_path, new_path)
    select ${actId}::uuid, ${name}, row_key, old_path, new_path from found where old_path <> new_path`.execute(owner);
  return Number(numAffectedRows ?? 0);
}

async function rewrite(owner: Db, actId: string, { name, key, pathInKey }: PathTable, direction: 'forward' | 'back'): Promise<void> {
  const [here, there] = direction === 'forward' ? (['old_path', 'new_path'] as const) : (['new_path', 'old_path'] as const);
  const table = sql.table(name);
  const value = ({ column, type }: PathTable['key'][number], path: string): RawBuilder<unknown> =>
    column === 'area_path' ? sql.ref(`l.${path}`) : sql`(l.row_key ->> ${sql.lit(column)})::${sql.raw(type)}`;
  const isOfAct = sql`l.act_id = ${actId}::uuid and l.table_name = ${name}`;
  const isRow = sql.join(key.map((part) => sql`t.${sql.ref(part.column)} = ${value(part, here)}`), sql` and `);
  if (!pathInKey) {
    await sql`update ${table} t set area_path = ${sql.ref(`l.${there}`)} from path_move l where ${isOfAct} and t.area_path = ${sql.ref(`l.${here}`)} and ${isRow}`.execute(owner);
    return;
  }
  // Rows of several paths may become one and the same: they are taken out and put in again.
  await sql`delete from ${table} t using path_move l where ${isOfAct} and ${isRow}`.execute(owner);
  const columns = sql.join(key.map(({ column }) => sql.ref(column)));
  await sql`insert into ${table} (${columns}) select ${sql.join(key.map((part) => value(part, there)))} from path_move l where ${isOfAct} on conflict do nothing`.execute(owner);
}
