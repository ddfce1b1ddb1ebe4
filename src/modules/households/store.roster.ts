import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { Db } from '#platform/db/database.ts';
import type { RosterHousehold, RosterMember } from './contract.roster.ts';

/** Who lived in households on a day, the head first, then in the order of the list. */
export async function membersOn(db: Db, ids: readonly Id[], day: PlainDate): Promise<Map<string, RosterMember[]>> {
  const { rows } = await sql<RosterMember & { household_id: string }>`
    select household_id, name, relation, sex, birth, ethnicity from member
    where household_id = any(${ids}::uuid[]) and undone_at is null and valid_from <= ${day} and (valid_to is null or valid_to > ${day})
    order by household_id, head desc, position, member_id`.execute(db);
  return new Map([...Map.groupBy(rows, ({ household_id }) => household_id)].map(([id, own]) => [id, own.map(({ household_id, ...member }) => member)]));
}

export interface StandingRow {
  household_id: string;
  merit: boolean | null;
  no_labour: boolean | null;
  standing: RosterHousehold['standing'];
}

/**
 * What the records of a round tell of households, and how they stood in the class before: on the last earlier list that covers the class in
 * their village, or on any. Null where there is no such list.
 */
export async function standingsOf(db: Db, ids: readonly Id[], roundIds: readonly Id[], standardId: string, of: HouseholdClass): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    with listed as materialized (
      select c.household_id, c.village_id, c.merit, c.no_labour, r.as_of from class_record c join round r on r.round_id = c.round_id
      where c.household_id = any(${ids}::uuid[]) and c.round_id = any(${roundIds}::uuid[]) and c.standard_id = ${standardId} and c.current),
    village as (select distinct village_id, as_of from listed),
    covered as materialized (
      select v.village_id, v.as_of, max(r.as_of) as before
      from village v join round r on r.as_of < v.as_of join coverage k on k.round_id = r.round_id
      where ${of} = any(k.classes) and (k.area_id = v.village_id or exists (
        select from area_version a where a.area_id = v.village_id and a.parent_id = k.area_id and a.valid_from <= r.as_of and (a.valid_to is null or a.valid_to >= r.as_of)))
      group by v.village_id, v.as_of),
    was as (
      select l.household_id, max(r.as_of) as last from listed l
        join class_record c on c.household_id = l.household_id and c.current and c.class = ${of}
        join round r on r.round_id = c.round_id join round_standard s on s.round_id = c.round_id and s.standard_id = c.standard_id
      where s.official and r.as_of < l.as_of
      group by l.household_id)
    select l.household_id, l.merit, l.no_labour,
      case when covered.before is null then null when was.last is null then 'new' when was.last >= covered.before then 'still' else 'again' end as standing
    from listed l left join covered on covered.village_id = l.village_id and covered.as_of = l.as_of left join was on was.household_id = l.household_id`.execute(db);
  return rows;
}
