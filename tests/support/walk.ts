import type { AreaRef } from '#modules/areas/contract.ts';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';

/** One side of the world that the access walk goes through: a commune with households, in a round. */
export interface Side {
  commune: AreaRef;
  village: AreaRef;
  household: Id;
  post: Id;
  period: Period;
}

/**
 * What a procedure is called with in the walk: `own` with objects of the caller's area, `foreign` with those of another commune.
 * A procedure that takes no object has none. Each module's `walk.ts` gives one for each of its procedures.
 */
export interface Step {
  own: (side: Side) => unknown;
  foreign: ((side: Side) => unknown) | 'takes no object';
}

export type Walk = Readonly<Record<string, Step>>;
