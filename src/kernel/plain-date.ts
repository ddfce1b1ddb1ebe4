import { z } from 'zod';

const pattern = /^\d{4}-\d{2}-\d{2}$/;
const months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month, leap years counted; 0 for a month that is none. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (months[month - 1] ?? 0);
}

function isPlainDate(text: string): boolean {
  const day = Number(text.slice(8));
  return pattern.test(text) && day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/**
 * A calendar day, `YYYY-MM-DD`. Not a `Date`: a day of birth or of a decision has no hour and no time zone,
 * and a `Date` moves it by one when either is wrong. Compares as text.
 */
export const PlainDate = z.string().refine(isPlainDate, 'YYYY-MM-DD').brand('PlainDate');
export type PlainDate = z.infer<typeof PlainDate>;

/** The text as a PlainDate; throws where it is none. */
export const plainDate = (text: string): PlainDate => (isPlainDate(text) ? (text as PlainDate) : PlainDate.parse(text));

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

/** Whether `date` lies in the closed range; a missing end is open. */
export function isWithin(date: PlainDate, from: PlainDate | null, to: PlainDate | null): boolean {
  return (from === null || from <= date) && (to === null || date <= to);
}

/** The day that is `days` after `date` (before it, when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10) as PlainDate;
}

/** Full years between a day of birth and `on`. */
export function ageOn(birth: PlainDate, on: PlainDate): number {
  const years = yearOf(on) - yearOf(birth);
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The calendar day in Viet Nam (UTC+7, no summer time) at an instant in milliseconds since 1970. */
export function dayInVietNam(instant: number): PlainDate {
  return new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10) as PlainDate;
}

/** `dd/mm/yyyy`, as Vietnamese papers write a day. */
export const showDate = (date: PlainDate): string => date.split('-').reverse().join('/');

/** What a text says of a day; `unreadable` where it is written in no way that we know, `no_such_day` for 31/02. */
export type ReadDate = { date: PlainDate } | { fault: 'unreadable' | 'no_such_day' };

/** A day as people write it: `01/02/2026`, `1/2/2026`, `1.2.2026`, `1-2-2026`, `01022026`; or as programs do, `2026-02-01`. Years have four digits. */
export function readDate(text: string): ReadDate {
  const typed = text.trim();
  const [, day, month, year] = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed) ?? [];
  const read = PlainDate.safeParse(year === undefined ? typed : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`);
  if (read.success) return { date: read.data };
  return { fault: year !== undefined || pattern.test(typed) ? 'no_such_day' : 'unreadable' };
}

/** A month as people write it: `02/2026`, `2/2026`, `022026`, or `2026-02`; null where it is none. */
export function readMonth(text: string): string | null {
  const typed = text.trim();
  const [, month, year] = /^(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/.exec(typed) ?? /^(\d{2})(\d{4})$/.exec(typed) ?? [];
  const read = year === undefined ? typed : `${year}-${month!.padStart(2, '0')}`;
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(read) ? read : null;
}

/** A day, a month or a year as precise as it is written, `2026-02-01`, `2026-02`, `2026`; null where it is none. */
export function readPartOfDate(text: string): string | null {
  const read = readDate(text);
  if ('date' in read) return read.date;
  return readMonth(text) ?? (/^\s*\d{4}\s*$/.test(text) ? text.trim() : null);
}

/** The same as people read it: `01/02/2026`, `02/2026`, `2026`. */
export const showPartOfDate = (part: string): string => part.split('-').reverse().join('/');
