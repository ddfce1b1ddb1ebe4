import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { words } from '#kernel/vietnamese.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Db } from '#platform/db/database.ts';
import { inAnyOrder, Likeness, likeness } from './rules.names.ts';
import { bearsAll, holdsAll, namesBearing, rarestWord, type NamePlace } from './store.names.ts';

interface PathRange {
  low: string;
  high: string;
}

/** So many households are looked through one by one, unless few names are sought. */
const fewHouseholds = 5_000;
/** Names are taken so many at a time: first a few, which is mostly enough. */
const [fewNames, manyNames] = [200, 2_000];

/**
 * Households in a range of paths in which each word of the text begins a word of one name, past or present, in whatever order; at most `limit`, those with names
 * nearest to the text first, among them such as an import that was undone brought.
 */
export async function householdsNamed(db: Db, text: string, range: PathRange, limit: number): Promise<Id[]> {
  const sought = words(text);
  if (sought.length === 0) return [];
  const rarest = await rarestWord(db, sought);
  // Where few live, going through many names takes longer than going through the households.
  if (rarest.isCommon && (await isSmall(db, range))) return amongFew(db, sought, range, limit);
  const search = await beginSearch(db, sought, rarest.word);
  if (!rarest.isCommon && search.last !== null && (await isSmall(db, range))) return amongFew(db, sought, range, limit);
  return amongBearers(db, search, range, limit);
}

async function isSmall(db: Db, { low, high }: PathRange): Promise<boolean> {
  const { rows } = await sql<{ households: number }>`
    select count(*) as households from (select from household where area_path >= ${low} and area_path < ${high} limit ${fewHouseholds + 1}) as near`.execute(db);
  return rows[0]!.households <= fewHouseholds;
}

/** Also those that left the area: what is on record of them lies there. */
export async function amongFew(db: Db, sought: readonly string[], { low, high }: PathRange, limit: number): Promise<Id[]> {
  // OFFSET keeps the database from reading the names of all households. A name that holds the words and is short has few others.
  const { rows } = await sql<{ id: Id }>`
    with near as materialized (
      select household_id from household where area_path >= ${low} and area_path < ${high} and undone_at is null
      union
      select e.household_id from household_event e join household h on h.household_id = e.household_id and h.undone_at is null
      where e.kind = 'moved_out' and e.village_id in (select area_id from area_today where today_path >= ${low} and today_path < ${high})),
    named as (
      select near.household_id, n.name from near cross join lateral (select o.name from household_name o where o.household_id = near.household_id offset 0) as n
      where ${bearsAll(sql`n.name`, sought)})
    select household_id as id from named group by household_id
    order by min(case when ${holdsAll(sql`name`, sought)} then 0 else 1000 end + length(name)), household_id desc limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** A search for words on its way from names to who bears them: the names that come next, and after which place others may. */
interface Search {
  sought: readonly string[];
  rarest: string;
  names: NamePlace[];
  last: NamePlace | null;
}

/** The first names that bear all of the words; one of them, had by as few as possible, leads to them. */
export const beginSearch = (db: Db, sought: readonly string[], rarest: string): Promise<Search> => moreNames(db, { sought, rarest, names: [], last: null }, fewNames);

async function moreNames(db: Db, search: Search, most: number): Promise<Search> {
  const names = await namesBearing(db, search.sought, search.rarest, search.last, most);
  return { ...search, names, last: names.length < most ? null : names.at(-1)! };
}

/** Those who bear one of the names, however many live there; finds what looking through all of them would. */
export async function amongBearers(db: Db, search: Search, range: PathRange, limit: number): Promise<Id[]> {
  const found = new Set<Id>();
  // Who is called just so comes first, wherever that name stands among the others.
  await addBearers(db, inAnyOrder(search.sought), range, limit, found);
  for (let now = search; ; now = await moreNames(db, now, manyNames)) {
    const alike = Map.groupBy(new Set(now.names.map(({ name }) => name)), (name) => likeness(now.sought, name.split(' '))!);
    for (const near of Object.values(Likeness)) await addBearers(db, alike.get(near) ?? [], range, limit, found);
    if (now.last === null || found.size >= limit) return [...found];
  }
}

/** Adds households that bear one of the names in a range of paths, until there are `limit`. */
async function addBearers(db: Db, names: readonly string[], { low, high }: PathRange, limit: number, found: Set<Id>): Promise<void> {
  for (let isMore = names.length > 0; isMore && found.size < limit; ) {
    const wanted = limit - found.size;
    const { rows } = await sql<{ id: Id }>`
      select household_id as id from household_name
      where name = any(${names}::text[]) and area_path >= ${low} and area_path < ${high} and household_id <> all(${[...found]}::uuid[])
      order by name, area_path limit ${wanted}`.execute(db);
    for (const { id } of rows) found.add(id);
    // Several of a household may bear such a name: then there are fewer households than rows.
    isMore = rows.length === wanted;
  }
}

export interface Dwelling {
  id: Id;
  village: AreaRef;
  areaPath: string;
}

export async function dwellingsOf(db: Db, households: readonly Id[]): Promise<Dwelling[]> {
  const rows = await db.selectFrom('household').select(['household_id', 'village_id', 'area_path']).where('undone_at', 'is', null).where(sql<boolean>`household_id = any(${households}::uuid[])`).execute();
  return rows.map(({ household_id, village_id, area_path }) => ({ id: household_id as Id, village: village_id as AreaRef, areaPath: area_path }));
}

/** What villages are called, and the communes they lie in: on a day, and of those that have ended by then at their end. */
export async function villagesToday(db: Db, villages: readonly AreaRef[], day: PlainDate): Promise<Map<AreaRef, { name: string; kind: string; commune: string | null }>> {
  const { rows } = await sql<{ id: AreaRef; name: string; kind: string; commune: string | null }>`
    select v.area_id as id, v.name, v.kind, c.name as commune
    from unnest(${[...new Set(villages)]}::text[]) as i (id)
      cross join lateral (select * from area_version where area_id = i.id order by valid_from > ${day}, valid_from desc limit 1) as v
      left join lateral (select name from area_version where area_id = v.parent_id and valid_from <= coalesce(v.valid_to, ${day}) order by valid_from desc limit 1) as c on true`.execute(db);
  return new Map(rows.map(({ id, ...village }) => [id, village]));
}

/** Households with an event of moving out that no moving in of the same act answers, in a range of paths. */
export async function sentHouseholds(db: Db, { low, high }: { low: string; high: string }): Promise<Id[]> {
  const rows = await db
    .selectFrom('household_event as e')
    .select('e.household_id')
    .distinct()
    .where('e.kind', '=', 'moved_out')
    .where('e.area_path', '>=', low)
    .where('e.area_path', '<', high)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('household_event as answer')
            .select('answer.event_id')
            .whereRef('answer.household_id', '=', 'e.household_id')
            .whereRef('answer.act_id', '=', 'e.act_id')
            .where('answer.kind', 'in', ['moved_in', 'undone']),
        ),
      ),
    )
    .execute();
  return rows.map(({ household_id }) => household_id as Id);
}
