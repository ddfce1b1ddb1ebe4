import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.ts';
import type { AreaRef, Level } from './contract.ts';
import type { Link, Lying } from './rules.strands.ts';

/** All places on today’s map where the land of areas lies. */
export async function pathsOf(db: Db, areaIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ today_path: string }>`select distinct today_path from area_today where area_id = any(${areaIds}::text[])`.execute(db);
  return rows.map(({ today_path }) => today_path);
}

/** The units of a level that stood on a day and have land in places of today’s map, in dictionary order. */
export async function unitsLyingIn(db: Db, paths: readonly string[], level: Level, day: PlainDate): Promise<Lying[]> {
  const { rows } = await sql<{ area_id: string; code: string | null; level: string; name: string; kind: string; main: string }>`
    with found as materialized (
      select distinct t.area_id from area_today t join area a on a.area_id = t.area_id where t.today_path = any(${paths}::text[]) and a.level = ${level})
    select a.area_id, a.code, a.level, v.name, v.kind, t.today_path as main
    from found join area a on a.area_id = found.area_id join area_version v on v.area_id = a.area_id join area_today t on t.area_id = a.area_id and t.main
    where v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day}) order by v.sort_key, a.area_id`.execute(db);
  return rows.map(({ area_id, code, name, kind, main, ...row }) => ({ id: area_id as AreaRef, code, level: row.level as Level, name, kind, main }));
}

/**
 * What is on record from old units onwards, over as many changes as there were. A unit that ended before 2025 without a resolution on record has the links of the unit of the
 * same code of the 2009 census.
 */
export async function linksFrom(db: Db, oldIds: readonly string[]): Promise<Link[]> {
  const { rows } = await sql<{ old_id: string; new_id: string; kind: string; detail: string | null; share: number | null; land_km2: number | null }>`
    with recursive old as materialized (select area_id, code, epoch from area where area_id = any(${oldIds}::text[])),
    own as (select l.old_id, l.new_id, l.kind, l.detail, l.share, l.land_km2 from old join area_lineage l on l.old_id = old.area_id),
    first as (
      select * from own
      union all
      select old.area_id, l.new_id, l.kind, l.detail, l.share, l.land_km2
      from old join area census on census.code = old.code and census.epoch = 'census_2009' and census.level = 'commune' join area_lineage l on l.old_id = census.area_id
      where old.epoch = 'three_level' and old.area_id not in (select old_id from own)),
    onwards as (
      select * from first
      union all
      select o.old_id, l.new_id, case when o.kind = 'whole' and l.kind = 'whole' then 'whole' else 'part' end, case when o.detail = 'area_only' then o.detail else l.detail end,
        case when l.kind = 'whole' then o.share else o.share * l.share end, case when l.kind = 'whole' then o.land_km2 else o.land_km2 * l.share end
      from onwards o join area_lineage l on l.old_id = o.new_id)
    select * from onwards`.execute(db);
  return rows.map((row) => ({
    oldId: row.old_id as AreaRef,
    newId: row.new_id as AreaRef,
    kind: row.kind as Link['kind'],
    detail: row.detail,
    share: row.share,
    landKm2: row.land_km2,
  }));
}

/** Those areas some land of which lies outside a part of today’s map, given as a range of paths. */
export async function reachingOutside(db: Db, areaIds: readonly string[], { low, high }: { low: string; high: string }): Promise<Set<string>> {
  const { rows } = await sql<{ area_id: string }>`
    select distinct area_id from area_today where area_id = any(${areaIds}::text[]) and not (today_path >= ${low} and today_path < ${high})`.execute(db);
  return new Set(rows.map(({ area_id }) => area_id));
}
