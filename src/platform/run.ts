import { dayInVietNam } from '#kernel/plain-date.ts';
import { appendAudit } from './audit/store.ts';
import type { Actor, AuditEntry, Ctx, Event, Run } from './ctx.ts';
import type { Database } from './db/database.ts';
import { countryPath, scope } from './db/scope.ts';
import { newId } from './new-id.ts';

/** Calls the listeners of an event; made in app/subscriptions.ts. */
export type Deliver = (ctx: Ctx, event: Event) => Promise<void>;

/** What is the same for every call of a running program. */
export interface Runtime {
  database: Database;
  deliver: Deliver;
  /** The clock, so that tests can set it. */
  clock(): Date;
  /** Told of work after a commit that failed without having said so itself. */
  report(error: unknown): void;
}

export interface Outcome<Result> {
  result: Result;
  recorded: readonly AuditEntry[];
}

/**
 * Runs `work` in one transaction, as `actor` and with the actor's rows only; commits it together with its audit rows, or nothing at all.
 * The only place where a service gets its `ctx`.
 */
export async function runAs<Result>(runtime: Runtime, actor: Actor, work: (ctx: Ctx) => Promise<Result>): Promise<Outcome<Result>> {
  const later: ((run: Run) => Promise<void>)[] = [];
  const outcome = await runtime.database.owner.transaction().execute(async (transaction) => {
    await scope(transaction, actor);
    const now = runtime.clock();
    const recorded: AuditEntry[] = [];
    const ctx: Ctx = {
      db: transaction,
      actor,
      now,
      today: dayInVietNam(now.getTime()),
      newId,
      record: (entry) => recorded.push(entry),
      emit: (event) => runtime.deliver(ctx, event),
      afterCommit: (task) => later.push(task),
      kept: (make) => keptOf(runtime.database, make),
    };
    const result = await work(ctx);
    await appendAudit(ctx, recorded);
    return { result, recorded };
  });
  const run: Run = async (next) => (await runAs(runtime, actor, next)).result;
  for (const task of later) task(run).catch(runtime.report);
  return outcome;
}

/** What `ctx.kept` hands out: gone with its database. */
const keptThings = new WeakMap<Database, Map<() => unknown, unknown>>();

function keptOf<Thing>(database: Database, make: () => Thing): Thing {
  const things = keptThings.get(database) ?? new Map<() => unknown, unknown>();
  keptThings.set(database, things);
  if (!things.has(make)) things.set(make, make());
  return things.get(make) as Thing;
}

/** The program itself, over the whole country: for the command line and the demonstration. */
export const system: Actor = { userId: null, name: null, postId: null, role: null, areaPath: countryPath };
