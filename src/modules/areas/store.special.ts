import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.ts';
import { readYaml } from '#platform/packs/read-pack.ts';
import type { AreaRef, AreaSize, Level } from './contract.ts';
import { ShippedLists, type Land, type Naming } from './rules.special.ts';

let shipped: ShippedLists | undefined;

/** The lists that ship with the program. */
export const shippedLists = (): ShippedLists => (shipped ??= ShippedLists.parse(readYaml('vn/areas/special-lists.yaml')));

/** How many areas of each list are on record. */
export async function countNamed(db: Db): Promise<Map<string, number>> {
  const rows = await db.selectFrom('special_area').select((select) => ['list', select.fn.count<number>('area_id').distinct().as('areas')]).groupBy('list').execute();
  return new Map(rows.map(({ list, areas }) => [list, Number(areas)]));
}

/** The entries of areas, each with the name that the area bore then. */
export async function namingsOf(db: Db, areaIds: readonly string[]): Promise<Naming[]> {
  if (areaIds.length === 0) return [];
  const rows = await db
    .selectFrom('special_area as s')
    .innerJoin('area as a', 'a.area_id', 's.area_id')
    .innerJoin('area_version as v', (join) => join.onRef('v.area_id', '=', 's.area_id').onRef('v.valid_from', '<=', 's.valid_from').on((on) => on.or([on('v.valid_to', 'is', null), on('v.valid_to', '>=', on.ref('s.valid_from'))])))
    .select(['s.list', 's.valid_from', 's.valid_to', 's.decision', 's.exit_decision', 's.seen_at', 'a.area_id', 'a.code', 'a.level', 'v.name', 'v.kind'])
    .where('s.area_id', 'in', [...areaIds])
    .orderBy('s.valid_from')
    .execute();
  return rows.map((row) => ({
    list: row.list,
    named: { id: row.area_id as AreaRef, code: row.code, level: row.level as Level, name: row.name, kind: row.kind },
    from: row.valid_from as PlainDate,
    to: row.valid_to as PlainDate | null,
    decision: row.decision,
    exitDecision: row.exit_decision,
    seenAt: row.seen_at,
  }));
}

/** The communes of the dated catalogue that an area is or was made from, each with all that it lay in. */
export async function landsOf(db: Db, areaId: AreaRef): Promise<Land[]> {
  const { rows } = await sql<{ area_id: string; code: string | null; level: string; name: string; kind: string; ids: string[] }>`
    with recursive back as (
      select ${areaId}::text as area_id
      union
      select l.old_id from back join area_lineage l on l.new_id = back.area_id and l.basis <> 'overlap'),
    land as (
      select area_id from back where not exists (select from area_lineage l where l.new_id = back.area_id and l.basis <> 'overlap'))
    select a.area_id, a.code, a.level, last.name, last.kind, array(select v.parent_id from area_version v where v.area_id = a.area_id and v.parent_id is not null) || a.area_id as ids
    from land join area a on a.area_id = land.area_id join area_version last on last.area_id = a.area_id
    where not exists (select from area_version later where later.area_id = a.area_id and later.valid_from > last.valid_from)
    order by last.sort_key`.execute(db);
  return rows.map(({ area_id, code, level, name, kind, ids }) => ({ area: { id: area_id as AreaRef, code, level: level as Level, name, kind }, ids: ids as AreaRef[] }));
}

/** Published size of a unit. */
export async function sizeOf(db: Db, areaId: AreaRef): Promise<AreaSize | null> {
  return (await db.selectFrom('area_size').select(['km2', 'people', 'agrees']).where('area_id', '=', areaId).executeTakeFirst()) ?? null;
}
