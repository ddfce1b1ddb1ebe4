import type { Id } from '#kernel/ids.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { MemberCorrectionTable } from '#platform/db/tables.ts';
import type { Insertable, Selectable } from 'kysely';

export type CorrectionRow = Selectable<MemberCorrectionTable>;

export function correctionsOfHousehold(db: Db, household: Id): Promise<CorrectionRow[]> {
  return db.selectFrom('member_correction').selectAll().where('household_id', '=', household).orderBy('asked_at', 'desc').execute();
}

/** Requests that wait for a decision, in a range of paths, the oldest first. */
export function openCorrections(db: Db, { low, high }: { low: string; high: string }): Promise<CorrectionRow[]> {
  return db
    .selectFrom('member_correction')
    .selectAll()
    .where('accepted', 'is', null)
    .where('area_path', '>=', low)
    .where('area_path', '<', high)
    .orderBy('asked_at')
    .limit(500)
    .execute();
}

export function findCorrection(db: Db, id: Id): Promise<CorrectionRow | undefined> {
  return db.selectFrom('member_correction').selectAll().where('correction_id', '=', id).executeTakeFirst();
}

export async function insertCorrection(db: Db, row: Insertable<MemberCorrectionTable>): Promise<void> {
  await insertRows(db, 'member_correction', [row]);
}

/** Writes down a decision; once. */
export async function settleCorrection(db: Db, { household_id, correction_id }: CorrectionRow, decision: Pick<CorrectionRow, 'accepted' | 'note' | 'decided_by' | 'decided_name' | 'decided_at'>): Promise<void> {
  await db.updateTable('member_correction').set(decision).where('household_id', '=', household_id).where('correction_id', '=', correction_id).where('accepted', 'is', null).execute();
}
