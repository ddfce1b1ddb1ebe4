import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { words } from '#kernel/vietnamese.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Db } from '#platform/db/database.ts';

/** Households in a range of paths in which every word of the text begins a word of some name, past or present; at most `limit`, the newest first. */
export async function householdsNamed(db: Db, text: string, { low, high }: { low: string; high: string }, limit: number): Promise<Id[]> {
  // The last word is the given name, which is rarer than the family name: the search begins there.
  const [first, ...rest] = words(text).reverse();
  if (first === undefined) return [];
  // A range and not LIKE: under row-level security LIKE cannot use the index.
  const rows = await db
    .selectFrom('household_name_token as t')
    .innerJoin('household as h', 'h.household_id', 't.household_id')
    .select('t.household_id')
    .distinct()
    .where('h.undone_at', 'is', null)
    .where('t.token', '>=', first)
    .where('t.token', '<', `${first}\u{10ffff}`)
    .where('t.area_path', '>=', low)
    .where('t.area_path', '<', high)
    .where((where) =>
      where.and(
        rest.map((word) =>
          where.exists(
            where
              .selectFrom('household_name_token as other')
              .select('other.token')
              .whereRef('other.household_id', '=', 't.household_id')
              .where('other.token', '>=', word)
              .where('other.token', '<', `${word}\u{10ffff}`),
          ),
        ),
      ),
    )
    .orderBy('t.household_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ household_id }) => household_id as Id);
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
