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

export interface TwoSides {
  measure: string;
  register: number;
  summary: number;
}

/** Households and persons by class from both sides: the register itself, and the village summary along the tree of the map. */
export async function registerAndSummary(db: Db, day: PlainDate, mapDay: PlainDate, territory: Territory, inTree: { communes: readonly string[]; villages: readonly string[] }): Promise<TwoSides[]> {
  const { rows } = await sql<TwoSides>`
    with class as materialized (${classesOn(day, territory)})
    select measure, sum(register)::int8 as register, sum(summary)::int8 as summary from (
      select 'households.' || class as measure, count(*) as register, 0 as summary from class group by 1
      union all
      select 'persons.' || class, coalesce(sum(size), 0), 0 from class group by 1
      union all
      select f.measure, 0, f.value from village_figure f
        join round r on r.round_id = f.round_id join round_standard s on s.round_id = f.round_id and s.standard_id = f.standard_id
        join area_version v on v.area_id = f.village_id
      where s.official and r.as_of = ${day} and ${standsOn('v', mapDay)}
        and (v.parent_id = any(${inTree.communes}::text[]) or v.area_id = any(${inTree.villages}::text[]))
        and (f.measure like 'households.%' or f.measure like 'persons.%')) as side
    group by measure order by measure`.execute(db);
  return rows;
}

/** The day of the last round before one that has households of a territory. */
export async function dayBefore(db: Db, day: PlainDate, territory: Territory): Promise<PlainDate | null> {
  const { rows } = await sql<{ day: PlainDate | null }>`
    select max(r.as_of) as day from round r where r.as_of < ${day}
      and exists (select from class_record c where c.round_id = r.round_id and c.current and ${liesIn(territory)})`.execute(db);
  return rows[0]?.day ?? null;
}

interface Moves {
  exits: number;
  other_exits: number;
  entries: number;
  other_entries: number;
  changes: number;
}
export type FlowRow = Moves & { measure: string };

/** Who left and who joined each class between two days, household by household; those present on one day only are the others. */
export async function flowsBetween(db: Db, from: PlainDate, to: PlainDate, territory: Territory): Promise<FlowRow[]> {
  const { rows } = await sql<FlowRow>`
    with earlier as materialized (${classesOn(from, territory)}), later as materialized (${classesOn(to, territory)}),
    household as (
      select e.class as was, l.class as became, coalesce(e.size, 0) as was_size, coalesce(l.size, 0) as became_size
      from earlier e full join later l on l.household_id = e.household_id),
    class as (select class from earlier union select class from later),
    move as (
      select c.class, case when was = became then 'stay' when became is null then 'other_exit' when was is null then 'other_entry' when was = c.class then 'exit' else 'entry' end as kind,
        was_size, became_size
      from class c join household on was = c.class or became = c.class),
    weighed as (
      select 'households.' || class as measure, kind, case kind when 'stay' then 0 else 1 end as weight from move
      union all
      select 'persons.' || class, kind, case kind when 'stay' then became_size - was_size when 'exit' then was_size when 'other_exit' then was_size else became_size end from move)
    select measure,
      coalesce(sum(weight) filter (where kind = 'exit'), 0)::int8 as exits, coalesce(sum(weight) filter (where kind = 'other_exit'), 0)::int8 as other_exits,
      coalesce(sum(weight) filter (where kind = 'entry'), 0)::int8 as entries, coalesce(sum(weight) filter (where kind = 'other_entry'), 0)::int8 as other_entries,
      coalesce(sum(weight) filter (where kind = 'stay'), 0)::int8 as changes
    from weighed group by measure order by measure`.execute(db);
  return rows;
}
