import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.ts';
import { readYaml } from '#platform/packs/read-pack.ts';
import type { AreaRef, AreaSize, Level } from './contract.ts';
import type { Listing } from './rules.lists.ts';
import { ShippedLists, type Land } from './rules.special.ts';

let shipped: ShippedLists | undefined;

/** The lists that ship with the program. */
export const shippedLists = (): ShippedLists => (shipped ??= ShippedLists.parse(readYaml('vn/areas/special-lists.yaml')));

/** What the packs say of lists. */
export async function shippedListings(db: Db): Promise<(Listing & { list: string })[]> {
  const rows = await db
    .selectFrom('special_area')
    .select(['list', 'area_id', 'valid_from', 'valid_to', 'decision', 'exit_decision', 'seen_at'])
    .orderBy('valid_from')
    .execute();
  return rows.map(({ list, area_id, valid_from, valid_to, decision, exit_decision, seen_at }) => ({
    list,
    area: area_id as AreaRef,
    from: valid_from as PlainDate,
    to: valid_to as PlainDate | null,
    decision,
    exitDecision: exit_decision,
    seenAt: seen_at,
  }));
}

/** The units of the dated catalogue that an area is or was made from, each with what it went into on the way to it, and all that these lay in. */
export async function landsOf(db: Db, areaId: AreaRef): Promise<Land[]> {
  const { rows } = await sql<{ area_id: string; code: string | null; level: string; name: string; kind: string; ids: string[] }>`
    with recursive back as (
      select ${areaId}::text as area_id, array[${areaId}::text] as through
      union all
      select l.old_id, back.through || l.old_id from back join area_lineage l on l.new_id = back.area_id and l.basis <> 'overlap' where l.old_id <> all(back.through)),
    land as (
      select area_id, array_agg(distinct unit) as units from back, unnest(through) as unit
      where not exists (select from area_lineage l where l.new_id = back.area_id and l.basis <> 'overlap') group by area_id)
    select a.area_id, a.code, a.level, last.name, last.kind, array(select v.parent_id from area_version v where v.area_id = any(land.units) and v.parent_id is not null) || land.units as ids
    from land join area a on a.area_id = land.area_id join area_version last on last.area_id = a.area_id
    where not exists (select from area_version later where later.area_id = a.area_id and later.valid_from > last.valid_from)
    order by last.sort_key`.execute(db);
  return rows.map(({ area_id, code, level, name, kind, ids }) => ({ area: { id: area_id as AreaRef, code, level: level as Level, name, kind }, ids: ids as AreaRef[] }));
}

/** Published size of a unit. */
export async function sizeOf(db: Db, areaId: AreaRef): Promise<AreaSize | null> {
  return (await db.selectFrom('area_size').select(['km2', 'people', 'agrees']).where('area_id', '=', areaId).executeTakeFirst()) ?? null;
}
