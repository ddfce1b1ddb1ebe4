import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { Territory } from '#modules/areas/service.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { DuplicatePersonDecisionTable } from '#platform/db/tables.ts';
import type { DoubleState } from './contract.doubles.ts';
import { pairsIn } from './store.matching.ts';

/** Two persons in two households, the smaller household id first. */
export interface DoubleKey {
  household_id: string;
  person_id: string;
  other_household_id: string;
  other_person_id: string;
}

export interface DoubleRow extends DoubleKey {
  area_path: string;
  village_id: string;
  other_village_id: string;
  score: number;
  state: DoubleState;
  act_id: string | null;
  search_id: string;
}

export const keyOf = ({ household_id, person_id, other_household_id, other_person_id }: DoubleKey): string => `${household_id} ${person_id} ${other_household_id} ${other_person_id}`;

const isPair = (key: DoubleKey) =>
  sql<boolean>`household_id = ${key.household_id} and person_id = ${key.person_id} and other_household_id = ${key.other_household_id} and other_person_id = ${key.other_person_id}`;

/** Puts what a search found in the place of the open pairs of its territory; those that were decided stay as they are. */
export async function replaceDoubles(db: Db, territory: Territory, rows: readonly DoubleRow[]): Promise<void> {
  await db.deleteFrom('duplicate_person').where(pairsIn(territory)).where('state', '=', 'open').execute();
  const decided = await db.selectFrom('duplicate_person').select(['household_id', 'person_id', 'other_household_id', 'other_person_id']).where(pairsIn(territory)).execute();
  const known = new Set(decided.map(keyOf));
  await insertRows(db, 'duplicate_person', rows.filter((row) => !known.has(keyOf(row))));
}

export async function countDoubles(db: Db, territory: Territory): Promise<Record<DoubleState, number>> {
  const rows = await db.selectFrom('duplicate_person').select('state').select((select) => select.fn.countAll<number>().as('total')).where(pairsIn(territory)).groupBy('state').execute();
  const count = (state: DoubleState): number => rows.find((row) => row.state === state)?.total ?? 0;
  return { open: count('open'), apart: count('apart'), settled: count('settled') };
}

/** A page of pairs, the surest first. */
export async function listDoubles(db: Db, territory: Territory, state: DoubleState, after: (DoubleKey & { score: number }) | null, limit: number): Promise<DoubleRow[]> {
  const rows = await db
    .selectFrom('duplicate_person')
    .selectAll()
    .where(pairsIn(territory))
    .where('state', '=', state)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(-score, household_id, person_id, other_household_id, other_person_id) > (${-after!.score}::int, ${after!.household_id}::uuid, ${after!.person_id}::uuid, ${after!.other_household_id}::uuid, ${after!.other_person_id}::uuid)`),
    )
    .orderBy(sql`-score`)
    .orderBy('household_id')
    .orderBy('person_id')
    .orderBy('other_household_id')
    .orderBy('other_person_id')
    .limit(limit)
    .execute();
  return rows as DoubleRow[];
}

export async function setDoubleState(db: Db, key: DoubleKey, state: DoubleState, act: Id | null): Promise<void> {
  await db.updateTable('duplicate_person').set({ state, act_id: act }).where(isPair(key)).execute();
}

/** The pairs that an act settled are open again. */
export async function reopenOfAct(db: Db, act: Id): Promise<void> {
  await db.updateTable('duplicate_person').set({ state: 'open', act_id: null }).where('act_id', '=', act).execute();
}

export async function insertPersonDecision(db: Db, row: DuplicatePersonDecisionTable): Promise<void> {
  await insertRows(db, 'duplicate_person_decision', [row]);
}

/** The pairs of persons in some households that an officer said are two; the latest word of each pair counts. */
export async function doublesApart(db: Db, households: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('duplicate_person_decision')
    .select(['household_id', 'person_id', 'other_household_id', 'other_person_id', 'kind'])
    .where(sql<boolean>`household_id = any(${[...new Set(households)]}::uuid[])`)
    .orderBy('entered_at')
    .orderBy('decision_id')
    .execute();
  const latest = new Map(rows.map((row) => [keyOf(row), row.kind]));
  return new Set([...latest].filter(([, kind]) => kind === 'apart').map(([key]) => key));
}
