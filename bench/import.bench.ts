import { loadavg } from 'node:os';
import { uuidv7 } from 'uuidv7';
import { openProgram } from '#app/open-program.ts';
import { muongCamThuy } from '#demo/names.ts';
import { makeFamily, type Register } from '#demo/people.ts';
import { seeded } from '#demo/random.ts';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { checkImport, destinationOf, loadImport, readImport } from '#modules/interchange/service.ts';
import { undo } from '#modules/interchange/service.undo.ts';
import { open } from '#modules/rounds/service.ts';
import { indicatorCodes } from '#modules/standards/rules.masks.ts';
import { getStandard } from '#modules/standards/service.ts';
import { readWorkbook } from '#platform/documents/read-workbook.ts';
import { writeList } from '#platform/documents/write-workbook.ts';
import { runAs, system, type Runtime } from '#platform/run.ts';
import { withPostgres } from './postgres.ts';
import { milliseconds, type Bench } from './report.ts';

const province = '38' as AreaRef;
const commune = '15178' as AreaRef;
const period = '2025' as Period;
const standard = 'P2022';
const codes = indicatorCodes(getStandard(standard).standard);
const villages = 20;
const leastRows = 8_000;
const mostMegabytes = 400;
const megabyte = 2 ** 20;

const heads = ['Mã hộ', 'Họ và tên chủ hộ', 'Họ và tên thành viên', 'Quan hệ với chủ hộ', 'Ngày sinh', 'Giới tính', 'CCCD', 'Dân tộc', 'Thôn', 'Phân loại hộ', 'Điểm B1', 'Điểm B2', 'Số nhân khẩu', ...codes];

/** The rows of a commune workbook: households of one to seven persons, a row per person, every column filled in as in a good file. */
async function* rowsOf(count: number): AsyncGenerator<(string | number | null)[]> {
  const random = seeded('import');
  const serial = { next: 0 };
  for (let written = 0, number = 1; written < count; number++) {
    const register: Register = { random, year: 2025, idShare: 0.6, taken: new Set(), serial };
    const members = makeFamily(register, muongCamThuy, Math.min(random.int(1, 7), count - written));
    const marks = codes.map(() => (random.chance(0.25) ? 'x' : '0'));
    const b2 = 10 * marks.filter((mark) => mark === 'x').length;
    for (const [place, { name, relation, birth, sex, idNumber, ethnicity }] of members.entries()) {
      const person = [`H${number}`, members[0]!.name, name, relation, birth === null ? null : birth.split('-').reverse().join('/'), sex === 'male' ? 'Nam' : 'Nữ', idNumber, ethnicity];
      const household = [`Thôn Số ${1 + (number % villages)}`, b2 >= 30 ? 'Hộ nghèo' : 'Hộ cận nghèo', 120, b2, members.length, ...marks];
      yield place === 0 ? [...person, ...household] : [...person, ...household.map(() => null)];
    }
    written += members.length;
  }
}

async function workbookOf(count: number): Promise<Uint8Array> {
  const stream = writeList({ name: 'Hộ nghèo, cận nghèo', above: [], columns: heads.map((header) => ({ header, width: 12 })) }, rowsOf(count));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; time: number }> {
  const start = performance.now();
  const result = await work();
  return { result, time: performance.now() - start };
}

/** The most memory that the process held while it worked, in bytes. */
async function watched<Result>(work: () => Promise<Result>): Promise<{ result: Result; peak: number }> {
  let peak = 0;
  const look = (): void => void (peak = Math.max(peak, process.memoryUsage.rss()));
  const timer = setInterval(look, 20);
  try {
    const result = await work();
    look();
    return { result, peak };
  } finally {
    clearInterval(timer);
  }
}

async function readOnly(bytes: Uint8Array): Promise<number> {
  let rows = 0;
  for (const sheet of (await readWorkbook(bytes)).sheets) for await (const _ of sheet.rows()) rows++;
  return rows;
}

interface Outcome {
  rows: number;
  households: number;
  only: number;
  read: number;
  check: number;
  load: number;
  undo: number;
  again: number;
  /** Seconds of processor time of this process for reading, dry run and load. */
  processor: number;
  /** Memory of the process before the import, with the catalogue of areas and the file, and the most while it ran. */
  before: number;
  peak: number;
}

async function measure(runtime: Runtime, rows: number): Promise<Outcome> {
  const bytes = await workbookOf(rows);
  const asSystem = async <Result>(work: Parameters<typeof runAs<Result>>[2]): Promise<Result> => (await runAs(runtime, system, work)).result;
  const destination = await asSystem((ctx) => destinationOf(ctx, commune, period));
  const only = await timed(() => readOnly(bytes));
  const before = process.memoryUsage.rss();
  const { result, peak } = await watched(async () => {
    const cpu = process.cpuUsage();
    const read = await timed(() => readImport('commune', bytes, destination, { progress: () => {}, signal: new AbortController().signal, layouts: new Map(), convert: null }));
    const check = await timed(() => asSystem((ctx) => checkImport(ctx, read.result)));
    if (check.result.counts.errors > 0) throw new Error(check.result.issues.slice(0, 5).map(({ row, message }) => `${row}: ${message.en}`).join('\n'));
    const id = uuidv7() as Id;
    const load = await timed(() => asSystem((ctx) => loadImport(ctx, read.result, 'bench.xlsx', id)));
    const { user, system: ofSystem } = process.cpuUsage(cpu);
    const takenBack = await timed(() => asSystem((ctx) => undo(ctx, { id })));
    const again = await timed(async () => {
      await asSystem((ctx) => checkImport(ctx, read.result));
      return asSystem((ctx) => loadImport(ctx, read.result, 'bench.xlsx'));
    });
    if (again.result.added !== load.result.added) throw new Error(`After undoing, ${again.result.added} households were added instead of ${load.result.added}.`);
    return { households: load.result.added + load.result.changed, read: read.time, check: check.time, load: load.time, undo: takenBack.time, again: again.time, processor: (user + ofSystem) / 1e6 };
  });
  return { rows: only.result - 1, only: only.time, before, peak, ...result };
}

/** A workbook of the size asked for (50,000 rows when left out), read, validated, classed, held against the register and loaded with its audit on PostgreSQL. */
export const run: Bench = async ([asked]) => {
  const rows = Number(asked ?? 50_000);
  const outcome = await withPostgres(async (_, address) => {
    const runtime = await openProgram({ address });
    try {
      await runAs(runtime, system, (ctx) => open(ctx, { area: province, period, standards: [standard], official: standard }));
      return await measure(runtime, rows);
    } finally {
      await runtime.database.close();
    }
  });
  if (outcome === null) throw new Error('This benchmark needs the programs of PostgreSQL.');
  const all = outcome.read + outcome.check + outcome.load;
  const speed = (outcome.rows / all) * 1000;
  const count = (value: number): string => Math.round(value).toLocaleString('en');
  const line = (step: string, time: number): string[] => [step, milliseconds(time), count((outcome.rows / time) * 1000)];
  return {
    title: 'a commune workbook, read, checked and loaded',
    work: `A workbook of ${count(outcome.rows)} rows (a person each, ${count(outcome.households)} households, ${heads.length} columns) goes into an empty commune: every cell validated, every household classed, held against the register twice (dry run and load), written with names to search by, marks for the figures and audit, in one transaction.`,
    columns: ['Step', 'Time', 'Rows a second'],
    rows: [
      line('reading the same file and doing nothing', outcome.only),
      line('read, validate, class', outcome.read),
      line('dry run against the register', outcome.check),
      line('load', outcome.load),
      line('all three', all),
      line('undo, whole', outcome.undo),
      line('dry run and load again', outcome.again),
    ],
    ratio: `${(all / outcome.only).toFixed(1)} times reading the same file and doing nothing.`,
    gates: [
      { name: 'import with everything on', measured: `${count(speed)} rows/s`, bound: `≥ ${count(leastRows)} rows/s`, held: speed >= leastRows },
      { name: 'memory of the whole process', measured: `${count(outcome.peak / megabyte)} MB`, bound: `≤ ${mostMegabytes} MB`, held: outcome.peak <= mostMegabytes * megabyte },
    ],
    notes: [
      `Processor time of the process for all three: ${outcome.processor.toFixed(1)} s; the load of the machine was ${loadavg()[0]!.toFixed(1)} at the end. The memory is the most over all steps, undoing and loading again included.`,
      'PostgreSQL on the same machine, durable writes; the file is in memory, as an upload is.',
      `Before the import began the process held ${count(outcome.before / megabyte)} MB: it had filled the catalogue of areas, made the workbook and read it once.`,
    ],
  };
};
