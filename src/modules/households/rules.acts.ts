import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { showDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Act } from './contract.events.ts';
import type { MemberIntake } from './contract.intake.ts';
import { problem } from './problems.ts';
import { Draft, headRelation, nextPosition, presentOf, relationOf, type HouseholdNow, type MemberRow, type Outcome } from './rules.events.ts';

/** What an act is decided on. */
export interface Circumstances {
  day: PlainDate;
  today: PlainDate;
  household: HouseholdNow;
  /** The second household of the register that the act names. */
  other: HouseholdNow | null;
  /** The village that the act names, and whether it lies inside the area of the post. */
  destination: { village: AreaRef; name: string; inside: boolean } | null;
  /** Ids for a household and persons that come about. */
  fresh: { household: Id; person: Id };
}

/** Decides an act. Throws the problem that says why it cannot be, and what to do instead. */
export function decide(act: Act, circumstances: Circumstances): Outcome {
  const { household, other, day, today } = circumstances;
  const draft = new Draft(day, today);
  if (act.kind === 'place') {
    if (household.standing !== 'sent') throw problem('household.not-sent', { head: household.headName });
  } else requirePresent(household);
  if (other) {
    if (other.id === household.id && act.kind !== 'marriage') throw problem('household.same-household', {});
    requirePresent(other);
  }
  apply(draft, act, circumstances);
  return draft.outcome;
}

function apply(draft: Draft, act: Act, circumstances: Circumstances): void {
  switch (act.kind) {
    case 'split':
      return split(draft, act, circumstances);
    case 'merge':
      return merge(draft, act, circumstances);
    case 'move':
      return move(draft, circumstances);
    case 'place':
      return place(draft, circumstances);
    case 'birth':
      return birth(draft, act, circumstances);
    case 'death':
      return death(draft, act, circumstances);
    case 'marriage':
      return marriage(draft, act, circumstances);
    case 'head':
      return head(draft, act, circumstances);
    case 'join':
      return join(draft, act, circumstances);
    case 'leave':
      return leave(draft, act, circumstances);
    case 'end':
      return end(draft, act, circumstances);
  }
}

type Of<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

function requirePresent({ standing, headName }: HouseholdNow): void {
  if (standing !== 'present') throw problem('household.not-present', { head: headName });
}

/** A household that comes about by the act: nobody is in it yet. */
function found(draft: Draft, { fresh, destination }: Circumstances, number: string | null): HouseholdNow {
  if (!destination!.inside) throw problem('household.village-outside', { name: destination!.name });
  draft.outcome.founded = { id: fresh.household, village: destination!.village, number };
  return { id: fresh.household, village: destination!.village, standing: 'present', rows: [], headName: '' };
}

function tellSplit(draft: Draft, from: HouseholdNow, to: HouseholdNow): void {
  draft.tell(from, 'split_off', { otherHousehold: to.id, otherVillage: to.village });
  draft.tell(to, 'split_from', { otherHousehold: from.id, otherVillage: from.village });
}

function split(draft: Draft, { people, head: newHead, headStaying, relations, number }: Of<'split'>, circumstances: Circumstances): void {
  const { household } = circumstances;
  if (!people.includes(newHead)) throw problem('household.head-not-among', {});
  const taken = draft.takeOut(household, people, headStaying, relations);
  const founded = found(draft, circumstances, number);
  const inOrder = [...taken.filter(({ person }) => person === newHead), ...taken.filter(({ person }) => person !== newHead)];
  inOrder.forEach((row, position) => {
    const isHead = row.person === newHead;
    draft.put(founded.id, row, { head: isHead, relation: isHead ? headRelation : relationOf(relations, row.person), position });
  });
  tellSplit(draft, household, founded);
}

function merge(draft: Draft, { relations }: Of<'merge'>, { household, other }: Circumstances): void {
  const into = other!;
  presentOf(household).forEach(({ person }, index) => {
    draft.put(into.id, draft.take(household, person), { head: false, relation: relationOf(relations, person), position: nextPosition(into) + index });
  });
  draft.tell(household, 'merged_into', { otherHousehold: into.id, otherVillage: into.village });
  draft.tell(into, 'merged_from', { otherHousehold: household.id, otherVillage: household.village });
}

/** Everybody goes along: their rows end in the old village and begin in the new one, as they were. */
function carry(draft: Draft, household: HouseholdNow, rows: readonly MemberRow[]): void {
  for (const row of rows) draft.put(household.id, row, { head: row.head, relation: row.relation, position: row.position });
}

function move(draft: Draft, { household, destination }: Circumstances): void {
  const { village, inside, name } = destination!;
  if (village === household.village) throw problem('household.same-village', { village: name });
  const taken = presentOf(household).map(({ person }) => draft.take(household, person));
  draft.tell(household, 'moved_out', { otherVillage: village });
  if (!inside) return;
  carry(draft, household, taken);
  draft.outcome.moved = { id: household.id, from: household.village, to: village };
  draft.tell(household, 'moved_in', { village, otherVillage: household.village });
}

/** The second half of a move to another commune. The members are those whose rows the first half ended. */
function place(draft: Draft, { household, destination }: Circumstances): void {
  const { village, inside, name } = destination!;
  if (!inside) throw problem('household.village-outside', { name });
  carry(draft, household, household.rows);
  draft.outcome.moved = { id: household.id, from: household.village, to: village };
  draft.tell(household, 'moved_in', { village, otherVillage: household.village });
}

function birth(draft: Draft, { child }: Of<'birth'>, { household, day, fresh }: Circumstances): void {
  if (child.birth !== null && !day.startsWith(child.birth)) throw problem('household.birth-not-on-day', { birth: child.birth, day: showDate(day) });
  draft.put(household.id, { ...child, birth: day, head: false, person: fresh.person }, { head: false, relation: child.relation, position: nextPosition(household) });
  draft.tell(household, 'born', { person: fresh.person });
}

function death(draft: Draft, { person, headStaying, relations }: Of<'death'>, { household }: Circumstances): void {
  const isLast = presentOf(household).every((row) => row.person === person);
  if (isLast) draft.take(household, person);
  else draft.takeOut(household, [person], headStaying, relations);
  draft.tell(household, 'died', { person });
  if (isLast) draft.tell(household, 'ended', { because: 'died_out' });
}

function head(draft: Draft, { person, relations }: Of<'head'>, { household }: Circumstances): void {
  const present = presentOf(household);
  const chosen = present.find((row) => row.person === person);
  if (!chosen) throw problem('household.not-a-member', { head: household.headName });
  if (chosen.head) throw problem('household.already-head', { name: chosen.name });
  draft.changeHead(household, present, person, relations);
}

/** One person goes to a household of the register. */
function change(draft: Draft, from: HouseholdNow, person: Id, to: HouseholdNow, relation: string | null, next: Id | null): void {
  const [row] = draft.takeOut(from, [person], next, []);
  draft.put(to.id, row!, { head: false, relation, position: nextPosition(to) });
  draft.tell(from, 'left', { person, otherHousehold: to.id, otherVillage: to.village });
  draft.tell(to, 'joined', { person, otherHousehold: from.id, otherVillage: from.village });
}

/** A person whom the register did not know becomes a member. */
function arrive(draft: Draft, who: Omit<MemberIntake, 'head'>, person: Id, to: HouseholdNow, relation: string | null): void {
  draft.put(to.id, { ...who, head: false, person }, { head: false, relation, position: nextPosition(to) });
  draft.tell(to, 'joined', { person });
}

function join(draft: Draft, { who, relation, headStayingThere }: Of<'join'>, { household, other, fresh }: Circumstances): void {
  if ('household' in who) change(draft, other!, who.person, household, relation, headStayingThere);
  else arrive(draft, who, fresh.person, household, relation);
}

function leave(draft: Draft, { person, headStaying, relations }: Of<'leave'>, { household }: Circumstances): void {
  draft.takeOut(household, [person], headStaying, relations);
  draft.tell(household, 'left', { person });
}

function end(draft: Draft, { because }: Of<'end'>, { household }: Circumstances): void {
  for (const { person } of presentOf(household)) draft.take(household, person);
  draft.tell(household, 'ended', { because });
}

function marriage(draft: Draft, act: Of<'marriage'>, circumstances: Circumstances): void {
  const { person, spouse, home, headStaying, headStayingThere, relation } = act;
  const { household, other, fresh } = circumstances;
  const known = 'household' in spouse ? spouse : null;
  const theirs = known && other!;
  if ((home === 'there' && !known) || (home === 'new' && act.place === null)) throw problem('household.marriage-home', {});
  if (!presentOf(household).some((row) => row.person === person)) throw problem('household.not-a-member', { head: household.headName });
  if (known?.person === person) throw problem('household.marriage-home', {});
  const spouseId = known?.person ?? fresh.person;
  const isTogether = theirs?.id === household.id;
  draft.tell(household, 'married', { person, otherHousehold: theirs && !isTogether ? theirs.id : null });
  if (theirs && !isTogether) draft.tell(theirs, 'married', { person: spouseId, otherHousehold: household.id });
  if (home === 'here') {
    if (isTogether) return;
    if (theirs) change(draft, theirs, spouseId, household, relation, headStayingThere);
    else arrive(draft, spouse as Omit<MemberIntake, 'head'>, spouseId, household, relation);
  } else if (home === 'there') change(draft, household, person, theirs!, relation, headStaying);
  else if (home === 'away') {
    draft.takeOut(household, [person], headStaying, []);
    draft.tell(household, 'left', { person });
  } else settle(draft, act, circumstances, spouseId);
}

/** The couple makes a household of its own, out of one or two of the register. */
function settle(draft: Draft, act: Of<'marriage'>, circumstances: Circumstances, spouseId: Id): void {
  const { person, spouse, headStaying, headStayingThere, relation } = act;
  const { household, other } = circumstances;
  const known = 'household' in spouse;
  const isTogether = known && other!.id === household.id;
  const leaving = isTogether ? [person, spouseId] : [person];
  const taken = draft.takeOut(household, leaving, headStaying, []);
  const mine = taken.find((row) => row.person === person)!;
  const theirs = isTogether
    ? taken.find((row) => row.person === spouseId)!
    : known
      ? draft.takeOut(other!, [spouseId], headStayingThere, [])[0]!
      : { ...spouse, head: false, person: spouseId };
  const founded = found(draft, circumstances, act.place!.number);
  const couple = act.head === 'person' ? [mine, theirs] : [theirs, mine];
  couple.forEach((who, position) => draft.put(founded.id, who, { head: position === 0, relation: position === 0 ? headRelation : relation, position }));
  tellSplit(draft, household, founded);
  if (known && !isTogether) tellSplit(draft, other!, founded);
  draft.tell(founded, 'married', { person: couple[0]!.person });
  if (!known) draft.tell(founded, 'joined', { person: spouseId });
}
