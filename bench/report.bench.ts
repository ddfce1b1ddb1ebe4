/**
 * The figures of the whole nation by commune, and official tables of it, from the summary: at the service, with its transaction. Beside them
 * one GROUP BY over the summary of the villages.
 */
import { cpus, loadavg } from 'node:os';
import { sql } from 'kysely';
import { openProgram } from '#app/open-program.ts';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { unitMeasures } from '#modules/measures/rules.units.ts';
import { series } from '#modules/measures/service.series.ts';
import { figures } from '#modules/measures/service.ts';
import { report } from '#modules/reports/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import { runAs, system } from '#platform/run.ts';
import { asOf, fillNation, fillSummary, standardId } from './nation.ts';
import { withPostgres } from './postgres.ts';
import { milliseconds, quantile, type Bench } from './report.ts';

const bound = 100;
const area = 'VN' as AreaRef;
const period = asOf.slice(0, 4) as Period;
const runs = 20;

/** What is asked: of the map and the table of units, and of two official tables, each by province and by commune. */
const works: Record<string, (ctx: Ctx) => Promise<{ rows: readonly unknown[] }>> = {
  'map and table of units, by province': (ctx) => figures(ctx, { area, period, measures: unitMeasures }),
  'map and table of units, by commune': (ctx) => figures(ctx, { area, period, level: 'commune', measures: unitMeasures }),
  'table 1.1, by province': (ctx) => report(ctx, { form: '1.1', area, period }),
  'table 1.1, by province and commune': (ctx) => report(ctx, { form: '1.1', area, period, level: 'commune' }),
  'table 1.4, by province and commune': (ctx) => report(ctx, { form: '1.4', area, period, level: 'commune' }),
  'two years of the nation': async (ctx) => ({ rows: (await series(ctx, { area, measures: unitMeasures })).years }),
};
const gated = 'map and table of units, by commune';

/** `npm run bench -- report [villages a commune]` */
export const run: Bench = async ([asked]) => {
  const each = Number(asked ?? 3);
  const found = await withPostgres(async (_, address) => {
    const runtime = await openProgram({ address });
    const { owner } = runtime.database;
    try {
      const { communes, villages } = await fillNation(owner, each);
      const summary = await fillSummary(owner);
      const measures = unitMeasures.filter((id) => id.startsWith('households.'));
      const raw = sql`
        select v.parent_id, f.measure, sum(f.value) from village_figure f join round r on r.round_id = f.round_id join area_version v on v.area_id = f.village_id
        where r.as_of = ${asOf} and f.standard_id = ${standardId} and f.measure = any(${[...measures]}::text[]) and v.valid_to is null group by 1, 2`;
      const names = Object.keys(works);
      const times = new Map<string, number[]>([...names, 'raw'].map((name) => [name, []]));
      const rows = new Map<string, number>();
      for (let turn = -2; turn < runs; turn++) {
        // By turns, so that whatever else the machine does meets all; the first ones compile.
        for (const name of names) {
          const started = performance.now();
          const { result } = await runAs(runtime, system, works[name]!);
          if (turn >= 0) times.get(name)!.push(performance.now() - started);
          rows.set(name, result.rows.length);
        }
        const started = performance.now();
        await raw.execute(owner);
        if (turn >= 0) times.get('raw')!.push(performance.now() - started);
      }
      return { communes, villages, summary, times, rows };
    } finally {
      await runtime.database.close();
    }
  });
  if (found === null) throw new Error('This benchmark needs the programs of PostgreSQL on this machine.');
  const { communes, villages, summary, times, rows } = found;
  const number = (value: number): string => value.toLocaleString('en');
  const line = (label: string, count: string, name: string): string[] => [label, count, ...[0, 0.5, 0.95].map((share) => milliseconds(quantile(times.get(name)!, share)))];
  const [median, raw] = [quantile(times.get(gated)!, 0.5), quantile(times.get('raw')!, 0.5)];
  return {
    title: 'figures and official tables of the nation',
    work: `${number(communes)} communes with ${number(villages)} made villages, a round a province in each of two years; ${number(summary)} rows in the summary of the villages. ${runs} runs each, by turns.`,
    columns: ['What is asked for the whole nation', 'Rows', 'Best', 'p50', 'p95'],
    rows: [...[...rows].map(([name, count]) => line(name, number(count), name)), line('one GROUP BY over the summary of the villages, two measures', '', 'raw')],
    ratio: `by commune the service takes ${(median / raw).toFixed(2)} × the GROUP BY over the villages (p50).`,
    gates: [{ name: 'nation by commune at the service, p50', measured: milliseconds(median), bound: `≤ ${bound} ms`, held: median <= bound }],
    notes: [`Engine: PostgreSQL. Load average of the machine while it ran: ${loadavg()[0]!.toFixed(1)} on ${cpus().length} cores. Figures come from the sums by commune that are kept beside those of the villages.`],
  };
};
