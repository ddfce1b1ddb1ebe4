import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Role } from '#kernel/permission.ts';
import type { Db } from './db/database.ts';

/** Who acts: a person in one post, a person without one, or the program itself (command line, demonstration). */
export interface Actor {
  userId: string | null;
  /** As the person is called now; kept with what is written, since people leave and are renamed. */
  name: string | null;
  postId: Id | null;
  role: Role | null;
  /** Path of the post's area on today's map (platform/db/scope.ts); null sees no rows at all. */
  areaPath: string | null;
}

/** What is written down of an action: `action` is a verb of the field (`household.import`), `subject` what it was done to. */
export interface AuditEntry {
  action: string;
  subject: string;
  areaPath: string | null;
  details?: Readonly<Record<string, unknown>>;
}

/** Facts that one module tells the others; who listens stands in app/subscriptions.ts. */
export interface Events {
  'classes.recorded': { roundId: Id; villageIds: string[] };
  /** Events of households (splits, moves, ends; or that they were taken back) and the villages concerned, from this day on. */
  'household.events-recorded': { day: PlainDate; villageIds: string[] };
  /** The map was changed from a day on, or a change was taken back (`undoes` names its act); paths are rewritten already. */
  'areas.redrawn': {
    act: Id;
    undoes: Id | null;
    day: PlainDate;
    /** Of each area that ended, the one that what was tied to it follows; empty where a change is taken back. */
    followers: { from: string; to: string }[];
    /** Villages that lie elsewhere, end or begin, with the commune that each lay in before. */
    villages: { id: string; wasIn: string }[];
    /** Where the rows of villages went. */
    paths: string[];
    /** Areas that will have never been, where a change is taken back: what was worked out for them goes. */
    gone: string[];
  };
}
export type Event = { [Name in keyof Events]: { name: Name } & Events[Name] }[keyof Events];

/** Runs work in a transaction of its own. */
export type Run = <Result>(work: (ctx: Ctx) => Promise<Result>) => Promise<Result>;

/** What a service gets: the database inside the running transaction and scoped to the post, the clock, ids, and a pen for the audit. */
export interface Ctx {
  db: Db;
  actor: Actor;
  /** The instant of this call; every row that it writes carries the same. */
  now: Date;
  /** The calendar day of `now` in Viet Nam. */
  today: PlainDate;
  newId(): Id;
  /** Writes an audit row in this transaction. Every write and every reading of personal data leaves one. */
  record(entry: AuditEntry): void;
  /** Tells the listeners, inside this transaction. */
  emit(event: Event): Promise<void>;
  /**
   * Begins long work once this transaction is committed, without waiting for it: reading files and classing belong outside of transactions.
   * `run` opens further ones as the same actor.
   */
  afterCommit(work: (run: Run) => Promise<void>): void;
  /**
   * What `make` made for this database in this process: the same for every call and every post. For what is dear to read and known to all; it must
   * itself see to it that it is never behind the database.
   */
  kept<Thing>(make: () => Thing): Thing;
}
