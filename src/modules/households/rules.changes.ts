import type { PlainDate } from '#kernel/plain-date.ts';
import type { Text } from '#kernel/text.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { FollowedClass, type Change, type ChangeCause } from './contract.changes.ts';
import type { Standing } from './contract.roster.ts';

/** A household as a list tells of it. */
export interface Seen {
  class: HouseholdClass;
  size: number | null;
}

/** One household in one village, on the list of a round and on the one before it. */
export interface Course {
  /** What the list before says; null where the household was not on it in this village. */
  before: Seen | null;
  /** What the list says. `formerly`: its class by the standard of the list before, where the round classes by both. */
  now: (Seen & { formerly: HouseholdClass | null }) | null;
  /** The classes that each list holds of this village. */
  listed: { before: readonly HouseholdClass[]; now: readonly HouseholdClass[] };
  /** Whether any earlier list had the household in the class. */
  ever: Readonly<Record<FollowedClass, boolean>>;
  /** On a list of another village: at the time before where it is new here, by now where it is gone from here. */
  elsewhere: boolean;
  /** Kinds of the events between the two lists that were not taken back. */
  events: ReadonlySet<string>;
}

/** One way into a class or out of it. `households` is 0 where only the persons of a household changed. */
export interface Flow {
  class: FollowedClass;
  change: Change;
  why: ChangeCause | null;
  households: 0 | 1;
  /** Null where the size of the household is not known. */
  persons: number | null;
}

const isFollowed = (value: HouseholdClass): value is FollowedClass => (FollowedClass.options as readonly string[]).includes(value);

const arrivals = { moved_in: 'moved', split_from: 'split', merged_from: 'merged' } as const satisfies Record<string, ChangeCause>;
const departures = { moved_out: 'moved', merged_into: 'merged', ended: 'ended' } as const satisfies Record<string, ChangeCause>;

/** Kinds of events that explain why a household appears on a list or vanishes from it. */
export const explainingEvents: readonly string[] = [...Object.keys(arrivals), ...Object.keys(departures)];

function causeIn(causes: Readonly<Record<string, ChangeCause>>, { elsewhere, events }: Course): ChangeCause | null {
  if (elsewhere) return 'moved';
  return Object.entries(causes).find(([kind]) => events.has(kind))?.[1] ?? null;
}

/**
 * How a household came into the followed classes and out of them, from the list before to this one. A household that goes from poor to
 * near-poor leaves one class and enters the other, by one change. What the lists do not settle is an unknown change, never none: a class
 * for which the basis was insufficient, and an arrival where the list before did not hold both classes. Gone without an event from a list
 * that holds its class is `unexplained`; where the list does not hold the class, nothing is known yet and there is no flow.
 */
export function changesOf(course: Course): Flow[] {
  const { before, now, listed } = course;
  if (now === null) return before === null || !isFollowed(before.class) ? [] : departure(course, before.class, before.size, listed.now);
  const first = now.formerly === null || now.formerly === 'insufficient' || now.class === 'insufficient' ? now.class : now.formerly;
  const came = before === null ? arrival(course, first, now.size) : between(before, { class: first, size: now.size }, course.ever);
  return [...came, ...byStandard(first, now)];
}

function departure(course: Course, from: FollowedClass, persons: number | null, listed: readonly HouseholdClass[]): Flow[] {
  const why = causeIn(departures, course);
  if (why === null && !listed.includes(from)) return [];
  return [{ class: from, change: why === null ? 'unexplained' : 'other_out', why, households: 1, persons }];
}

function arrival(course: Course, into: HouseholdClass, persons: number | null): Flow[] {
  if (!isFollowed(into)) return [];
  const why = causeIn(arrivals, course);
  const isTold = FollowedClass.options.every((one) => course.listed.before.includes(one));
  const change: Change = why !== null ? 'other_in' : isTold ? fresh(into, course.ever) : 'unknown_in';
  return [{ class: into, change, why, households: 1, persons }];
}

/**
 * From one class to another of a household that both lists have; or only its persons, where it stayed. Who goes from one followed class to the
 * other takes the same persons out and in, those of now: what the household grew or shrank is told apart, in the class that it left.
 */
function between(was: Seen, is: Seen, ever: Course['ever']): Flow[] {
  if (was.class === is.class) return isFollowed(is.class) ? resized(is.class, was.size, is.size) : [];
  const flow = (of: FollowedClass, change: Change, persons: number | null): Flow => ({ class: of, change, why: null, households: 1, persons });
  const flows: Flow[] = [];
  const crosses = isFollowed(was.class) && isFollowed(is.class) && was.size !== null;
  if (isFollowed(was.class)) flows.push(flow(was.class, left(was.class, is.class), crosses ? is.size : was.size));
  if (isFollowed(is.class)) flows.push(flow(is.class, entered(was.class, is.class, ever), is.size));
  return crosses ? [...flows, ...resized(was.class as FollowedClass, was.size, is.size)] : flows;
}

/** How many persons more or fewer a household has. */
function resized(of: FollowedClass, was: number | null, is: number | null): Flow[] {
  if (was === null || is === null || was === is) return [];
  return [{ class: of, change: is > was ? 'grown' : 'shrunk', why: null, households: 0, persons: Math.abs(is - was) }];
}

function left(was: FollowedClass, is: HouseholdClass): Change {
  if (is === 'insufficient') return 'unknown_out';
  if (was === 'poor') return is === 'near_poor' ? 'poor_to_near_poor' : 'escaped_poor';
  return is === 'poor' ? 'near_poor_to_poor' : 'escaped_near_poor';
}

function entered(was: HouseholdClass, is: FollowedClass, ever: Course['ever']): Change {
  if (was === 'insufficient') return 'unknown_in';
  if (is === 'poor' && was === 'near_poor') return 'near_poor_to_poor';
  if (is === 'near_poor' && was === 'poor') return 'poor_to_near_poor';
  return fresh(is, ever);
}

/**
 * How a household that a list has in a class stands in it: still, where the list with which changes are compared had it there; again, where only an
 * older one had (what is told as a relapse); else new. `days` are those of all earlier lists that had it in the class. Null where the list before,
 * of day `before`, does not hold the class.
 */
export function standingIn(before: PlainDate | null, days: readonly PlainDate[]): Standing | null {
  if (before === null) return null;
  return days.includes(before) ? 'still' : days.length > 0 ? 'again' : 'new';
}

/** From outside both classes: a relapse where the household had been in this one before. */
function fresh(into: FollowedClass, ever: Course['ever']): Change {
  if (into === 'poor') return ever.poor ? 'relapsed_poor' : 'new_poor';
  return ever.near_poor ? 'relapsed_near_poor' : 'new_near_poor';
}

/** What the new standard of a round with two makes of the class by the old one. */
function byStandard(was: HouseholdClass, { class: is, size }: Seen): Flow[] {
  if (was === is) return [];
  return ([['standard_out', was], ['standard_in', is]] as const).flatMap(([change, of]) => (isFollowed(of) ? [{ class: of, change, why: null, households: 1, persons: size }] : []));
}

/** The groups in which tables count changes of a class, with the changes of each. Ways out and ways in end in the same class's balance. */
export const changeKinds = {
  poor: {
    out: { poor_to_near_poor: ['poor_to_near_poor'], escaped_poor: ['escaped_poor'], other_out: ['other_out', 'unexplained', 'standard_out', 'shrunk'], unknown_out: ['unknown_out'] },
    in: { near_poor_to_poor: ['near_poor_to_poor'], relapsed_poor: ['relapsed_poor'], new_poor: ['new_poor'], other_in: ['other_in', 'standard_in', 'grown'], unknown_in: ['unknown_in'] },
  },
  near_poor: {
    out: { near_poor_to_poor: ['near_poor_to_poor'], escaped_near_poor: ['escaped_near_poor'], other_out: ['other_out', 'unexplained', 'standard_out', 'shrunk'], unknown_out: ['unknown_out'] },
    in: { poor_to_near_poor: ['poor_to_near_poor'], relapsed_near_poor: ['relapsed_near_poor'], new_near_poor: ['new_near_poor'], other_in: ['other_in', 'standard_in', 'grown'], unknown_in: ['unknown_in'] },
  },
} as const satisfies Record<FollowedClass, Record<'out' | 'in', Record<string, readonly Change[]>>>;

/** Parts of the other rises and falls that are told apart, each by itself. */
export const partsOfOther = ['unexplained', 'standard_in', 'standard_out', 'grown', 'shrunk'] as const satisfies readonly Change[];

/** The words of a change, and its code in registers; what the lists do not settle has none. */
export const changeTexts: Readonly<Record<Change, { code: string | null; name: Text }>> = {
  new_poor: { code: 'NGHEO_MOI', name: { vi: 'nghèo phát sinh mới', en: 'newly poor' } },
  relapsed_poor: { code: 'TAI_NGHEO', name: { vi: 'tái nghèo', en: 'fell back into poverty' } },
  near_poor_to_poor: { code: 'CAN_LEN_NGHEO', name: { vi: 'cận nghèo trở thành hộ nghèo', en: 'from near-poor to poor' } },
  poor_to_near_poor: { code: 'NGHEO_XUONG_CAN', name: { vi: 'thoát nghèo, trở thành cận nghèo', en: 'left poverty, became near-poor' } },
  escaped_poor: { code: 'THOAT_NGHEO', name: { vi: 'thoát nghèo, vượt chuẩn cận nghèo', en: 'left poverty, above the near-poor line' } },
  new_near_poor: { code: 'CAN_MOI', name: { vi: 'cận nghèo phát sinh mới', en: 'newly near-poor' } },
  relapsed_near_poor: { code: 'TAI_CAN', name: { vi: 'tái cận nghèo', en: 'near-poor again' } },
  escaped_near_poor: { code: 'THOAT_CAN', name: { vi: 'thoát cận nghèo', en: 'rose above the near-poor line' } },
  other_in: { code: 'KHAC_TANG', name: { vi: 'tăng khác', en: 'other rise' } },
  other_out: { code: 'KHAC_GIAM', name: { vi: 'giảm khác', en: 'other fall' } },
  unexplained: { code: 'KHAC_GIAM', name: { vi: 'giảm khác, chưa rõ lý do', en: 'other fall, unexplained' } },
  standard_in: { code: 'KHAC_TANG', name: { vi: 'tăng do thay đổi chuẩn', en: 'rise by the change of standard' } },
  standard_out: { code: 'KHAC_GIAM', name: { vi: 'giảm do thay đổi chuẩn', en: 'fall by the change of standard' } },
  grown: { code: 'KHAC_TANG', name: { vi: 'tăng nhân khẩu trong hộ', en: 'more persons in the household' } },
  shrunk: { code: 'KHAC_GIAM', name: { vi: 'giảm nhân khẩu trong hộ', en: 'fewer persons in the household' } },
  unknown_in: { code: null, name: { vi: 'tăng, chưa rõ diễn biến', en: 'rise of unknown kind' } },
  unknown_out: { code: null, name: { vi: 'giảm, chưa rõ diễn biến', en: 'fall of unknown kind' } },
};
