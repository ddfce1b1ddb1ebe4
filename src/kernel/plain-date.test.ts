import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate, readDate, readMonth, readPartOfDate, showDate, showPartOfDate } from './plain-date.ts';

describe('a day that is typed', () => {
  it.each(['01/02/2026', '1/2/2026', ' 1 / 2 / 2026 ', '1.2.2026', '1-2-2026', '1 2 2026', '01022026', '2026-02-01'])('%s is the first of February', (text) => expect(readDate(text)).toEqual({ date: '2026-02-01' }));
  it.each(['31/02/2026', '29/02/2025', '31042026', '00/01/2026', '1/13/2026', '2026-02-30'])('%s is no day', (text) => expect(readDate(text)).toEqual({ fault: 'no_such_day' }));
  it.each(['', '1/2', '1/2/26', '010226', '2026', 'hôm nay', '1/2/2026 8h'])('“%s” cannot be read', (text) => expect(readDate(text)).toEqual({ fault: 'unreadable' }));
  it('reads what it shows, every day of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const date = addDays(plainDate('1900-01-01'), days);
        expect(readDate(showDate(date))).toEqual({ date });
        expect(readDate(showDate(date).replaceAll('/', ''))).toEqual({ date });
      }),
    );
  });
});

it.each([['2/2026', '2026-02'], ['02/2026', '2026-02'], ['022026', '2026-02'], ['2026-02', '2026-02'], ['13/2026', null], ['2/26', null], ['', null]])('the month %s is %s', (text, month) => expect(readMonth(text)).toBe(month));

it.each([['1986', '1986'], ['5/1986', '1986-05'], ['17/5/1986', '1986-05-17'], ['17051986', '1986-05-17'], ['31/02/1986', null], ['86', null]])('a birth is as precise as it is written: %s is %s', (text, part) => {
  expect(readPartOfDate(text)).toBe(part);
  if (part !== null) expect(readPartOfDate(showPartOfDate(part))).toBe(part);
});
