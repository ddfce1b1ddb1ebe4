/** The program as it runs, in a process of its own with nothing of the benchmark in its memory but the file that it imports; its parent says what to load. */
import { readFile } from 'node:fs/promises';
import { buildApp } from '#app/build-app.ts';
import { openProgram } from '#app/open-program.ts';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { readAreas } from '#modules/areas/service.find.ts';
import { checkImport, destinationOf, loadImport, readImport } from '#modules/interchange/service.ts';
import { undo } from '#modules/interchange/service.undo.ts';
import { newId } from '#platform/new-id.ts';
import { runAs, system } from '#platform/run.ts';
import { timed } from './report.ts';

export interface Errand {
  address: string;
  file: string;
  commune: AreaRef;
  period: Period;
}

/** Times in milliseconds, memory in bytes, processor time in seconds. */
export interface Outcome {
  households: number;
  read: number;
  check: number;
  load: number;
  undo: number;
  again: number;
  /** Processor time of the process for reading, dry run and load. */
  processor: number;
  /** What the process held before, with its areas in memory and its doors open, and the most that it ever held, by the operating system. */
  before: number;
  peakOfOne: number;
  peak: number;
}

const most = (): number => process.resourceUsage().maxRSS * 1024;

async function measure({ address, file, commune, period }: Errand): Promise<Outcome> {
  const runtime = await openProgram({ address });
  const app = await buildApp(runtime, { origins: ['http://localhost'], secret: 'x'.repeat(32), logLevel: 'silent', production: false });
  try {
    const asSystem = async <Result>(work: Parameters<typeof runAs<Result>>[2]): Promise<Result> => (await runAs(runtime, system, work)).result;
    await asSystem(readAreas);
    const bytes = new Uint8Array(await readFile(file));
    const before = process.memoryUsage.rss();
    const destination = await asSystem((ctx) => destinationOf(ctx, commune, period));
    const cpu = process.cpuUsage();
    const read = await timed(() => readImport('commune', bytes, destination, { progress: () => {}, signal: new AbortController().signal, layouts: new Map(), decision: null, convert: null }));
    const check = await timed(() => asSystem((ctx) => checkImport(ctx, read.result)));
    if (check.result.counts.errors > 0) throw new Error(check.result.issues.slice(0, 5).map(({ row, message }) => `${row}: ${message.en}`).join('\n'));
    const id = newId();
    const load = await timed(() => asSystem((ctx) => loadImport(ctx, read.result, 'bench.xlsx', id)));
    const { user, system: ofSystem } = process.cpuUsage(cpu);
    const peakOfOne = most();
    const takenBack = await timed(() => asSystem((ctx) => undo(ctx, { id })));
    const again = await timed(async () => {
      await asSystem((ctx) => checkImport(ctx, read.result));
      return asSystem((ctx) => loadImport(ctx, read.result, 'bench.xlsx'));
    });
    if (again.result.added !== load.result.added) throw new Error(`After undoing, ${again.result.added} households were added instead of ${load.result.added}.`);
    return { households: load.result.added + load.result.changed, read: read.time, check: check.time, load: load.time, undo: takenBack.time, again: again.time, processor: (user + ofSystem) / 1e6, before, peakOfOne, peak: most() };
  } finally {
    await app.close();
    await runtime.database.close();
  }
}

process.once('message', async (errand) => {
  process.send!(await measure(errand as Errand));
  process.disconnect();
});
