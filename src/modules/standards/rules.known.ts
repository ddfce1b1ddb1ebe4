import { ageOn, plainDate, yearOf, type PlainDate } from '#kernel/plain-date.ts';
import { endOf, type Period } from '#kernel/period.ts';
import type { Answer, MemberFacts } from './contract.facts.ts';

/** Reasoning with what may be unknown: an unknown part makes the whole unknown only where it can change it. */

export const answerOf = (value: boolean | null): Answer => (value === null ? 'unknown' : value ? 'yes' : 'no');

export const not = (answer: Answer): Answer => (answer === 'unknown' ? answer : answer === 'yes' ? 'no' : 'yes');

export function all(...answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

export const any = (...answers: readonly Answer[]): Answer => not(all(...answers.map(not)));

/** Whether a value is one of a list; an unknown value may be. */
export const isOneOf = (value: string | null, list: readonly string[]): Answer =>
  answerOf(value === null ? null : list.includes(value));

/** The span in which a number lies; both ends belong to it. */
interface Span {
  least: number;
  most: number;
}

/** Full years of age on a day. A person of whom only the year of birth is known may have had a birthday or not. */
function ageSpan({ birth, age }: MemberFacts, on: PlainDate): Span | null {
  if (birth === null) return age === null ? null : { least: age, most: age };
  if (birth.length === 10) {
    const years = ageOn(plainDate(birth), on);
    return { least: years, most: years };
  }
  const firstDay = plainDate(birth.length === 4 ? `${birth}-01-01` : `${birth}-01`);
  return { least: ageOn(endOf(birth as Period), on), most: ageOn(firstDay, on) };
}

/** Whether a person is at least `from` and below `below` full years old; either end may be open. */
export function isAged(
  member: MemberFacts,
  on: PlainDate,
  { from = 0, below = Infinity }: { from?: number; below?: number },
): Answer {
  const span = ageSpan(member, on);
  if (span === null) return 'unknown';
  if (span.least >= from && span.most < below) return 'yes';
  return span.most < from || span.least >= below ? 'no' : 'unknown';
}

/** Whether a person was born in `year` or later. */
export function isBornSince({ birth, age }: MemberFacts, on: PlainDate, year: number): Answer {
  if (birth !== null) return answerOf(Number(birth.slice(0, 4)) >= year);
  if (age === null) return 'unknown';
  if (yearOf(on) - age - 1 >= year) return 'yes';
  return yearOf(on) - age < year ? 'no' : 'unknown';
}

/** What a test says of the members of a household. */
export interface Counted {
  yes: number;
  unsure: number;
  /** How many members are listed; null where none is. */
  listed: number | null;
  people: number | null;
}

/** How many people the household may have beyond the members that are listed; unknown counts as none. */
export const unlisted = ({ listed, people }: Counted): number => (people === null ? 0 : people - (listed ?? 0));

/** Whether the test holds for at least one person. */
export function anyOf(counted: Counted): Answer {
  if (counted.yes > 0) return 'yes';
  return counted.listed === null || counted.unsure > 0 || unlisted(counted) > 0 ? 'unknown' : 'no';
}
