import { sql } from 'kysely';
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
  for (const table of ['household', 'member', 'household_name_token', 'class_record', 'village_figure']) await sql`analyze ${sql.table(table)}`.execute(owner);
}

/** Whether a village waits to be computed. */
export async function isMarked(owner: Db): Promise<boolean> {
  return (await owner.selectFrom('village_mark').select('mark_id').limit(1).executeTakeFirst()) !== undefined;
}

/**
 * Computes the figures of up to `batch` marked villages anew and takes their marks away; says how many there were.
 *
 * A transaction of its own at READ COMMITTED, in this order: lock the villages, so that two who recompute do not meet; delete the marks that
 * are seen; and only then, in a later statement, count. A writer commits its households together with its mark, so whatever a deleted mark
 * stood for is seen by the count; a mark that comes later stays for the next time.
 */
export async function recomputeMarked(owner: Db, indicators: readonly IndicatorBit[], classes: readonly string[]): Promise<number> {
  return owner
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (db) => {
      const marked = await db.selectFrom('village_mark').select(['village_id', 'round_id']).distinct().orderBy('village_id').orderBy('round_id').limit(batch).execute();
      if (marked.length === 0) return 0;
      const list = JSON.stringify(marked);
      const pairs = sql`json_to_recordset(${list}::json) as pair (village_id text, round_id uuid)`;
      await sql`
        select pg_advisory_xact_lock(lock) from
          (select distinct hashtextextended(village_id || ' ' || round_id, 0) as lock from ${pairs} order by lock offset 0) as locks`.execute(db);
      await sql`delete from village_mark using ${pairs} where village_mark.village_id = pair.village_id and village_mark.round_id = pair.round_id`.execute(db);
      await sql`delete from village_figure using ${pairs} where village_figure.village_id = pair.village_id and village_figure.round_id = pair.round_id`.execute(db);
      await sql`
        insert into village_figure (village_id, round_id, standard_id, measure, value)
        with record as materialized (
          select c.village_id, c.round_id, c.standard_id, c.class, c.size, c.deprived, c.unknown
          from class_record c join ${pairs} on c.village_id = pair.village_id and c.round_id = pair.round_id where c.current),
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
      return marked.length;
    });
}
