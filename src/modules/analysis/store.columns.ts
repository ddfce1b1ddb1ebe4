import { sql, type RawBuilder } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaName, AreaRef, Level } from '#modules/areas/contract.ts';
import type { Territory } from '#modules/areas/service.ts';
import { Facts } from '#modules/standards/contract.facts.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { areaKindsInColumns } from '#modules/standards/rules.columns.ts';
import { membersListed, packedLength, packFacts } from '#modules/standards/rules.packed.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import { flags, idOf, recordBytes, type PackedVillage } from './rules.register.ts';

/** Which records are tried on: the current ones of rounds under one standard, in a territory. */
export interface TriedOn {
  roundIds: readonly Id[];
  standardId: string;
  territory: Territory;
}

const recordsOf = ({ roundIds, standardId, territory }: TriedOn): RawBuilder<unknown> => sql`
  class_record c where c.current and c.standard_id = ${standardId} and c.round_id = any(${roundIds}::uuid[])
    and ${'low' in territory ? sql`c.area_path >= ${territory.low} and c.area_path < ${territory.high}` : sql`c.village_id = any(${territory.villageIds}::text[])`}`;

interface PackedRows {
  id: string;
  path: string;
  records: Uint8Array;
  /** Of those that have them packed; base64. */
  facts: string | null;
  hasOlder: boolean;
}

/** The records of the rounds in a territory, or of some villages in it, packed village by village. Row-level security holds it to the post. */
export async function readVillages(db: Db, triedOn: TriedOn, villageIds?: readonly string[]): Promise<PackedVillage[]> {
  const found: PackedVillage[] = [];
  // Round by round: the whole country at once would stand several times in memory.
  for (const round of triedOn.roundIds) {
    const own = sql`${recordsOf({ ...triedOn, roundIds: [round] })} ${villageIds === undefined ? sql`` : sql`and c.village_id = any(${villageIds}::text[])`}`;
    const { rows } = await sql<PackedRows>`
      select c.village_id as id, c.area_path as path, string_agg(c.packed_facts, '') as facts, bool_or(c.packed_facts is null) as "hasOlder",
        string_agg(uuid_send(c.household_id) || float8send(coalesce(c.income, 'NaN'::float8)) || int8send((c.deprived::int8 << 32) | c.unknown)
          -- Few numbers at a time are faster than many. A settled B2 score beside unknown indicators can only have been copied.
          || int8send((coalesce(c.size, 0)::int8 << 48) | ((coalesce(c.b1, -1) + 1)::int8 << 32) | ((case when c.unknown <> 0 then coalesce(c.b2, -1) else -1 end + 1)::int8 << 16)
            | (coalesce(array_position(${areaKindsInColumns.slice(1)}::text[], c.area_kind), 0) * ${sql.lit(flags.areaKind)}
              + case when c.class <> c.computed_class then ${sql.lit(flags.otherwise)} else 0 end + case when c.packed_facts is null then 0 else ${sql.lit(flags.packed)} end)), ''::bytea) as records
      from ${own} group by c.village_id, c.area_path`.execute(db);
    const older = rows.some(({ hasOlder }) => hasOlder) ? await packOlder(db, own) : new Map<string, Uint8Array>();
    for (const { id, path, records, facts, hasOlder } of rows) {
      const packed = Buffer.from(facts ?? '', 'base64');
      found.push({ id, path, records, facts: hasOlder ? withOlder(records, packed, older) : packed });
    }
  }
  return found;
}

/** The facts, packed, of records that have them only as they were told: those from before they were packed at once. */
async function packOlder(db: Db, own: RawBuilder<unknown>): Promise<Map<string, Uint8Array>> {
  const packed = new Map<string, Uint8Array>();
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ id: Id; facts: Facts }>`
      select c.household_id as id, c.facts from ${own} and c.packed_facts is null and c.household_id > ${after}::uuid order by c.household_id limit ${chunk}`.execute(db);
    for (const { id, facts } of rows) packed.set(id, packFacts(facts));
    if (rows.length < chunk) return packed;
    after = rows.at(-1)!.id;
  }
}

const chunk = 20_000;

/** The facts of a village in the order of its records, those put in that were packed just now. One that came in between has none: its village is read again the next time. */
function withOlder(records: Uint8Array, facts: Buffer, older: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const view = new DataView(facts.buffer, facts.byteOffset, facts.byteLength);
  const parts: Uint8Array[] = [];
  let next = 0;
  for (let place = 0; place < records.length; place += recordBytes) {
    if ((records[place + recordBytes - 1]! & flags.packed) === 0) {
      parts.push(older.get(idOf({ ids: records.subarray(place) }, 0)) ?? nothingTold);
      continue;
    }
    const end = next + packedLength(membersListed(view, next));
    parts.push(facts.subarray(next, end));
    next = end;
  }
  return Buffer.concat(parts);
}

const nothingTold = packFacts(Facts.parse({}));

/** How many households are in the rounds, as the figures count them: to say how far the reading is. */
export async function countHouseholds(db: Db, { roundIds, standardId }: TriedOn): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(sum(value), 0)::int8 as n from commune_figure where round_id = any(${roundIds}::uuid[]) and standard_id = ${standardId}
      and measure = any(${HouseholdClass.options.map((name) => `households.${name}`)}::text[])`.execute(db);
  return rows[0]!.n;
}

/** How often the records of rounds changed so far: each change adds a row and none is ever taken away. */
export async function countChanges(db: Db, roundIds: readonly Id[]): Promise<Map<Id, number>> {
  const { rows } = await sql<{ round: Id; changes: number }>`select round_id as round, count(*) as changes from register_change where round_id = any(${roundIds}::uuid[]) group by 1`.execute(db);
  return new Map(rows.map(({ round, changes }) => [round, changes]));
}

/** The same by village, of those that changed at all. */
export async function changesByVillage(db: Db, roundIds: readonly Id[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ village: string; changes: number }>`select village_id as village, count(*) as changes from register_change where round_id = any(${roundIds}::uuid[]) group by 1`.execute(db);
  return new Map(rows.map(({ village, changes }) => [village, changes]));
}

export const insertChanges = (db: Db, rows: readonly { change_id: Id; round_id: Id; village_id: string }[]): Promise<void> => insertRows(db, 'register_change', rows);

/** How often what areas there are and where they lie changed so far (see `area_change`). */
export async function countAreaChanges(db: Db): Promise<number> {
  const { n } = await db.selectFrom('area_change').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return n;
}

export interface UnitBelow {
  area: AreaName;
  /** The villages in it on the day. */
  villages: string[];
}

/** The units one level below an area on a day, in dictionary order, with their villages. */
export async function unitsBelow(db: Db, areaId: AreaRef, day: PlainDate): Promise<UnitBelow[]> {
  const stands = (version: string) => sql`${sql.ref(`${version}.valid_from`)} <= ${day} and (${sql.ref(`${version}.valid_to`)} is null or ${sql.ref(`${version}.valid_to`)} >= ${day})`;
  const { rows } = await sql<{ unit: string; code: string | null; level: string; name: string; kind: string; villages: string[] | null }>`
    with recursive child as (
      select v.area_id, v.name, v.kind, v.sort_key, a.code, a.level from area_version v join area a using (area_id) where v.parent_id = ${areaId} and ${stands('v')}),
    down as (
      select area_id as unit, area_id, level from child
      union all
      select down.unit, v.area_id, a.level from down join area_version v on v.parent_id = down.area_id join area a on a.area_id = v.area_id where ${stands('v')})
    select c.area_id as unit, c.code, c.level, c.name, c.kind, array_agg(d.area_id) filter (where d.level = 'village') as villages
    from child c join down d on d.unit = c.area_id
    group by c.area_id, c.code, c.level, c.name, c.kind, c.sort_key order by c.sort_key, c.area_id`.execute(db);
  return rows.map(({ unit, code, level, name, kind, villages }) => ({ area: { id: unit as AreaRef, code, level: level as Level, name, kind }, villages: villages ?? [] }));
}

export interface NamedHousehold {
  id: Id;
  head: string;
  sortKey: string;
  size: number | null;
  village: string;
  commune: string | null;
}

/** The names of some households of a round, and where they lay on a day. */
export async function namesOf(db: Db, triedOn: TriedOn, ids: readonly Id[], day: PlainDate): Promise<NamedHousehold[]> {
  const { rows } = await sql<NamedHousehold>`
    select c.household_id as id, c.head_name as head, c.head_sort_key as "sortKey", c.size, coalesce(w.name, l.name) as village, p.name as commune
    from class_record c
      join lateral (select name from area_version where area_id = c.village_id order by valid_from desc limit 1) as l on true
      left join area_version w on w.area_id = c.village_id and w.valid_from <= ${day} and (w.valid_to is null or w.valid_to >= ${day})
      left join area_version p on p.area_id = w.parent_id and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})
    where c.current and c.standard_id = ${triedOn.standardId} and c.round_id = any(${triedOn.roundIds}::uuid[]) and c.household_id = any(${ids}::uuid[])`.execute(db);
  return rows;
}
