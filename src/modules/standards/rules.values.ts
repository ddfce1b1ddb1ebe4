import type { PlainDate } from '#kernel/plain-date.ts';

interface DatedValue {
  from: PlainDate;
}

/**
 * The value that holds on a day: the latest that began by then. A standard belongs to its round and not to the day, so a day
 * before the first value takes the first: the households of the end of 2015 are counted by the lines of 2016.
 */
export function valueOn<Value extends DatedValue>(values: readonly Value[], on: PlainDate): Value {
  return values.findLast(({ from }) => from <= on) ?? values[0]!;
}

/** The same for what may not be known at all; null then. */
export function knownOn<Value extends DatedValue>(values: readonly Value[] | { unknown: unknown }, on: PlainDate): Value | null {
  return 'unknown' in values ? null : valueOn(values, on);
}
