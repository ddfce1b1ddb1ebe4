import { z } from 'zod';
import { addDays, plainDate, type PlainDate } from './plain-date.ts';

/** A period of reporting: a year `2017`, a quarter `2017-Q3` or a month `2017-09`. */
export const Period = z
  .string()
  .regex(/^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/, '2017, 2017-Q3, 2017-09')
  .brand('Period');
export type Period = z.infer<typeof Period>;

export const yearPeriod = (year: number): Period => Period.parse(String(year));

/** The year, or else the month, that ends on a day. */
export const periodEndingOn = (day: PlainDate): Period => Period.parse(day.endsWith('-12-31') ? day.slice(0, 4) : day.slice(0, 7));

/** The last day of a period: its figures are the situation on that day. */
export function endOf(period: Period): PlainDate {
  const [year, part] = period.split('-') as [string, string | undefined];
  const lastMonth = part === undefined ? 12 : part.startsWith('Q') ? Number(part.slice(1)) * 3 : Number(part);
  const next = lastMonth === 12 ? `${Number(year) + 1}-01-01` : `${year}-${String(lastMonth + 1).padStart(2, '0')}-01`;
  return addDays(plainDate(next), -1);
}
