import { sql, type Insertable, type Selectable } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Territory } from '#modules/areas/service.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { ClassRecordTable, HouseholdEventTable, HouseholdTable, MemberTable } from '#platform/db/tables.ts';
import { insertNames } from './store.names.ts';

export type HouseholdRecord = Selectable<HouseholdTable>;
export type MemberRecord = Selectable<MemberTable>;
export type ClassRecordRow = Selectable<ClassRecordTable>;

/** A household with everything that a merge touches. */
export interface Whole {
  household: HouseholdRecord;
  members: MemberRecord[];
  /** Every revision, so that a new one gets a number of its own. */
  records: (ClassRecordRow & { as_of: string; kind: string; year: number; official: boolean })[];
}

export async function loadWhole(db: Db, id: Id): Promise<Whole | null> {
  const household = await db.selectFrom('household').selectAll().where('household_id', '=', id).where('undone_at', 'is', null).executeTakeFirst();
  if (!household) return null;
  const members = await db.selectFrom('member').selectAll().where('household_id', '=', id).where('valid_to', 'is', null).where('undone_at', 'is', null).orderBy('position').execute();
  const records = await db
    .selectFrom('class_record as c')
    .innerJoin('round as r', 'r.round_id', 'c.round_id')
    .innerJoin('round_standard as s', (join) => join.onRef('s.round_id', '=', 'c.round_id').onRef('s.standard_id', '=', 'c.standard_id'))
    .selectAll('c')
    .select(['r.as_of', 'r.kind', 'r.year', 's.official'])
    .where('c.household_id', '=', id)
    .orderBy('r.as_of', 'desc')
    .orderBy('c.revision', 'desc')
    .execute();
  return { household, members, records };
}

/** One revision of one class of a household. */
export interface RecordKey {
  household: string;
  round: string;
  standard: string;
  revision: number;
}

/** What a merge or its undoing writes. Rows that end or are replaced stay, marked so. */
export interface MergeWrites {
  households: { id: string; set: Partial<Pick<HouseholdRecord, 'number' | 'village_id' | 'area_path' | 'merged_into'>> }[];
  ended: readonly { household: string; member: string; on: string }[];
  begun: readonly Insertable<MemberTable>[];
  replaced: readonly RecordKey[];
  records: readonly ClassRecordRow[];
  events: readonly (Omit<Insertable<HouseholdEventTable>, 'details'> & { details: unknown })[];
}

export async function writeMerge(db: Db, { households, ended, begun, replaced, records, events }: MergeWrites): Promise<void> {
  for (const { id, set } of households) await db.updateTable('household').set(set).where('household_id', '=', id).execute();
  if (ended.length > 0) {
    await sql`
      update member set valid_to = e."on"
      from json_to_recordset(${JSON.stringify(ended)}::json) as e (household uuid, member uuid, "on" date)
      where member.household_id = e.household and member.member_id = e.member`.execute(db);
  }
  await insertRows(db, 'member', begun);
  if (replaced.length > 0) {
    await sql`
      update class_record set current = false
      from json_to_recordset(${JSON.stringify(replaced)}::json) as r (household uuid, round uuid, standard text, revision int)
      where class_record.household_id = r.household and class_record.round_id = r.round and class_record.standard_id = r.standard and class_record.revision = r.revision`.execute(db);
  }
  await insertRows(db, 'class_record', records);
  await insertRows(db, 'household_event', events);
  await insertNames(db, begun);
}

/** What a merge wrote, kept with its event so that it can be taken back. */
export interface MergeDetails {
  before: { number: string | null; villageId: string; areaPath: string };
  ended: { household: string; member: string }[];
  begun: string[];
  replaced: RecordKey[];
  added: RecordKey[];
}

export type MergeEvent = Omit<Selectable<HouseholdEventTable>, 'details'> & { details: MergeDetails };

export async function mergeEvent(db: Db, household: Id, act: Id): Promise<{ event: MergeEvent; undone: boolean } | null> {
  const rows = await db.selectFrom('household_event').selectAll().where('household_id', '=', household).where('act_id', '=', act).execute();
  const event = rows.find(({ kind }) => kind === 'merged_into');
  return event ? { event: event as unknown as MergeEvent, undone: rows.some(({ kind }) => kind === 'undone') } : null;
}

/** The merges whose lost household lived in the territory, the latest first. */
export async function mergesIn(db: Db, territory: Territory, limit: number): Promise<{ event: MergeEvent; undone: boolean }[]> {
  const rows = await db
    .selectFrom('household_event as e')
    .selectAll('e')
    .select((select) => select.exists(select.selectFrom('household_event as u').select('u.event_id').whereRef('u.household_id', '=', 'e.household_id').whereRef('u.act_id', '=', 'e.act_id').where('u.kind', '=', 'undone')).as('undone'))
    .where('e.kind', '=', 'merged_into')
    .where('low' in territory ? sql<boolean>`e.area_path >= ${territory.low} and e.area_path < ${territory.high}` : sql<boolean>`e.village_id = any(${territory.villageIds}::text[])`)
    .orderBy('e.entered_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ undone, ...event }) => ({ event: event as unknown as MergeEvent, undone: Boolean(undone) }));
}

/** Member rows by their ids, ended ones too. */
export async function memberRows(db: Db, rows: readonly { household: string; member: string }[]): Promise<MemberRecord[]> {
  return db
    .selectFrom('member')
    .selectAll()
    .where(sql<boolean>`household_id = any(${[...new Set(rows.map(({ household }) => household))]}::uuid[])`)
    .where(sql<boolean>`member_id = any(${rows.map(({ member }) => member)}::uuid[])`)
    .where('undone_at', 'is', null)
    .execute();
}

/** Name of the head and number of present members of households, those merged away as they were last. */
export async function briefHouseholds(db: Db, ids: readonly string[]): Promise<Map<string, { head: string; size: number; villageId: string }>> {
  const rows = await db
    .selectFrom('household as h')
    .innerJoin('member as m', 'm.household_id', 'h.household_id')
    .select(['h.household_id', 'h.village_id', 'm.name', 'm.head', 'm.valid_to', 'm.entered_at'])
    .where(sql<boolean>`h.household_id = any(${ids}::uuid[])`)
    .where('h.undone_at', 'is', null)
    .where('m.undone_at', 'is', null)
    .orderBy('m.entered_at', 'desc')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ household_id }) => household_id)].map(([id, members]) => {
      const present = members.filter(({ valid_to }) => valid_to === null);
      const head = present.find((member) => member.head) ?? members.find((member) => member.head) ?? members[0]!;
      return [id, { head: head.name, size: present.length, villageId: head.village_id }];
    }),
  );
}

/** The day on which a row ends: today, or the day it began where that is later. */
export const endDay = (today: PlainDate, from: string): string => (from > today ? from : today);
