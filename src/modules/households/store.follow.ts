import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.ts';

/** The village of a household is the last part of its path: sets it where villages were merged or split. */
export async function alignVillages(db: Db, paths: readonly string[]): Promise<void> {
  await sql`
    update household set village_id = split_part(area_path, '.', 3)
    where area_path = any(${paths}::text[]) and split_part(area_path, '.', 3) <> '' and village_id <> split_part(area_path, '.', 3)`.execute(db);
}

/** The same of what was listed for a day on which the new map stood already. */
export async function alignLists(db: Db, paths: readonly string[], day: PlainDate): Promise<void> {
  await sql`
    update class_record set village_id = split_part(area_path, '.', 3) from round r
    where r.round_id = class_record.round_id and r.as_of >= ${day} and area_path = any(${paths}::text[])
      and split_part(area_path, '.', 3) <> '' and village_id <> split_part(area_path, '.', 3)`.execute(db);
}

interface Pair {
  one: string;
  other: string;
  onePath: string;
  otherPath: string;
  oneVillage: string;
  otherVillage: string;
}

/** Pairs of which one household at least lives at one of the paths, or that were kept at one of them. */
export async function pairsAt(db: Db, paths: readonly string[]): Promise<Pair[]> {
  const here = sql`any(${paths}::text[])`;
  const { rows } = await sql<Pair>`
    select p.household_id as one, p.other_household_id as other, a.area_path as "onePath", b.area_path as "otherPath", a.village_id as "oneVillage", b.village_id as "otherVillage"
    from (select household_id, other_household_id from duplicate_pair union select household_id, other_household_id from duplicate_decision) as p
      join household a on a.household_id = p.household_id join household b on b.household_id = p.other_household_id
    where a.area_path = ${here} or b.area_path = ${here}`.execute(db);
  return rows;
}

/** Puts pairs where both households are seen. */
export async function alignPairs(db: Db, pairs: readonly (Pair & { path: string })[]): Promise<void> {
  const placed = sql`json_to_recordset(${JSON.stringify(pairs)}::json) as n (one uuid, other uuid, path text, "oneVillage" text, "otherVillage" text)`;
  await sql`
    update duplicate_pair set area_path = n.path, village_id = n."oneVillage", other_village_id = n."otherVillage" from ${placed}
    where household_id = n.one and other_household_id = n.other`.execute(db);
  await sql`update duplicate_decision set area_path = n.path from ${placed} where household_id = n.one and other_household_id = n.other`.execute(db);
}

/** Takes out what was worked out for villages that are taken off the map again. */
export async function dropDerived(db: Db, villageIds: readonly string[]): Promise<void> {
  await sql`delete from class_change where village_id = any(${villageIds}::text[])`.execute(db);
  await sql`delete from class_trait where village_id = any(${villageIds}::text[])`.execute(db);
}
