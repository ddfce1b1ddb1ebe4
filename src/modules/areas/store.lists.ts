import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { ListKind, ListLevel } from './contract.lists.ts';
import type { AreaName, AreaRef, Level } from './contract.parts.ts';

export interface AddedList {
  id: Id;
  kind: ListKind;
  name: string;
  level: ListLevel;
  of: AreaRef;
  authority: string;
}

/** The lists that administrators opened, the oldest first. */
export async function addedLists(db: Db): Promise<AddedList[]> {
  const rows = await db.selectFrom('special_list').select(['list_id', 'kind', 'name', 'level', 'of_id', 'authority']).orderBy('entered_at').orderBy('list_id').execute();
  return rows.map(({ list_id, kind, name, level, of_id, authority }) => ({ id: list_id as Id, kind: kind as ListKind, name, level: level as ListLevel, of: of_id as AreaRef, authority }));
}

export interface StoredAct {
  id: Id;
  list: string;
  kind: 'add' | 'end';
  document: string;
  document_day: PlainDate | null;
  title: string | null;
  valid_from: PlainDate | null;
  valid_to: PlainDate | null;
  complete: boolean | null;
  entered_name: string | null;
  entered_at: Date;
  undone_name: string | null;
  undone_at: Date | null;
  units: number;
}

/** What was done with lists, the oldest first, whether or not it was taken back. */
export async function actsOnLists(db: Db): Promise<StoredAct[]> {
  const { rows } = await sql<StoredAct>`
    select a.act_id as id, a.list, a.kind, a.document, a.document_day, a.title, a.valid_from, a.valid_to, a.complete, a.entered_name, a.entered_at,
      u.entered_name as undone_name, u.entered_at as undone_at, (select count(*) from special_list_unit n where n.act_id = a.act_id)::int as units
    from special_list_act a left join special_list_act u on u.undoes = a.act_id
    where a.kind <> 'undo' order by a.entered_at, a.act_id`.execute(db);
  return rows;
}

/** The areas of acts. */
export async function unitsOfActs(db: Db, actIds: readonly string[]): Promise<Map<string, AreaRef[]>> {
  if (actIds.length === 0) return new Map();
  const { rows } = await sql<{ act_id: string; area_id: AreaRef }>`
    select act_id, area_id from special_list_unit where act_id = any(${actIds}::uuid[])`.execute(db);
  return new Map([...Map.groupBy(rows, ({ act_id }) => act_id)].map(([act, own]) => [act, own.map(({ area_id }) => area_id)]));
}

export interface NewAct {
  id: Id;
  list: string;
  kind: 'add' | 'end' | 'undo';
  document: string;
  documentDay?: PlainDate | undefined;
  title?: string | undefined;
  from?: PlainDate | undefined;
  to?: PlainDate | undefined;
  complete?: boolean | undefined;
  undoes?: Id | undefined;
  areas: readonly AreaRef[];
}

interface Stamp {
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
}

export const insertList = (db: Db, { id, kind, name, level, of, authority }: AddedList, stamp: Stamp): Promise<void> =>
  insertRows(db, 'special_list', [{ list_id: id, kind, name, level, of_id: of, authority, ...stamp }]);

export async function insertListAct(db: Db, { id, list, kind, document, documentDay, title, from, to, complete, undoes, areas }: NewAct, stamp: Stamp): Promise<void> {
  const own = { valid_from: from ?? null, valid_to: to ?? null, complete: complete ?? null, undoes: undoes ?? null };
  await insertRows(db, 'special_list_act', [{ act_id: id, list, kind, document, document_day: documentDay ?? null, title: title || null, ...own, ...stamp }]);
  await insertRows(db, 'special_list_unit', [...new Set(areas)].map((area) => ({ act_id: id, area_id: area })));
}

/** The names of areas as they were called on a day, or else last. */
export async function namesOn(db: Db, areaIds: readonly string[], day: PlainDate): Promise<Map<string, AreaName>> {
  const { rows } = await sql<{ area_id: AreaRef; code: string | null; level: Level; name: string; kind: string }>`
    select distinct on (a.area_id) a.area_id, a.code, a.level, v.name, v.kind from area a join area_version v on v.area_id = a.area_id
    where a.area_id = any(${areaIds}::text[]) order by a.area_id, (v.valid_from <= ${day}) desc, v.valid_from desc`.execute(db);
  return new Map(rows.map(({ area_id, ...own }) => [area_id, { id: area_id, ...own }]));
}

export type Standing = AreaName & { within: string; sortKey: string };

/** The areas of a level that stand on a day, by codes, ids or sort keys, with the names of what they lie in. */
export async function standingBy(db: Db, { level, day, codes, keys }: { level: ListLevel; day: PlainDate; codes: readonly string[]; keys: readonly string[] }): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select a.area_id as id, a.code, a.level, v.name, v.kind, v.sort_key as "sortKey", concat_ws(', ', p.name, case when q.parent_id is null then null else q.name end, r.name) as within
    from area a join area_version v on v.area_id = a.area_id
    left join area_version p on p.area_id = v.parent_id and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})
    left join area_version q on q.area_id = p.parent_id and q.valid_from <= ${day} and (q.valid_to is null or q.valid_to >= ${day})
    left join area_version r on r.area_id = q.parent_id and r.parent_id is not null and r.valid_from <= ${day} and (r.valid_to is null or r.valid_to >= ${day})
    where a.level = ${level} and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day})
      and (a.code = any(${codes}::text[]) or a.area_id = any(${codes}::text[]) or v.sort_key = any(${keys}::text[]))
    order by v.sort_key, a.area_id`.execute(db);
  return rows;
}

/** The villages that lie in an area on a day, by their ids. */
export async function villagesUnder(db: Db, areaIds: readonly string[], communeId: string, day: PlainDate): Promise<Set<string>> {
  const { rows } = await sql<{ area_id: string }>`
    select v.area_id from area_version v where v.parent_id = ${communeId} and v.area_id = any(${areaIds}::text[]) and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day})`.execute(db);
  return new Set(rows.map(({ area_id }) => area_id));
}
