import type { Id } from '#kernel/ids.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getArea, requireInside, territoryOf } from '#modules/areas/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sharedPath } from '#platform/db/scope.ts';
import type { Merge, MergeChoice, PersonField } from './contract.matching.ts';
import { problem } from './problems.ts';
import { bothWhole, headName, ordered, requireStanding } from './service.matching.ts';
import { namesOfVillages, setPairState } from './store.matching.ts';
import * as store from './store.merging.ts';
import type { ClassRecordRow, MemberRecord, MergeDetails, MergeEvent, MergeWrites, RecordKey, Whole } from './store.merging.ts';

/** How many merges a list tells of. */
const shownMerges = 100;
const columns: Readonly<Record<PersonField, 'name' | 'relation' | 'sex' | 'birth' | 'ethnicity' | 'id_number'>> = { name: 'name', relation: 'relation', sex: 'sex', birth: 'birth', ethnicity: 'ethnicity', idNumber: 'id_number' };

const stampOf = (ctx: Ctx) => ({ entered_by: ctx.actor.userId, entered_name: ctx.actor.name, entered_at: ctx.now });
const keyOf = ({ household_id, round_id, standard_id, revision }: ClassRecordRow): RecordKey => ({ household: household_id, round: round_id, standard: standard_id, revision });
/** A row that a merge writes after another one is of no import, and stands. */
const ofNoImport = { import_id: null, undone_at: null } as const;
const communeOf = (areaPath: string): string => areaPath.slice(0, areaPath.lastIndexOf('.'));

/** The writes of a merge while they are put together. */
interface Draft {
  ended: MemberRecord[];
  begun: MemberRecord[];
  replaced: ClassRecordRow[];
  records: ClassRecordRow[];
}

/**
 * Makes two households one. The one that goes keeps its rows, ended; the one that stays gets new ones where something changes. In a round where
 * both have a class the chosen one counts; where only the other has one, it counts for the household that stays. So nobody is counted twice, and
 * the villages of every round touched are computed anew. Throws `household.merge-stale` when the choice does not name what is there now.
 */
export async function merge(ctx: Ctx, choice: MergeChoice): Promise<Merge> {
  const [keep, other] = await bothWhole(ctx, choice.keep, choice.other);
  requireStanding(keep, other);
  const movesTo = choice.fields.village === 'other' ? other.household : keep.household;
  if (communeOf(movesTo.area_path) !== communeOf(keep.household.area_path)) throw problem('household.merge-elsewhere', {});

  const draft: Draft = { ended: [], begun: [], replaced: [], records: [] };
  mergeMembers(ctx, choice, keep, other, movesTo.area_path, draft);
  mergeRecords(ctx, choice, keep, other, draft);

  const act = ctx.newId();
  const { number, village_id, area_path } = keep.household;
  const details: MergeDetails = {
    before: { number, villageId: village_id, areaPath: area_path },
    ended: draft.ended.map(({ household_id, member_id }) => ({ household: household_id, member: member_id })),
    begun: draft.begun.map(({ member_id }) => member_id),
    replaced: draft.replaced.map(keyOf),
    added: draft.records.map(keyOf),
  };
  await write(ctx, draft, {
    households: [
      { id: choice.keep, set: { number: choice.fields.number === 'other' ? other.household.number : number, village_id: movesTo.village_id, area_path: movesTo.area_path } },
      { id: choice.other, set: { merged_into: choice.keep } },
    ],
    events: [eventOf(ctx, act, 'merged_into', other, keep, details), eventOf(ctx, act, 'merged_from', keep, other, {})],
  });
  await setPairState(ctx.db, ...ordered(choice.keep, choice.other), 'merged');
  const areaPath = sharedPath(keep.household.area_path, other.household.area_path);
  ctx.record({ action: 'household.merged', subject: choice.keep, areaPath, details: { other: choice.other, act, fields: choice.fields, classes: choice.classes } });
  return viewMerge(ctx, choice.other, act);
}

/** Every present member of both must be named once. */
function requireAllNamed({ persons, classes }: MergeChoice, keep: Whole, other: Whole): void {
  const isSame = (named: readonly (string | null)[], members: readonly MemberRecord[]): boolean => {
    const ids = named.filter((id) => id !== null);
    return ids.length === members.length && new Set(ids).size === ids.length && members.every(({ member_id }) => ids.includes(member_id));
  };
  const rounds = (whole: Whole): Set<string> => new Set(whole.records.filter(({ current }) => current).map(({ round_id }) => round_id));
  const inBoth = [...rounds(keep)].filter((round) => rounds(other).has(round));
  const chosen: string[] = classes.map(({ roundId }) => roundId);
  const isWhole =
    isSame(persons.map((person) => person.keep), keep.members) &&
    isSame(persons.map((person) => person.other), other.members) &&
    inBoth.every((round) => chosen.filter((one) => one === round).length === 1);
  if (!isWhole) throw problem('household.merge-stale', {});
}

function mergeMembers(ctx: Ctx, choice: MergeChoice, keep: Whole, other: Whole, areaPath: string, draft: Draft): void {
  requireAllNamed(choice, keep, other);
  const isMoved = areaPath !== keep.household.area_path;
  let position = Math.max(-1, ...keep.members.map((member) => member.position));
  const begin = (from: MemberRecord, changes: Partial<MemberRecord>): void =>
    void draft.begun.push({ ...from, household_id: choice.keep, member_id: ctx.newId(), area_path: areaPath, valid_from: ctx.today, valid_to: null, ...ofNoImport, ended_import_id: null, ...stampOf(ctx), ...changes });
  for (const { keep: keepId, other: otherId, fromOther, joins } of choice.persons) {
    const mine = keep.members.find(({ member_id }) => member_id === keepId);
    const theirs = other.members.find(({ member_id }) => member_id === otherId);
    if (theirs) draft.ended.push(theirs);
    if (mine) {
      const taken = theirs ? Object.fromEntries(fromOther.map((field) => [columns[field], theirs[columns[field]]])) : {};
      const isChanged = Object.entries(taken).some(([column, value]) => mine[column as keyof MemberRecord] !== value);
      if (!isChanged && !isMoved) continue;
      draft.ended.push(mine);
      begin(mine, taken);
    } else if (theirs && joins) {
      const noHead = theirs.head ? { head: false, relation: null } : {};
      begin(theirs, { position: ++position, ...noHead });
    }
  }
}

function mergeRecords(ctx: Ctx, { keep: id, classes }: MergeChoice, keep: Whole, other: Whole, draft: Draft): void {
  for (const [round, theirs] of Map.groupBy(other.records.filter(({ current }) => current), ({ round_id }) => round_id)) {
    draft.replaced.push(...theirs);
    const mine = keep.records.filter((record) => record.current && record.round_id === round);
    if (mine.length > 0 && classes.find(({ roundId }) => roundId === round)?.take !== 'other') continue;
    draft.replaced.push(...mine);
    // Which revision its causes amend is told of its own household; here it is handed in as it is.
    draft.records.push(...theirs.map((record) => ({ ...copyOf(ctx, record, id, keep.records), amends: null, handed_in: null })));
  }
}

/** A record once more as a new revision of a household, in the village and with the source that it has. */
function copyOf(ctx: Ctx, record: ClassRecordRow, household: Id, known: readonly ClassRecordRow[]): ClassRecordRow {
  const { as_of, kind, year, official, ...row } = record as Whole['records'][number];
  const revisions = known.filter(({ round_id, standard_id }) => round_id === row.round_id && standard_id === row.standard_id).map(({ revision }) => revision);
  return { ...row, household_id: household, revision: Math.max(0, ...revisions) + 1, current: true, ...ofNoImport, replaced_import_id: null, ...stampOf(ctx) };
}

type Event = MergeWrites['events'][number];

function eventOf(ctx: Ctx, act: Id, kind: 'merged_into' | 'merged_from' | 'undone', { household }: Whole, other: Whole, details: object): Event {
  return {
    household_id: household.household_id,
    event_id: ctx.newId(),
    area_path: household.area_path,
    village_id: household.village_id,
    kind,
    day: ctx.today,
    other_household_id: other.household.household_id,
    other_village_id: other.household.village_id,
    person_id: null,
    act_id: act,
    details,
    source: 'Gộp hộ trùng lặp',
    ...stampOf(ctx),
  };
}

async function write(ctx: Ctx, draft: Draft, rest: Pick<MergeWrites, 'households' | 'events'>): Promise<void> {
  await store.writeMerge(ctx.db, {
    ...rest,
    ended: draft.ended.map(({ household_id, member_id, valid_from }) => ({ household: household_id, member: member_id, on: store.endDay(ctx.today, valid_from) })),
    begun: draft.begun,
    replaced: draft.replaced.map(keyOf),
    records: draft.records,
  });
  for (const [roundId, records] of Map.groupBy([...draft.replaced, ...draft.records], ({ round_id }) => round_id)) {
    await ctx.emit({ name: 'classes.recorded', roundId: roundId as Id, villageIds: [...new Set(records.map(({ village_id }) => village_id))] });
  }
}

/** Takes a merge back with new records. Throws `household.merge-followed` where the household that stayed has changed since. */
export async function undoMerge(ctx: Ctx, { act, household: id }: { act: Id; household: Id }): Promise<Merge> {
  const found = await store.mergeEvent(ctx.db, id, act);
  if (!found) throw problem('household.merge-not-found', {});
  if (found.undone) throw problem('household.merge-undone', {});
  const { event } = found;
  const { details } = event;
  const [keep, other] = await bothWhole(ctx, event.other_household_id as Id, id);
  requireUnchanged(keep, other, event);

  const endedThen = await store.memberRows(ctx.db, details.ended);
  const isOf = (record: ClassRecordRow, keys: readonly RecordKey[]): boolean => keys.some(({ household, round, standard, revision }) => record.household_id === household && record.round_id === round && record.standard_id === standard && record.revision === revision);
  const all = [...keep.records, ...other.records];
  const draft: Draft = {
    ended: keep.members.filter(({ member_id }) => details.begun.includes(member_id)),
    // What comes back is of the import that it was of: whoever takes that back takes it too.
    begun: endedThen.map((member) => ({ ...member, member_id: ctx.newId(), valid_to: null, ended_import_id: null, ...stampOf(ctx) })),
    replaced: keep.records.filter((record) => isOf(record, details.added)),
    records: all.filter((record) => isOf(record, details.replaced)).map((record) => ({
      ...copyOf(ctx, record, record.household_id as Id, all.filter(({ household_id }) => household_id === record.household_id)),
      import_id: record.import_id,
    })),
  };
  const written = { members: [...details.begun, ...draft.begun.map(({ member_id }) => member_id)], records: [...details.added, ...draft.records.map(keyOf)] };
  const { number, villageId, areaPath } = details.before;
  await write(ctx, draft, {
    households: [
      { id: keep.household.household_id, set: { number, village_id: villageId, area_path: areaPath } },
      { id, set: { merged_into: null } },
    ],
    events: [eventOf(ctx, act, 'undone', other, keep, written), eventOf(ctx, act, 'undone', keep, other, written)],
  });
  await setPairState(ctx.db, ...ordered(keep.household.household_id as Id, id), 'open');
  ctx.record({ action: 'household.merge-undone', subject: keep.household.household_id, areaPath: sharedPath(areaPath, other.household.area_path), details: { other: id, act } });
  return viewMerge(ctx, id, act);
}

/** What was added to the household since would have to be torn apart by guess: then a merge stays. */
function requireUnchanged(keep: Whole, other: Whole, { entered_at, details }: MergeEvent): void {
  const since = entered_at.getTime();
  const isLater = (row: { entered_at: Date }): boolean => row.entered_at.getTime() > since;
  const isThere = details.begun.every((id) => keep.members.some(({ member_id }) => member_id === id));
  const stands = other.household.merged_into === keep.household.household_id && keep.household.merged_into === null;
  if (!stands || !isThere || keep.members.some(isLater) || keep.records.some((record) => record.undone_at === null && (isLater(record) || (record.causes_at !== null && record.causes_at.getTime() > since)))) throw problem('household.merge-followed', { head: headName(keep) });
}

export async function merges(ctx: Ctx, { area: ref }: { area: AreaRef }): Promise<Merge[]> {
  const area = await getArea(ctx, ref);
  await requireInside(ctx, area);
  const found = await store.mergesIn(ctx.db, await territoryOf(ctx, area, ctx.today), shownMerges);
  ctx.record({ action: 'household.merges-listed', subject: area.id, areaPath: area.areaPath ?? ctx.actor.areaPath, details: { count: found.length } });
  return viewMerges(ctx, found);
}

async function viewMerge(ctx: Ctx, household: Id, act: Id): Promise<Merge> {
  const found = await store.mergeEvent(ctx.db, household, act);
  return (await viewMerges(ctx, [found!]))[0]!;
}

async function viewMerges(ctx: Ctx, found: readonly { event: MergeEvent; undone: boolean }[]): Promise<Merge[]> {
  const households = await store.briefHouseholds(ctx.db, found.flatMap(({ event }) => [event.household_id, event.other_household_id!]));
  const villages = await namesOfVillages(ctx.db, [...households.values()].map(({ villageId }) => villageId), ctx.today);
  const brief = (id: string) => {
    const { head, size, villageId } = households.get(id) ?? { head: '', size: 0, villageId: '' };
    const { village, commune } = villages.get(villageId) ?? { village: '', commune: null };
    return { id: id as Id, head, size, village, commune };
  };
  return found.map(({ event, undone }) => ({
    act: event.act_id as Id,
    keep: brief(event.other_household_id!),
    other: brief(event.household_id),
    at: event.entered_at.toISOString(),
    by: event.entered_name,
    undone,
  }));
}
