import type { AnyContractProcedure, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import { implement, ORPCError } from '@orpc/server';
import { Problem } from '#kernel/problem.ts';
import { mayDo } from '#kernel/permission.ts';
import type { ProcedureMeta } from '#kernel/procedure.ts';
import type { Actor, Ctx, Run } from '../ctx.ts';
import { problem } from './problems.ts';
import { runAs, type Runtime } from '../run.ts';

/** Who called: found from the session before any transaction begins. */
export interface Caller {
  actor: Actor;
  /** Id of the sign-in session, its user and post; none without sign-in. */
  session: { id: string; userId: string; username: string; name: string } | null;
  /** Address of the caller's machine. */
  address: string;
  /** Whether it reads gzip: for replies that are kept compressed. */
  gzip: boolean;
}

export interface RequestContext {
  runtime: Runtime;
  caller: Caller;
  /** Recomputes the marked villages of the summary; runs in transactions of its own. */
  refreshFigures(): Promise<void>;
}

/** What a service is given (as the contract has read it), and what it answers (as the contract will check it). */
type Input<Procedure> = Procedure extends ContractProcedure<infer Schema, any, any, any> ? InferSchemaOutput<Schema> : never;
type Output<Procedure> = Procedure extends ContractProcedure<any, infer Schema, any, any> ? InferSchemaInput<Schema> : never;

/** A service: what a procedure does, given the database of this call. */
export type Service<Procedure extends AnyContractProcedure, Gathered = Output<Procedure>> = (ctx: Ctx, input: Input<Procedure>, caller: Caller) => Promise<Gathered>;

/**
 * Binds a contract to its service, inside the frame that every call runs in: right, refreshed figures, one transaction scoped to the post,
 * audit, reply checked by the contract.
 */
export function serve<Procedure extends AnyContractProcedure>(contract: Procedure, service: Service<Procedure>) {
  return bind(contract, (context, input) => frame(context, contract, (ctx) => service(ctx, input, context.caller)));
}

/**
 * The same for what takes long, as the making of files: the service gathers inside the transaction, and `finish` makes the reply of it when that
 * is over. `run` opens further transactions as the same actor.
 */
export function serveAfter<Procedure extends AnyContractProcedure, Gathered>(
  contract: Procedure,
  service: Service<Procedure, Gathered>,
  finish: (gathered: Gathered, run: Run) => Promise<Output<Procedure>>,
) {
  return bind(contract, async (context, input) => {
    const gathered = await frame(context, contract, (ctx) => service(ctx, input, context.caller));
    return finish(gathered, async (work) => (await runAs(context.runtime, context.caller.actor, work)).result);
  });
}

function bind<Procedure extends AnyContractProcedure>(contract: Procedure, work: (context: RequestContext, input: Input<Procedure>) => Promise<Output<Procedure>>) {
  return implement(contract)
    .$context<RequestContext>()
    .handler(async ({ context, input }: { context: RequestContext; input: unknown }) => {
      try {
        return await work(context, input as Input<Procedure>);
      } catch (error) {
        throw error instanceof Problem ? asReply(error) : error;
      }
    });
}

async function frame<Result>({ runtime, caller, refreshFigures }: RequestContext, contract: AnyContractProcedure, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  const { meta, route } = contract['~orpc'] as { meta: ProcedureMeta; route: { method: string; path: string } };
  const { actor, session } = caller;
  if (meta.permission !== 'public' && session === null) throw problem('http.sign-in', {});
  if (!mayDo(actor.role, meta.permission)) throw problem('http.not-permitted', { permission: meta.permission });
  if (meta.figures) await refreshFigures();
  const { result } = await runAs(runtime, actor, async (ctx) => {
    let recorded = 0;
    const watched: Ctx = { ...ctx, record: (entry) => (recorded++, ctx.record(entry)) };
    const answer = await work(watched);
    if ((meta.personal || meta.access === 'write') && recorded === 0) throw new Error(`${route.method} ${route.path} wrote or read personal data and recorded nothing`);
    return answer;
  });
  return result;
}

/** A problem as the reply that programs and screens get: its code, and its sentence in both languages. */
export function asReply(error: Problem): ORPCError<string, unknown> {
  return new ORPCError(error.code, {
    status: error.spec.status,
    message: error.sentence('en'),
    data: { code: error.code, vi: error.sentence('vi'), en: error.sentence('en'), details: error.details },
  });
}
