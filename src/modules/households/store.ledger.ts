import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { HouseholdLedgerClosingTable } from '#platform/db/tables.ts';
import type { Insertable, Selectable } from 'kysely';
import { LedgerContent, type LedgerLine, type Month } from './contract.ledger.ts';

/** Members who lived in a village on a day. A row keeps the path of the village that it was made in, so that who moved later is here. */
export function membersInVillage(db: Db, areaPath: string, day: PlainDate) {
  return db
    .selectFrom('member as m')
    .leftJoin('household as h', 'h.household_id', 'm.household_id')
    .select(['m.household_id', 'm.name', 'm.head', 'm.relation', 'm.sex', 'm.birth', 'm.ethnicity', 'h.number'])
    .where('m.area_path', '=', areaPath)
    .where('m.undone_at', 'is', null)
    .where('m.valid_from', '<=', day)
    .where((where) => where.or([where('m.valid_to', 'is', null), where('m.valid_to', '>', day)]))
    .orderBy('m.household_id')
    .orderBy('m.head', 'desc')
    .orderBy('m.position')
    .execute();
}

/** The official class of households by the last round that had closed on a day. */
export async function classesOn(db: Db, households: readonly Id[], day: PlainDate) {
  const rows = await db
    .selectFrom('class_record as c')
    .innerJoin('round as r', 'r.round_id', 'c.round_id')
    .innerJoin('round_standard as s', (join) => join.onRef('s.round_id', '=', 'c.round_id').onRef('s.standard_id', '=', 'c.standard_id'))
    .select(['c.household_id', 'c.class', 'c.standard_id', 'c.decision_number', 'c.b1', 'c.b2', 'c.deprived', 'r.as_of'])
    .where(sql<boolean>`c.household_id = any(${households}::uuid[])`)
    .where('c.current', '=', true)
    .where('s.official', '=', true)
    .where('r.as_of', '<=', day)
    .orderBy('r.as_of')
    .execute();
  return new Map(rows.map((row) => [row.household_id as Id, row]));
}

export type Closing = Selectable<HouseholdLedgerClosingTable>;

/** The closings of a village, the latest month first. */
export function closingsOf(db: Db, village: AreaRef): Promise<Closing[]> {
  return db.selectFrom('household_ledger_closing').selectAll().where('village_id', '=', village).orderBy('month', 'desc').execute();
}

export async function linesOf(db: Db, closing: string): Promise<LedgerLine[]> {
  const rows = await db.selectFrom('household_ledger_line').select(['household_id', 'number', 'content']).where('closing_id', '=', closing).execute();
  return rows.map(({ household_id, number, content }) => ({ ...LedgerContent.parse(content), household: household_id as Id, number }));
}

/** The numbers that households have in the book of a village. */
export async function numbersIn(db: Db, village: AreaRef): Promise<Map<Id, number>> {
  const rows = await db.selectFrom('household_ledger_line').select(['household_id', 'number']).distinct().where('village_id', '=', village).execute();
  return new Map(rows.map(({ household_id, number }) => [household_id as Id, number]));
}

/** Households in which an identity was corrected after an instant. */
export async function correctedSince(db: Db, households: readonly Id[], since: Date): Promise<Set<Id>> {
  const rows = await db
    .selectFrom('member_correction')
    .select('household_id')
    .distinct()
    .where(sql<boolean>`household_id = any(${households}::uuid[])`)
    .where('accepted', '=', true)
    .where('decided_at', '>', since)
    .execute();
  return new Set(rows.map(({ household_id }) => household_id as Id));
}

export async function insertClosing(db: Db, closing: Insertable<HouseholdLedgerClosingTable> & { month: Month }, lines: readonly object[]): Promise<void> {
  await insertRows(db, 'household_ledger_closing', [closing]);
  await insertRows(db, 'household_ledger_line', lines);
}
