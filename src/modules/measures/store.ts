import { sql, type RawBuilder } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef, Level } from '#modules/areas/contract.ts';
import { unknownVillage } from '#modules/areas/rules.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { StatisticSource } from './contract.ts';
import type { Unit } from './rules.figures.ts';

/** Whether a version of an area, by the name of its table in the query, stood on a day. */
export function standsOn(version: string, day: PlainDate) {
  const [from, to] = [sql.ref(`${version}.valid_from`), sql.ref(`${version}.valid_to`)];
  return sql`${from} <= ${day} and (${to} is null or ${to} >= ${day})`;
}

/** That an area is one of some, which may be thousands: a sub-query, since the planner weighs every value of `= any(…)` one by one. */
const oneOf = (area: RawBuilder<unknown>, ids: readonly string[]) => sql`${area} in (select unnest(${ids}::text[]))`;

/** What lies in an area on a day down to the communes, or down to the villages, in dictionary order. The area itself is not among them. */
export async function unitsBelow(db: Db, areaId: AreaRef, day: PlainDate, withVillages: boolean): Promise<Unit[]> {
  const { rows } = await sql<{ area_id: string; code: string | null; level: string; name: string; kind: string; parent_id: string }>`
    with recursive down as (
      select v.area_id, v.parent_id, v.name, v.kind, v.sort_key, a.code, a.level from area_version v join area a using (area_id)
      where v.parent_id = ${areaId} and ${standsOn('v', day)} and (${withVillages} or a.level <> 'village')
      union all
      select v.area_id, v.parent_id, v.name, v.kind, v.sort_key, a.code, a.level from down join area_version v on v.parent_id = down.area_id join area a on a.area_id = v.area_id
      where ${standsOn('v', day)} and (${withVillages} or down.level <> 'commune'))
    select area_id, code, level, name, kind, parent_id from down order by sort_key, area_id`.execute(db);
  return rows.map(({ area_id, code, level, name, kind, parent_id }) => ({ id: area_id as AreaRef, code, level: level as Level, name, kind, parentId: parent_id as AreaRef }));
}

/** The rounds that show a day, each with its official standard. */
export const officialOn = (asOf: PlainDate, roundIds: readonly string[]) =>
  sql`(select r.round_id, s.standard_id from round r join round_standard s using (round_id) where s.official and r.as_of = ${asOf} and r.round_id = any(${roundIds}::uuid[]))`;

export interface SumRow {
  area: string;
  measure: string;
  value: number;
}

/** What an area has of each measure; a measure that is left out is 0. */
export interface AreaSums {
  area: string;
  sums: Record<string, number>;
}

interface OfRounds {
  asOf: PlainDate;
  roundIds: readonly string[];
  measures: readonly string[];
}

/** Sums of the summary by commune of the day of the data. Read it only after what is marked has been recomputed. */
export const sumsOfCommunes = (db: Db, communeIds: readonly string[], of: OfRounds): Promise<AreaSums[]> => sumsIn(db, 'commune_figure', 'commune_id', communeIds, of);

/** The summary of villages; as above. */
export const sumsOfVillages = (db: Db, villageIds: readonly string[], of: OfRounds): Promise<AreaSums[]> => sumsIn(db, 'village_figure', 'village_id', villageIds, of);

async function sumsIn(db: Db, table: string, column: string, areaIds: readonly string[], { asOf, roundIds, measures }: OfRounds): Promise<AreaSums[]> {
  const area = sql.ref(`f.${column}`);
  // Two rounds of a day never hold the same area: there is one row a measure.
  const { rows } = await sql<AreaSums>`
    select ${area} as area, json_object_agg(f.measure, f.value) as sums
    from ${sql.table(table)} f join ${officialOn(asOf, roundIds)} as official on official.round_id = f.round_id and official.standard_id = f.standard_id
    where ${oneOf(area, areaIds)} and f.measure = any(${measures}::text[])
    group by 1`.execute(db);
  return rows;
}

/** What a round says that it listed and asked in a commune or village; all null where it says nothing. */
export interface ListedRow {
  classes: string[] | null;
  indicators: string[] | null;
  standard_id: string | null;
}
/** The areas of which a round says the same: they are many, and what is said of them is mostly alike. */
export type OriginRow = ListedRow & { areas: string[] };

const listedOn = (asOf: PlainDate, roundIds: readonly string[]) =>
  sql`(select c.area_id, c.classes, c.indicators, official.standard_id from coverage c join ${officialOn(asOf, roundIds)} as official on official.round_id = c.round_id)`;

/** What a round listed in communes of the day of the data. */
export async function listedOfCommunes(db: Db, communeIds: readonly string[], asOf: PlainDate, roundIds: readonly string[]): Promise<OriginRow[]> {
  const { rows } = await sql<OriginRow>`
    select json_agg(asked.area) as areas, c.classes, c.indicators, c.standard_id
    from (select unnest(${communeIds}::text[]) as area) as asked left join ${listedOn(asOf, roundIds)} as c on c.area_id = asked.area
    group by c.classes, c.indicators, c.standard_id`.execute(db);
  return rows;
}

/** The villages of those communes of the day of the data of which a round says village by village what it listed. */
export async function listedByVillage(db: Db, communeIds: readonly string[], asOf: PlainDate, roundIds: readonly string[]): Promise<(ListedRow & { commune: string })[]> {
  const { rows } = await sql<ListedRow & { commune: string }>`
    with village as materialized (
      select v.parent_id as commune, c.classes, c.indicators, c.standard_id from area_version v left join ${listedOn(asOf, roundIds)} as c on c.area_id = v.area_id
      where ${oneOf(sql.ref('v.parent_id'), communeIds)} and ${standsOn('v', asOf)} and (v.kind <> ${unknownVillage.kind} or c.area_id is not null))
    select * from village where commune in (select commune from village where classes is not null)`.execute(db);
  return rows;
}

/** What was listed of villages of the day of the data, or else of the communes that they lay in. */
export async function originsOfVillages(db: Db, villageIds: readonly string[], asOf: PlainDate, roundIds: readonly string[]): Promise<OriginRow[]> {
  const { rows } = await sql<OriginRow>`
    select json_agg(v.area_id) as areas,
      coalesce(own.classes, c.classes) as classes, coalesce(own.indicators, c.indicators) as indicators, coalesce(own.standard_id, c.standard_id) as standard_id
    from area_version v left join ${listedOn(asOf, roundIds)} as own on own.area_id = v.area_id left join ${listedOn(asOf, roundIds)} as c on c.area_id = v.parent_id
    where ${oneOf(sql.ref('v.area_id'), villageIds)} and ${standsOn('v', asOf)}
    group by 2, 3, 4`.execute(db);
  return rows;
}

export interface StatisticRow {
  area_id: string;
  measure: string;
  value: number;
  source: StatisticSource;
}

/** What was published for areas and a day: of each figure the latest entry. */
export async function statisticsOf(db: Db, areaIds: readonly string[], asOf: PlainDate, measures: readonly string[]): Promise<StatisticRow[]> {
  const { rows } = await sql<StatisticRow>`
    select distinct on (area_id, measure) area_id, measure, value, source from statistic
    where as_of = ${asOf} and ${oneOf(sql.ref('area_id'), areaIds)} and measure = any(${measures}::text[]) and undone_at is null
    order by area_id, measure, entered_at desc, statistic_id desc`.execute(db);
  return rows;
}

/** Sums of what was published for the villages of communes that stood on the day of the data, where each village has it. */
export async function statisticsOfVillages(db: Db, communeIds: readonly string[], asOf: PlainDate, measures: readonly string[]): Promise<SumRow[]> {
  const { rows } = await sql<SumRow>`
    with latest as materialized (
      select distinct on (s.area_id, s.measure) v.parent_id, s.area_id, s.measure, s.value
      from statistic s join area a on a.area_id = s.area_id and a.level = 'village' join area_version v on v.area_id = s.area_id
        join area_version c on c.area_id = v.parent_id
      where s.as_of = ${asOf} and s.measure = any(${measures}::text[]) and ${oneOf(sql.ref('v.parent_id'), communeIds)} and s.undone_at is null and v.kind <> ${unknownVillage.kind}
        and ${standsOn('v', asOf)} and ${standsOn('c', asOf)}
      order by s.area_id, s.measure, s.entered_at desc, s.statistic_id desc),
    village as (
      select parent_id, count(*) as villages from area_version v
      where parent_id in (select parent_id from latest) and kind <> ${unknownVillage.kind} and ${standsOn('v', asOf)} group by 1)
    select latest.parent_id as area, latest.measure, sum(latest.value)::int8 as value from latest join village on village.parent_id = latest.parent_id
    group by latest.parent_id, latest.measure, village.villages having count(*) = village.villages`.execute(db);
  return rows;
}

/** The last days of years for which a round or a publication is on record, the oldest first. */
export async function yearEnds(db: Db): Promise<PlainDate[]> {
  const { rows } = await sql<{ as_of: string }>`
    select as_of from round where kind = 'yearly' union select as_of from statistic where extract(month from as_of) = 12 and extract(day from as_of) = 31 and undone_at is null
    order by as_of`.execute(db);
  return rows.map(({ as_of }) => as_of as PlainDate);
}

export type NewStatistic = StatisticRow & { statistic_id: string; as_of: string; entered_by: string | null; entered_at: Date; import_id: string | null };

export async function insertStatistics(db: Db, rows: readonly NewStatistic[]): Promise<void> {
  await insertRows(db, 'statistic', rows);
}

/** Marks the figures of an import as undone: the entries before them count again. Returns the areas concerned. */
export async function undoStatistics(db: Db, importId: Id, now: Date): Promise<string[]> {
  const rows = await db.updateTable('statistic').set({ undone_at: now }).where('import_id', '=', importId).where('undone_at', 'is', null).returning('area_id').execute();
  return rows.map(({ area_id }) => area_id);
}

/** What a round was last said to have listed in a commune or village. */
export async function findCoverage(db: Db, areaId: string, roundId: Id): Promise<{ classes: string[]; indicators: string[] } | undefined> {
  return db.selectFrom('coverage').select(['classes', 'indicators']).where('area_id', '=', areaId).where('round_id', '=', roundId).executeTakeFirst();
}

/** Sets what a round listed in a commune, in place of what was set before. */
export async function putCoverage(db: Db, row: { area_id: string; round_id: string; classes: string[]; indicators: string[]; entered_at: Date }): Promise<void> {
  const { classes, indicators, entered_at } = row;
  await db.insertInto('coverage').values(row).onConflict((conflict) => conflict.columns(['area_id', 'round_id']).doUpdateSet({ classes, indicators, entered_at })).execute();
}

/** Where the main land of areas lies on today's map: what their audit rows are filed under. */
export async function mainPaths(db: Db, areaIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom('area_today').select(['area_id', 'today_path']).where('main', '=', true).where('area_id', 'in', [...areaIds]).execute();
  return new Map(rows.map(({ area_id, today_path }) => [area_id, today_path]));
}
