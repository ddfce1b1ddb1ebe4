import { sql } from 'kysely';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { VillageRound } from './store.changes.ts';

/** A current class record with the people of the household on the day of its round. */
export interface ListedRecord extends VillageRound {
  household_id: string;
  standard_id: string;
  area_path: string;
  as_of: string;
  size: number | null;
  deprived: number;
  unknown: number;
  causes: string[];
  /** The facts, where they tell of the members one by one. */
  facts: unknown;
  ethnicity: string | null;
  /** Births of all who are listed, null where a paper tells none. */
  births: (string | null)[];
}

const pairsOf = (pairs: readonly VillageRound[]) => sql`json_to_recordset(${JSON.stringify(pairs)}::json) as pair (village_id text, round_id uuid)`;

/** Run by the one who recomputes, over all areas. */
export async function listedRecords(owner: Db, pairs: readonly VillageRound[]): Promise<ListedRecord[]> {
  const { rows } = await sql<ListedRecord>`
    with record as materialized (
      select c.household_id, c.round_id, c.standard_id, c.village_id, c.area_path, r.as_of, c.size, c.deprived, c.unknown, c.causes,
        case when jsonb_typeof(c.facts -> 'members') = 'array' then c.facts end as facts
      from class_record c join ${pairsOf(pairs)} on c.village_id = pair.village_id and c.round_id = pair.round_id join round r on r.round_id = c.round_id
      where c.current),
    day as (select distinct household_id, as_of from record),
    family as materialized (
      select d.household_id, d.as_of, max(m.ethnicity) filter (where m.head) as ethnicity, json_agg(m.birth) as births
      from day d join member m on m.household_id = d.household_id and m.undone_at is null and m.valid_from <= d.as_of and (m.valid_to is null or m.valid_to > d.as_of)
      group by d.household_id, d.as_of)
    select record.*, family.ethnicity, coalesce(family.births, '[]'::json) as births
    from record left join family on family.household_id = record.household_id and family.as_of = record.as_of`.execute(owner);
  return rows;
}

export interface TraitRow extends VillageRound {
  household_id: string;
  standard_id: string;
  area_path: string;
  ethnicity: string | null;
  causes: string[];
  causes_unmapped: string[];
  children: number | null;
  children_deprived: Record<string, number>;
}

/** Puts the traits of villages in rounds in the place of those that stood there. */
export async function replaceTraits(owner: Db, pairs: readonly VillageRound[], rows: readonly TraitRow[]): Promise<void> {
  await sql`delete from class_trait using ${pairsOf(pairs)} where class_trait.village_id = pair.village_id and class_trait.round_id = pair.round_id`.execute(owner);
  // A household that moved within the round has its old row in another village, which may not be marked yet.
  const keys = JSON.stringify(rows.map(({ household_id, round_id, standard_id }) => ({ household_id, round_id, standard_id })));
  await sql`
    delete from class_trait using json_to_recordset(${keys}::json) as key (household_id uuid, round_id uuid, standard_id text)
    where class_trait.household_id = key.household_id and class_trait.round_id = key.round_id and class_trait.standard_id = key.standard_id`.execute(owner);
  await insertRows(owner, 'class_trait', rows);
}
