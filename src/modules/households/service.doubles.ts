import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sharedPath } from '#platform/db/scope.ts';
import type { ActDone } from './contract.events.ts';
import type { Double, DoubleSide, DoubleState } from './contract.doubles.ts';
import { problem } from './problems.ts';
import { settle } from './rules.doubles.ts';
import { pairPersons } from './rules.matching.households.ts';
import { noShares } from './rules.matching.ts';
import { reasonsOf } from './rules.matching.reasons.ts';
import { maskNumber } from './service.corrections.ts';
import { load, saveOutcome, tellOutcome } from './service.events.ts';
import { grouped, placeOf, viewSearched } from './service.matching.ts';
import * as store from './store.doubles.ts';
import type { DoubleKey, DoubleRow } from './store.doubles.ts';
import { comparableOf, lastSearch, namesOf, namesOfVillages, type Comparable, type ComparableMember } from './store.matching.ts';

interface Named {
  household: Id;
  person: Id;
}

/** Both in the order in which a pair is kept. */
const keyOf = (one: Named, other: Named): DoubleKey => {
  const [first, second] = one.household < other.household ? [one, other] : [other, one];
  return { household_id: first.household, person_id: first.person, other_household_id: second.household, other_person_id: second.person };
};

interface ListInput {
  area: AreaRef;
  state: DoubleState;
  after?: string | undefined;
  limit: number;
}

export async function doubles(ctx: Ctx, { area: ref, state, after, limit }: ListInput) {
  const { id, areaPath, territory } = await placeOf(ctx, ref);
  const found = await store.listDoubles(ctx.db, territory, state, after === undefined ? null : readCursor(after), limit + 1);
  const page = found.slice(0, limit);
  const counts = await store.countDoubles(ctx.db, territory);
  const last = await lastSearch(ctx.db, id);
  ctx.record({ action: 'household.double-persons-listed', subject: id, areaPath: areaPath ?? ctx.actor.areaPath, details: { state, count: page.length } });
  const end = page.at(-1);
  return {
    rows: await viewDoubles(ctx, page),
    next: found.length > limit && end ? JSON.stringify([end.score, end.household_id, end.person_id, end.other_household_id, end.other_person_id]) : null,
    total: counts[state],
    counts,
    searched: last ? viewSearched(last) : null,
  };
}

function readCursor(text: string): DoubleKey & { score: number } {
  try {
    const [score, household_id, person_id, other_household_id, other_person_id] = JSON.parse(text) as [number, string, string, string, string];
    return { score, household_id, person_id, other_household_id, other_person_id };
  } catch {
    throw problem('household.bad-cursor', {});
  }
}

/** Pairs with both persons as their households have them now; of one that was settled the ended record still tells. */
async function viewDoubles(ctx: Ctx, rows: readonly DoubleRow[]): Promise<Double[]> {
  const settled = rows.filter(({ state }) => state === 'settled').flatMap(({ person_id, other_person_id }) => [person_id, other_person_id]);
  const households = await comparableOf(ctx.db, rows.flatMap(({ household_id, other_household_id }) => [household_id as Id, other_household_id as Id]), settled);
  const names = await namesOf(ctx.db, [...new Set(rows.map(({ search_id }) => search_id))]);
  const villages = await namesOfVillages(ctx.db, [...households.values()].map(({ villageId }) => villageId), ctx.today);
  return rows.flatMap((row): Double[] => {
    const [one, other] = [households.get(row.household_id as Id), households.get(row.other_household_id as Id)];
    const [first, second] = [one && personIn(one, row.person_id), other && personIn(other, row.other_person_id)];
    if (!one || !other || !first || !second) return [];
    const side = (household: Comparable, { memberId, personId, isPresent, ...person }: ComparableMember): DoubleSide => ({
      household: household.id,
      head: (household.members.find((member) => member.head && member.isPresent) ?? household.members.find(({ head }) => head) ?? person).name,
      village: villages.get(household.villageId)?.village ?? '',
      commune: villages.get(household.villageId)?.commune ?? null,
      person: { ...person, id: personId, idNumber: maskNumber(person.idNumber) },
      others: household.members.filter((member) => member.isPresent && member.personId !== personId).map((member) => ({ person: member.personId, name: member.name })),
    });
    const match = row.state === 'settled' ? undefined : pairPersons(grouped(one), grouped(other), names.get(row.search_id) ?? noShares).find((pair) => one.members[pair.one] === first && other.members[pair.other] === second);
    return [{ one: side(one, first), other: side(other, second), score: row.score / 1000, state: row.state, act: row.act_id as Id | null, reasons: match ? reasonsOf(match.comparison, first, second) : [] }];
  });
}

const personIn = ({ members }: Comparable, person: string): ComparableMember | undefined => members.findLast(({ personId }) => personId === person);

/** Ends the record of a person in the household where he or she does not live. Throws what `settle` throws. */
export async function settleDouble(ctx: Ctx, { keep, end, day, reason, headStaying }: { keep: Named; end: Named; day: PlainDate; reason: string; headStaying: Id | null }): Promise<ActDone> {
  const loaded = await load(ctx, [...new Set([keep.household, end.household])]);
  const outcome = settle({
    keep: { household: loaded.get(keep.household)!, person: keep.person },
    end: { household: loaded.get(end.household)!, person: end.person },
    headStaying,
    day,
    today: ctx.today,
  });
  const act = ctx.newId();
  const paths = new Map<AreaRef, string>([...loaded.values()].map(({ village, areaPath }) => [village, areaPath]));
  const households = await saveOutcome(ctx, act, outcome, paths, loaded, { day, reason, paper: null });
  await store.setDoubleState(ctx.db, keyOf(keep, end), 'settled', act);
  await tellOutcome(ctx, 'household.double-person-settled', act, new Map(households.map((one) => [one, loaded.get(one)!.areaPath])), day, { keep: keep.household, end: end.household });
  return { act, founded: null, sent: false, households };
}

async function decide(ctx: Ctx, one: Named, other: Named, kind: 'apart' | 'reopened'): Promise<{ state: DoubleState }> {
  const loaded = await load(ctx, [...new Set([one.household, other.household])]);
  for (const { household, person } of [one, other]) {
    const { rows, headName } = loaded.get(household)!;
    if (!rows.some((row) => row.person === person)) throw problem('household.not-a-member', { head: headName });
  }
  const areaPath = sharedPath(loaded.get(one.household)!.areaPath, loaded.get(other.household)!.areaPath);
  const key = keyOf(one, other);
  const state = kind === 'apart' ? 'apart' : 'open';
  await store.insertPersonDecision(ctx.db, { ...key, decision_id: ctx.newId(), area_path: areaPath, kind, entered_by: ctx.actor.userId, entered_name: ctx.actor.name, entered_at: ctx.now });
  await store.setDoubleState(ctx.db, key, state, null);
  ctx.record({ action: kind === 'apart' ? 'household.persons-kept-apart' : 'household.persons-reopened', subject: one.household, areaPath, details: { ...key } });
  return { state };
}

export const keepPersonsApart = (ctx: Ctx, { one, other }: { one: Named; other: Named }) => decide(ctx, one, other, 'apart');
export const reopenPersons = (ctx: Ctx, { one, other }: { one: Named; other: Named }) => decide(ctx, one, other, 'reopened');
