import { sql, type RawBuilder } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { ClassChangeTable } from '#platform/db/tables.ts';
import type { Insertable } from 'kysely';
import { explainingEvents } from './rules.changes.ts';

/** A village in a round. */
export interface VillageRound {
  village_id: string;
  round_id: string;
}

/**
 * The villages that some were made of, as SQL for a recursive query: of one that was merged all that the old ones had, of one that was split
 * what lies in its part today.
 */
export const madeOf = (villages: RawBuilder<unknown>) => sql`
  land as (
    select village_id, village_id as part_id, true as whole from (select distinct village_id from ${villages}) as own
    union
    select land.village_id, l.old_id, land.whole and l.kind = 'whole' from land
      join area_lineage l on l.new_id = land.part_id join area a on a.area_id = l.old_id and a.level = 'village')`;

/** A village in a round beside the last list before it that is on record. */
export interface Comparison extends VillageRound {
  as_of: PlainDate;
  standard_id: string;
  /** Classes that the round lists here; null where it says nothing of this village. */
  listed: HouseholdClass[] | null;
  before_id: string | null;
  before_as_of: PlainDate | null;
  before_standard_id: string | null;
  before_listed: HouseholdClass[] | null;
}

const pairsOf = (pairs: readonly VillageRound[]) => sql`json_to_recordset(${JSON.stringify(pairs)}::json) as pair (village_id text, round_id uuid)`;

/**
 * All villages and rounds whose changes and figures may differ once the lists of some have changed: these, the villages that their
 * households are or were listed in, and for each of them the later rounds, which compare with this one or look back at it.
 */
export async function touchedBy(db: Db, pairs: readonly VillageRound[]): Promise<VillageRound[]> {
  const { rows } = await sql<VillageRound>`
    with pair as materialized (select p.village_id, p.round_id, r.as_of from (select pair.village_id, pair.round_id from ${pairsOf(pairs)}) as p join round r using (round_id)),
    household as materialized (
      select c.household_id, min(pair.as_of) as as_of from class_record c join pair on pair.village_id = c.village_id and pair.round_id = c.round_id group by 1),
    place as materialized (
      select village_id, min(as_of) as as_of from (
        select c.village_id, h.as_of from household h join class_record c on c.household_id = h.household_id
        union all select village_id, as_of from pair) as every group by 1)
    select p.village_id, c.round_id from place p join class_record c on c.village_id = p.village_id join round r on r.round_id = c.round_id where r.as_of >= p.as_of
    union
    select p.village_id, r.round_id from place p join round r on r.as_of >= p.as_of
      join area_version v on v.area_id = p.village_id and v.valid_from <= r.as_of and (v.valid_to is null or v.valid_to >= r.as_of)
      join coverage k on k.round_id = r.round_id and k.area_id in (v.area_id, v.parent_id)
    union
    select village_id, round_id from pair`.execute(db);
  return rows;
}

/**
 * Each village in a round with the last list before it. A yearly round is compared with the yearly one before, a monthly one with the last of
 * any kind. What is said of the village itself goes before what is said of its commune.
 */
export async function comparisonsOf(db: Db, pairs: readonly VillageRound[]): Promise<Comparison[]> {
  const { rows } = await sql<Comparison>`
    with recursive ${madeOf(pairsOf(pairs))},
    pair as materialized (
      select p.village_id, p.round_id, r.as_of, r.kind, s.standard_id from (select pair.village_id, pair.round_id from ${pairsOf(pairs)}) as p
      join round r using (round_id) join round_standard s on s.round_id = r.round_id and s.official),
    listed as materialized (
      select p.village_id, p.round_id, b.round_id as listed_id, b.as_of, s.standard_id, k.classes, k.area_id = v.area_id as own
      from pair p join land on land.village_id = p.village_id join area_version v on v.area_id = land.part_id
        join coverage k on k.area_id in (v.area_id, v.parent_id)
        join round b on b.round_id = k.round_id and v.valid_from <= b.as_of and (v.valid_to is null or v.valid_to >= b.as_of)
        join round_standard s on s.round_id = b.round_id and s.official
      where b.round_id = p.round_id or (b.as_of < p.as_of and (b.kind = 'yearly' or p.kind = 'monthly'))),
    now as (select distinct on (village_id, round_id) * from listed where listed_id = round_id order by village_id, round_id, own desc),
    before as (select distinct on (village_id, round_id) * from listed where listed_id <> round_id order by village_id, round_id, as_of desc, own desc)
    select p.village_id, p.round_id, p.as_of, p.standard_id, now.classes as listed,
      before.listed_id as before_id, before.as_of as before_as_of, before.standard_id as before_standard_id, before.classes as before_listed
    from pair p left join now on now.village_id = p.village_id and now.round_id = p.round_id
      left join before on before.village_id = p.village_id and before.round_id = p.round_id`.execute(db);
  return rows;
}

/** A household of a village on the list before, on this one, or on both. */
export interface SeenRow {
  /** Place of its comparison in what was asked. */
  at: number;
  household_id: string;
  was: HouseholdClass | null;
  was_size: number | null;
  became: HouseholdClass | null;
  became_size: number | null;
  formerly: HouseholdClass | null;
  area_path: string;
}

/** Who is on either list of each comparison that has a list before. */
export async function seenIn(db: Db, comparisons: readonly Comparison[]): Promise<SeenRow[]> {
  const asked = comparisons.flatMap(({ before_id, ...one }, at) => (before_id === null ? [] : [{ at, before_id, ...one }]));
  const { rows } = await sql<SeenRow>`
    with recursive ${madeOf(pairsOf(asked))},
    pair as materialized (
      select * from json_to_recordset(${JSON.stringify(asked)}::json)
        as pair (at int, village_id text, round_id uuid, standard_id text, before_id uuid, before_standard_id text)),
    was as materialized (
      select p.at, c.household_id, c.class, c.size, c.area_path from pair p join land on land.village_id = p.village_id
      join class_record c on c.village_id = land.part_id and c.round_id = p.before_id and c.standard_id = p.before_standard_id and c.current
      where land.whole or split_part(c.area_path, '.', 3) = p.village_id),
    became as materialized (
      select p.at, c.household_id, c.class, c.size, c.area_path, old.class as formerly from pair p
      join class_record c on c.village_id = p.village_id and c.round_id = p.round_id and c.standard_id = p.standard_id and c.current
      left join class_record old on old.household_id = c.household_id and old.round_id = c.round_id and old.standard_id = p.before_standard_id
        and old.current and p.before_standard_id <> p.standard_id)
    select coalesce(was.at, became.at) as at, coalesce(was.household_id, became.household_id) as household_id,
      was.class as was, was.size as was_size, became.class as became, became.size as became_size, became.formerly,
      coalesce(became.area_path, was.area_path) as area_path
    from was full join became on became.household_id = was.household_id and became.at = was.at`.execute(db);
  return rows;
}

export interface PastRow {
  household_id: string;
  as_of: PlainDate;
  village_id: string;
  class: HouseholdClass;
}

/** Every official class that households were given, in whatever place. */
export async function pastOf(db: Db, householdIds: readonly string[]): Promise<PastRow[]> {
  const { rows } = await sql<PastRow>`
    select c.household_id, r.as_of, c.village_id, c.class from class_record c join round r on r.round_id = c.round_id
      join round_standard s on s.round_id = c.round_id and s.standard_id = c.standard_id and s.official
    where c.current and c.household_id = any(${householdIds}::uuid[])`.execute(db);
  return rows;
}

/** The events of households that explain why they appear or vanish, but for those that were taken back. */
export async function eventsOf(db: Db, householdIds: readonly string[]): Promise<{ household_id: string; kind: string; day: PlainDate }[]> {
  const { rows } = await sql<{ household_id: string; kind: string; day: PlainDate }>`
    select e.household_id, e.kind, e.day from household_event e
    where e.household_id = any(${householdIds}::uuid[]) and e.kind = any(${explainingEvents}::text[])
      and not exists (select from household_event u where u.household_id = e.household_id and u.act_id = e.act_id and u.kind = 'undone')`.execute(db);
  return rows;
}

export type NewChange = Insertable<ClassChangeTable>;

/** Puts the changes of villages and rounds in the place of those that stood there. */
export async function replaceChanges(db: Db, pairs: readonly VillageRound[], rows: readonly NewChange[]): Promise<void> {
  await sql`delete from class_change using ${pairsOf(pairs)} where class_change.village_id = pair.village_id and class_change.round_id = pair.round_id`.execute(db);
  await insertRows(db, 'class_change', rows);
}

export interface ChangeRow {
  household_id: string;
  round_id: string;
  village_id: string;
  class: string;
  change: string;
  why: string | null;
  record_round_id: string;
  year: number;
  kind: string;
  as_of: string;
  before_year: number;
  before_kind: string;
  before_as_of: string;
}

/** The changes of households, of all rounds or of some, the newest first. */
export async function changesOfHouseholds(db: Db, householdIds: readonly Id[], roundIds?: readonly Id[]): Promise<ChangeRow[]> {
  if (householdIds.length === 0) return [];
  return db
    .selectFrom('class_change as c')
    .innerJoin('round as r', 'r.round_id', 'c.round_id')
    .innerJoin('round as b', 'b.round_id', 'c.before_round_id')
    .select(['c.household_id', 'c.round_id', 'c.village_id', 'c.class', 'c.change', 'c.why', 'c.record_round_id', 'r.year', 'r.kind', 'r.as_of'])
    .select(['b.year as before_year', 'b.kind as before_kind', 'b.as_of as before_as_of'])
    .where(sql<boolean>`c.household_id = any(${householdIds}::uuid[])`)
    .$if(roundIds !== undefined, (query) => query.where(sql<boolean>`c.round_id = any(${roundIds}::uuid[])`))
    .orderBy('r.as_of', 'desc')
    .orderBy('c.class', 'desc')
    .orderBy('c.change')
    .execute();
}
