import { sql, type Insertable } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Territory } from '#modules/areas/service.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { DuplicateDecisionTable, DuplicateSearchTable } from '#platform/db/tables.ts';
import { readYaml } from '#platform/packs/read-pack.ts';
import type { Sex } from './contract.intake.ts';
import { NumberForm, type DuplicateState } from './contract.matching.ts';
import type { NameShares, Person } from './rules.matching.ts';

let form: NumberForm | undefined;

/** What the digits of a personal number tell, read once. */
export const numberForm = (): NumberForm => (form ??= NumberForm.parse(readYaml('vn/matching/personal-number.yaml')));

export interface ComparableMember extends Person {
  memberId: Id;
  personId: Id;
  relation: string | null;
  isPresent: boolean;
}

/** A household with its present members as far as it is compared. */
export interface Comparable {
  id: Id;
  villageId: AreaRef;
  areaPath: string;
  members: ComparableMember[];
}

const inVillages = (territory: Territory, column: string) =>
  'low' in territory ? sql<boolean>`h.area_path >= ${territory.low} and h.area_path < ${territory.high}` : sql<boolean>`${sql.ref(column)} = any(${territory.villageIds}::text[])`;

/** The next `limit` households of a territory after one, by id: what was merged away is left out. */
export async function householdsAfter(db: Db, territory: Territory, after: Id | null, limit: number): Promise<Comparable[]> {
  const rows = await db
    .selectFrom('household as h')
    .select(['h.household_id', 'h.village_id', 'h.area_path'])
    .where(inVillages(territory, 'h.village_id'))
    .where('h.merged_into', 'is', null)
    .where('h.undone_at', 'is', null)
    .$if(after !== null, (query) => query.where('h.household_id', '>', after!))
    .orderBy('h.household_id')
    .limit(limit)
    .execute();
  return withMembers(db, rows);
}

/** Households by their ids; `alsoEnded` are persons who count as members though their records have ended. */
export async function comparableOf(db: Db, ids: readonly Id[], alsoEnded: readonly string[] = []): Promise<Map<Id, Comparable>> {
  const rows = await db.selectFrom('household as h').select(['h.household_id', 'h.village_id', 'h.area_path']).where('h.undone_at', 'is', null).where(sql<boolean>`h.household_id = any(${ids}::uuid[])`).execute();
  return new Map((await withMembers(db, rows, alsoEnded)).map((household) => [household.id, household]));
}

async function withMembers(db: Db, rows: readonly { household_id: string; village_id: string; area_path: string }[], alsoEnded: readonly string[] = []): Promise<Comparable[]> {
  const members = await db
    .selectFrom('member')
    .select(['household_id', 'member_id', 'person_id', 'name', 'head', 'relation', 'sex', 'birth', 'ethnicity', 'id_number', 'valid_to'])
    .where(sql<boolean>`household_id = any(${rows.map(({ household_id }) => household_id)}::uuid[])`)
    .where((where) => (alsoEnded.length === 0 ? where('valid_to', 'is', null) : where.or([where('valid_to', 'is', null), sql<boolean>`person_id = any(${alsoEnded}::uuid[])`])))
    .where('undone_at', 'is', null)
    .orderBy('position')
    .orderBy('valid_from')
    .execute();
  const byHousehold = Map.groupBy(members, ({ household_id }) => household_id);
  return rows.map(({ household_id, village_id, area_path }) => ({
    id: household_id as Id,
    villageId: village_id as AreaRef,
    areaPath: area_path,
    members: (byHousehold.get(household_id) ?? []).map(({ member_id, person_id, name, head, relation, sex, birth, ethnicity, id_number, valid_to }) => ({
      memberId: member_id as Id, personId: person_id as Id, isPresent: valid_to === null, name, head, relation, sex: sex as Sex | null, birth, ethnicity, idNumber: id_number,
    })),
  }));
}

export interface PairRow {
  household_id: string;
  other_household_id: string;
  area_path: string;
  village_id: string;
  other_village_id: string;
  score: number;
  state: DuplicateState;
  search_id: string;
}

/** The pairs of which both sides lie in a territory. */
export const pairsIn = (territory: Territory) =>
  'low' in territory
    ? sql<boolean>`area_path >= ${territory.low} and area_path < ${territory.high}`
    : sql<boolean>`village_id = any(${territory.villageIds}::text[]) and other_village_id = any(${territory.villageIds}::text[])`;

/** Puts what a search found in the place of the open pairs of its territory; those that were decided stay as they are. */
export async function writeSearch(db: Db, territory: Territory, search: Omit<Insertable<DuplicateSearchTable>, 'names'> & { names: NameShares }, pairs: readonly PairRow[]): Promise<void> {
  await insertRows(db, 'duplicate_search', [search]);
  await db.deleteFrom('duplicate_pair').where(pairsIn(territory)).where('state', '=', 'open').execute();
  const decided = await db.selectFrom('duplicate_pair').select(['household_id', 'other_household_id']).where(pairsIn(territory)).execute();
  const known = new Set(decided.map(({ household_id, other_household_id }) => `${household_id} ${other_household_id}`));
  await insertRows(db, 'duplicate_pair', pairs.filter(({ household_id, other_household_id }) => !known.has(`${household_id} ${other_household_id}`)));
}

/** The latest search of exactly this area. */
export async function lastSearch(db: Db, areaId: AreaRef) {
  return db.selectFrom('duplicate_search').selectAll().where('area_id', '=', areaId).orderBy('entered_at', 'desc').limit(1).executeTakeFirst();
}

/** How often names were borne in a search; undefined where the search was of a wider area than the post. */
export async function namesOf(db: Db, searchIds: readonly string[]): Promise<Map<string, NameShares>> {
  const rows = await db.selectFrom('duplicate_search').select(['search_id', 'names']).where(sql<boolean>`search_id = any(${searchIds}::uuid[])`).execute();
  return new Map(rows.map(({ search_id, names }) => [search_id, names as unknown as NameShares]));
}

export async function countPairs(db: Db, territory: Territory): Promise<Record<DuplicateState, number>> {
  const rows = await db.selectFrom('duplicate_pair').select('state').select((select) => select.fn.countAll<number>().as('total')).where(pairsIn(territory)).groupBy('state').execute();
  const count = (state: DuplicateState): number => rows.find((row) => row.state === state)?.total ?? 0;
  return { open: count('open'), apart: count('apart'), merged: count('merged') };
}

/** A page of pairs, the surest first. */
export async function listPairs(db: Db, territory: Territory, state: DuplicateState, after: { score: number; one: string; other: string } | null, limit: number): Promise<PairRow[]> {
  const rows = await db
    .selectFrom('duplicate_pair')
    .selectAll()
    .where(pairsIn(territory))
    .where('state', '=', state)
    .$if(after !== null, (query) => query.where(sql<boolean>`(-score, household_id, other_household_id) > (${-after!.score}::int, ${after!.one}::uuid, ${after!.other}::uuid)`))
    .orderBy(sql`-score`)
    .orderBy('household_id')
    .orderBy('other_household_id')
    .limit(limit)
    .execute();
  return rows as PairRow[];
}

export async function findPair(db: Db, one: Id, other: Id): Promise<PairRow | undefined> {
  return (await db.selectFrom('duplicate_pair').selectAll().where('household_id', '=', one).where('other_household_id', '=', other).executeTakeFirst()) as PairRow | undefined;
}

export async function setPairState(db: Db, one: Id, other: Id, state: DuplicateState): Promise<void> {
  await db.updateTable('duplicate_pair').set({ state }).where('household_id', '=', one).where('other_household_id', '=', other).execute();
}

export async function insertDecision(db: Db, decision: Insertable<DuplicateDecisionTable>): Promise<void> {
  await insertRows(db, 'duplicate_decision', [decision]);
}

/** The pairs among some households that an officer said are two; the latest word of each pair counts. */
export async function pairsApart(db: Db, ids: readonly Id[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('duplicate_decision')
    .select(['household_id', 'other_household_id', 'kind'])
    .where(sql<boolean>`household_id = any(${ids}::uuid[])`)
    .orderBy('entered_at')
    .orderBy('decision_id')
    .execute();
  const latest = new Map(rows.map(({ household_id, other_household_id, kind }) => [`${household_id} ${other_household_id}`, kind]));
  return new Set([...latest].filter(([, kind]) => kind === 'apart').map(([key]) => key));
}

/** Names of villages and of the communes that they lie in today. */
export async function namesOfVillages(db: Db, villageIds: readonly string[], day: PlainDate): Promise<Map<string, { village: string; commune: string | null }>> {
  const rows = await db
    .selectFrom('area_version as v')
    .leftJoin('area_version as p', (join) => join.onRef('p.area_id', '=', 'v.parent_id').on('p.valid_from', '<=', day).on((on) => on.or([on('p.valid_to', 'is', null), on('p.valid_to', '>=', day)])))
    .select(['v.area_id', 'v.name as village', 'p.name as commune'])
    .where(sql<boolean>`v.area_id = any(${villageIds}::text[])`)
    .where('v.valid_from', '<=', day)
    .where((where) => where.or([where('v.valid_to', 'is', null), where('v.valid_to', '>=', day)]))
    .execute();
  return new Map(rows.map(({ area_id, village, commune }) => [area_id, { village, commune }]));
}
