import type { Ctx } from '#platform/ctx.ts';
import { runAs, system, type Runtime } from '#platform/run.ts';
import type { Call } from './command.ts';

/** Opens the program on the data of the call for as long as the work takes. */
export async function withProgram<Result>(call: Call, work: (runtime: Runtime) => Promise<Result>): Promise<Result> {
  const runtime = await call.open();
  try {
    return await work(runtime);
  } finally {
    await runtime.database.close();
  }
}

/** Does the work in one transaction, as the program itself over the whole country. */
export async function asSystem<Result>(runtime: Runtime, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  return (await runAs(runtime, system, work)).result;
}
