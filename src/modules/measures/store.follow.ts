import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { VillageRound } from '#modules/households/service.changes.ts';
import type { Db } from '#platform/db/database.ts';

interface Lain {
  /** A village that lies elsewhere now, and the commune that it lay in. */
  id: string;
  wasIn: string;
}

/** The rounds of a day or later in which villages are counted, or their communes say what was listed. */
export async function countedFrom(db: Db, villages: readonly Lain[], day: PlainDate): Promise<VillageRound[]> {
  const { rows } = await sql<VillageRound>`
    with lain as (select id, "wasIn" from json_to_recordset(${JSON.stringify(villages)}::json) as v (id text, "wasIn" text)),
    later as (select round_id from round where as_of >= ${day})
    select f.village_id, f.round_id from village_figure f join later using (round_id) join lain on lain.id = f.village_id
    union
    select c.village_id, c.round_id from class_record c join later using (round_id) join lain on lain.id = c.village_id
    union
    select lain.id, k.round_id from coverage k join later using (round_id) join lain on k.area_id in (lain.id, lain."wasIn")`.execute(db);
  return rows;
}

/** Says of villages what was said of the commune that they lay in, for rounds of the day or later: their new commune was never listed as such. */
export async function coverVillages(db: Db, villages: readonly Lain[], day: PlainDate, now: Date): Promise<void> {
  await sql`
    insert into coverage (area_id, round_id, classes, indicators, entered_at)
    select v.id, k.round_id, k.classes, k.indicators, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(villages)}::json) as v (id text, "wasIn" text) join coverage k on k.area_id = v."wasIn" join round r on r.round_id = k.round_id and r.as_of >= ${day}
    on conflict (area_id, round_id) do nothing`.execute(db);
}

/** Says of villages that were made of others what was said of all of those alike, for rounds of the day or later. */
export async function coverMade(db: Db, villages: readonly Lain[], day: PlainDate, now: Date): Promise<void> {
  await sql`
    insert into coverage (area_id, round_id, classes, indicators, entered_at)
    select l.new_id, k.round_id, min(k.classes), min(k.indicators), ${now}::timestamptz
    from area_lineage l join coverage k on k.area_id = l.old_id join round r on r.round_id = k.round_id and r.as_of >= ${day}
    where l.new_id = any(${villages.map(({ id }) => id)}::text[])
    group by l.new_id, k.round_id
    having count(*) = (select count(*) from area_lineage own where own.new_id = l.new_id) and count(distinct k.classes) = 1 and count(distinct k.indicators) = 1
    on conflict (area_id, round_id) do nothing`.execute(db);
}

/** Takes that back: what an act said of villages at an instant. */
export async function uncoverVillages(db: Db, villages: readonly Lain[], at: Date): Promise<void> {
  await sql`delete from coverage where area_id = any(${villages.map(({ id }) => id)}::text[]) and entered_at = ${at}::timestamptz`.execute(db);
}

/** Takes out sums of areas that do not stand on the days of rounds from a day on, and all of those that are taken off the map. */
export async function dropSums(db: Db, { ended, gone, day }: { ended: readonly string[]; gone: readonly string[]; day: PlainDate }): Promise<void> {
  await sql`delete from commune_figure using round r where r.round_id = commune_figure.round_id and r.as_of >= ${day} and commune_id = any(${ended}::text[])`.execute(db);
  await sql`delete from commune_figure where commune_id = any(${gone}::text[])`.execute(db);
  await sql`delete from village_figure where village_id = any(${gone}::text[])`.execute(db);
}

/** When an act was entered. */
export async function enteredAt(db: Db, act: string): Promise<Date | undefined> {
  return (await db.selectFrom('area_act').select('entered_at').where('act_id', '=', act).executeTakeFirst())?.entered_at;
}
