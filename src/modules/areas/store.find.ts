import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { AreaRef, Level } from './contract.ts';
import type { NamedArea } from './rules.search.ts';

/** How often areas changed so far: each change adds a row and none is ever taken away. */
export async function countChanges(db: Db): Promise<number> {
  const { n } = await db.selectFrom('area_change').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return n;
}

/** What tells the areas as they are from those before any change: how often they changed, and the latest change. */
export async function latestChange(db: Db): Promise<string> {
  const [count, [latest]] = [await countChanges(db), await latestChanges(db, 1)];
  return `${count} ${latest?.id ?? ''}`;
}

export interface AreaChange {
  id: string;
  /** The areas that were added; null where all must be read again. */
  areaIds: string[] | null;
}

/** The changes that were made last, newest first. */
export async function latestChanges(db: Db, limit: number): Promise<AreaChange[]> {
  const rows = await db.selectFrom('area_change').select(['change_id', 'area_ids']).orderBy('change_id', 'desc').limit(limit).execute();
  return rows.map(({ change_id, area_ids }) => ({ id: change_id, areaIds: area_ids }));
}

export async function changeIds(db: Db): Promise<string[]> {
  return (await db.selectFrom('area_change').select('change_id').execute()).map(({ change_id }) => change_id);
}

export const insertChange = (db: Db, { id, areaIds }: AreaChange): Promise<void> => insertRows(db, 'area_change', [{ change_id: id, area_ids: areaIds }]);

/** Areas with all their names, oldest first: those of the ids, or all. */
export async function namedAreas(db: Db, ids?: readonly string[]): Promise<NamedArea[]> {
  const rows = await db
    .selectFrom('area as a')
    .innerJoin('area_version as v', 'v.area_id', 'a.area_id')
    .select(['a.area_id', 'a.code', 'a.level', 'a.area_path', 'v.name', 'v.kind', 'v.parent_id', 'v.valid_from', 'v.valid_to', 'v.sort_key'])
    .$if(ids !== undefined, (query) => query.where('a.area_id', '=', sql<string>`any(${ids})`))
    .orderBy('a.area_id')
    .orderBy('v.valid_from')
    .execute();
  const areas: (NamedArea & { names: NamedArea['names'][number][] })[] = [];
  for (const { area_id, code, level, area_path, name, kind, parent_id, valid_from, valid_to, sort_key } of rows) {
    if (areas.at(-1)?.id !== area_id) areas.push({ id: area_id as AreaRef, code, level: level as Level, areaPath: area_path, names: [] });
    areas.at(-1)!.names.push({ name, kind, parentId: parent_id as AreaRef | null, from: valid_from as PlainDate, to: valid_to as PlainDate | null, sortKey: sort_key });
  }
  return areas;
}
