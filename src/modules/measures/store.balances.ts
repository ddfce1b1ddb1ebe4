import { sql, type RawBuilder } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Territory } from '#modules/areas/service.ts';
import type { Db } from '#platform/db/database.ts';
import { standsOn } from './store.ts';

const liesIn = (territory: Territory): RawBuilder<unknown> =>
  'low' in territory ? sql`c.area_path >= ${territory.low} and c.area_path < ${territory.high}` : sql`c.village_id = any(${territory.villageIds}::text[])`;

/** The official classes that hold today for the rounds of a day, of the households of a territory. */
const classesOn = (day: PlainDate, territory: Territory) => sql`
  select c.household_id, c.class, c.size from class_record c
  join round r on r.round_id = c.round_id join round_standard s on s.round_id = c.round_id and s.standard_id = c.standard_id
  where c.current and s.official and r.as_of = ${day} and ${liesIn(territory)}`;

/** Villages of a day with where they, or what they became or were made of, lay on the day of a map. */
const villagesOn = (mapDay: PlainDate, day: PlainDate): RawBuilder<unknown> => {
  if (mapDay === day) return sql`(select v.area_id as was_id, v.area_id, v.parent_id from area_version v where ${standsOn('v', mapDay)})`;
  const [next, from] = mapDay > day ? (['new_id', 'old_id'] as const) : (['old_id', 'new_id'] as const);
  return sql`(
    with recursive being as (
      select f.village_id as was_id, f.village_id as area_id from village_figure f join round r on r.round_id = f.round_id where r.as_of = ${day}
      union
      select being.was_id, ${sql.ref(`l.${next}`)} from being join area_lineage l on ${sql.ref(`l.${from}`)} = being.area_id)
    select being.was_id, min(v.area_id) as area_id, min(v.parent_id) as parent_id from being join area_version v on v.area_id = being.area_id
    where ${standsOn('v', mapDay)} group by 1 having count(distinct v.parent_id) = 1)`;
};

export interface TwoSides {
  measure: string;
  register: number;
  summary: number;
}

/**
 * Households and persons by class from both sides: the register itself, and the village summary along the tree of the map; where the sums by
 * commune differ from that, these, since figures are read from them.
 */
export async function registerAndSummary(db: Db, day: PlainDate, mapDay: PlainDate, territory: Territory, inTree: { communes: readonly string[]; villages: readonly string[] }): Promise<TwoSides[]> {
  const isOwnMap = mapDay === day;
  const { rows } = await sql<TwoSides>`
    with class as materialized (${classesOn(day, territory)})
    select measure, sum(register)::int8 as register,
      (sum(villages) + case when ${isOwnMap} and sum(register) = sum(villages) then sum(communes) - sum(in_communes) else 0 end)::int8 as summary from (
      select 'households.' || class as measure, count(*) as register, 0 as villages, 0 as in_communes, 0 as communes from class group by 1
      union all
      select 'persons.' || class, coalesce(sum(size), 0), 0, 0, 0 from class group by 1
      union all
      select f.measure, 0, 0, 0, f.value from commune_figure f
        join round r on r.round_id = f.round_id join round_standard s on s.round_id = f.round_id and s.standard_id = f.standard_id
      where s.official and r.as_of = ${day} and f.commune_id = any(${inTree.communes}::text[]) and (f.measure like 'households.%' or f.measure like 'persons.%')
      union all
      select f.measure, 0, f.value, case when v.parent_id = any(${inTree.communes}::text[]) then f.value else 0 end, 0 from village_figure f
        join round r on r.round_id = f.round_id join round_standard s on s.round_id = f.round_id and s.standard_id = f.standard_id
        join ${villagesOn(mapDay, day)} as v on v.was_id = f.village_id
      where s.official and r.as_of = ${day}
        and (v.parent_id = any(${inTree.communes}::text[]) or v.area_id = any(${inTree.villages}::text[]))
        and (f.measure like 'households.%' or f.measure like 'persons.%')) as side
    group by measure order by measure`.execute(db);
  return rows;
}

/** The days of the lists with which those of a day are compared, in the villages of an area: one, or several where its parts were listed in other years. */
export async function daysBefore(db: Db, day: PlainDate, mapDay: PlainDate, inTree: { communes: readonly string[]; villages: readonly string[] }): Promise<PlainDate[]> {
  const { rows } = await sql<{ day: PlainDate }>`
    select distinct day from (
      select v.area_id, max(b.as_of) as day from area_version v
        join village_figure f on f.village_id = v.area_id and f.measure in ('compared.poor', 'compared.near_poor')
        join round r on r.round_id = f.round_id and r.as_of = ${day}
        join area_version past on past.area_id = v.area_id
        join coverage k on k.area_id in (past.area_id, past.parent_id)
        join round b on b.round_id = k.round_id and b.as_of < r.as_of and (b.kind = 'yearly' or r.kind = 'monthly')
          and past.valid_from <= b.as_of and (past.valid_to is null or past.valid_to >= b.as_of)
      where ${standsOn('v', mapDay)} and (v.parent_id = any(${inTree.communes}::text[]) or v.area_id = any(${inTree.villages}::text[]))
      group by 1) as listed
    order by day`.execute(db);
  return rows.map((row) => row.day);
}
