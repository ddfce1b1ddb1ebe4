import { sql } from 'kysely';
import type { VillageRound } from '#modules/households/service.traits.ts';
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
  for (const table of ['household', 'member', 'household_name_token', 'class_record', 'class_trait', 'village_figure']) await sql`analyze ${sql.table(table)}`.execute(owner);
}

/** Whether a village waits to be computed. */
export async function isMarked(owner: Db): Promise<boolean> {
  return (await owner.selectFrom('village_mark').select('mark_id').limit(1).executeTakeFirst()) !== undefined;
}

/**
 * Takes up to `batch` marked villages, lets `compute` work out what depends on them, and takes their marks away; says how many there were.
 *
 * A transaction of its own at READ COMMITTED, in this order: lock the villages, so that two who recompute do not meet; delete the marks that
 * are seen; and only then, in later statements, count. A writer commits its households together with its mark, so whatever a deleted mark
 * stood for is seen by the count; a mark that comes later stays for the next time.
 */
export async function recomputeMarked(owner: Db, compute: (db: Db, marked: VillageRound[]) => Promise<void>): Promise<number> {
  return owner
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (db) => {
      const marked = await db.selectFrom('village_mark').select(['village_id', 'round_id']).distinct().orderBy('village_id').orderBy('round_id').limit(batch).execute();
      if (marked.length === 0) return 0;
      const pair = pairsOf(marked);
      await sql`
        select pg_advisory_xact_lock(lock) from
          (select distinct hashtextextended(village_id || ' ' || round_id, 0) as lock from ${pair} order by lock offset 0) as locks`.execute(db);
      await sql`delete from village_mark using ${pair} where village_mark.village_id = pair.village_id and village_mark.round_id = pair.round_id`.execute(db);
      await compute(db, marked);
      return marked.length;
    });
}

const pairsOf = (pairs: readonly VillageRound[]) => sql`json_to_recordset(${JSON.stringify(pairs)}::json) as pair (village_id text, round_id uuid)`;

export interface Counting {
  indicators: readonly IndicatorBit[];
  /** Classes whose deprivations and parts are counted. */
  classes: readonly string[];
  /** Codes of the ethnic groups that are no minority. */
  majority: readonly string[];
  childIndicators: readonly string[];
}

/** Counts the figures of villages in rounds from the register and its traits, in the place of those that stood there. */
export async function computeFigures(db: Db, pairs: readonly VillageRound[], { indicators, classes, majority, childIndicators }: Counting): Promise<void> {
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
  // Three-valued logic does what is wanted: in no group is who is known to be in none of the three, unclear is whatever comes out null.
  await sql`
    insert into village_figure (village_id, round_id, standard_id, measure, value)
    with record as materialized (
      select c.village_id, c.round_id, c.standard_id, c.class, c.size, c.minority, c.no_labour, c.merit, t.ethnicity, t.causes, t.causes_unmapped, t.children, t.children_deprived
      from class_record c join ${pair} on c.village_id = pair.village_id and c.round_id = pair.round_id
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
