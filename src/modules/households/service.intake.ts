import { createHash, hash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Id } from '#kernel/ids.ts';
import { nameSortKey } from '#kernel/vietnamese.ts';
import type { Area, AreaRef } from '#modules/areas/contract.ts';
import { ensureVillages, unknownVillages } from '#modules/areas/service.ts';
import type { AreaOnDay } from '#modules/areas/service.ts';
import type { RoundRow } from '#modules/rounds/service.ts';
import type { Facts } from '#modules/standards/contract.facts.ts';
import type { HouseholdClass, StandardView } from '#modules/standards/contract.ts';
import type { Instrument } from '#modules/standards/contract.packs.ts';
import { canonicalJson } from '#modules/standards/rules.canonical.ts';
import { indicatorCodes, packMasks } from '#modules/standards/rules.masks.ts';
import { packFacts } from '#modules/standards/rules.packed.ts';
import { classify } from '#modules/standards/rules.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { HouseholdIntake } from './contract.intake.ts';
import type { Reason } from './contract.matching.ts';
import { areApart, headOf, matchKeys, memberKey, officialClass, sameMember, sizeOf } from './rules.intake.ts';
import { pairPersons } from './rules.matching.households.ts';
import { matchList } from './rules.matching.lists.ts';
import { noShares, prepare } from './rules.matching.ts';
import { packResult, type KeptResult } from './rules.results.ts';
import { preparedChanges, registeredIn, type Changes, type Registered, type RegisteredMember, type Stamp } from './store.intake.ts';
import { numberForm } from './store.matching.ts';

/** What follows from the facts alone. */
interface Judged {
  /** What the rules of indicators look at, packed, in base64. */
  packedFacts: string;
  results: { standardId: string; standardHash: string; official: boolean; result: KeptResult; deprived: number; unknown: number; count: number }[];
}

/** A household of a list with its results, one for each standard of the round, the official one first. */
export interface Classified extends Judged {
  intake: HouseholdIntake;
  hash: string;
}

/** The table of points that stands for the income: the official one once it is entered; in a demonstration the sample. */
function instrumentOf({ instruments }: StandardView, demonstration: boolean): Instrument | null {
  return instruments.find(({ status }) => status === 'complete') ?? (demonstration ? instruments.find(({ demo_only }) => demo_only) : undefined) ?? null;
}

/**
 * Classifies the households of a list, one after the other, under every standard of the round. Needs no database: done before the transaction begins.
 * `area` is the commune on the day of the round: urban or rural decides the income line, the region the column of a table of points.
 * `demonstration` lets sample tables of points be used.
 */
export function listClassifier(round: RoundRow, area: Pick<Area, 'urban' | 'region'>, demonstration: boolean): (intake: HouseholdIntake) => Classified {
  const kind = area.urban === null ? null : area.urban ? 'urban' : 'rural';
  const context = { date: round.asOf, area: kind, region: area.region?.code ?? null, local: null, demonstration } as const;
  const standards = round.standards.map(({ id, official }) => ({ view: getStandard(id), official }));
  const judge = (facts: Facts): Judged => ({
    packedFacts: Buffer.from(packFacts(facts)).toString('base64'),
    results: standards.map(({ view, official }) => {
      const { standard, hash } = view;
      const result = classify(facts, standard, { ...context, instrument: instrumentOf(view, demonstration) });
      const { yes, unknown } = packMasks(result.deprivations, indicatorCodes(standard));
      return { standardId: standard.id, standardHash: hash, official, result: packResult(result), deprived: yes, unknown, count: result.deprived.least };
    }),
  });
  // Many households of a list are told of in the same words: the same facts have the same result.
  const known = new Map<string, Judged>();
  return (intake) => {
    const { source, decisionOfList, ...told } = intake;
    const facts = JSON.stringify(intake.facts);
    const judged = known.get(facts) ?? judge(intake.facts);
    known.set(facts, judged);
    return { intake, hash: hash('sha256', canonicalJson(told)), ...judged };
  };
}

/** Classifies a whole list at once. */
export const classifyList = (households: readonly HouseholdIntake[], ...place: Parameters<typeof listClassifier>): Classified[] => households.map(listClassifier(...place));

export type Change = 'added' | 'changed' | 'same';

/** A household of the register that one of the list may be, though no exact key says so. */
export interface PlannedMatch {
  known: Registered;
  score: number;
  verdict: 'same' | 'perhaps';
  reasons: Reason[];
  /** What an officer said of it. */
  answer: Answer | null;
}

export type Answer = 'same' | 'different';
/** What officers said, by `answerKey`. */
export type Answers = ReadonlyMap<string, Answer>;

/** Names a question: a household of the list by its place in it, and the one of the register. */
export const answerKey = (source: string, known: Id): string => `${source} ${known}`;

export interface PlannedHousehold {
  classified: Classified;
  change: Change;
  /** Found by an exact key, or by a match that is sure or was said to be the same. */
  known: Registered | null;
  match: PlannedMatch | null;
  class: HouseholdClass;
  computed: HouseholdClass;
}

export interface IntakePlan {
  /** Fingerprint of the register that the list was held against. */
  against: string;
  commune: AreaOnDay;
  round: RoundRow;
  households: PlannedHousehold[];
  /** Households of the register that the list does not name; they stay as they are until somebody says what became of them. */
  unnamed: Registered[];
  /** Villages that the commune has not yet. */
  newVillages: string[];
  /** Households of the list that are probably one, by their places in it; each is still loaded as it stands. */
  doubles: { one: number; other: number; score: number; reasons: Reason[] }[];
}

/**
 * Holds a classified list against the register: what would be added, changed, left. Exact keys first; what they leave over is compared. A match
 * that is sure is taken unless it was refused in `answers`; one that is not sure only when an officer said so. Writes nothing. An `earlier` plan of the
 * same list and answers holds as long as the register is what it was then.
 */
export async function planIntake(ctx: Ctx, commune: AreaOnDay, round: RoundRow, list: readonly Classified[], answers: Answers = new Map(), earlier: IntakePlan | null = null): Promise<IntakePlan> {
  const official = round.standards.find((standard) => standard.official)!;
  const register = await registeredIn(ctx.db, commune.id, round.id, official.id, round.asOf);
  const against = fingerprintOf(register);
  if (earlier?.against === against) return earlier;
  const byKey = new Map<string, Registered>();
  for (const household of register) for (const key of matchKeys({ ...household, head: headOf(household) })) if (!byKey.has(key)) byKey.set(key, household);
  const taken = new Set<Id>();
  const exact = list.map(({ intake }): Registered | null => {
    const head = headOf(intake);
    const isFree = (found: Registered | undefined): found is Registered => found !== undefined && !taken.has(found.id) && !areApart(head, headOf(found));
    const known = matchKeys({ ...intake, head }).map((key) => byKey.get(key)).find(isFree) ?? null;
    if (known) taken.add(known.id);
    return known;
  });
  const { matches, doubles } = compareRest(list, exact, register, taken, answers);
  const households = list.map((classified, index): PlannedHousehold => {
    const { intake, results, hash } = classified;
    const match = matches.get(index) ?? null;
    const known = exact[index] ?? (match && isTaken(match) ? match.known : null);
    if (known) taken.add(known.id);
    const computed = results.find((result) => result.official)!.result.class;
    const change: Change = known === null ? 'added' : known.record?.hash === hash ? 'same' : 'changed';
    return { classified, change, known, match, class: officialClass(intake, computed), computed };
  });
  const unnamed = register.filter(({ id }) => !taken.has(id));
  const newVillages = await unknownVillages(ctx, commune, list.map(({ intake }) => intake.village));
  return { against, commune, round, households, unnamed, newVillages, doubles };
}

function fingerprintOf(register: readonly Registered[]): string {
  const hash = createHash('sha256');
  for (const household of register) hash.update(JSON.stringify(household));
  return hash.digest('hex');
}

/** Whether a household of the list is taken for the one of the register: nobody is on less than a sure match or an officer's word. */
export const isTaken = ({ verdict, answer }: PlannedMatch): boolean => answer === 'same' || (verdict === 'same' && answer === null);

/** Compares what exact keys left over. Of two that were said to be the same one of the register, the first one is. */
function compareRest(list: readonly Classified[], exact: readonly (Registered | null)[], register: readonly Registered[], taken: ReadonlySet<Id>, answers: Answers) {
  const open = list.flatMap((_, index) => (exact[index] ? [] : [index]));
  const free = register.filter(({ id, members }) => !taken.has(id) && members.length > 0);
  const intakes = open.map((index) => list[index]!.intake);
  const { matches, doubles } = matchList(intakes, free, [...register, ...intakes], numberForm());
  const given = new Set<Id>();
  const planned = new Map<number, PlannedMatch>();
  for (const { one, other, score, verdict, reasons } of matches) {
    const known = free[other]!;
    const match: PlannedMatch = { known, score, verdict, reasons, answer: answers.get(answerKey(intakes[one]!.source, known.id)) ?? null };
    if (isTaken(match) && given.has(known.id)) continue;
    if (isTaken(match)) given.add(known.id);
    planned.set(open[one]!, match);
  }
  return { matches: planned, doubles: doubles.map(({ one, other, score, reasons }) => ({ one: open[one]!, other: open[other]!, score, reasons })) };
}

/** Which member of the register each member of a household is: by exact key, else by a sure comparison within the two households. */
function samePersons(intake: HouseholdIntake, known: Registered | null): Map<number, RegisteredMember> {
  const found = new Map<number, RegisteredMember>();
  if (!known) return found;
  const left = new Map(known.members.map((member) => [memberKey(member), member]));
  intake.members.forEach((member, place) => {
    const old = left.get(memberKey(member));
    if (old) found.set(place, old);
    left.delete(memberKey(member));
  });
  if (left.size === 0 || found.size === intake.members.length) return found;
  const grouped = (members: HouseholdIntake['members']) => ({ villageId: '', communeId: '', members: members.map((member) => prepare(member, numberForm())) });
  const open = new Set(left.values());
  for (const { one, other, comparison } of pairPersons(grouped(intake.members), grouped(known.members), noShares)) {
    const old = known.members[other]!;
    if (comparison.verdict === 'same' && !found.has(one) && open.delete(old)) found.set(one, old);
  }
  return found;
}

export interface IntakeResult {
  added: number;
  changed: number;
  same: number;
  villagesAdded: string[];
}

/**
 * Carries a plan out, all of it or nothing: members, classes and search words, the villages marked, one audit row. `source` names the list;
 * what is written under an `importId` can be undone by it (`undoIntake`).
 */
export async function applyIntake(ctx: Ctx, { commune, round, households }: IntakePlan, source: string, importId: Id | null = null): Promise<IntakeResult> {
  const affected = households.filter(({ change }) => change !== 'same');
  const { villages, added: villagesAdded } = await ensureVillages(ctx, commune, affected.map(({ classified }) => classified.intake.village));
  const list: ListOnRecord = { commune, round, source, villages, stamp: { entered_by: ctx.actor.userId, entered_name: ctx.actor.name, entered_at: ctx.now, import_id: importId } };
  // The next rows are made while the database writes the last ones, in small pieces: it gets its next statement between them. Of a long list never more than
  // two parts are held.
  let writing = Promise.resolve();
  for (let at = 0; at < affected.length; at += atOnce) {
    const write = await preparedChanges(await changesOf(ctx, affected.slice(at, at + atOnce), list), round.id, round.asOf);
    await writing;
    writing = write(ctx.db);
    writing.catch(() => {});
    await breathe();
  }
  await writing;
  const touched = [...new Set(affected.map(({ classified }) => villages.get(classified.intake.village)!.id))];
  if (touched.length > 0) await ctx.emit({ name: 'classes.recorded', roundId: round.id, villageIds: touched });
  const count = (change: Change): number => households.filter((planned) => planned.change === change).length;
  const result = { added: count('added'), changed: count('changed'), same: count('same'), villagesAdded };
  ctx.record({ action: 'household.list-recorded', subject: round.id, areaPath: villages.values().next().value?.areaPath ?? null, details: { commune: commune.id, source, ...result } });
  return result;
}

/** Where a decision comes from that the row of its household does not have. */
const ofWholeList = 'quyết định ghi chung cho cả tệp khi nhập';

/** Households of a list that are written together, and of which the rows are made in one go. */
const atOnce = 200;
const aPiece = 20;

/** What all households of a list have in common when they are written. */
interface ListOnRecord {
  commune: AreaOnDay;
  round: RoundRow;
  source: string;
  villages: ReadonlyMap<string | null, { id: AreaRef; areaPath: string }>;
  stamp: Stamp;
}

/** The rows that some households of a list end and begin. */
async function changesOf(ctx: Ctx, affected: readonly PlannedHousehold[], list: ListOnRecord): Promise<Changes> {
  const { source, villages, stamp } = list;
  const changes: Changes = { stamp, households: [], endedMembers: [], members: [], names: [], replaced: [], records: [] };
  for (const [place, planned] of affected.entries()) {
    if (place % aPiece === 0) await breathe();
    const { classified, known } = planned;
    const { intake } = classified;
    const village = villages.get(intake.village)!;
    const id = known?.id ?? ctx.newId();
    const from = `${source}: ${intake.source}`;
    if (!known) changes.households.push({ household_id: id, area_path: village.areaPath, village_id: village.id, number: intake.number, source: from });
    else if (known.record) changes.replaced.push(id);
    const before = samePersons(intake, known);
    intake.members.forEach((member, position) => {
      const old = before.get(position);
      if (old && sameMember(old, member)) return;
      if (old) changes.endedMembers.push(old.memberId);
      const { idNumber, ...told } = member;
      const row = { household_id: id, member_id: ctx.newId(), area_path: village.areaPath, person_id: old?.personId ?? ctx.newId(), position, id_number: idNumber };
      changes.members.push({ ...told, ...row, source: from });
    });
    const stayed = new Set(before.values());
    changes.endedMembers.push(...(known?.members ?? []).filter((member) => !stayed.has(member)).map(({ memberId }) => memberId));
    changes.names.push(...intake.members.map(({ name }) => ({ household_id: id, area_path: village.areaPath, name })));
    changes.records.push(...recordsOf(planned, id, village, list, intake.decisionOfList ? `${from}; ${ofWholeList}` : from));
  }
  return changes;
}

function recordsOf(
  { classified, known, class: official }: PlannedHousehold,
  id: Id,
  village: { id: string; areaPath: string },
  { commune }: ListOnRecord,
  source: string,
): Changes['records'] {
  const { intake, hash, packedFacts, results } = classified;
  const head = headOf(intake);
  return results.map(({ standardId, standardHash, official: isOfficial, result, deprived, unknown, count }) => ({
    household_id: id,
    standard_id: standardId,
    revision: Math.max(known?.record?.revision ?? 0, known?.lastPast ?? 0) + 1,
    area_path: village.areaPath,
    village_id: village.id,
    head_name: head.name,
    head_sort_key: nameSortKey(head.name),
    size: sizeOf(intake),
    class: isOfficial ? official : result.class,
    computed_class: result.class,
    stated_class: isOfficial ? intake.stated : null,
    stated_standing: isOfficial ? (intake.statedStanding ?? null) : null,
    decision_number: intake.decision?.number ?? null,
    decision_day: intake.decision?.day ?? null,
    income: intake.facts.income,
    b1: result.b1,
    b2: result.b2,
    deprived,
    unknown,
    deprived_count: count,
    minority: intake.groups.minority,
    no_labour: intake.groups.noLabour,
    merit: intake.groups.merit,
    causes: intake.causes,
    facts: intake.facts,
    packed_facts: packedFacts,
    standard_hash: standardHash,
    result,
    area_kind: commune.urban === null ? null : commune.urban ? 'urban' : 'rural',
    intake_hash: hash,
    source,
  }));
}
