import { z } from 'zod';

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days of a month, leap years counted; 0 for a month that is none. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isPlainDate(text: string): boolean {
  const [, year, month, day] = pattern.exec(text)?.map(Number) ?? [];
  return year !== undefined && day! >= 1 && day! <= daysInMonth(year, month!);
}

/**
 * A calendar day, `YYYY-MM-DD`. Not a `Date`: a day of birth or of a decision has no hour and no time zone,
 * and a `Date` moves it by one when either is wrong. Compares as text.
 */
export const PlainDate = z.string().refine(isPlainDate, 'YYYY-MM-DD').brand('PlainDate');
export type PlainDate = z.infer<typeof PlainDate>;

/** The text as a PlainDate; throws where it is none. */
export const plainDate = (text: string): PlainDate => PlainDate.parse(text);

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
