import { ageOn, PlainDate, readPartOfDate, yearOf } from '#kernel/plain-date.ts';
import type { AreaKind } from '../contract.ts';
import { Facts, MemberFacts } from '../contract.facts.ts';
import type { Standard } from '../contract.packs.ts';

/** What tells the income in a self-check; one of them at a time. */
export type Route = 'stated' | 'copied' | 'answers';

/** By indicator as on the paper form, or by facts from which the indicators are worked out. */
export type Way = 'quick' | 'full';

export interface MemberDraft {
  key: number;
  /** As typed; `facts` have it once it can be read. */
  birthText: string;
  facts: MemberFacts;
}

/** A self-check as it stands. All answers are kept while one changes route, way or standard; only those asked for count. */
export interface Draft {
  area: AreaKind | null;
  date: PlainDate;
  local: string | null;
  region: string | null;
  route: Route;
  way: Way;
  facts: Omit<Facts, 'members'>;
  members: readonly MemberDraft[];
}

export const emptyMember = (key: number): MemberDraft => ({ key, birthText: '', facts: MemberFacts.parse({}) });

export function emptyDraft(date: PlainDate): Draft {
  return { area: null, date, local: null, region: null, route: 'stated', way: 'quick', facts: Facts.parse({}), members: [] };
}

/** The day on which ages are told at first: today, or the nearest day of the standard's period. */
export const dayFor = ({ from, to }: Pick<Standard, 'from' | 'to'>, today: PlainDate): PlainDate => (today < from ? from : today > to ? to : today);

const hasThreshold = ({ threshold }: Standard['indicators'][number]): boolean => !('unknown' in threshold);

/** Whether anything at all can be worked out of facts under a standard. */
export const worksOut = ({ indicators }: Standard): boolean => indicators.some(hasThreshold);

/** The indicators that are answered directly: all of them, or those whose threshold is not known. */
export const askedDirectly = ({ indicators }: Standard, way: Way): Standard['indicators'] => (way === 'quick' ? indicators : indicators.filter((indicator) => !hasThreshold(indicator)));

/** What the classifier is given: the answers that belong to the chosen route and way. */
export function factsOf({ route, way, facts, members }: Draft, standard: Standard): Facts {
  const asked = askedDirectly(standard, way).map(({ code }) => code);
  const stated = Object.fromEntries(Object.entries(facts.indicators).filter(([code]) => asked.includes(code)));
  const income = {
    income: route === 'stated' ? facts.income : null,
    copiedB1: route === 'copied' ? facts.copiedB1 : null,
    b1Answers: route === 'answers' ? (facts.b1Answers ?? {}) : null,
  };
  if (way === 'quick') return { ...Facts.parse({}), ...income, indicators: stated, copiedB2: facts.copiedB2 };
  const people = facts.people !== null && facts.people >= members.length ? facts.people : null;
  return { ...facts, ...income, people, copiedB2: null, indicators: stated, members: members.length > 0 ? members.map((member) => member.facts) : null };
}

/** Reads `1986`, `05/1986`, `17/05/1986` or an age such as `40`; null where it is none of them or lies after the day. */
export function readBirth(text: string, on: PlainDate): Pick<MemberFacts, 'birth' | 'age'> | null {
  const typed = text.trim();
  if (/^\d{1,3}$/.test(typed)) return Number(typed) <= 130 ? { birth: null, age: Number(typed) } : null;
  const birth = readPartOfDate(typed);
  return birth !== null && birth <= on && yearOf(on) - Number(birth.slice(0, 4)) <= 130 ? { birth, age: null } : null;
}

/** The age to show beside a member: exact where the day of birth is known. */
export function shownAge({ birth, age }: MemberFacts, on: PlainDate): number | null {
  if (birth === null) return age;
  const day = PlainDate.safeParse(birth);
  return day.success ? ageOn(day.data, on) : null;
}
