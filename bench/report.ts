import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';

/** A figure that must hold: what was measured, the bound, and whether it held. */
export interface Gate {
  name: string;
  measured: string;
  bound: string;
  held: boolean;
}

/** What a benchmark found. `ratio` sets the work beside something measured in the same run, so that it travels from machine to machine. */
export interface BenchReport {
  title: string;
  /** What was done, with which data, in a sentence or two. */
  work: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  ratio: string;
  gates: readonly Gate[];
  /** What else a reader must know: engine, what was left out. */
  notes: readonly string[];
}

/** A benchmark: `arguments_` are what stands after its name on the command line. */
export type Bench = (arguments_: readonly string[]) => Promise<BenchReport>;

export const milliseconds = (value: number): string => (value < 10 ? `${value.toFixed(2)} ms` : value < 1000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(2)} s`);

/** The result of some work, and the milliseconds that it took. */
export async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; time: number }> {
  const start = performance.now();
  const result = await work();
  return { result, time: performance.now() - start };
}

/** The value below which a share (0 to 1) of the samples lie; for 0 the smallest of them. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

function machine(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const changed = execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' }).trim() === '' ? '' : ' with uncommitted changes';
  const [first, ...others] = cpus();
  return `${others.length + 1} × ${first!.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, Node ${process.version}; commit ${commit}${changed}`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');

/** The report as Markdown: for the terminal and for docs/benchmarks.md. `day` is when it was measured. */
export function show(name: string, report: BenchReport, day: string): string {
  const { title, work, columns, rows, ratio, gates, notes } = report;
  return [
    `## ${name}: ${title}`,
    work,
    table(columns, rows),
    `Beside: ${ratio}`,
    ...(gates.length === 0 ? [] : [table(['Gate', 'Measured', 'Bound', 'Held'], gates.map(({ name: gate, measured, bound, held }) => [gate, measured, bound, held ? 'yes' : '**no**']))]),
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${note}`).join('\n')]),
    `${day}. ${machine()}.`,
  ].join('\n\n');
}
