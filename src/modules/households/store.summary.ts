import { sql } from 'kysely';
import type { Territory } from '#modules/areas/service.ts';
import type { Db } from '#platform/db/database.ts';
import { countryPath } from '#platform/db/scope.ts';
import type { ListScope } from './store.list.ts';

/**
 * What the summary of figures (of `measures`) counts in a territory, by measure. It is exact where the frame has recomputed what was marked; of the
 * whole country the sums of the communes are read, since it has many more villages.
 */
export async function summedUp(db: Db, { roundIds, standardId, territory }: Pick<ListScope, 'roundIds' | 'standardId' | 'territory'>, measures: readonly string[]): Promise<Map<string, number>> {
  if (roundIds.length === 0) return new Map();
  const { rows } = await sql<{ measure: string; value: number }>`
    select f.measure, sum(f.value)::int8 as value from ${placesOf(territory)}
      and f.round_id = any(${roundIds}::uuid[]) and f.standard_id = ${standardId} and f.measure = any(${measures}::text[])
    group by 1`.execute(db);
  return new Map(rows.map(({ measure, value }) => [measure, value]));
}

function placesOf(territory: Territory) {
  if ('villageIds' in territory) return sql`village_figure f where f.village_id = any(${territory.villageIds}::text[])`;
  if (territory.low === countryPath) return sql`commune_figure f where true`;
  // Villages that ended count where their land went; of one that was split, all of it counts in both places, so that small areas are not told by this.
  return sql`village_figure f where f.village_id in (select area_id from area_today where today_path >= ${territory.low} and today_path < ${territory.high})`;
}
