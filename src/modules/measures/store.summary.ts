import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { unknownVillage } from '#modules/areas/rules.ts';
import { madeOf, type Comparison, type VillageRound } from '#modules/households/service.changes.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';

/** Marks villages whose figures of a round must be computed anew. Marks are only ever added: a mark that was "already there" may just be going. */
export async function insertMarks(db: Db, marks: readonly { mark_id: string; village_id: string; round_id: string }[]): Promise<void> {
  await insertRows(db, 'village_mark', marks);
}

/** An indicator of a standard with its bit in the masks. */
export interface IndicatorBit {
  standard_id: string;
  bit: number;
  code: string;
}

const batch = 500;

/**
 * Renews what the planner knows of the register: the embedded database does not do so by itself, and with what it knew of empty tables it
 * took 74 s for a balance that then took 0,3 s.
 */
export async function analyzeRegister(owner: Db): Promise<void> {
  for (const table of ['household', 'member', 'household_name', 'name_word', 'class_record', 'class_change', 'class_trait', 'village_figure', 'commune_figure']) await sql`analyze ${sql.table(table)}`.execute(owner);
}

/** Whether a village waits to be computed. */
export async function isMarked(owner: Db): Promise<boolean> {
  return (await owner.selectFrom('village_mark').select('mark_id').limit(1).executeTakeFirst()) !== undefined;
}

/**
 * Takes up to `batch` marked villages, lets `compute` work out what depends on them, and takes their marks away; says how many there were.
 *
 * A transaction of its own at READ COMMITTED, in this order: wait for whoever else recomputes, since the changes of one village are told by
 * the lists of others; delete the marks that are seen; and only then, in later statements, count. A writer commits its households together
 * with its mark, so whatever a deleted mark stood for is seen by the count; a mark that comes later stays for the next time.
 */
export async function takeMarked(owner: Db, compute: (db: Db, marked: VillageRound[]) => Promise<void>): Promise<number> {
  return owner
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (db) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('village_mark', 0))`.execute(db);
      const marked = await db.selectFrom('village_mark').select(['village_id', 'round_id']).distinct().orderBy('village_id').orderBy('round_id').limit(batch).execute();
      if (marked.length === 0) return 0;
      await sql`delete from village_mark using ${pairsOf(marked)} where village_mark.village_id = pair.village_id and village_mark.round_id = pair.round_id`.execute(db);
      await compute(db, marked);
      return marked.length;
    });
}

const pairsOf = (pairs: readonly VillageRound[]) => sql`json_to_recordset(${JSON.stringify(pairs)}::json) as pair (village_id text, round_id uuid)`;

export interface Counting {
  pairs: readonly VillageRound[];
  comparisons: readonly Comparison[];
  indicators: readonly IndicatorBit[];
  /** Classes whose deprivations and parts are counted, and those that are followed from list to list. */
  classes: readonly string[];
  followed: readonly string[];
  /** In which groups a change of a class is counted. */
  countedAs: readonly { class: string; change: string; kind: string }[];
  /** Codes of the ethnic groups that are no minority. */
  majority: readonly string[];
  childIndicators: readonly string[];
}

/** Counts the figures of villages in rounds from the register, its traits and changes, in the place of those that stood there. */
export async function computeFigures(db: Db, { pairs, comparisons, indicators, classes, followed, countedAs, majority, childIndicators }: Counting): Promise<void> {
  const pair = pairsOf(pairs);
  await sql`delete from village_figure using ${pair} where village_figure.village_id = pair.village_id and village_figure.round_id = pair.round_id`.execute(db);
  await sql`
    insert into village_figure (village_id, round_id, standard_id, measure, value)
    with record as materialized (
      select c.village_id, c.round_id, c.standard_id, c.class, c.size, c.deprived, c.unknown
      from class_record c join ${pair} on c.village_id = pair.village_id and c.round_id = pair.round_id where c.current),
    reviewed as materialized (
      select r.village_id, r.round_id, r.standard_id, r.class, i.code, (r.deprived >> i.bit) & 1 as yes, (r.unknown >> i.bit) & 1 as unsure
      from record r join json_to_recordset(${JSON.stringify(indicators)}::json) as i (standard_id text, bit int, code text) on i.standard_id = r.standard_id
      where r.class = any(${classes}::text[]))
    select village_id, round_id, standard_id, 'households.' || class, count(*) from record group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'persons.' || class, coalesce(sum(size), 0) from record group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'unsized.' || class, count(*) from record where size is null group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'deprivations.' || class, sum(yes) from reviewed group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'deprived.' || class || '.' || code, count(*) from reviewed where yes = 1 group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'unknown.' || class || '.' || code, count(*) from reviewed where unsure = 1 group by 1, 2, 3, 4`.execute(db);
  await computeParts(db, pairs, { classes, majority, childIndicators });
  await computeFlows(db, comparisons, followed, countedAs);
  await addUpCommunes(db, pairs);
}

/** Adds up the communes in which villages lay on the day of a round, in the place of what stood there. */
async function addUpCommunes(db: Db, pairs: readonly VillageRound[]): Promise<void> {
  const communes = sql`(
    select distinct v.parent_id as commune_id, r.round_id, r.as_of from ${pairsOf(pairs)} join round r on r.round_id = pair.round_id
      join area_version v on v.area_id = pair.village_id and v.valid_from <= r.as_of and (v.valid_to is null or v.valid_to >= r.as_of))`;
  await sql`delete from commune_figure using ${communes} as commune where commune_figure.commune_id = commune.commune_id and commune_figure.round_id = commune.round_id`.execute(db);
  await sql`
    insert into commune_figure (commune_id, round_id, standard_id, measure, value)
    select commune.commune_id, f.round_id, f.standard_id, f.measure, sum(f.value)::int8
    from ${communes} as commune join area_version v on v.parent_id = commune.commune_id and v.valid_from <= commune.as_of and (v.valid_to is null or v.valid_to >= commune.as_of)
      join village_figure f on f.village_id = v.area_id and f.round_id = commune.round_id
    group by 1, 2, 3, 4`.execute(db);
}

/** By group, ethnic group, cause and children, and of how many households each is not known. */
async function computeParts(db: Db, pairs: readonly VillageRound[], { classes, majority, childIndicators }: Pick<Counting, 'classes' | 'majority' | 'childIndicators'>): Promise<void> {
  // Three-valued logic does what is wanted: in no group is who is known to be in none of the three, unclear is whatever comes out null.
  await sql`
    insert into village_figure (village_id, round_id, standard_id, measure, value)
    with record as materialized (
      select c.village_id, c.round_id, c.standard_id, c.class, c.size, c.minority, c.no_labour, c.merit, t.ethnicity, t.causes, t.causes_unmapped, t.children, t.children_deprived
      from class_record c join ${pairsOf(pairs)} on c.village_id = pair.village_id and c.round_id = pair.round_id
        join class_trait t on t.household_id = c.household_id and t.round_id = c.round_id and t.standard_id = c.standard_id
      where c.current and c.class = any(${classes}::text[])),
    grouped as materialized (
      select r.village_id, r.round_id, r.standard_id, r.class, r.size, g.name, g.holds from record r
        cross join lateral (values ('minority', minority), ('no_labour', no_labour), ('merit', merit), ('none', not (minority or no_labour or merit))) as g (name, holds)),
    child as materialized (
      select r.village_id, r.round_id, r.standard_id, r.class, i.code, (r.children_deprived ->> i.code)::int as deprived
      from record r cross join unnest(${childIndicators}::text[]) as i (code))
    select village_id, round_id, standard_id, 'group.households.' || class || '.' || name, count(*) from grouped where holds group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'group.persons.' || class || '.' || name, sum(size) from grouped where holds group by 1, 2, 3, 4 having sum(size) > 0
    union all
    select village_id, round_id, standard_id, 'unclear.' || class || '.' || name, count(*) from grouped where holds is null group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'ethnic.' || class || '.' || ethnicity, count(*) from record where ethnicity is not null group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'ethnic.' || class || '.minority', count(*) from record where ethnicity <> all(${majority}::text[]) group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'unclear.' || class || '.ethnicity', count(*) from record where ethnicity is null group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'cause.' || class || '.' || cause, count(*) from record cross join unnest(causes) as told (cause) group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'unclear.' || class || '.cause', count(*) from record where cardinality(causes) = 0 group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'unmapped.' || class || '.cause', count(*) from record where cardinality(causes_unmapped) > 0 group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'children.' || class, sum(children) from record group by 1, 2, 3, 4 having sum(children) > 0
    union all
    select village_id, round_id, standard_id, 'unclear.' || class || '.children', count(*) from record where children is null group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'children.' || class || '.' || code, sum(deprived) from child group by 1, 2, 3, 4 having sum(deprived) > 0
    union all
    select village_id, round_id, standard_id, 'unclear.' || class || '.children.' || code, count(*) from child where deprived is null group by 1, 2, 3, 4`.execute(db);
}

/**
 * What stood at the start and how it changed, under the official standard. `compared` and `uncompared` tell of which villages that is known: a
 * village of those whose village is not known counts as uncompared only once somebody is listed there.
 */
async function computeFlows(db: Db, comparisons: readonly Comparison[], followed: readonly string[], countedAs: Counting['countedAs']): Promise<void> {
  await sql`
    insert into village_figure (village_id, round_id, standard_id, measure, value)
    with recursive ${madeOf(pairsOf(comparisons))},
    compared as materialized (
      select * from json_to_recordset(${JSON.stringify(comparisons)}::json)
        as one (village_id text, round_id uuid, as_of date, standard_id text, before_id uuid, before_standard_id text, listed json, before_listed json)),
    opening as materialized (
      select p.village_id, p.round_id, p.standard_id, c.class, c.size from compared p join land on land.village_id = p.village_id
      join class_record c on c.village_id = land.part_id and c.round_id = p.before_id and c.standard_id = p.before_standard_id and c.current
      where c.class = any(${followed}::text[]) and (land.whole or split_part(c.area_path, '.', 3) = p.village_id)),
    change as materialized (
      select p.village_id, p.round_id, p.standard_id, k.class || '.' || k.kind as name, h.households, h.persons from compared p
      join class_change h on h.village_id = p.village_id and h.round_id = p.round_id
      join json_to_recordset(${JSON.stringify(countedAs)}::json) as k (class text, change text, kind text) on k.class = h.class and k.change = h.change),
    listing as materialized (
      select p.village_id, p.round_id, p.standard_id, f.class,
        coalesce(p.listed::jsonb ? f.class and p.before_listed::jsonb ? f.class, false) as both_list,
        v.kind <> ${unknownVillage.kind} or exists (select from class_record c where c.village_id = p.village_id and c.round_id = p.round_id and c.current) as is_place
      from compared p join area_version v on v.area_id = p.village_id and v.valid_from <= p.as_of and (v.valid_to is null or v.valid_to >= p.as_of)
        cross join unnest(${followed}::text[]) as f (class))
    select village_id, round_id, standard_id, 'opening.households.' || class, count(*) from opening group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'opening.persons.' || class, coalesce(sum(size), 0) from opening group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'unsized.opening.' || class, count(*) from opening where size is null group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'change.households.' || name, sum(households) from change group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'change.persons.' || name, coalesce(sum(persons), 0) from change group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'compared.' || class, 1 from listing where both_list
    union all
    select village_id, round_id, standard_id, 'uncompared.' || class, 1 from listing where not both_list and is_place`.execute(db);
}

/** The villages of a commune on the day of a round, or the village itself. */
export async function villagesIn(db: Db, areaId: string, roundId: string): Promise<string[]> {
  const { rows } = await sql<{ village_id: string }>`
    select v.area_id as village_id from area_version v join area a on a.area_id = v.area_id and a.level = 'village' join round r on r.round_id = ${roundId}
    where ${areaId} in (v.area_id, v.parent_id) and v.valid_from <= r.as_of and (v.valid_to is null or v.valid_to >= r.as_of)`.execute(db);
  return rows.map(({ village_id }) => village_id);
}

/** The rounds from a day on that have figures of villages. */
export async function villagesNextTo(db: Db, villageIds: readonly string[], day: PlainDate): Promise<VillageRound[]> {
  const { rows } = await sql<VillageRound>`
    select distinct f.village_id, f.round_id from village_figure f join round r on r.round_id = f.round_id
    where r.as_of >= ${day} and f.village_id = any(${villageIds}::text[])`.execute(db);
  return rows;
}
