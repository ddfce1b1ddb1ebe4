import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.ts';
import type { BuiltKind } from './contract.undo.ts';

export interface BuiltRow {
  household_id: Id;
  head_name: string;
  kind: BuiltKind;
  /** Day of the round, of the event, or from which the person belongs. */
  day: PlainDate;
  source: string;
  entered_name: string | null;
  entered_at: Date;
}

/**
 * The households of an import, with the last revision that it wrote or found of each and when: those that it classed, those that it asked about,
 * and those into which such a one was merged. A merge that was taken back brought its rows back later, under the same import.
 */
const touched = (importId: Id) => sql`
  select household_id, round_id, max(revision) as revision, max(head_name) as head_name, max(entered_at) as entered_at from (
    select household_id, round_id, max(revision) as revision, max(head_name) as head_name, min(entered_at) as entered_at from class_record where import_id = ${importId} group by household_id, round_id
    union all
    select household_id, round_id, revision, head_name, asked_at from household_absence where import_id = ${importId}
    union all
    select e.household_id, i.round_id, coalesce((select max(c.revision) from class_record c where c.household_id = e.household_id and c.round_id = i.round_id and c.entered_at <= e.entered_at), 0),
      coalesce((select max(c.head_name) from class_record c where c.household_id = e.household_id), ''), e.entered_at
      from household_event e join (select distinct round_id from household_absence where import_id = ${importId}) as i on true where e.import_id = ${importId}) as every
  group by household_id, round_id`;

/**
 * What was written of the households of an import after it and stands: later classes, events (mergers among them), persons, corrections that
 * were not refused, what was told of the house. One row for each. Questions that were answered since show in the acts and classes that came of it.
 * What a merge and its taking back wrote of persons and classes leaves things as they were and does not count.
 * Persons of a later import come with its classes. A closed ledger is a record of its own and stays; words,
 * changes of class and pairs are derived. A new table that rests on households joins here: the test of undoing fails until it does.
 */
const built = (importId: Id) => sql`
  with touched as materialized (${touched(importId)})
  select c.household_id, t.head_name, case when c.round_id = t.round_id then 'revision' else 'round' end as kind, r.as_of as day, coalesce(c.causes_source, c.source) as source, case when c.causes_at is null then c.entered_name else c.causes_name end as entered_name, coalesce(c.causes_at, c.entered_at) as entered_at
    from touched t join class_record c on c.household_id = t.household_id join round r on r.round_id = c.round_id join round_standard s on s.round_id = c.round_id and s.standard_id = c.standard_id
    where s.official and c.undone_at is null and (case when c.round_id = t.round_id then c.revision > t.revision else c.entered_at > t.entered_at end)
      and not exists (select from household_event u where u.household_id = c.household_id and u.kind = 'undone'
        and u.details -> 'records' @> jsonb_build_array(jsonb_build_object('household', c.household_id, 'round', c.round_id, 'standard', c.standard_id, 'revision', c.revision)))
  union all
  select e.household_id, t.head_name, 'event', e.day, e.source, e.entered_name, e.entered_at
    from touched t join household_event e on e.household_id = t.household_id
    where e.entered_at > t.entered_at and e.kind <> 'undone' and e.import_id is distinct from ${importId}
      and not exists (select from household_event u where u.household_id = e.household_id and u.act_id = e.act_id and u.kind = 'undone')
  union all
  select m.household_id, t.head_name, 'member', m.valid_from, m.source, m.entered_name, m.entered_at
    from touched t join member m on m.household_id = t.household_id
    where m.entered_at > t.entered_at and m.undone_at is null and m.valid_to is null and m.import_id is null
      and not exists (select from household_event u where u.household_id = m.household_id and u.kind = 'undone' and u.details -> 'members' @> to_jsonb(m.member_id::text))
  union all
  select k.household_id, t.head_name, 'correction', (k.asked_at at time zone 'Asia/Ho_Chi_Minh')::date, coalesce(k.paper, k.reason), k.asked_name, k.asked_at
    from touched t join member_correction k on k.household_id = t.household_id
    where k.asked_at > t.entered_at and k.accepted is distinct from false
  union all
  select p.household_id, t.head_name, 'house', p.day, p.source, p.entered_name, p.entered_at from touched t join house_place p on p.household_id = t.household_id where p.entered_at > t.entered_at
  union all
  select p.household_id, t.head_name, 'house', p.day, p.source, p.entered_name, p.entered_at from touched t join house_photo p on p.household_id = t.household_id where p.entered_at > t.entered_at`;

/**
 * Runs work on rows that were perhaps written a moment ago, of which the database has no statistics yet: it would take 50,000 households for one and
 * go through the others again for each.
 */
export async function overFreshRows<Result>(db: Db, work: () => Promise<Result>): Promise<Result> {
  await sql`set local enable_nestloop = off`.execute(db);
  const result = await work();
  await sql`set local enable_nestloop = on`.execute(db);
  return result;
}

/** How much was built on an import, by kind. */
export async function countBuilt(db: Db, importId: Id): Promise<{ kind: BuiltKind; count: number }[]> {
  const { rows } = await sql<{ kind: BuiltKind; count: number }>`select kind, count(*)::int4 as count from (${built(importId)}) as built group by kind order by kind`.execute(db);
  return rows;
}

/** The first of what was built on an import, the newest first. */
export async function listBuilt(db: Db, importId: Id, limit: number): Promise<BuiltRow[]> {
  const { rows } = await sql<BuiltRow>`select * from (${built(importId)}) as built order by entered_at desc, household_id limit ${limit}`.execute(db);
  return rows;
}

/** How many households an import added, and how many it changed. */
export async function countTouched(db: Db, importId: Id): Promise<{ added: number; changed: number }> {
  const { rows } = await sql<{ added: number; changed: number }>`
    select (select count(*)::int4 from household where import_id = ${importId}) as added,
      (select count(distinct c.household_id)::int4 from class_record c join household h on h.household_id = c.household_id where c.import_id = ${importId} and h.import_id is distinct from ${importId}) as changed`.execute(db);
  return rows[0]!;
}

/** Takes back what an import wrote: its rows are marked, what it replaced or ended counts again. Returns the round and the villages concerned. */
export async function takeBack(db: Db, importId: Id, now: Date): Promise<{ roundId: Id; villageId: string }[]> {
  const { rows } = await sql<{ round_id: Id; village_id: string }>`
    select distinct c.round_id, o.village_id from class_record c join class_record o on o.household_id = c.household_id and o.round_id = c.round_id where c.import_id = ${importId}`.execute(db);
  await sql`update class_record set current = false, undone_at = ${now} where import_id = ${importId} and undone_at is null`.execute(db);
  await sql`update class_record set current = true, replaced_import_id = null where replaced_import_id = ${importId}`.execute(db);
  await sql`update member set undone_at = ${now} where import_id = ${importId} and undone_at is null`.execute(db);
  await sql`update member set valid_to = null, ended_import_id = null where ended_import_id = ${importId}`.execute(db);
  await sql`update household_absence set undone_at = ${now} where import_id = ${importId} and undone_at is null`.execute(db);
  await sql`
    update household_absence set answer = null, answered_by = null, answered_name = null, answered_at = null, answered_import_id = null
    where answered_import_id = ${importId} and import_id is distinct from ${importId}`.execute(db);
  const withdrawn = await sql<{ household_id: string }>`update household set undone_at = ${now} where import_id = ${importId} and undone_at is null returning household_id`.execute(db);
  const ids = withdrawn.rows.map(({ household_id }) => household_id);
  await sql`delete from duplicate_pair where state = 'open' and (household_id = any(${ids}::uuid[]) or other_household_id = any(${ids}::uuid[]))`.execute(db);
  return rows.map(({ round_id, village_id }) => ({ roundId: round_id, villageId: village_id }));
}

/** The acts that an import told of and that stand, each with one of its households, the last first. */
export async function actsOfImport(db: Db, importId: Id): Promise<{ act: Id; household: Id }[]> {
  const { rows } = await sql<{ act: Id; household: Id }>`
    select act_id as act, (array_agg(household_id order by event_id))[1] as household from household_event e
    where import_id = ${importId} and not exists (select from household_event u where u.household_id = e.household_id and u.act_id = e.act_id and u.kind = 'undone')
    group by act_id order by max(event_id::text) desc`.execute(db);
  return rows;
}
