import { sql } from 'kysely';
import type { Role } from '#kernel/permission.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.ts';
import { asOwner } from '#platform/db/repath.ts';
import { rangeOf } from '#platform/db/scope.ts';
import type { Following } from './contract.acts.ts';

/** What lies in parts of today’s map, and what names the areas themselves: read, never written. */
export async function followingIn(db: Db, paths: readonly string[], areaIds: readonly string[]): Promise<Following[]> {
  const ranges = JSON.stringify(paths.map((path) => ({ low: path, high: rangeOf(path).high })));
  const inLand = sql`exists (select from json_to_recordset(${ranges}::json) as r (low text, high text) where t.area_path >= r.low collate "C" and t.area_path < r.high collate "C")`;
  const named = sql`t.area_id = any(${areaIds}::text[])`;
  const { rows } = await sql<Following>`
    select 'villages' as what, count(*)::int as count from area t where t.level = 'village' and ${inLand}
    union all select 'households', count(*)::int from household t where ${inLand} and t.undone_at is null and t.merged_into is null
    union all select 'persons', count(*)::int from member t where ${inLand} and t.undone_at is null and t.valid_to is null
    union all select 'classes', count(*)::int from class_record t where ${inLand} and t.current
    union all select 'ledgers', count(*)::int from household_ledger_closing t where ${inLand}
    union all select 'pairs', count(*)::int from duplicate_pair t where ${inLand} and t.state = 'open'
    union all select 'corrections', count(*)::int from member_correction t where ${inLand} and t.accepted is null
    union all select 'imports', count(*)::int from import_run t where ${inLand} and t.undone_at is null
    union all select 'scenarios', count(*)::int from scenario t where ${inLand} and t.removed_at is null
    union all select 'statistics', count(*)::int from statistic t where ${named} and t.undone_at is null
    union all select 'rounds', count(distinct t.round_id)::int from class_record t where ${inLand} and t.current
    union all select 'lists', ((select count(*) from special_area t where ${named}) + (select count(*) from special_list_unit t where ${named}))::int`.execute(db);
  return rows;
}

export interface PostOfArea {
  name: string;
  role: Role;
  areaId: string;
  areaPath: string;
}

/** The posts of a day at some areas, with who holds them. */
export async function postsAt(db: Db, areaIds: readonly string[], day: PlainDate): Promise<PostOfArea[]> {
  return asOwner(db, async (owner) => {
    const { rows } = await sql<PostOfArea>`
      select u.name, p.role, p.area_id as "areaId", p.area_path as "areaPath" from post p join auth_user u on u.id = p.user_id
      where p.area_id = any(${areaIds}::text[]) and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day}) order by p.role, u.name`.execute(owner);
    return rows;
  });
}
