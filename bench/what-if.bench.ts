/**
 * Other rules over the whole register: totals by unit, names of those who would join or leave, cost; at the service, with its transaction, and in
 * Chromium. Before the first trial the register is read into memory; the next ones count what changed and run over the columns.
 */
import { cpus, loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { openProgram } from '#app/open-program.ts';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Changes } from '#modules/analysis/contract.ts';
import { affected, whatIf } from '#modules/analysis/service.ts';
import { prepare } from '#modules/analysis/service.trial.ts';
import { runAs, system } from '#platform/run.ts';
import { asOf, codes, fillNation } from './nation.ts';
import { withPostgres } from './postgres.ts';
import { fillRegister } from './register.ts';
import { milliseconds, quantile, type Bench } from './report.ts';
import { tryInBrowser } from './what-if.chromium.ts';

const period = asOf.slice(0, 4) as Period;
const area = 'VN' as AreaRef;
const runs = 7;
const bound = 2_000;
/** Of so many the first trial, too, is to answer at once; of more it tells how far it is. */
const mostAtOnce = 300_000;
const first = 'first trial: the register is read into memory';
const cost = { classes: ['poor' as const], per: 'person' as const, amount: 100_000 };
/** What is tried, another value each turn, since what was just tried is remembered: the amounts are the asker's own. */
const trials: Readonly<Record<string, (turn: number) => Changes>> = {
  'another number of deprivations makes poor': (turn) => ({ minDeprived: 1 + (turn % 7) }),
  'another cut of the B1 score': (turn) => ({ b1Cuts: { criterion: { rural: 100 + 5 * turn } } }),
  'an indicator that does not count': (turn) => ({ without: [codes[turn % codes.length]!] }),
  'another threshold of the household, from the raw facts': (turn) => ({ thresholds: [{ indicator: 'NO2', parameter: 'below', value: 9 + turn }] }),
  'another threshold of its members, from the raw facts': (turn) => ({ thresholds: [{ indicator: 'YT2', parameter: 'from_age', value: 7 + turn }] }),
  'the standard of 2027 with another line': (turn) => ({ standard: 'P2027', lines: { criterion: { rural: 2_000_000 + 10_000 * turn } } }),
};

const argument = (arguments_: readonly string[], name: string): string | undefined => arguments_[arguments_.indexOf(`--${name}`) + 1 || Infinity];

/** `npm run bench -- what-if [--households N] [--address postgres://…]`: a database that is named keeps what it is filled with, for the next run. */
export const run: Bench = async (arguments_) => {
  const wanted = Number(argument(arguments_, 'households') ?? 3_000_000);
  const address = argument(arguments_, 'address');
  const work = async (_: unknown, place: string) => {
    const runtime = await openProgram({ address: place });
    const { owner } = runtime.database;
    try {
      const { rows } = await sql<{ filled: boolean }>`select to_regclass('bench_form') is not null as filled`.execute(owner);
      if (!rows[0]!.filled) {
        await fillNation(owner, 10);
        await owner.connection().execute((db) => fillRegister(db, wanted));
      }
      const times = new Map<string, number[]>();
      const moved = new Map<string, number>();
      const both: number[] = [];
      const byFacts: number[] = [];
      let households = 0;
      const timed = async <Result>(name: string, task: () => Promise<Result>): Promise<Result> => {
        const started = performance.now();
        const result = await task();
        times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
        return result;
      };
      const before = process.memoryUsage.rss();
      await timed(first, async () => {
        while (!(await runAs(runtime, system, (ctx) => prepare(ctx, { area, period }))).result.isReady) await sleep(20);
        await runAs(runtime, system, (ctx) => whatIf(ctx, { area, period, changes: { minDeprived: 8 }, cost }));
      });
      const held = process.memoryUsage.rss() - before;
      const waits = monitorEventLoopDelay({ resolution: 5 });
      waits.enable();
      for (let turn = 0; turn < runs; turn++) {
        for (const [name, changesOf] of Object.entries(trials)) {
          const changes = changesOf(turn);
          const started = performance.now();
          const { result } = await timed(name, () => runAs(runtime, system, (ctx) => whatIf(ctx, { area, period, changes, cost })));
          households = result.households;
          const named = await timed(`${name}: a page of names`, () => runAs(runtime, system, (ctx) => affected(ctx, { area, period, changes, limit: 50 })));
          moved.set(name, named.result.total);
          const took = performance.now() - started;
          both.push(took);
          if (changes.thresholds !== undefined) byFacts.push(took);
        }
      }
      waits.disable();
      // Each click leaves one more out, so that nothing is asked twice.
      const browser = await tryInBrowser(runtime, `area=${area}&period=${period}`, codes.filter((code) => code !== 'NO2'), Array.from({ length: runs }, (_, turn) => 20 + turn));
      return { households, times, moved, both, byFacts, held, browser, longest: waits.max / 1e6 };
    } finally {
      await runtime.database.close();
    }
  };
  const found = address === undefined ? await withPostgres(work) : await work(null, address);
  if (found === null) throw new Error('This benchmark needs the programs of PostgreSQL on this machine.');
  const { households, times, moved, both, byFacts, held, browser, longest } = found;
  const gate = (name: string, all: readonly number[]) => {
    const slowest = quantile(all, 0.95);
    return { name: `${name}, ${households.toLocaleString('en')} households, p95`, measured: milliseconds(slowest), bound: `≤ ${bound / 1000} s`, held: slowest <= bound };
  };
  const seen = browser === null ? [] : ([['in Chromium, from a click on an indicator to the painted totals', browser.clicked], ['in Chromium, from the last key of a threshold to the painted totals', browser.typed]] as const);
  return {
    title: 'other rules over the whole register',
    work: `${households.toLocaleString('en')} made households of the whole country, provinces as units, with the cost of an amount a person; ${runs} runs of each trial, by turns.`,
    columns: ['What is tried', 'Households that change class, last turn', 'p50', 'p95', 'max'],
    rows: [...times, ...seen].map(([name, all]) => [name, moved.get(name)?.toLocaleString('en') ?? '', ...[0.5, 0.95, 1].map((share) => milliseconds(quantile(all, share)))]),
    ratio: `the first trial takes ${(times.get(first)![0]! / quantile(both, 0.95)).toFixed(1)} times the later ones with their names (p95).`,
    gates: [
      gate('totals, cost and named gains and losses', both),
      gate('another threshold, from the raw facts, with names', byFacts),
      ...(households <= mostAtOnce ? [gate('the first trial, the register read into memory', times.get(first)!)] : []),
      ...seen.map(([name, all]) => gate(name, all)),
    ],
    notes: [
      `Engine: PostgreSQL. Load average of the machine while it ran: ${loadavg()[0]!.toFixed(1)} on ${cpus().length} cores; the process used ${milliseconds(process.cpuUsage().user / 1000)} of processor time. It grew by ${Math.round(held / 2 ** 20)} MiB with the first trial. While rules are tried nobody else waits for it longer than ${milliseconds(longest)}.`,
      browser === null ? 'Not measured in a browser: the screens are not built (vite build).' : 'In Chromium with the session, HTTP and the transaction; after typing a third of a second passes by itself, in case more is typed.',
    ],
  };
};
