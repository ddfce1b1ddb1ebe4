import { sql, type RawBuilder } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { words } from '#kernel/vietnamese.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Db } from '#platform/db/database.ts';

interface PathRange {
  low: string;
  high: string;
}

/** So many households are looked through one by one; of more, those that bear the rarest of the words. */
const fewHouseholds = 5_000;
/** A word that so many have, or a beginning that so many have, is common; how common is not counted. */
const [commonWord, commonBeginning] = [20_000, 2_000];

/** Words begin one: a range and not LIKE, since under row-level security LIKE cannot use the index. */
const begunBy = (token: RawBuilder<unknown>, word: string) => sql`${token} >= ${word} and ${token} < ${`${word}\u{10ffff}`}`;
/** A name in the household begins with the word. OFFSET keeps the database from gathering all who bear it first. */
const bears = (household: RawBuilder<unknown>, word: string) =>
  sql`exists (select from household_name_token other where other.household_id = ${household} and ${begunBy(sql`other.token`, word)} offset 0)`;

/** Households in a range of paths in which every word of the text begins a word of some name, past or present; at most `limit`, among them such as an import that was undone brought. */
export async function householdsNamed(db: Db, text: string, range: PathRange, limit: number): Promise<Id[]> {
  const sought = words(text);
  if (sought.length === 0) return [];
  return (await isSmall(db, range)) ? amongFew(db, sought, range, limit) : byRarest(db, sought, range, limit);
}

async function isSmall(db: Db, { low, high }: PathRange): Promise<boolean> {
  const { rows } = await sql<{ households: number }>`
    select count(*) as households from (select from household where area_path >= ${low} and area_path < ${high} limit ${fewHouseholds + 1}) as near`.execute(db);
  return rows[0]!.households <= fewHouseholds;
}

/** Also those that left the area: what is on record of them lies there. */
export async function amongFew(db: Db, sought: readonly string[], { low, high }: PathRange, limit: number): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    with near as materialized (
      select household_id from household where area_path >= ${low} and area_path < ${high} and undone_at is null
      union
      select e.household_id from household_event e join household h on h.household_id = e.household_id and h.undone_at is null
      where e.kind = 'moved_out' and e.village_id in (select area_id from area_today where today_path >= ${low} and today_path < ${high}))
    select household_id as id from near where ${sql.join(sought.map((word) => bears(sql`near.household_id`, word)), sql` and `)} order by household_id desc limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Begins with those who bear the rarest word. Both ways find the same; this one is quicker where there are many households. */
export async function byRarest(db: Db, sought: readonly string[], range: PathRange, limit: number): Promise<Id[]> {
  const [rarest, ...others] = await rarestFirst(db, sought, range);
  const found = new Set<Id>();
  // Whole words before those that only begin so: the index then goes straight to the area.
  for (const token of [sql`t.token = ${rarest!}`, sql`t.token > ${rarest!} and ${begunBy(sql`t.token`, rarest!)}`]) {
    if (found.size >= limit) break;
    const { rows } = await sql<{ id: Id }>`
      select t.household_id as id from household_name_token t where ${token} and t.area_path >= ${range.low} and t.area_path < ${range.high}
        ${sql.join(others.map((word) => sql`and ${bears(sql`t.household_id`, word)}`), sql` `)}
      order by t.token, t.area_path limit ${limit - found.size}`.execute(db);
    for (const { id } of rows) found.add(id);
  }
  return [...found];
}

/** The words, the rarest in the area first; of common ones the last, which is the given name. */
async function rarestFirst(db: Db, sought: readonly string[], range: PathRange): Promise<string[]> {
  if (sought.length === 1) return [...sought];
  const whole = await countBorne(db, sought.map((word) => sql`t.token = ${word}`), range, commonWord);
  // What nobody is called is the beginning of a word, or a slip. Those who are called so lie apart: counting ends sooner.
  const begun = sought.filter((_, place) => whole[place] === 0);
  const beginnings = await countBorne(db, begun.map((word) => begunBy(sql`t.token`, word)), range, commonBeginning);
  const counts = new Map(sought.map((word, place) => [word, whole[place]!]));
  begun.forEach((word, place) => counts.set(word, beginnings[place]! < commonBeginning ? beginnings[place]! : commonWord));
  return sought.toReversed().sort((one, other) => counts.get(one)! - counts.get(other)!);
}

/** How many households bear words in an area, each counted up to `most`. */
async function countBorne(db: Db, tokens: readonly RawBuilder<unknown>[], { low, high }: PathRange, most: number): Promise<number[]> {
  if (tokens.length === 0) return [];
  const counts = tokens.map((token) => sql`(select count(*)::int from (select from household_name_token t where ${token} and t.area_path >= ${low} and t.area_path < ${high} limit ${most}) as borne)`);
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db);
  return rows[0]!.counts;
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
