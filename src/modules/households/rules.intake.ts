import type { PlainDate } from '#kernel/plain-date.ts';
import { sortKey } from '#kernel/vietnamese.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { HouseholdIntake, MemberIntake, StandingInClass } from './contract.intake.ts';

export const headOf = ({ members }: Pick<HouseholdIntake, 'members'>): MemberIntake => members.find(({ head }) => head) ?? members[0]!;

/** Number of persons: as told, else those listed. */
export const sizeOf = ({ size, members }: Pick<HouseholdIntake, 'size' | 'members'>): number => size ?? members.length;

/** The class that counts: the stated one where a decision made it so, else ours. */
export function officialClass({ stated, decision }: Pick<HouseholdIntake, 'stated' | 'decision'>, computed: HouseholdClass): HouseholdClass {
  return stated !== null && decision !== null ? stated : computed;
}

/**
 * The keys by which a household of a list is found again in the register of its commune, the surest first: its number, the head's ID
 * number, the village with the head's name and year of birth. Exact matches only, diacritics included (Thanh is not Thành): nobody is taken
 * for somebody else.
 */
export function matchKeys(household: { number: string | null; village: string | null; head: Pick<MemberIntake, 'name' | 'birth' | 'idNumber'> }): string[] {
  const { number, village, head } = household;
  return [
    ...(number === null ? [] : [`number ${number}`]),
    ...(head.idNumber === null ? [] : [`id ${head.idNumber}`]),
    `name ${sortKey(village ?? '')} ${sortKey(head.name)} ${head.birth?.slice(0, 4) ?? ''}`,
  ];
}

/** Whether two heads are two persons for certain: each has a number of the same kind, and they differ. */
export const areApart = (one: Pick<MemberIntake, 'idNumber'>, other: Pick<MemberIntake, 'idNumber'>): boolean =>
  one.idNumber !== null && other.idNumber !== null && one.idNumber.length === other.idNumber.length && one.idNumber !== other.idNumber;

/** How a household stands in a class by the days of the lists on which it was in it, and the day of the list before; null where there was none. */
export function standingIn(days: readonly PlainDate[], before: PlainDate | null): StandingInClass | null {
  if (before === null) return null;
  if (days.length === 0) return 'new';
  return days.some((day) => day >= before) ? 'still' : 'again';
}

/** What makes two members of a household the same person from list to list. */
export const memberKey = ({ name, birth, idNumber }: Pick<MemberIntake, 'name' | 'birth' | 'idNumber'>): string => idNumber ?? `${sortKey(name)} ${birth?.slice(0, 4) ?? ''}`;

/** Whether a member is told of just as before. */
export const sameMember = (one: MemberIntake, other: MemberIntake): boolean =>
  one.name === other.name &&
  one.head === other.head &&
  one.relation === other.relation &&
  one.sex === other.sex &&
  one.birth === other.birth &&
  one.ethnicity === other.ethnicity &&
  one.idNumber === other.idNumber;
