import type { AreaRef } from '#modules/areas/contract.ts';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { Client } from './program.ts';

/** One side of the world that the access walk goes through: a commune with households, in a round. */
export interface Side {
  commune: AreaRef;
  village: AreaRef;
  household: Id;
  /** Another household of the commune. */
  second: Id;
  post: Id;
  period: Period;
  /** An import that an officer of this side began. */
  import: Id;
  /** One that was loaded. */
  loaded: Id;
  /** A scenario that an officer of this side saved. */
  scenario: Id;
  /** A member of the household, and a correction that somebody else than an officer asked for. */
  person: Id;
  correction: Id;
  /** A household that the loaded list does not name. */
  absence: Id;
}

/**
 * What a procedure is called with in the walk: `own` with objects of the caller's area, `foreign` with those of another commune.
 * A procedure that takes no object has none. Each module's `walk.ts` gives one for each of its procedures.
 */
export interface Step {
  /** May make what it needs with the caller's own client. */
  own: (side: Side, client: Client) => unknown;
  foreign: ((side: Side) => unknown) | 'takes no object';
}

export type Walk = Readonly<Record<string, Step>>;
