import { Problem } from '#kernel/problem.ts';
import { buildApp } from './build-app.ts';
import { openProgram } from './open-program.ts';
import { readSettings } from './settings.ts';

async function start(): Promise<void> {
  const settings = await readSettings(process.env);
  const runtime = await openProgram(settings.place);
  const app = await buildApp(runtime, settings);
  await app.listen({ host: settings.host, port: settings.port });
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

start().catch((error: unknown) => {
  console.error(error instanceof Problem ? `${error.sentence('vi')}\n${error.sentence('en')}` : error);
  process.exit(1);
});
