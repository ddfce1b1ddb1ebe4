import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { insertsOf, insertTogether } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { MemberTable, ClassRecordTable, HouseholdTable } from '#platform/db/tables.ts';
import type { Insertable } from 'kysely';
import type { MemberIntake, Sex } from './contract.intake.ts';
import { preparedNames, type BorneName } from './store.names.ts';

export interface RegisteredMember extends MemberIntake {
  memberId: Id;
  personId: Id;
}

/** A household of the register as far as a new list is compared with it. */
export interface Registered {
  id: Id;
  number: string | null;
  village: string;
  villageId: AreaRef;
  areaPath: string;
  members: RegisteredMember[];
  /** Its current record in the round under the official standard, if it has one. */
  record: { revision: number; hash: string; class: HouseholdClass } | null;
  /** Its highest revision of the round that counts no more: numbers are not given twice. 0 where there is none. */
  lastPast: number;
}

/** The households that live, or have a class on record, in the villages of a commune on the day of the round. */
export async function registeredIn(db: Db, communeId: AreaRef, roundId: Id, standardId: string, day: PlainDate): Promise<Registered[]> {
  const villages = await db
    .selectFrom('area_version')
    .select(['area_id', 'name'])
    .where('parent_id', '=', communeId)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .execute();
  const names = new Map(villages.map(({ area_id, name }) => [area_id, name]));
  const households = await db
    .selectFrom('household as h')
    .leftJoin('class_record as c', (join) => join.onRef('c.household_id', '=', 'h.household_id').on('c.round_id', '=', roundId).on('c.standard_id', '=', standardId).on('c.current', '=', true))
    .select(['h.household_id', 'h.number', 'h.village_id', 'h.area_path', 'c.revision', 'c.intake_hash', 'c.class'])
    .where(sql<boolean>`h.village_id = any(${[...names.keys()]}::text[])`)
    .where('h.undone_at', 'is', null)
    .where('h.merged_into', 'is', null)
    .execute();
  const members = await db
    .selectFrom('member')
    .select(['household_id', 'member_id', 'person_id', 'name', 'head', 'relation', 'sex', 'birth', 'ethnicity', 'id_number'])
    .where(sql<boolean>`household_id = any(${households.map(({ household_id }) => household_id)}::uuid[])`)
    .where('valid_to', 'is', null)
    .where('undone_at', 'is', null)
    .orderBy('position')
    .execute();
  const past = await db
    .selectFrom('class_record')
    .select((select) => ['household_id', select.fn.max('revision').as('revision')])
    .where('round_id', '=', roundId)
    .where('current', '=', false)
    .where(sql<boolean>`household_id = any(${households.map(({ household_id }) => household_id)}::uuid[])`)
    .groupBy('household_id')
    .execute();
  const lastPast = new Map(past.map(({ household_id, revision }) => [household_id, revision]));
  const byHousehold = Map.groupBy(members, ({ household_id }) => household_id);
  // Households that merged, moved away or ended have nobody left: a list cannot name them any more.
  return households.filter(({ household_id }) => byHousehold.has(household_id)).map((row) => ({
    id: row.household_id as Id,
    number: row.number,
    village: names.get(row.village_id)!,
    villageId: row.village_id as AreaRef,
    areaPath: row.area_path,
    members: byHousehold.get(row.household_id)!.map((member) => ({
      memberId: member.member_id as Id,
      personId: member.person_id as Id,
      name: member.name,
      head: member.head,
      relation: member.relation,
      sex: member.sex as Sex | null,
      birth: member.birth,
      ethnicity: member.ethnicity,
      idNumber: member.id_number,
    })),
    record: row.revision === null ? null : { revision: row.revision, hash: row.intake_hash!, class: row.class as HouseholdClass },
    lastPast: lastPast.get(row.household_id) ?? 0,
  }));
}

type JsonColumns = 'facts' | 'result';
export type NewRecord = Omit<Insertable<ClassRecordTable>, JsonColumns> & Record<JsonColumns, unknown>;

/** What all rows that one list writes have in common. */
export type Stamp = Pick<NewRecord, 'entered_by' | 'entered_name' | 'entered_at' | 'import_id'>;

/** Everything that one list changes, ready to be written; `stamp` goes with each new row. */
export interface Changes {
  stamp: Stamp;
  households: Omit<Insertable<HouseholdTable>, keyof Stamp>[];
  endedMembers: Id[];
  members: Omit<Insertable<MemberTable>, keyof Stamp | 'valid_from' | 'valid_to'>[];
  /** Of everybody whom the list names. */
  names: BorneName[];
  replaced: Id[];
  records: Omit<NewRecord, keyof Stamp | 'round_id' | 'current'>[];
}

/** Makes the changes of a list ready to be written, breathing in between. What is replaced or ended stays, marked so. */
export async function preparedChanges({ stamp, households, endedMembers, members, names, replaced, records }: Changes, roundId: Id, asOf: PlainDate): Promise<(db: Db) => Promise<void>> {
  const inserts = insertsOf('household', households, stamp);
  await breathe();
  inserts.push(...insertsOf('member', members, { valid_from: asOf, ...stamp }));
  await breathe();
  inserts.push(...insertsOf('class_record', records, { round_id: roundId, current: true, ...stamp }));
  await breathe();
  const insertsOfNames = preparedNames(names, households);
  const importId = stamp.import_id;
  return async (db) => {
    if (endedMembers.length > 0) {
      await db.updateTable('member').set({ valid_to: asOf, ended_import_id: importId }).where(sql<boolean>`member_id = any(${endedMembers}::uuid[])`).execute();
    }
    const told = replaced.length > 0 ? await toldCauses(db, replaced, roundId) : [];
    if (replaced.length > 0) {
      await db
        .updateTable('class_record')
        .set({ current: false, replaced_import_id: importId })
        .where('round_id', '=', roundId)
        .where('current', '=', true)
        .where(sql<boolean>`household_id = any(${replaced}::uuid[])`)
        .execute();
    }
    await insertTogether(db, [...inserts, ...(await insertsOfNames(db))]);
    if (told.length > 0) await carryCauses(db, told, roundId);
  };
}

/** The households among some whose causes were told on their file. */
async function toldCauses(db: Db, households: readonly string[], roundId: Id): Promise<{ household_id: string; standard_id: string; revision: number }[]> {
  return db
    .selectFrom('class_record')
    .select(['household_id', 'standard_id', 'revision'])
    .where('round_id', '=', roundId)
    .where('current', '=', true)
    .where('causes_at', 'is not', null)
    .where(sql<boolean>`household_id = any(${households}::uuid[])`)
    .execute();
}

/** What was told on the file goes on with the record of a later list, which tells no causes of deprivations; its causes of poverty count where it tells any. */
async function carryCauses(db: Db, told: Awaited<ReturnType<typeof toldCauses>>, roundId: Id): Promise<void> {
  await sql`
    update class_record c set deprivation_causes = o.deprivation_causes, causes = case when c.causes = '{}' then o.causes else c.causes end, causes_note = case when c.causes = '{}' then o.causes_note end,
      causes_day = o.causes_day, causes_source = o.causes_source, causes_by = o.causes_by, causes_name = o.causes_name, causes_at = o.causes_at
    from json_to_recordset(${JSON.stringify(told)}::json) as t (household_id uuid, standard_id text, revision int)
      join class_record o on o.household_id = t.household_id and o.round_id = ${roundId} and o.standard_id = t.standard_id and o.revision = t.revision
    where c.household_id = t.household_id and c.round_id = ${roundId} and c.standard_id = t.standard_id and c.current`.execute(db);
}
