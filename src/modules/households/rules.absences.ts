/** Households that a new list does not name: which are asked about, and what an answer means. */
import type { PlainDate } from '#kernel/plain-date.ts';
import { showDate } from '#kernel/plain-date.ts';
import { Facts } from '#modules/standards/contract.facts.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { AbsenceAnswer } from './contract.absences.ts';
import type { Act } from './contract.events.ts';
import type { HouseholdIntake, MemberIntake } from './contract.intake.ts';
import { problem } from './problems.ts';

/** What the register said last of a household. */
export interface LastSeen {
  class: HouseholdClass;
  roundId: string;
  asOf: PlainDate;
  village: string;
}

const asked: readonly HouseholdClass[] = ['poor', 'near_poor', 'insufficient'];

/** Whether a household of this class is missed where a list does not name it: who is neither poor nor near-poor stands on no list. */
export const isMissed = (of: HouseholdClass): boolean => asked.includes(of);

/**
 * Of households and what was said of them last, those that the list before had: of each village the latest one counts. Who was missing from that
 * already was asked about then.
 */
export function onLastList<Household extends { last: LastSeen }>(households: readonly Household[], latest: ReadonlyMap<string, PlainDate>): Household[] {
  return households.filter(({ last }) => isMissed(last.class) && latest.get(last.village) === last.asOf);
}

/** The act that an answer tells of; null where it tells of none. */
export function actOf(answer: AbsenceAnswer): Act | null {
  switch (answer.kind) {
    case 'moved':
      return { kind: 'move', to: answer.to };
    case 'ended':
      return { kind: 'end', because: answer.because };
    case 'merged':
      return { kind: 'merge', into: answer.into, relations: [] };
    default:
      return null;
  }
}

/** The class that an answer gives: none for an act, and none for a household that the round classed already and that was only left out. */
export const givesClass = (answer: AbsenceAnswer, revision: number): boolean => answer.kind === 'left_poverty' || (answer.kind === 'left_out' && revision === 0);

/** What is known of a household of which a list tells nothing: who belongs to it, and what the officer said. */
export function untold(household: { village: string | null; number: string | null; members: readonly MemberIntake[] }, answer: AbsenceAnswer): HouseholdIntake {
  const members = household.members.map(({ name, head, relation, sex, birth, ethnicity, idNumber }): MemberIntake => ({ name, head, relation, sex, birth, ethnicity, idNumber }));
  const left = answer.kind === 'left_poverty';
  return {
    source: answer.note ?? 'không có trong danh sách',
    village: household.village,
    number: household.number,
    members,
    size: null,
    stated: left ? 'not_poor' : null,
    decision: left ? answer.decision : null,
    facts: Facts.parse({}),
    groups: { minority: null, noLabour: null, merit: null },
    causes: [],
  };
}

/** Refuses an answer that cannot be: a day outside of the time between the two lists, or an exit that the list would have named. */
export function checkAnswer(answer: AbsenceAnswer, { since, asOf, today, namesExits }: { since: PlainDate | null; asOf: PlainDate; today: PlainDate; namesExits: boolean }): void {
  if (answer.kind === 'left_poverty' && namesExits) throw problem('absence.names-exits', {});
  if (!('day' in answer)) return;
  const last = asOf < today ? asOf : today;
  if (answer.day > last) throw problem('absence.day-late', { day: showDate(answer.day), last: showDate(last) });
  if (since !== null && answer.day <= since) throw problem('absence.day-early', { day: showDate(answer.day), since: showDate(since) });
}
