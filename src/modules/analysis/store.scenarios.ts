import type { Insertable, Selectable } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Db } from '#platform/db/database.ts';
import type { ScenarioTable } from '#platform/db/tables.ts';

export type ScenarioRow = Selectable<ScenarioTable>;

export async function insertScenario(db: Db, row: Omit<Insertable<ScenarioTable>, 'changes' | 'cost' | 'moves'> & { changes: unknown; cost: unknown; moves: unknown }): Promise<void> {
  const { changes, cost, moves, ...rest } = row;
  await db.insertInto('scenario').values({ ...rest, changes: JSON.stringify(changes), cost: cost === null ? null : JSON.stringify(cost), moves: JSON.stringify(moves) }).execute();
}

/** Saved scenarios whose area lies in a range of paths, the newest first. */
export function scenariosIn(db: Db, low: string, high: string): Promise<ScenarioRow[]> {
  return db.selectFrom('scenario').selectAll().where('area_path', '>=', low).where('area_path', '<', high).where('removed_at', 'is', null).orderBy('saved_at', 'desc').limit(200).execute();
}

/** Marks a scenario as removed; the path of its area, or undefined where there is none. */
export async function markRemoved(db: Db, id: Id, by: { removed_by: string | null; removed_at: Date }): Promise<string | undefined> {
  const row = await db.updateTable('scenario').set(by).where('scenario_id', '=', id).where('removed_at', 'is', null).returning('area_path').executeTakeFirst();
  return row?.area_path;
}
