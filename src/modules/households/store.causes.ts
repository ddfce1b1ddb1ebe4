import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { ToldCauses } from './rules.causes.ts';
import type { ClassRecordRow } from './store.merging.ts';

/** What is written of who tells causes. */
export interface CausesStamp {
  causes_day: PlainDate;
  causes_source: string;
  causes_by: string | null;
  causes_name: string | null;
  causes_at: Date;
}

/** All revisions of the classes of a household in the round of one of them, under every standard, the last first. */
export function revisionsOf(db: Db, household: Id, round: string): Promise<ClassRecordRow[]> {
  return db.selectFrom('class_record').selectAll().where('household_id', '=', household).where('round_id', '=', round).orderBy('revision', 'desc').execute();
}

/** Writes a record once more with other causes. What it was stays, counting no more. */
export async function amendCauses(db: Db, before: ClassRecordRow, revision: number, told: ToldCauses, stamp: CausesStamp): Promise<void> {
  await rowOf(db, before, before.revision).set({ current: false }).execute();
  const row = {
    ...before,
    revision,
    amends: before.revision,
    handed_in: before.handed_in ?? before.revision,
    current: true,
    import_id: null,
    replaced_import_id: null,
    causes: [...told.causes],
    causes_note: told.note,
    deprivation_causes: told.deprivation,
    ...stamp,
  };
  await insertRows(db, 'class_record', [row]);
}

/** Takes the causes of a record back: it stays, marked as undone, and the revision that it amends counts again. */
export async function takeCausesBack(db: Db, record: ClassRecordRow, now: Date): Promise<void> {
  await rowOf(db, record, record.revision).set({ current: false, undone_at: now }).execute();
  await rowOf(db, record, record.amends!).set({ current: true }).execute();
}

const rowOf = (db: Db, { household_id, round_id, standard_id }: ClassRecordRow, revision: number) =>
  db
    .updateTable('class_record')
    .where('household_id', '=', household_id)
    .where('round_id', '=', round_id)
    .where('standard_id', '=', standard_id)
    .where('revision', '=', revision);
