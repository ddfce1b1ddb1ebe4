import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.ts';
import type { Area, AreaName, AreaRef, AreaVersion, Level } from './contract.ts';

export type AreaOnDay = Omit<Area, 'within' | 'region'> & { parentId: AreaRef | null; areaPath: string | null };

const columns = ['a.area_id', 'a.code', 'a.level', 'a.epoch', 'a.area_path', 'v.name', 'v.kind', 'v.urban', 'v.valid_from', 'v.valid_to', 'v.since_before', 'v.parent_id'] as const;

interface Row {
  area_id: string;
  code: string | null;
  level: string;
  epoch: string | null;
  area_path: string | null;
  name: string;
  kind: string;
  urban: boolean | null;
  valid_from: string;
  valid_to: string | null;
  since_before: boolean;
  parent_id: string | null;
}

const nameOf = (row: Pick<Row, 'area_id' | 'code' | 'level' | 'name' | 'kind'>): AreaName => ({
  id: row.area_id as AreaRef,
  code: row.code,
  level: row.level as Level,
  name: row.name,
  kind: row.kind,
});

const areaOf = (row: Row): AreaOnDay => ({
  ...nameOf(row),
  epoch: row.epoch as Area['epoch'],
  urban: row.urban,
  from: row.valid_from as PlainDate,
  sinceBefore: row.since_before,
  to: row.valid_to as PlainDate | null,
  parentId: row.parent_id as AreaRef | null,
  areaPath: row.area_path,
});

const selectVersions = (db: Db) => db.selectFrom('area as a').innerJoin('area_version as v', 'v.area_id', 'a.area_id').select(columns);

/** The area that a code or id names on a day, as it was then. */
export async function findArea(db: Db, codeOrId: string, day: PlainDate): Promise<AreaOnDay | undefined> {
  const row = await selectVersions(db)
    .where((where) => where.or([where('a.code', '=', codeOrId), where('a.area_id', '=', codeOrId)]))
    .where('v.valid_from', '<=', day)
    .where((where) => where.or([where('v.valid_to', 'is', null), where('v.valid_to', '>=', day)]))
    .executeTakeFirst();
  return row && areaOf(row);
}

/** An area as it was called on the day of its own that is nearest to one. */
export async function findNearest(db: Db, areaId: string, day: PlainDate): Promise<AreaOnDay | undefined> {
  const rows = await selectVersions(db).where('a.area_id', '=', areaId).orderBy('v.valid_from').execute();
  const row = rows.findLast(({ valid_from }) => valid_from <= day) ?? rows[0];
  return row && areaOf(row);
}

/** What an area lay in on a day, from the country down. Areas are few and known to all, so the climb may be recursive. */
export async function ancestors(db: Db, parentId: AreaRef | null, day: PlainDate): Promise<AreaName[]> {
  if (parentId === null) return [];
  const { rows } = await sql<Row>`
    with recursive up as (
      select v.*, 1 as height from area_version v where v.area_id = ${parentId} and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day})
      union all
      select v.*, up.height + 1 from up join area_version v on v.area_id = up.parent_id
      where v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day}))
    select a.area_id, a.code, a.level, up.name, up.kind from up join area a using (area_id) order by up.height desc`.execute(db);
  return rows.map(nameOf);
}

/** Of those of some areas that stood on a day: themselves and all that they lay in. */
export async function chainsOf(db: Db, areaIds: readonly AreaRef[], day: PlainDate): Promise<Map<AreaRef, Set<AreaRef>>> {
  const { rows } = await sql<{ id: AreaRef; area_id: AreaRef }>`
    with recursive up as (
      select v.area_id as id, v.area_id, v.parent_id from area_version v
      where v.area_id = any(${areaIds}::text[]) and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day})
      union all
      select up.id, v.area_id, v.parent_id from up join area_version v on v.area_id = up.parent_id
      where v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day}))
    select distinct id, area_id from up`.execute(db);
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [id, new Set(own.map(({ area_id }) => area_id))]));
}

/** The areas directly below one on a day, or those of a lower level wherever they hang, in dictionary order. */
export async function childAreas(db: Db, areaId: AreaRef, day: PlainDate, level: Level | undefined): Promise<AreaOnDay[]> {
  const { rows } = await sql<Row>`
    with recursive down as (
      select v.*, a.level from area_version v join area a using (area_id)
      where v.parent_id = ${areaId} and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day})
      union all
      select v.*, a.level from down join area_version v on v.parent_id = down.area_id join area a on a.area_id = v.area_id
      where ${level ?? null}::text is not null and down.level <> ${level ?? ''} and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day}))
    select a.area_id, a.code, a.level, a.epoch, a.area_path, down.name, down.kind, down.urban, down.valid_from, down.valid_to, down.since_before, down.parent_id
    from down join area a using (area_id) where ${level ?? null}::text is null or a.level = ${level ?? ''} order by down.sort_key`.execute(db);
  return rows.map(areaOf);
}

/** Names, kinds and parents of an area over time, oldest first. */
export async function versionsOf(db: Db, areaId: AreaRef): Promise<AreaVersion[]> {
  const rows = await db
    .selectFrom('area_version as v')
    .leftJoin('area as parent', 'parent.area_id', 'v.parent_id')
    .leftJoin('area_version as p', (join) => join.onRef('p.area_id', '=', 'v.parent_id').onRef('p.valid_from', '<=', 'v.valid_from').on((on) => on.or([on('p.valid_to', 'is', null), on('p.valid_to', '>=', on.ref('v.valid_from'))])))
    .select(['v.name', 'v.kind', 'v.valid_from', 'v.valid_to', 'v.parent_id', 'parent.code as parent_code', 'parent.level as parent_level', 'p.name as parent_name', 'p.kind as parent_kind'])
    .where('v.area_id', '=', areaId)
    .orderBy('v.valid_from')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    kind: row.kind,
    from: row.valid_from as PlainDate,
    to: row.valid_to as PlainDate | null,
    parent:
      row.parent_id === null || row.parent_name === null
        ? null
        : nameOf({ area_id: row.parent_id, code: row.parent_code, level: row.parent_level!, name: row.parent_name, kind: row.parent_kind! }),
  }));
}

/** First and last day of an area, over all its names. */
export async function lifetimeOf(db: Db, areaId: AreaRef): Promise<{ id: AreaRef; from: PlainDate; to: PlainDate | null }> {
  const rows = await db.selectFrom('area_version').select(['valid_from', 'valid_to']).where('area_id', '=', areaId).orderBy('valid_from').execute();
  return { id: areaId, from: rows[0]!.valid_from as PlainDate, to: rows.at(-1)!.valid_to as PlainDate | null };
}

/** The socio-economic region of a province on a day. */
export async function regionOf(db: Db, provinceId: AreaRef, day: PlainDate): Promise<Area['region']> {
  const row = await db
    .selectFrom('area_region')
    .select(['code', 'name'])
    .where('province_id', '=', provinceId)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .executeTakeFirst();
  return row ?? null;
}

/** Paths of today's map on which the land of an area lies, the largest part first. */
export async function todayPaths(db: Db, areaId: AreaRef): Promise<string[]> {
  const rows = await db.selectFrom('area_today').select('today_path').where('area_id', '=', areaId).orderBy('main', 'desc').execute();
  return rows.map(({ today_path }) => today_path);
}

/** The same of several areas, the largest part of each first. */
export async function placesOf(db: Db, areaIds: readonly AreaRef[]): Promise<Map<AreaRef, string[]>> {
  const { rows } = await sql<{ area_id: AreaRef; paths: string[] }>`
    select area_id, array_agg(today_path::text order by main desc) as paths from area_today where area_id = any(${areaIds}::text[]) group by area_id`.execute(db);
  return new Map(rows.map(({ area_id, paths }) => [area_id, paths]));
}

/** Those of some areas that an administrator put on the map. */
export async function addedByHand(db: Db, areaIds: readonly AreaRef[]): Promise<Set<string>> {
  const { rows } = await sql<{ area_id: string }>`select area_id from area where area_id = any(${areaIds}::text[]) and source = 'officer'`.execute(db);
  return new Set(rows.map(({ area_id }) => area_id));
}
