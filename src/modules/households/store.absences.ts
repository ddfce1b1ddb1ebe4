import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { HouseholdAbsenceTable } from '#platform/db/tables.ts';
import type { Insertable } from 'kysely';
import type { AbsenceAnswer } from './contract.absences.ts';
import type { LastSeen } from './rules.absences.ts';

/** The last official class that households were given before a day, where it stands, in yearly rounds or in rounds of any kind. */
export async function lastSeen(db: Db, households: readonly Id[], before: PlainDate, kind: string): Promise<Map<string, LastSeen>> {
  const { rows } = await sql<{ household_id: string; class: HouseholdClass; round_id: string; as_of: PlainDate; village_id: string }>`
    select distinct on (c.household_id) c.household_id, c.class, c.round_id, r.as_of, c.village_id
    from class_record c join round r on r.round_id = c.round_id join round_standard s on s.round_id = c.round_id and s.standard_id = c.standard_id and s.official
    where c.current and r.as_of < ${before} and (r.kind = 'yearly' or ${kind} = 'monthly') and c.household_id = any(${households}::uuid[])
    order by c.household_id, r.as_of desc`.execute(db);
  return new Map(rows.map((row) => [row.household_id, { class: row.class, roundId: row.round_id, asOf: row.as_of, village: row.village_id }]));
}

/** The day of the last list before a day of each village in which one of the households lives, whatever class it gave to whom. */
export async function lastLists(db: Db, villages: readonly string[], before: PlainDate, kind: string): Promise<Map<string, PlainDate>> {
  const { rows } = await sql<{ village_id: string; as_of: PlainDate }>`
    select c.village_id, max(r.as_of) as as_of from class_record c join round r on r.round_id = c.round_id
    where c.current and r.as_of < ${before} and (r.kind = 'yearly' or ${kind} = 'monthly') and c.village_id = any(${villages}::text[]) group by 1`.execute(db);
  return new Map(rows.map(({ village_id, as_of }) => [village_id, as_of]));
}

/** What stands of the questions of a round about households: of each the latest one. */
const latest = sql`
  select distinct on (a.household_id, a.round_id) a.* from household_absence a where a.undone_at is null order by a.household_id, a.round_id, a.asked_at desc, a.absence_id desc`;

/** A question that waits: not answered, or answered by an act that was taken back, and the round has not classed the household since. */
const isOpen = sql`
  (a.answer is null or (a.act_id is not null and exists (select from household_event u where u.household_id = a.household_id and u.act_id = a.act_id and u.kind = 'undone')))
  and not exists (select from class_record c where c.household_id = a.household_id and c.round_id = a.round_id and c.current and coalesce(c.handed_in, c.revision) > a.revision)`;

/** Households whose absence from the lists of a round was already explained as left out: they are not asked about again. */
export async function leftOutIn(db: Db, roundId: Id, households: readonly Id[]): Promise<Set<string>> {
  const { rows } = await sql<{ household_id: string }>`
    select a.household_id from (${latest}) as a where a.round_id = ${roundId} and a.answer = 'left_out' and a.household_id = any(${households}::uuid[])`.execute(db);
  return new Set(rows.map(({ household_id }) => household_id));
}

export interface AbsenceRow {
  absence_id: Id;
  household_id: Id;
  area_path: string;
  village_id: string;
  round_id: Id;
  source: string;
  head_name: string;
  last_class: HouseholdClass;
  revision: number;
  names_exits: boolean;
  import_id: Id | null;
  asked_at: Date;
  area_id: string;
  as_of: PlainDate;
  kind: string;
  last_as_of: PlainDate;
  last_kind: string;
}

const open = (where: ReturnType<typeof sql>) => sql`
  from (${latest}) as a join round r on r.round_id = a.round_id join round l on l.round_id = a.last_round_id where ${isOpen} and ${where}`;
const columns = sql`
  a.absence_id, a.household_id, a.area_path, a.village_id, a.round_id, a.source, a.head_name, a.last_class, a.revision, a.names_exits, a.import_id, a.asked_at,
  r.area_id, r.as_of, r.kind, l.as_of as last_as_of, l.kind as last_kind`;

/** The questions that wait in a range of paths, the first asked first, and how many there are. */
export async function openAbsences(db: Db, { low, high }: { low: string; high: string }, limit: number): Promise<{ total: number; rows: AbsenceRow[] }> {
  const found = open(sql`a.area_path >= ${low} and a.area_path < ${high}`);
  const { rows } = await sql<AbsenceRow>`select ${columns} ${found} order by a.asked_at, a.head_name, a.absence_id limit ${limit}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*)::int4 as total ${found}`.execute(db);
  return { total: counted.rows[0]!.total, rows };
}

/** Those of the questions that wait. */
export async function openAbsencesById(db: Db, ids: readonly Id[]): Promise<AbsenceRow[]> {
  const { rows } = await sql<AbsenceRow>`select ${columns} ${open(sql`a.absence_id = any(${ids}::uuid[])`)} order by a.absence_id`.execute(db);
  return rows;
}

export async function insertAbsences(db: Db, rows: readonly Insertable<HouseholdAbsenceTable>[]): Promise<void> {
  await insertRows(db, 'household_absence', rows);
}

/** All questions about a household, the latest first, with the round of the list. */
export function absencesOf(db: Db, household: Id) {
  return db
    .selectFrom('household_absence as a')
    .innerJoin('round as r', 'r.round_id', 'a.round_id')
    .selectAll('a')
    .select(['r.as_of', 'r.kind'])
    .where('a.household_id', '=', household)
    .orderBy('a.asked_at', 'desc')
    .execute();
}

/** What is kept of an answer with its question. */
export interface Answered {
  answer: AbsenceAnswer['kind'];
  day: PlainDate | null;
  note: string | null;
  act_id: Id | null;
  answered_import_id: Id | null;
  answered_by: string | null;
  answered_name: string | null;
  answered_at: Date;
}

export async function settleAbsence(db: Db, { household_id, absence_id }: Pick<AbsenceRow, 'household_id' | 'absence_id'>, answered: Answered): Promise<void> {
  await db.updateTable('household_absence').set(answered).where('household_id', '=', household_id).where('absence_id', '=', absence_id).execute();
}

/** A household that a newer list of the round names was left out by the one before. */
export async function settleNamed(db: Db, roundId: Id, households: readonly Id[], answered: Answered): Promise<void> {
  await db
    .updateTable('household_absence')
    .set(answered)
    .where('round_id', '=', roundId)
    .where('answer', 'is', null)
    .where('undone_at', 'is', null)
    .where(sql<boolean>`household_id = any(${households}::uuid[])`)
    .execute();
}

/** Takes households off the list of a round: their classes there count no longer, on account of an import. */
export async function withdrawClasses(db: Db, roundId: Id, households: readonly Id[], importId: Id | null): Promise<void> {
  await db
    .updateTable('class_record')
    .set({ current: false, replaced_import_id: importId })
    .where('round_id', '=', roundId)
    .where('current', '=', true)
    .where(sql<boolean>`household_id = any(${households}::uuid[])`)
    .execute();
}

/** Puts a household on the list of a round again with the class that it had, and the causes that were told of it last. */
export async function restoreClass(db: Db, { household_id, round_id, revision }: Pick<AbsenceRow, 'household_id' | 'round_id' | 'revision'>): Promise<void> {
  await sql`
    update class_record set current = true, replaced_import_id = null
    from (
      select c.standard_id, max(c.revision) as revision
      from class_record c join class_record seen on seen.household_id = c.household_id and seen.round_id = c.round_id and seen.standard_id = c.standard_id and seen.revision = ${revision}
      where c.household_id = ${household_id} and c.round_id = ${round_id} and c.undone_at is null and coalesce(c.handed_in, c.revision) = coalesce(seen.handed_in, seen.revision)
      group by c.standard_id) as last
    where class_record.household_id = ${household_id} and class_record.round_id = ${round_id} and class_record.standard_id = last.standard_id and class_record.revision = last.revision`.execute(db);
}
