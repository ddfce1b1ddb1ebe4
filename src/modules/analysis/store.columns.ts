import { sql, type RawBuilder } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaName, AreaRef, Level } from '#modules/areas/contract.ts';
import type { Territory } from '#modules/areas/service.ts';
import type { Facts } from '#modules/standards/contract.facts.ts';
import { areaKindsInColumns, type HouseholdColumns } from '#modules/standards/rules.columns.ts';
import type { AreaKind } from '#modules/standards/contract.ts';
import type { Db } from '#platform/db/database.ts';

/** Which records are tried on: the current ones of rounds under one standard, in a territory. */
export interface TriedOn {
  roundIds: readonly Id[];
  standardId: string;
  territory: Territory;
}

const recordsOf = ({ roundIds, standardId, territory }: TriedOn): RawBuilder<unknown> => sql`
  class_record c where c.current and c.standard_id = ${standardId} and c.round_id = any(${roundIds}::uuid[])
    and ${'low' in territory ? sql`c.area_path >= ${territory.low} and c.area_path < ${territory.high}` : sql`c.village_id = any(${territory.villageIds}::text[])`}`;

export interface Register {
  ids: Id[];
  /** Place of each row's village in `villages`. */
  village: Int32Array;
  villages: string[];
  /** Persons; 0 is unknown. */
  size: Int16Array;
  columns: HouseholdColumns;
  /** Records whose official class, by a decision, is not the computed one. */
  decidedOtherwise: number;
}

/** The register of a territory in columns. One statement; row-level security holds it to the post. */
export async function readRegister(db: Db, triedOn: TriedOn): Promise<Register> {
  const { rows } = await sql<{ id: string; village: string; size: number | null; income: number | null; b1: number | null; b2: number | null; deprived: number; unknown: number; kind: AreaKind | null; otherwise: boolean }>`
    select c.household_id as id, c.village_id as village, c.size, c.income, c.b1, c.b2, c.deprived, c.unknown, c.area_kind as kind, c.class <> c.computed_class as otherwise
    from ${recordsOf(triedOn)}`.execute(db);
  const places = new Map<string, number>();
  const village = new Int32Array(rows.length);
  const size = new Int16Array(rows.length);
  const columns: HouseholdColumns = {
    income: new Float64Array(rows.length),
    b1: new Int16Array(rows.length),
    copiedB2: new Int16Array(rows.length),
    deprived: new Int32Array(rows.length),
    unknown: new Int32Array(rows.length),
    areaKind: new Uint8Array(rows.length),
  };
  let decidedOtherwise = 0;
  rows.forEach((row, place) => {
    if (!places.has(row.village)) places.set(row.village, places.size);
    village[place] = places.get(row.village)!;
    size[place] = row.size ?? 0;
    columns.income[place] = row.income ?? NaN;
    columns.b1[place] = row.b1 ?? -1;
    // A settled score beside unknown indicators can only have been copied.
    columns.copiedB2[place] = row.unknown !== 0 && row.b2 !== null ? row.b2 : -1;
    columns.deprived[place] = row.deprived;
    columns.unknown[place] = row.unknown;
    columns.areaKind[place] = areaKindsInColumns.indexOf(row.kind);
    if (row.otherwise) decidedOtherwise++;
  });
  return { ids: rows.map(({ id }) => id as Id), village, villages: [...places.keys()], size, columns, decidedOtherwise };
}

const chunk = 20_000;

/** The raw facts of the households, some at a time and in no order. */
export async function* readFacts(db: Db, triedOn: TriedOn): AsyncGenerator<{ id: Id; facts: Facts }[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ id: Id; facts: Facts }>`
      select c.household_id as id, c.facts from ${recordsOf(triedOn)} and c.household_id > ${after}::uuid order by c.household_id limit ${chunk}`.execute(db);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.id;
  }
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
