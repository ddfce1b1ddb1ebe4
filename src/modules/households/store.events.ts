import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { HouseholdTable, MemberTable } from '#platform/db/tables.ts';
import type { Insertable, Selectable } from 'kysely';
import type { Because, EventKind } from './contract.events.ts';
import { insertNames, namesOf } from './store.names.ts';

/** What an act did to the rows of one household, kept with its first event there so that it can be taken back. */
export interface Effects {
  ended: { row: Id; before: PlainDate | null }[];
  begun: Id[];
  movedFrom: AreaRef | null;
  /** How many households the act concerns. */
  households: number;
}

export interface EventDetails {
  /** Told of what people enter; not of records that turned out to be one. */
  reason?: string;
  paper?: string | null;
  because?: Because;
  effects?: Effects;
}

export interface EventRow {
  household: Id;
  id: Id;
  act: Id;
  village: AreaRef;
  areaPath: string;
  kind: EventKind;
  day: PlainDate;
  otherHousehold: Id | null;
  otherVillage: AreaRef | null;
  person: Id | null;
  details: EventDetails;
  source: string;
  enteredBy: string | null;
  enteredAt: Date;
}

const selectEvents = (db: Db) => db.selectFrom('household_event').selectAll().orderBy('entered_at').orderBy('event_id');

const viewRows = (rows: Awaited<ReturnType<ReturnType<typeof selectEvents>['execute']>>): EventRow[] =>
  rows.map((row) => ({
    household: row.household_id as Id,
    id: row.event_id as Id,
    act: row.act_id as Id,
    village: row.village_id as AreaRef,
    areaPath: row.area_path,
    kind: row.kind as EventKind,
    day: row.day as PlainDate,
    otherHousehold: row.other_household_id as Id | null,
    otherVillage: row.other_village_id as AreaRef | null,
    person: row.person_id as Id | null,
    details: row.details as unknown as EventDetails,
    source: row.source,
    enteredBy: row.entered_name,
    enteredAt: row.entered_at,
  }));

/** The events of households in the order in which they were entered. */
export async function eventsOf(db: Db, households: readonly Id[]): Promise<EventRow[]> {
  return households.length === 0 ? [] : viewRows(await selectEvents(db).where(sql<boolean>`household_id = any(${households}::uuid[])`).execute());
}

export async function eventsOfAct(db: Db, act: Id): Promise<EventRow[]> {
  return viewRows(await selectEvents(db).where('act_id', '=', act).execute());
}

/** The household, held until the end of the transaction so that no second act is decided beside this one. */
export async function holdHousehold(db: Db, id: Id): Promise<{ id: Id; number: string | null; village: AreaRef; areaPath: string } | undefined> {
  const row = await db.selectFrom('household').select(['number', 'village_id', 'area_path']).where('household_id', '=', id).where('undone_at', 'is', null).forUpdate().executeTakeFirst();
  return row && { id, number: row.number, village: row.village_id as AreaRef, areaPath: row.area_path };
}

export type MemberRecord = Selectable<MemberTable>;

/** All rows of members of households, those that were taken back left out. */
export function memberRowsOf(db: Db, households: readonly Id[]): Promise<MemberRecord[]> {
  return db
    .selectFrom('member')
    .selectAll()
    .where(sql<boolean>`household_id = any(${households}::uuid[])`)
    .where('undone_at', 'is', null)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', where.ref('valid_from'))]))
    .orderBy('position')
    .orderBy('valid_from')
    .execute();
}

export function memberRowsById(db: Db, household: Id, rows: readonly Id[]): Promise<MemberRecord[]> {
  return db.selectFrom('member').selectAll().where('household_id', '=', household).where('undone_at', 'is', null).where(sql<boolean>`member_id = any(${rows}::uuid[])`).orderBy('position').execute();
}

export interface ActRows {
  founded: Insertable<HouseholdTable> | null;
  moved: { id: Id; village: AreaRef; areaPath: string } | null;
  /** Rows and the end that they are given; null lets one go on. */
  ended: readonly { household: Id; row: Id; day: PlainDate | null }[];
  members: Insertable<MemberTable>[];
  events: object[];
}

/** Writes an act: rows end and begin, the household goes to its new village, the events of both ends are added. */
export async function writeAct(db: Db, { founded, moved, ended, members, events }: ActRows): Promise<void> {
  await insertRows(db, 'household', founded ? [founded] : []);
  if (moved) await db.updateTable('household').set({ village_id: moved.village, area_path: moved.areaPath }).where('household_id', '=', moved.id).execute();
  for (const [, rows] of Map.groupBy(ended, ({ household, day }) => `${household} ${day}`)) {
    const { household, day } = rows[0]!;
    await db
      .updateTable('member')
      .set({ valid_to: day })
      .where('household_id', '=', household)
      .where(sql<boolean>`member_id = any(${rows.map(({ row }) => row)}::uuid[])`)
      .execute();
  }
  await insertRows(db, 'member', members);
  // Where it moves a household is found by the names of its past members too.
  const brought = moved ? (await namesOf(db, moved.id)).map((name) => ({ household_id: moved.id, area_path: moved.areaPath, name })) : [];
  await insertNames(db, [...members, ...brought], founded ? [founded] : []);
  await insertRows(db, 'household_event', events);
}

/** The villages in which households have a class of a round that closes on the day or later: what explains their figures has changed. */
export async function recordVillages(db: Db, households: readonly Id[], day: PlainDate): Promise<Map<Id, string[]>> {
  const rows = await db
    .selectFrom('class_record as c')
    .innerJoin('round as r', 'r.round_id', 'c.round_id')
    .select(['c.round_id', 'c.village_id'])
    .distinct()
    .where(sql<boolean>`c.household_id = any(${households}::uuid[])`)
    .where('c.current', '=', true)
    .where('r.as_of', '>=', day)
    .execute();
  return new Map([...Map.groupBy(rows, ({ round_id }) => round_id)].map(([round, villages]) => [round as Id, villages.map(({ village_id }) => village_id)]));
}

/** The villages that the events of an act tell of, on either side. */
export async function villagesOfAct(db: Db, actId: Id): Promise<string[]> {
  const rows = await db.selectFrom('household_event').select(['village_id', 'other_village_id']).where('act_id', '=', actId).execute();
  return [...new Set(rows.flatMap(({ village_id, other_village_id }) => (other_village_id === null ? [village_id] : [village_id, other_village_id])))];
}

/** Whether a class or a member of one of the households was entered after an instant, by something else than the act and what was taken back. */
export async function isBuiltUpon(db: Db, households: readonly Id[], since: Date, begun: readonly Id[]): Promise<boolean> {
  const inHouseholds = sql<boolean>`household_id = any(${households}::uuid[])`;
  const record = await db.selectFrom('class_record').select('revision').where(inHouseholds).where('undone_at', 'is', null).where('entered_at', '>', since).limit(1).executeTakeFirst();
  if (record) return true;
  const member = await db
    .selectFrom('member')
    .select('member_id')
    .where(inHouseholds)
    .where('undone_at', 'is', null)
    .where((where) =>
      where.or([where.and([where('entered_at', '>', since), where.or([where('valid_to', 'is', null), where('valid_to', '>', where.ref('valid_from'))])]), where.and([sql<boolean>`member_id = any(${begun}::uuid[])`, where('valid_to', 'is not', null)])]),
    )
    .limit(1)
    .executeTakeFirst();
  return member !== undefined;
}
