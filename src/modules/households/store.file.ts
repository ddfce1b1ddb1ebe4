import type { Id } from '#kernel/ids.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Db } from '#platform/db/database.ts';

export async function findHousehold(db: Db, id: Id): Promise<{ number: string | null; villageId: AreaRef; areaPath: string; mergedInto: Id | null } | undefined> {
  const row = await db.selectFrom('household').select(['number', 'village_id', 'area_path', 'merged_into']).where('household_id', '=', id).where('undone_at', 'is', null).executeTakeFirst();
  return row && { number: row.number, villageId: row.village_id as AreaRef, areaPath: row.area_path, mergedInto: row.merged_into as Id | null };
}

export function membersOf(db: Db, id: Id) {
  return db
    .selectFrom('member')
    .select(['member_id', 'name', 'head', 'relation', 'sex', 'birth', 'ethnicity', 'id_number', 'valid_from', 'valid_to', 'person_id', 'source', 'entered_name', 'entered_at'])
    .where('household_id', '=', id)
    .where('undone_at', 'is', null)
    .orderBy('position')
    .orderBy('valid_from')
    .execute();
}

export function classRecordsOf(db: Db, id: Id) {
  return db
    .selectFrom('class_record as c')
    .innerJoin('round as r', 'r.round_id', 'c.round_id')
    .innerJoin('round_standard as s', (join) => join.onRef('s.round_id', '=', 'c.round_id').onRef('s.standard_id', '=', 'c.standard_id'))
    .selectAll('c')
    .select(['r.as_of', 'r.year', 'r.kind', 's.official'])
    .where('c.household_id', '=', id)
    .orderBy('r.as_of', 'desc')
    .orderBy('s.official', 'desc')
    .orderBy('c.revision', 'desc')
    .execute();
}
