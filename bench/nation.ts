/** A made country for benchmarks: the shipped catalogue with villages, a round a province, and what the rounds listed. Set by set, as no person would write it. */
import { sql } from 'kysely';
import { plainDate } from '#kernel/plain-date.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { indicatorCodes } from '#modules/standards/rules.masks.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Db } from '#platform/db/database.ts';

export const standardId = 'P2022';
/** Years with a round in every province; the villages stand on the map of today. */
export const years = [2025, 2026] as const;
export const asOf = plainDate('2025-12-31');
export const classes = HouseholdClass.options;
export const codes = indicatorCodes(getStandard(standardId).standard);

/** A whole number from 0 to below `below` that is always the same for a text. */
export const draw = (text: string, below: number) => sql`(abs(hashtext(${sql.raw(text)})::int8) % ${sql.lit(below)})`;

/** Gives every commune of today so many villages, opens the rounds, and says that all was listed and asked. Returns how many communes and villages there are. */
export async function fillNation(db: Db, villagesEach: number): Promise<{ communes: number; villages: number }> {
  await sql`
    create table bench_village as
    select md5('village ' || a.area_id || n)::uuid::text as village_id, a.area_id as commune_id, p.area_id as province_id, a.area_path || '.' || md5('village ' || a.area_id || n)::uuid as path, n
    from area a join area_version v on v.area_id = a.area_id and v.valid_from <= ${asOf} and (v.valid_to is null or v.valid_to >= ${asOf})
      join area p on p.area_id = v.parent_id, generate_series(1, ${villagesEach}::int) as n
    where a.level = 'commune' and a.area_path is not null`.execute(db);
  await sql`insert into area (area_id, level, area_path, source) select village_id, 'village', path, 'officer' from bench_village`.execute(db);
  await sql`
    insert into area_version (area_id, valid_from, since_before, name, kind, parent_id, sort_key)
    select village_id, ${plainDate('2025-07-01')}, true, 'Thôn ' || n, 'Thôn', commune_id, 'thôn ' || n from bench_village`.execute(db);
  await sql`insert into area_today (area_id, today_path, main) select village_id, path, true from bench_village`.execute(db);
  for (const year of years) {
    await sql`
      insert into round (round_id, area_id, year, as_of, kind, opened_at)
      select md5('round ' || province_id || ${year}::int)::uuid, province_id, ${year}, make_date(${year}, 12, 31), 'yearly', now() from (select distinct province_id from bench_village) as province`.execute(db);
  }
  await sql`insert into round_standard (round_id, standard_id, official) select round_id, ${standardId}, true from round`.execute(db);
  await sql`
    insert into coverage (area_id, round_id, classes, indicators, entered_at)
    select distinct v.commune_id, r.round_id, ${[...classes]}::text[], ${[...codes]}::text[], now() from bench_village v join round r on r.area_id = v.province_id`.execute(db);
  const { rows } = await sql<{ communes: number; villages: number }>`select count(distinct commune_id) as communes, count(*) as villages from bench_village`.execute(db);
  return rows[0]!;
}

/** Fills the summary of the villages, and what was published of the communes, as if the households stood behind it. */
export async function fillSummary(db: Db): Promise<number> {
  const measures = [
    ...classes.flatMap((one) => [`households.${one}`, `persons.${one}`]),
    ...(['poor', 'near_poor'] as const).flatMap((one) => [`deprivations.${one}`, ...codes.flatMap((code) => [`deprived.${one}.${code}`, `unknown.${one}.${code}`])]),
  ];
  await sql`
    insert into village_figure (village_id, round_id, standard_id, measure, value)
    select v.village_id, r.round_id, ${standardId}, m.measure, 1 + ${draw('v.village_id || m.measure || r.year', 60)}
    from bench_village v join round r on r.area_id = v.province_id, unnest(${measures}::text[]) as m (measure)`.execute(db);
  await sql`
    insert into commune_figure (commune_id, round_id, standard_id, measure, value)
    select v.commune_id, f.round_id, f.standard_id, f.measure, sum(f.value)::int8 from bench_village v join village_figure f on f.village_id = v.village_id group by 1, 2, 3, 4`.execute(db);
  await sql`
    insert into statistic (statistic_id, area_id, as_of, measure, value, source, entered_at)
    select md5('statistic ' || commune_id || day)::uuid, commune_id, day, 'households.all', 5000, '{"text": {"vi": "Số liệu giả định", "en": "Made figures"}, "document": null, "mark": "made_up"}', now()
    from (select distinct commune_id from bench_village) as commune, (select distinct as_of as day from round) as days`.execute(db);
  const { rows } = await sql<{ figures: number }>`select count(*) as figures from village_figure`.execute(db);
  await sql`vacuum analyze`.execute(db);
  return rows[0]!.figures;
}
