import { setImmediate as breathe } from 'node:timers/promises';
import type { Id } from '#kernel/ids.ts';
import { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getArea, getAreaWithin, requireInside, territoryOf, type Territory } from '#modules/areas/service.ts';
import type { Ctx, Run } from '#platform/ctx.ts';
import { sharedPath } from '#platform/db/scope.ts';
import { failureOf, Jobs, type Job } from '#platform/queue/jobs.ts';
import type { ComparedHousehold, ComparedPair, DuplicateRow, DuplicateSearch, DuplicateState, SearchedArea } from './contract.matching.ts';
import { problem } from './problems.ts';
import { findPairs, type SearchState } from './rules.matching.find.ts';
import { compareHouseholds, isTelling, type Grouped, type HouseholdMatch } from './rules.matching.households.ts';
import { nameShares, noShares, prepare, type NameShares } from './rules.matching.ts';
import { reasonsOf } from './rules.matching.reasons.ts';
import { maskNumber } from './service.corrections.ts';
import { doublesApart, keyOf, replaceDoubles, type DoubleRow } from './store.doubles.ts';
import * as store from './store.matching.ts';
import { loadWhole, type Whole } from './store.merging.ts';

interface Search {
  found: number | null;
  state: DuplicateSearch['state'];
}

const jobs = new Jobs<Search>();
/** Households read in one transaction. */
const chunk = 5_000;
/** Work between two chances for others, in milliseconds. */
const bite = 20;
/** Reasons told in a list; the page of a pair tells all. */
const reasonsInList = 4;

const communeOf = (areaPath: string): string => areaPath.slice(0, areaPath.lastIndexOf('.'));

/** A household of the store made ready for comparison. */
export const grouped = ({ villageId, areaPath, members }: store.Comparable): Grouped => ({
  villageId,
  communeId: communeOf(areaPath),
  members: members.map((member) => prepare(member, store.numberForm())),
});

/** The two in the order in which a pair is kept. */
export const ordered = (one: Id, other: Id): [Id, Id] => (one < other ? [one, other] : [other, one]);

export async function placeOf(ctx: Ctx, ref: AreaRef): Promise<{ id: AreaRef; areaPath: string | null; territory: Territory }> {
  const area = await getArea(ctx, ref);
  await requireInside(ctx, area);
  return { id: area.id, areaPath: area.areaPath, territory: await territoryOf(ctx, area, ctx.today) };
}

/** Begins a search; it goes on by itself, and its pairs are in the list once it is done. */
export async function findDuplicates(ctx: Ctx, { area: ref }: { area: AreaRef }): Promise<DuplicateSearch> {
  const place = await placeOf(ctx, ref);
  const job = jobs.add(ctx.newId(), ctx.actor.userId, ctx.now, { found: null, state: 'running' });
  job.progress = { done: 0, total: 100 };
  ctx.record({ action: 'household.duplicates-searched', subject: place.id, areaPath: place.areaPath ?? ctx.actor.areaPath, details: { search: job.id } });
  ctx.afterCommit((run) => search(job, place, run));
  return viewSearch(job);
}

async function search(job: Job<Search>, { id: areaId, areaPath, territory }: Awaited<ReturnType<typeof placeOf>>, run: Run): Promise<void> {
  try {
    const households: store.Comparable[] = [];
    for (;;) {
      const next = await run((ctx) => store.householdsAfter(ctx.db, territory, households.at(-1)?.id ?? null, chunk));
      households.push(...next);
      if (next.length < chunk) break;
    }
    const ready = households.map(grouped);
    const names = nameShares(ready.flatMap(({ members }) => members));
    const state: SearchState = { compared: 0, skipped: 0, done: 0 };
    const found: { one: store.Comparable; other: store.Comparable; score: number }[] = [];
    const persons: DoubleRow[] = [];
    let since = performance.now();
    for (const pair of findPairs(ready, names, state)) {
      if (pair !== null && pair.match.verdict !== 'different') found.push({ one: households[pair.one]!, other: households[pair.other]!, score: pair.match.score });
      // Of two households that are not one, somebody may still stand in both.
      else if (pair !== null) persons.push(...personPairs(households[pair.one]!, households[pair.other]!, pair.match, job.id));
      if (performance.now() - since < bite) continue;
      job.progress = { done: Math.floor(state.done * 100), total: 100 };
      await breathe();
      since = performance.now();
    }
    await run(async (ctx) => {
      const apart = await store.pairsApart(ctx.db, found.map(({ one, other }) => ordered(one.id, other.id)[0]));
      const pairs = found.map(({ one, other, score }): store.PairRow => {
        const [first, second] = one.id < other.id ? [one, other] : [other, one];
        return {
          household_id: first.id,
          other_household_id: second.id,
          area_path: sharedPath(first.areaPath, second.areaPath),
          village_id: first.villageId,
          other_village_id: second.villageId,
          score: Math.round(score * 1000),
          state: apart.has(`${first.id} ${second.id}`) ? 'apart' : 'open',
          search_id: job.id,
        };
      });
      const personsApart = await doublesApart(ctx.db, persons.map(({ household_id }) => household_id));
      await replaceDoubles(ctx.db, territory, persons.map((row) => (personsApart.has(keyOf(row)) ? { ...row, state: 'apart' } : row)));
      const searched = ready.reduce((sum, { members }) => sum + members.length, 0);
      const stamp = { entered_by: ctx.actor.userId, entered_name: ctx.actor.name, entered_at: ctx.now };
      const done = { search_id: job.id, area_id: areaId, area_path: areaPath ?? ctx.actor.areaPath!, households: households.length, persons: searched, found: pairs.length, found_persons: persons.length, skipped: state.skipped, names, ...stamp };
      await store.writeSearch(ctx.db, territory, done, pairs);
      ctx.record({ action: 'household.duplicates-found', subject: areaId, areaPath, details: { search: job.id, households: households.length, persons: searched, found: pairs.length, foundPersons: persons.length } });
    });
    job.state.found = found.length;
    job.state.state = 'done';
  } catch (error) {
    job.failure = failureOf(error);
    job.state.state = 'failed';
    if (job.failure.code === 'INTERNAL_SERVER_ERROR') throw error;
  }
}

/** The persons who stand in both of two households, as far as that is sure enough to be asked. */
function personPairs(one: store.Comparable, other: store.Comparable, { pairs }: HouseholdMatch, search: Id): DoubleRow[] {
  const isFirst = one.id < other.id;
  const [first, second] = isFirst ? [one, other] : [other, one];
  return pairs.filter(({ comparison }) => isTelling(comparison)).map(({ one: a, other: b, comparison: { score } }) => ({
    household_id: first.id,
    person_id: first.members[isFirst ? a : b]!.personId,
    other_household_id: second.id,
    other_person_id: second.members[isFirst ? b : a]!.personId,
    area_path: sharedPath(first.areaPath, second.areaPath),
    village_id: first.villageId,
    other_village_id: second.villageId,
    score: Math.round(score * 1000),
    state: 'open',
    act_id: null,
    search_id: search,
  }));
}

const viewSearch = ({ id, state, progress, failure }: Job<Search>): DuplicateSearch => ({ id, ...state, progress, failure });

export async function duplicateSearch(ctx: Ctx, { id }: { id: Id }): Promise<DuplicateSearch> {
  const job = jobs.find(id, ctx.actor.userId);
  if (!job) throw problem('household.search-gone', {});
  return viewSearch(job);
}

interface ListInput {
  area: AreaRef;
  state: DuplicateState;
  after?: string | undefined;
  limit: number;
}

export async function duplicates(ctx: Ctx, { area: ref, state, after, limit }: ListInput) {
  const { id, areaPath, territory } = await placeOf(ctx, ref);
  const found = await store.listPairs(ctx.db, territory, state, after === undefined ? null : readCursor(after), limit + 1);
  const pairs = found.slice(0, limit);
  const counts = await store.countPairs(ctx.db, territory);
  const last = await store.lastSearch(ctx.db, id);
  ctx.record({ action: 'household.duplicates-listed', subject: id, areaPath: areaPath ?? ctx.actor.areaPath, details: { state, count: pairs.length } });
  const end = pairs.at(-1);
  return {
    rows: await viewPairs(ctx, pairs),
    next: found.length > limit && end ? JSON.stringify([end.score, end.household_id, end.other_household_id]) : null,
    total: counts[state],
    counts,
    searched: last ? viewSearched(last) : null,
  };
}

export const viewSearched = (row: NonNullable<Awaited<ReturnType<typeof store.lastSearch>>>): SearchedArea => ({
  at: row.entered_at.toISOString(),
  by: row.entered_name,
  households: row.households,
  persons: row.persons,
  found: row.found,
  foundPersons: row.found_persons,
  skipped: row.skipped,
});

function readCursor(text: string): { score: number; one: string; other: string } {
  try {
    const [score, one, other] = JSON.parse(text) as [number, string, string];
    return { score, one, other };
  } catch {
    throw problem('household.bad-cursor', {});
  }
}

/** Pairs as the list tells of them, with reasons from what the households are now. */
async function viewPairs(ctx: Ctx, pairs: readonly store.PairRow[]): Promise<DuplicateRow[]> {
  const households = await store.comparableOf(ctx.db, pairs.flatMap(({ household_id, other_household_id }) => [household_id as Id, other_household_id as Id]));
  const names = await store.namesOf(ctx.db, [...new Set(pairs.map(({ search_id }) => search_id))]);
  const villages = await store.namesOfVillages(ctx.db, [...households.values()].map(({ villageId }) => villageId), ctx.today);
  const brief = ({ id, villageId, members }: store.Comparable) => ({
    id,
    head: (members.find(({ head }) => head) ?? members[0])?.name ?? '',
    size: members.length,
    village: villages.get(villageId)?.village ?? '',
    commune: villages.get(villageId)?.commune ?? null,
  });
  return pairs.flatMap((pair) => {
    const [one, other] = [households.get(pair.household_id as Id), households.get(pair.other_household_id as Id)];
    if (!one || !other) return [];
    return [{ one: brief(one), other: brief(other), score: pair.score / 1000, state: pair.state, reasons: reasonsFor(one, other, names.get(pair.search_id) ?? noShares) }];
  });
}

/** What the surest two persons of a pair of households say: the heads where they are a pair. */
function reasonsFor(one: store.Comparable, other: store.Comparable, names: NameShares): DuplicateRow['reasons'] {
  const { pairs } = compareHouseholds(grouped(one), grouped(other), names);
  const first = pairs.find((pair) => one.members[pair.one]!.head && other.members[pair.other]!.head) ?? pairs[0];
  return first ? reasonsOf(first.comparison, one.members[first.one]!, other.members[first.other]!).slice(0, reasonsInList) : [];
}

/** Throws `household.not-found`, `household.same-household`. */
export async function bothWhole(ctx: Ctx, one: Id, other: Id): Promise<[Whole, Whole]> {
  if (one === other) throw problem('household.same-household', {});
  const [first, second] = [await loadWhole(ctx.db, one), await loadWhole(ctx.db, other)];
  if (!first || !second) throw problem('household.not-found', {});
  return [first, second];
}

export async function comparePair(ctx: Ctx, { one, other }: { one: Id; other: Id }): Promise<ComparedPair> {
  const [first, second] = await bothWhole(ctx, one, other);
  const found = await store.findPair(ctx.db, ...ordered(one, other));
  const names = found ? (await store.namesOf(ctx.db, [found.search_id])).get(found.search_id) : undefined;
  const comparable = await store.comparableOf(ctx.db, [one, other]);
  const [a, b] = [comparable.get(one)!, comparable.get(other)!];
  const match = compareHouseholds(grouped(a), grouped(b), names ?? noShares);
  const apart = (await store.pairsApart(ctx.db, [ordered(one, other)[0]])).has(ordered(one, other).join(' '));
  const isMerged = first.household.merged_into !== null || second.household.merged_into !== null;
  ctx.record({ action: 'household.pair-opened', subject: one, areaPath: sharedPath(a.areaPath, b.areaPath), details: { other } });
  return {
    one: await viewWhole(ctx, first),
    other: await viewWhole(ctx, second),
    score: found ? found.score / 1000 : match.score,
    state: isMerged ? 'merged' : apart ? 'apart' : 'open',
    persons: match.pairs.map((pair) => ({
      one: a.members[pair.one]!.memberId,
      other: b.members[pair.other]!.memberId,
      score: pair.comparison.score,
      reasons: reasonsOf(pair.comparison, a.members[pair.one]!, b.members[pair.other]!),
    })),
  };
}

async function viewWhole(ctx: Ctx, { household, members, records }: Whole): Promise<ComparedHousehold> {
  const { within, id, name, kind } = await getAreaWithin(ctx, household.village_id as AreaRef);
  return {
    id: household.household_id as Id,
    number: household.number,
    village: { id, code: null, level: 'village', name, kind },
    within,
    members: members.map((member) => ({
      id: member.member_id as Id,
      name: member.name,
      head: member.head,
      relation: member.relation,
      sex: member.sex as ComparedHousehold['members'][number]['sex'],
      birth: member.birth,
      ethnicity: member.ethnicity,
      idNumber: maskNumber(member.id_number),
    })),
    classes: records
      .filter(({ current, official }) => current && official)
      .map((record) => ({
        roundId: record.round_id as Id,
        period: Period.parse(record.kind === 'yearly' ? String(record.year) : record.as_of.slice(0, 7)),
        class: record.class as ComparedHousehold['classes'][number]['class'],
        size: record.size,
        decision: record.decision_number,
      })),
    source: household.source,
    enteredAt: household.entered_at.toISOString(),
  };
}

async function decide(ctx: Ctx, one: Id, other: Id, kind: 'apart' | 'reopened'): Promise<{ state: DuplicateState }> {
  const [first, second] = await bothWhole(ctx, one, other);
  requireStanding(first, second);
  const areaPath = sharedPath(first.household.area_path, second.household.area_path);
  const [a, b] = ordered(one, other);
  await store.insertDecision(ctx.db, { household_id: a, other_household_id: b, decision_id: ctx.newId(), area_path: areaPath, kind, entered_by: ctx.actor.userId, entered_name: ctx.actor.name, entered_at: ctx.now });
  const state = kind === 'apart' ? 'apart' : 'open';
  await store.setPairState(ctx.db, a, b, state);
  ctx.record({ action: kind === 'apart' ? 'household.kept-apart' : 'household.pair-reopened', subject: a, areaPath, details: { other: b } });
  return { state };
}

export const keepApart = (ctx: Ctx, { one, other }: { one: Id; other: Id }): Promise<{ state: DuplicateState }> => decide(ctx, one, other, 'apart');
export const reopenPair = (ctx: Ctx, { one, other }: { one: Id; other: Id }): Promise<{ state: DuplicateState }> => decide(ctx, one, other, 'reopened');

/** Whose household it is: of one that was merged away the records still tell. */
export const headName = ({ members, records }: Whole): string => members.find(({ head }) => head)?.name ?? records[0]?.head_name ?? members[0]?.name ?? '?';

/** Throws `household.merged-away` where one of the households is another one by now. */
export function requireStanding(...both: readonly Whole[]): void {
  for (const whole of both) if (whole.household.merged_into !== null) throw problem('household.merged-away', { head: headName(whole) });
}
