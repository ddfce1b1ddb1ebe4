import { sql } from 'kysely';
import { sortKey } from '#kernel/vietnamese.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { AreaRef } from './contract.ts';
import type { Placement } from './rules.ts';
import { insertChange } from './store.find.ts';

export interface NewVillage {
  id: string;
  name: string;
  kind: string;
  areaPath: string;
  /** The communes that it lay in, oldest first, and its name there. */
  placements: readonly (Placement & { name: string })[];
}

/** Holds the map as it is until the end of the transaction: with others who write by it, or alone to change it. */
export async function lockMap(db: Db, how: 'shared' | 'alone'): Promise<void> {
  const lock = sql.raw(how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
  await sql`select ${lock}(hashtextextended('area_act', 0))`.execute(db);
}

/** Ids of the villages of a commune on a day, by the sort key of their names: case and spaces do not count, diacritics do. */
export async function villagesOf(db: Db, communeId: AreaRef, day: PlainDate): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('area_version')
    .select(['area_id', 'name'])
    .where('parent_id', '=', communeId)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .execute();
  return new Map(rows.map(({ area_id, name }) => [sortKey(name), area_id]));
}

/** Adds villages as one change of the areas, named `changeId`. */
export async function insertVillages(db: Db, changeId: string, villages: readonly NewVillage[]): Promise<void> {
  await insertRows(db, 'area', villages.map(({ id, areaPath }) => ({ area_id: id, code: null, level: 'village', epoch: null, area_path: areaPath, source: 'officer' })));
  await insertRows(
    db,
    'area_version',
    villages.flatMap(({ id, kind, placements }) =>
      placements.map(({ communeId, from, to, assumed, name }) => ({
        area_id: id, valid_from: from, valid_to: to, since_before: true, name, kind, parent_id: communeId, urban: null, sort_key: sortKey(name), assumed,
      })),
    ),
  );
  await insertRows(db, 'area_today', villages.map(({ id, areaPath }) => ({ area_id: id, today_path: areaPath, main: true })));
  await insertChange(db, { id: changeId, areaIds: villages.map(({ id }) => id) });
}

/** Takes it for known that villages lie in a commune where they were only put; says which were not known before. */
export async function settleVillages(db: Db, communeId: AreaRef, villageIds: readonly string[]): Promise<string[]> {
  if (villageIds.length === 0) return [];
  const rows = await db
    .updateTable('area_version')
    .set({ assumed: false })
    .where('parent_id', '=', communeId)
    .where('area_id', 'in', [...villageIds])
    .where('assumed', '=', true)
    .returning('area_id')
    .execute();
  return rows.map(({ area_id }) => area_id);
}
