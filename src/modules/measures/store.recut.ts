import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.ts';
import { officialOn, standsOn } from './store.ts';

interface Across {
  asOf: PlainDate;
  /** The day on which an area that has ended is read; that of the data where there is none. */
  past: PlainDate;
  mapDay: PlainDate;
  roundIds: readonly string[];
}

export interface AcrossRow {
  /** Commune of the day of the data. */
  source: string;
  /** Commune of its villages on the other two days; null where nobody knows. */
  past: string | null;
  target: string | null;
  measure: string;
  value: number;
}

/**
 * In which commune the villages of communes lay on another day than that of the data: themselves, or the villages that they became or were made
 * of, if these lay in one. Nowhere, where they were only put to where most of a split commune went.
 */
const placesOn = (communeIds: readonly string[], day: PlainDate, asOf: PlainDate) => {
  const [next, from] = day >= asOf ? (['new_id', 'old_id'] as const) : (['old_id', 'new_id'] as const);
  return sql`(
    with recursive being as (
      select v.area_id as village_id, v.area_id from area_version v where v.parent_id = any(${communeIds}::text[]) and ${standsOn('v', asOf)}
      union
      select being.village_id, ${sql.ref(`l.${next}`)} from being join area_lineage l on ${sql.ref(`l.${from}`)} = being.area_id)
    select being.village_id, min(v.parent_id) as parent_id from being join area_version v on v.area_id = being.area_id
    where ${standsOn('v', day)} and (not v.assumed or ${day} = ${asOf}) group by 1 having count(distinct v.parent_id) = 1)`;
};

/** Sums of the village summary by commune of the day of the data, and by the communes in which the same villages lay on other days. */
export async function sumsAcross(db: Db, communeIds: readonly string[], { asOf, past, mapDay, roundIds, measures }: Across & { measures: readonly string[] }): Promise<AcrossRow[]> {
  const { rows } = await sql<AcrossRow>`
    select d.parent_id as source, p.parent_id as past, m.parent_id as target, f.measure, sum(f.value)::int8 as value
    from area_version d join village_figure f on f.village_id = d.area_id
      join ${officialOn(asOf, roundIds)} as official on official.round_id = f.round_id and official.standard_id = f.standard_id
      left join ${placesOn(communeIds, past, asOf)} as p on p.village_id = d.area_id
      left join ${placesOn(communeIds, mapDay, asOf)} as m on m.village_id = d.area_id
    where d.parent_id = any(${communeIds}::text[]) and ${standsOn('d', asOf)} and f.measure = any(${measures}::text[])
    group by 1, 2, 3, 4`.execute(db);
  return rows;
}

/** Villages with figures of communes of the day of the data whose place on the other days is not known, by commune. */
export async function unplacedVillages(db: Db, communeIds: readonly string[], { asOf, past, mapDay, roundIds }: Across): Promise<Map<string, number>> {
  const { rows } = await sql<{ commune: string; villages: number }>`
    select d.parent_id as commune, count(distinct f.village_id)::int8 as villages
    from village_figure f join area_version d on d.area_id = f.village_id
      left join ${placesOn(communeIds, past, asOf)} as p on p.village_id = d.area_id
      left join ${placesOn(communeIds, mapDay, asOf)} as m on m.village_id = d.area_id
    where f.round_id = any(${roundIds}::uuid[]) and d.parent_id = any(${communeIds}::text[]) and ${standsOn('d', asOf)} and (p.village_id is null or m.village_id is null)
    group by 1`.execute(db);
  return new Map(rows.map(({ commune, villages }) => [commune, villages]));
}

/** Of villages that were merged of others since: the ones of the day of the data that went into them whole. */
export async function mergedOf(db: Db, villageIds: readonly string[], asOf: PlainDate): Promise<{ village: string; part: string }[]> {
  const { rows } = await sql<{ village: string; part: string }>`
    with recursive land as (
      select id as village, id as part from unnest(${villageIds}::text[]) as v (id)
      union
      select land.village, l.old_id from land join area_lineage l on l.new_id = land.part and l.kind = 'whole' join area a on a.area_id = l.old_id and a.level = 'village')
    select land.village, land.part from land join area_version v on v.area_id = land.part where land.part <> land.village and ${standsOn('v', asOf)}`.execute(db);
  return rows;
}

/** Which of some areas stood on a day. */
export async function standingOn(db: Db, areaIds: readonly string[], day: PlainDate): Promise<Set<string>> {
  const { rows } = await sql<{ area_id: string }>`select area_id from area_version v where area_id = any(${areaIds}::text[]) and ${standsOn('v', day)}`.execute(db);
  return new Set(rows.map(({ area_id }) => area_id));
}
