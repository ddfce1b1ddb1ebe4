import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Id } from '#kernel/ids.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { Db } from '#platform/db/database.ts';
import type { RosterMember } from './contract.roster.ts';
import type { VillageRound } from './store.changes.ts';

/** Who lived in households on a day, the head first, then in the order of the list. */
export async function membersOn(db: Db, ids: readonly Id[], day: PlainDate): Promise<Map<string, RosterMember[]>> {
  const { rows } = await sql<RosterMember & { household_id: string }>`
    select household_id, name, relation, sex, birth, ethnicity from member
    where household_id = any(${ids}::uuid[]) and undone_at is null and valid_from <= ${day} and (valid_to is null or valid_to > ${day})
    order by household_id, head desc, position, member_id`.execute(db);
  return new Map([...Map.groupBy(rows, ({ household_id }) => household_id)].map(([id, own]) => [id, own.map(({ household_id, ...member }) => member)]));
}

export interface ListedRow extends VillageRound {
  household_id: Id;
  merit: boolean | null;
  no_labour: boolean | null;
  /** Days of the earlier lists that had the household in the class. */
  days: PlainDate[];
}

/** What the records of a round tell of households, and on which lists they were in the class before. */
export async function listedAndBefore(db: Db, ids: readonly Id[], roundIds: readonly Id[], standardId: string, of: HouseholdClass): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    with listed as materialized (
      select c.household_id, c.village_id, c.round_id, c.merit, c.no_labour, r.as_of from class_record c join round r on r.round_id = c.round_id
      where c.household_id = any(${ids}::uuid[]) and c.round_id = any(${roundIds}::uuid[]) and c.standard_id = ${standardId} and c.current),
    was as (
      select l.household_id, json_agg(distinct r.as_of) as days from listed l
        join class_record c on c.household_id = l.household_id and c.current and c.class = ${of}
        join round r on r.round_id = c.round_id join round_standard s on s.round_id = c.round_id and s.standard_id = c.standard_id
      where s.official and r.as_of < l.as_of
      group by l.household_id)
    select l.household_id, l.village_id, l.round_id, l.merit, l.no_labour, coalesce(was.days, '[]'::json) as days from listed l left join was on was.household_id = l.household_id`.execute(db);
  return rows;
}
