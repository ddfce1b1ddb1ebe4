import { sql, type RawBuilder } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import { asOwner, pathTables } from '#platform/db/repath.ts';
import { rangeOf } from '#platform/db/scope.ts';
import { ActRequest, Consequences } from './contract.acts.ts';
import { changedTables, keyOf, rowKeys, type Changes, type Rows } from './rules.acts.ts';

const anyOf = (ids: readonly string[]) => sql`any(${ids}::text[])`;

/** Which part of the catalogue an act may touch. */
export interface Reach {
  /** Areas with all that lies in them today. */
  whole: readonly string[];
  /** Others, without what lies in them. */
  alone: readonly string[];
  /** Paths of today’s map whose land goes elsewhere, with all below or by themselves. */
  paths: readonly { path: string; withBelow: boolean }[];
}

/** The rows of the catalogue within a reach, and the places of all areas whose land lies there. */
export async function landOf(db: Db, { whole, alone, paths }: Reach): Promise<Rows> {
  const { rows: ids } = await sql<{ area_id: string }>`
    with recursive down as (
      select id as area_id from unnest(${whole}::text[]) as m (id)
      union
      select v.area_id from down join area_version v on v.parent_id = down.area_id and v.valid_to is null)
    select area_id from down`.execute(db);
  const inside = [...new Set([...ids.map(({ area_id }) => area_id), ...alone])];
  const of = (column: string) => sql<boolean>`${sql.ref(column)} = ${anyOf(inside)}`;
  const ranges = paths.map(({ path, withBelow }) => ({ low: path, high: withBelow ? rangeOf(path).high : `${path}!` }));
  const { rows: today } = await sql<Rows['area_today'][number]>`
    select distinct t.area_id, t.today_path, t.main from area_today t
      join json_to_recordset(${JSON.stringify(ranges)}::json) as r (low text, high text) on t.today_path >= r.low collate "C" and t.today_path < r.high collate "C"`.execute(db);
  return {
    area: await db.selectFrom('area').selectAll().where(of('area_id')).execute(),
    area_version: (await db.selectFrom('area_version').selectAll().where(of('area_id')).execute()) as Rows['area_version'],
    area_lineage: [],
    area_today: today,
    area_region: (await db.selectFrom('area_region').selectAll().where(of('province_id')).execute()) as Rows['area_region'],
  };
}

/**
 * Of villages and communes: all that each ever lay in, and of villages the days for which that is known. What a commune lay in before it became
 * one is known by its lineage.
 */
export async function historiesOf(db: Db, ids: readonly string[]): Promise<{ moving: string; heldBy: string }[]> {
  const { rows } = await sql<{ moving: string; heldBy: string }>`
    with recursive up as (
      select id as moving, id as area_id from unnest(${ids}::text[]) as m (id)
      union
      select up.moving, next.area_id from up join (
        select v.area_id as below, v.parent_id as area_id from area_version v where v.parent_id is not null and not v.assumed
        union all
        select l.new_id, l.old_id from area_lineage l where coalesce(l.detail, '') <> 'area_only') as next on next.below = up.area_id)
    select moving, area_id as "heldBy" from up`.execute(db);
  return rows;
}

/** First and last days of areas, and of villages those of which their place is known. */
export async function spansOf(db: Db, ids: readonly string[]): Promise<{ id: string; from: PlainDate; to: PlainDate | null; assumed: boolean }[]> {
  const { rows } = await sql<{ id: string; from: PlainDate; to: PlainDate | null; assumed: boolean }>`
    select area_id as id, valid_from as "from", valid_to as "to", assumed from area_version where area_id = ${anyOf(ids)}`.execute(db);
  return rows;
}

/** Codes of the communes that stand today. */
export async function standingCodes(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('area').select('code').where('level', '=', 'commune').where('area_path', 'is not', null).execute();
  return new Set(rows.map(({ code }) => code!));
}

/** Households that live in a village, by number and by id: several may bear the same number. */
export async function householdsOf(db: Db, villageId: string, asked: readonly string[]): Promise<{ id: string; number: string | null }[]> {
  const { rows } = await sql<{ id: string; number: string | null }>`
    select household_id as id, number from household
    where village_id = ${villageId} and undone_at is null and merged_into is null and (number = ${anyOf(asked)} or household_id::text = ${anyOf(asked)})`.execute(db);
  return rows;
}

/** Puts rows of the catalogue in the place of others: forward as the act did, back to take it back. As the owner; the caller has checked the post. */
export async function applyChanges(db: Db, { before, after }: Changes, tables: readonly (keyof Rows)[] = changedTables): Promise<void> {
  const isIn = (rows: readonly object[], table: keyof Rows) => new Set(rows.map((row) => keyOf(table, row)));
  for (const table of tables.toReversed()) {
    const staying = isIn(after[table], table);
    await deleteRows(db, table, before[table].filter((row) => table !== 'area' || !staying.has(keyOf(table, row))));
  }
  for (const table of tables) {
    if (table !== 'area') {
      await insertRows(db, table, after[table]);
      continue;
    }
    const known = isIn(before.area, 'area');
    await insertRows(db, 'area', after.area.filter((row) => !known.has(row.area_id)));
    await sql`
      update area set area_path = r.area_path from json_to_recordset(${JSON.stringify(after.area.filter((row) => known.has(row.area_id)))}::json) as r (area_id text, area_path text)
      where area.area_id = r.area_id`.execute(db);
  }
}

async function deleteRows(db: Db, table: keyof Rows, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const same = sql.join(rowKeys[table].map((column) => sql`t.${sql.ref(column)} = r.${sql.ref(column)}`), sql` and `);
  await sql`delete from ${sql.table(table)} t using json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json) as r where ${same}`.execute(db);
}

/** The rows that stand now where these stood: for seeing whether something changed since. */
export async function rowsNow(db: Db, rows: Rows): Promise<Rows> {
  const now = {} as Record<keyof Rows, object[]>;
  for (const table of changedTables) {
    const same = sql.join(rowKeys[table].map((column) => sql`t.${sql.ref(column)} = r.${sql.ref(column)}`), sql` and `);
    now[table] = (await sql<object>`select t.* from ${sql.table(table)} t join json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows[table])}::json) as r on ${same}`.execute(db)).rows;
  }
  return now as Rows;
}

export interface ActRow {
  id: Id;
  areaPath: string;
  kind: string;
  day: PlainDate;
  resolution: string;
  request: ActRequest | { kind: 'undo' };
  changes: Changes;
  followed: { moves: { from: string; to: string; withBelow?: boolean }[]; followers: { from: string; to: string }[]; villages: { id: string; wasIn: string }[]; consequences: Consequences };
  undoes: Id | null;
  by: string | null;
  at: Date;
}

export async function insertAct(db: Db, { id, areaPath, kind, day, resolution, request, changes, followed, undoes, by, at }: ActRow, userId: string | null): Promise<void> {
  await insertRows(db, 'area_act', [
    { act_id: id, area_path: areaPath, kind, day, resolution, request, changes, followed, undoes, entered_by: userId, entered_name: by, entered_at: at },
  ]);
}

const actOf = (row: { act_id: string; area_path: string; kind: string; day: string; resolution: string; request: unknown; changes: unknown; followed: unknown; undoes: string | null; entered_name: string | null; entered_at: Date }): ActRow => ({
  id: row.act_id as Id,
  areaPath: row.area_path,
  kind: row.kind,
  day: row.day as PlainDate,
  resolution: row.resolution,
  request: row.request as ActRow['request'],
  changes: row.changes as Changes,
  followed: row.followed as ActRow['followed'],
  undoes: row.undoes as Id | null,
  by: row.entered_name,
  at: row.entered_at,
});

/** The acts that a post sees, the newest first; with `id` that one alone. */
export async function findActs(db: Db, id?: Id): Promise<ActRow[]> {
  const rows = await db
    .selectFrom('area_act')
    .select(['act_id', 'area_path', 'kind', 'day', 'resolution', 'request', 'changes', 'followed', 'undoes', 'entered_name', 'entered_at'])
    .$if(id !== undefined, (query) => query.where((where) => where.or([where('act_id', '=', id!), where('undoes', '=', id!)])))
    .orderBy('entered_at', 'desc')
    .orderBy('act_id', 'desc')
    .execute();
  return rows.map(actOf);
}

/** Rehearses work: whatever it does to the database is taken back. */
export async function rehearse<Result>(db: Db, work: () => Promise<Result>): Promise<Result> {
  await sql`savepoint rehearsal`.execute(db);
  const result = await work();
  await sql`rollback to savepoint rehearsal`.execute(db);
  return result;
}

/** Rows of a table that name areas: how many, and by what a few of them are known, where that is not personal. */
export interface RowsNaming {
  table: string;
  count: number;
  such: readonly string[];
}

/** By what a row is told from others of its table. */
const known: Readonly<Record<string, RawBuilder<unknown>>> = {
  post: sql`(select u.name from auth_user u where u.id = t.user_id)`,
  household: sql`t.number`,
  class_record: sql`(select r.year::text from round r where r.round_id = t.round_id)`,
  household_event: sql`to_char(t.day, 'DD/MM/YYYY')`,
  household_ledger_closing: sql`t.month`,
  import_run: sql`t.file_name`,
  round: sql`t.year::text`,
  scenario: sql`t.name`,
  statistic: sql`to_char(t.as_of, 'DD/MM/YYYY')`,
};

/** Rows of other tables that name areas which an act began, but for what it put there itself. */
export async function rowsNaming(db: Db, areaIds: readonly string[], { id, at }: Pick<ActRow, 'id' | 'at'>): Promise<RowsNaming[]> {
  if (areaIds.length === 0) return [];
  return asOwner(db, async (owner) => {
    const { rows: columns } = await sql<{ name: string; column: string }>`
      select c.conrelid::regclass::text as name, a.attname as column from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid = 'area'::regclass`.execute(owner);
    const followed = new Map((await pathTables(owner)).map(({ name, key }) => [name, sql.join(key.flatMap(({ column }) => [sql.lit(column), sql.ref(`t.${column}`)]))]));
    const found = new Map<string, RowsNaming>();
    for (const { name, column } of columns) {
      if ((changedTables as readonly string[]).includes(name) || derived.includes(name)) continue;
      const own =
        name === 'post' ? sql`and not exists (select from post_move p where p.act_id = ${id}::uuid and p.post_id = t.post_id)`
        : name === 'coverage' ? sql`and t.entered_at <> ${at}::timestamptz`
        : followed.has(name) ? sql`and not exists (select from path_move p where p.act_id = ${id}::uuid and p.table_name = ${name} and p.row_key = jsonb_build_object(${followed.get(name)}))`
        : sql``;
      const { rows } = await sql<{ n: number; such: (string | null)[] | null }>`
        select count(*)::int as n, (array_agg(distinct ${known[name] ?? sql`null::text`}))[1:5] as such from ${sql.table(name)} t where t.${sql.ref(column)} = ${anyOf(areaIds)} ${own}`.execute(owner);
      const [{ n, such }] = rows as [(typeof rows)[number]];
      const before = found.get(name) ?? { table: name, count: 0, such: [] };
      if (n > 0) found.set(name, { table: name, count: before.count + n, such: [...before.such, ...(such ?? []).filter((one) => one !== null)] });
    }
    return [...found.values()];
  });
}

/** Tables that are made anew from others, or that tell of acts. */
const derived = ['commune_figure', 'village_figure', 'class_change', 'class_trait', 'post_move', 'duplicate_pair'];

/** Names of the villages and communes that were added since to areas which an act began. */
export async function addedSince(db: Db, areaIds: readonly string[], changes: Changes): Promise<string[]> {
  const own = new Set(changes.after.area_version.map((row) => keyOf('area_version', row)));
  const rows = await db.selectFrom('area_version').select(['area_id', 'valid_from', 'name']).where(sql<boolean>`parent_id = ${anyOf(areaIds)}`).execute();
  return rows.filter((row) => !own.has(keyOf('area_version', row))).map(({ name }) => name);
}
