/**
 * How values of the database become values of the program: in one place, for both drivers.
 * int8 is a number (an error beyond 2^53), a date is its text, a time stamp is a Date, JSON is parsed.
 */

const int8 = 20;
const numeric = 1700;
const date = 1082;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the whole numbers that can be held exactly`);
  return value;
}

/** Parsers by the type's object id, for those types where the drivers' own would differ. */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [int8]: safeInteger,
  [numeric]: Number,
  [date]: (text) => text,
};
