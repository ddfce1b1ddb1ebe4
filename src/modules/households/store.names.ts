import { sql, type RawBuilder } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { words } from '#kernel/vietnamese.ts';
import type { Territory } from '#modules/areas/service.ts';
import { insertsOf, insertTogether, type Insert } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import { foldedName } from './rules.names.ts';

/** A name of somebody in a household, and the village where the household is found by it. */
export interface BorneName {
  household_id: string;
  area_path: string;
  name: string;
}

/** Makes ready what has households found by names; names that are there already stay. `fresh` households have none yet. */
export function preparedNames(names: readonly BorneName[], fresh: readonly { household_id: string }[] = []): (db: Db) => Promise<Insert[]> {
  const keyOf = ({ household_id, area_path, name }: BorneName): string => `${household_id} ${area_path} ${name}`;
  const rows = new Map<string, BorneName>();
  for (const { household_id, area_path, name } of names) {
    const row = { household_id, area_path, name: foldedName(name) };
    if (row.name !== '') rows.set(keyOf(row), row);
  }
  const isFresh = new Set(fresh.map(({ household_id }) => household_id));
  const before = [...new Set(names.map(({ household_id }) => household_id))].filter((id) => !isFresh.has(id));
  if (before.length === 0) {
    const inserts = insertsOfNames([...rows.values()]);
    return async () => inserts;
  }
  return async (db) => {
    const known = await db.selectFrom('household_name').selectAll().where(sql<boolean>`household_id = any(${before}::uuid[])`).execute();
    for (const row of known) rows.delete(keyOf(row));
    return insertsOfNames([...rows.values()]);
  };
}

export const insertNames = async (db: Db, names: readonly BorneName[], fresh?: readonly { household_id: string }[]): Promise<void> => insertTogether(db, await preparedNames(names, fresh)(db));

const insertsOfNames = (rows: readonly BorneName[]): Insert[] => (rows.length === 0 ? [] : [...insertsOf('household_name', rows), insertOfWords([...new Set(rows.map(({ name }) => name))])]);

/** Adds names that nobody bore. A name that another transaction adds at the same time is not seen here and stands there twice: readers do not mind, and nobody waits. */
// OFFSET makes the database look each name up instead of reading all of them.
const insertOfWords = (names: readonly string[]): Insert => sql`
  insert into name_word (word, name)
  select w.word, n.name from unnest(${names}::text[]) as n (name) cross join lateral unnest(string_to_array(n.name, ' ')) as w (word)
  where not exists (select from name_word k where k.word = split_part(n.name, ' ', 1) collate "C" and k.name = n.name collate "C" offset 0)`;

/** The names of a household, present and past, as folded words. */
export async function namesOf(db: Db, household: Id): Promise<string[]> {
  const rows = await db.selectFrom('household_name').select('name').distinct().where('household_id', '=', household).execute();
  return rows.map(({ name }) => name);
}

/** That each of the words begins a word of a folded name. */
export const bearsAll = (name: RawBuilder<unknown>, sought: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.join([sql`true`, ...sought.map((word) => sql`strpos(' ' || ${name}, ${` ${word}`}) > 0`)], sql` and `)}`;

/** That all of the words are words of a folded name. */
export const holdsAll = (name: RawBuilder<unknown>, sought: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.join([sql`true`, ...sought.map((word) => sql`strpos(' ' || ${name} || ' ', ${` ${word} `}) > 0`)], sql` and `)}`;

/** Words begin one: a range and not LIKE, which knows no index of this order. */
const begunBy = (column: RawBuilder<unknown>, word: string) => sql`${column} >= ${word} and ${column} < ${`${word}\u{10ffff}`}`;

/** A word that so many names have is common; how common is not counted. */
const common = 2_000;

/** The word that the fewest names have, whole or as a beginning, and whether it too is common; of common ones the last, which is the given name. */
export async function rarestWord(db: Db, sought: readonly string[]): Promise<{ word: string; isCommon: boolean }> {
  const counts = sought.map((word) => sql`(select count(*)::int from (select from name_word w where ${begunBy(sql`w.word`, word)} limit ${common}) as had)`);
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db);
  const least = Math.min(...rows[0]!.counts);
  return { word: sought[rows[0]!.counts.lastIndexOf(least)]!, isCommon: least === common };
}

/** A place among the names that have a word. */
export interface NamePlace {
  word: string;
  name: string;
}

/** At most so many names in which each of the words begins a word, by the place of `rarest` among them: whole words come before those that only begin so. A name stands there once for each word that begins so. */
export async function namesBearing(db: Db, sought: readonly string[], rarest: string, after: NamePlace | null, most: number): Promise<NamePlace[]> {
  const { rows } = await sql<NamePlace>`
    select w.word, w.name from name_word w
    where ${begunBy(sql`w.word`, rarest)} and ${bearsAll(sql`w.name`, sought.filter((word) => word !== rarest))} ${after === null ? sql`` : sql`and (w.word, w.name) > (${after.word}, ${after.name})`}
    order by w.word, w.name limit ${most}`.execute(db);
  return rows;
}

/** A name that a list is about: its folded words, and the names that bear all of them; null where these are many. */
export interface Called {
  sought: string[];
  names: string[] | null;
}

/** Households of so many names are looked up by them. */
const fewNames = 2_000;

/** What a text means as the name of a member; undefined where it has no words. */
export async function calledSo(db: Db, text: string): Promise<Called | undefined> {
  const sought = words(text);
  if (sought.length === 0) return undefined;
  const { word } = await rarestWord(db, sought);
  const places = await namesBearing(db, sought, word, null, fewNames + 1);
  return { sought, names: places.length > fewNames ? null : [...new Set(places.map(({ name }) => name))] };
}

/** In how many households and villages one of the names is borne, former villages too; counting ends at `most`. A territory of an old map is not looked at: it counts too many. */
export async function countBearers(db: Db, names: readonly string[], territory: Territory, most: number): Promise<number> {
  const inRange = 'low' in territory ? sql`and area_path >= ${territory.low} and area_path < ${territory.high}` : sql``;
  const { rows } = await sql<{ bearers: number }>`
    select count(*) as bearers from (select from household_name where name = any(${names}::text[]) ${inRange} order by name, area_path limit ${most}) as borne`.execute(db);
  return rows[0]!.bearers;
}
