import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { words } from '#kernel/vietnamese.ts';
import type { Db } from '#platform/db/database.ts';
import type { AreaHit, AreaRef, Level } from './contract.ts';

/** Sorts after every word that begins with what stands before it. */
const last = '\u{10ffff}';

/**
 * Areas of any time whose words begin with the words of `text`, without diacritics: those that stand today first, then by level.
 * Words of what an area lies in count too, so that `nga thanh nga son` finds the commune in the district.
 */
export async function findAreas(db: Db, text: string, today: PlainDate, level: Level | undefined, limit: number): Promise<AreaHit[]> {
  const asked = words(text);
  if (asked.length === 0) return [];
  const matches = sql.join(
    asked.map((word) => sql`select area_id, bool_or(own) as own, bool_or(own and word = ${word}) as exact from area_word where word >= ${word} and word < ${word + last} group by area_id`),
    sql` union all `,
  );
  const { rows } = await sql<{ area_id: string; code: string | null; level: string; name: string; kind: string; valid_from: string; valid_to: string | null; within: string | null }>`
    with hit as (
      select area_id, count(*) filter (where own) as own, count(*) filter (where exact) as exact
      from (${matches}) as word group by area_id having count(*) = ${asked.length} and bool_or(own)),
    best as (
      select a.area_id, a.code, a.level, v.name, v.kind, v.valid_from, v.valid_to, v.parent_id, v.sort_key,
        hit.own, hit.exact, (v.valid_to is null or v.valid_to >= ${today}) as stands,
        array_position(array['country', 'province', 'district', 'commune', 'village'], a.level) as rank
      from hit join area a using (area_id)
      join lateral (select * from area_version where area_version.area_id = a.area_id order by valid_from desc limit 1) v on true
      where ${level ?? null}::text is null or a.level = ${level ?? ''}
      order by hit.exact desc, stands desc, hit.own desc, rank, v.sort_key, v.valid_from desc limit ${limit})
    select area_id, code, level, name, kind, valid_from, valid_to,
      (with recursive up as (
         select v.area_id, v.name, v.parent_id, 1 as height from area_version v
         where v.area_id = best.parent_id and v.valid_from <= best.valid_from and (v.valid_to is null or v.valid_to >= best.valid_from)
         union all
         select v.area_id, v.name, v.parent_id, up.height + 1 from up join area_version v on v.area_id = up.parent_id
         where v.parent_id is not null and v.valid_from <= best.valid_from and (v.valid_to is null or v.valid_to >= best.valid_from))
       select string_agg(up.name, ', ' order by up.height) from up where up.area_id <> 'VN') as within
    from best order by exact desc, stands desc, own desc, rank, sort_key, valid_from desc`.execute(db);
  return rows.map((row) => ({
    id: row.area_id as AreaRef,
    code: row.code,
    level: row.level as Level,
    name: row.name,
    kind: row.kind,
    within: row.within ?? '',
    from: row.valid_from as PlainDate,
    to: row.valid_to as PlainDate | null,
  }));
}
