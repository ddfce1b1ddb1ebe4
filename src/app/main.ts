import type { FastifyInstance } from 'fastify';
import { Problem } from '#kernel/problem.ts';
import { readOutlines } from '#modules/areas/service.boundaries.ts';
import { readAreas } from '#modules/areas/service.find.ts';
import { runAs, system, type Runtime } from '#platform/run.ts';
import { buildApp } from './build-app.ts';
import { announceFirstRun, prepare, type Tell } from './first-run.ts';
import { openProgram } from './open-program.ts';
import { problem } from './problems.ts';
import { readSettings, type Settings } from './settings.ts';

const tell: Tell = (vi, en) => console.error(en === '' ? vi : `${vi}\n${en}`);

async function start(): Promise<void> {
  const settings = await readSettings(process.env);
  announceFirstRun(settings.place, tell);
  const runtime = await openProgram(settings.place);
  const app = await serve(runtime, settings).catch(async (error: unknown) => {
    await runtime.database.close();
    throw error;
  });
  console.log(`\n  Chung Tay  →  ${settings.origins[0]}\n`);
  let stopping = false;
  const stop = async (): Promise<void> => {
    // The terminal, npm and the start guard may each pass the same signal on.
    if (stopping) return;
    stopping = true;
    await app.close();
    await runtime.database.close();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** Fills a fresh database, reads what is kept in memory, and listens; throws `app.port-taken`. */
async function serve(runtime: Runtime, settings: Settings): Promise<FastifyInstance> {
  await prepare(runtime, settings, tell);
  await runAs(runtime, system, readAreas);
  await runAs(runtime, system, readOutlines);
  const app = await buildApp(runtime, settings);
  try {
    await app.listen({ host: settings.host, port: settings.port });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? problem('app.port-taken', { port: settings.port }) : error;
  }
  return app;
}

start().catch((error: unknown) => {
  console.error(error instanceof Problem ? `${error.sentence('vi')}\n${error.sentence('en')}` : error);
  process.exit(1);
});
