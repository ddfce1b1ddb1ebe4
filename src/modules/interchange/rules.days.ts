import { daysInMonth, plainDate } from '#kernel/plain-date.ts';
import type { Text } from '#kernel/text.ts';
import { tidy } from '#kernel/vietnamese.ts';
import type { Birth } from '#modules/households/contract.intake.ts';

/** What looks like a day and is none: why the calendar does not have it. */
export interface NoSuchDay {
  reason: Text;
}

/**
 * A day, month or year as Vietnamese papers write it, the day first: `17/05/1986`, `17-5-1986`, `1986-05-17`, `05/1986`, `1986`. A day
 * or month of `00` is unknown. Null for what is none, a year of two figures among it; a reason for a day that the calendar does not have.
 */
export function readBirth(text: string): Birth | NoSuchDay | null {
  const plain = tidy(text).replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '').replace(/\s*([/.\-])\s*/g, '$1');
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ?? [];
  if (year !== undefined) return dateOf(year, month!, day!);
  const [, theDay, theMonth, theYear] = /^(?:(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ])?(\d{4})$/.exec(plain) ?? [];
  return theYear === undefined ? null : dateOf(theYear, theMonth ?? '0', theDay ?? '0');
}

function dateOf(year: string, month: string, day: string): Birth | NoSuchDay | null {
  if (Number(year) < 1000) return null;
  if (Number(month) === 0) return Number(day) === 0 ? year : { reason: { vi: 'có ngày mà không có tháng', en: 'there is a day without a month' } };
  if (Number(month) > 12) return { reason: noSuchMonth(month, day) };
  const yearAndMonth = `${year}-${month.padStart(2, '0')}`;
  if (Number(day) === 0) return yearAndMonth;
  const days = daysInMonth(Number(year), Number(month));
  if (Number(day) > days) return { reason: { vi: `tháng ${Number(month)} năm ${year} chỉ có ${days} ngày`, en: `${month.padStart(2, '0')}/${year} has only ${days} days` } };
  return plainDate(`${yearAndMonth}-${day.padStart(2, '0')}`);
}

/** Who writes the month first is told so. */
const noSuchMonth = (month: string, day: string): Text =>
  Number(day) >= 1 && Number(day) <= 12
    ? { vi: `không có tháng ${month}; có lẽ ngày và tháng đã đổi chỗ, hãy ghi ngày trước, tháng sau`, en: `there is no month ${month}; perhaps day and month changed places: write the day first` }
    : { vi: `không có tháng ${month}`, en: `there is no month ${month}` };
