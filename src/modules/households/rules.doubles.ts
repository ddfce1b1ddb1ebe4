/** A person who stands in two households belongs to one of them. */
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { problem } from './problems.ts';
import { Draft, presentOf, type HouseholdNow, type Outcome } from './rules.events.ts';

export interface Settling {
  /** Where the person belongs, and the person there. */
  keep: { household: HouseholdNow; person: Id };
  /** Where the record ends. */
  end: { household: HouseholdNow; person: Id };
  headStaying: Id | null;
  day: PlainDate;
  today: PlainDate;
}

/**
 * Ends the record of a person in the household where he or she does not live. A household of that person alone ends with it. Throws
 * `household.not-present`, `household.same-household`, `household.not-a-member`, `household.head-needed`, `household.act-in-future`, `household.act-too-early`.
 */
export function settle({ keep, end, headStaying, day, today }: Settling): Outcome {
  if (keep.household.id === end.household.id) throw problem('household.same-household', {});
  for (const { household } of [keep, end]) if (household.standing !== 'present') throw problem('household.not-present', { head: household.headName });
  if (!presentOf(keep.household).some(({ person }) => person === keep.person)) throw problem('household.not-a-member', { head: keep.household.headName });
  const draft = new Draft(day, today);
  const isAlone = presentOf(end.household).every(({ person }) => person === end.person);
  if (isAlone) draft.take(end.household, end.person);
  else draft.takeOut(end.household, [end.person], headStaying, []);
  draft.tell(end.household, 'found_elsewhere', { person: end.person, otherHousehold: keep.household.id, otherVillage: keep.household.village });
  if (isAlone) draft.tell(end.household, 'ended', { because: 'other' });
  draft.tell(keep.household, 'found_here', { person: keep.person, otherHousehold: end.household.id, otherVillage: end.household.village });
  return draft.outcome;
}
