import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openProgram } from '#app/open-program.ts';
import { muongCamThuy } from '#demo/names.ts';
import { makeFamily, type Register } from '#demo/people.ts';
import { seeded } from '#demo/random.ts';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { open } from '#modules/rounds/service.ts';
import { indicatorCodes } from '#modules/standards/rules.masks.ts';
import { getStandard } from '#modules/standards/service.ts';
import { readWorkbook } from '#platform/documents/read-workbook.ts';
import { writeList } from '#platform/documents/write-workbook.ts';
import { runAs, system } from '#platform/run.ts';
import { programFlags } from '../tools/node.mjs';
import type { Errand, Outcome } from './import.program.ts';
import { withPostgres } from './postgres.ts';
import { milliseconds, timed, type Bench } from './report.ts';

const province = '38' as AreaRef;
const commune = '15178' as AreaRef;
const period = '2025' as Period;
const standard = 'P2022';
const codes = indicatorCodes(getStandard(standard).standard);
const villages = 20;
/** The gates are for a list of so many rows. */
const usualRows = 50_000;
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

/** Makes the database ready, with the round that the file belongs to. */
async function prepare(address: string): Promise<void> {
  const runtime = await openProgram({ address });
  try {
    await runAs(runtime, system, (ctx) => open(ctx, { area: province, period, standards: [standard], official: standard }));
  } finally {
    await runtime.database.close();
  }
}

async function readOnly(bytes: Uint8Array): Promise<number> {
  let rows = 0;
  for (const sheet of (await readWorkbook(bytes)).sheets) for await (const _ of sheet.rows()) rows++;
  return rows;
}

/** Has the errand done by a program of its own, run as npm runs it. */
async function inProgram(errand: Errand): Promise<Outcome> {
  const program = fork(fileURLToPath(new URL('./import.program.ts', import.meta.url)), { execArgv: [...programFlags] });
  program.send(errand);
  const [outcome] = (await Promise.race([once(program, 'message'), once(program, 'exit')])) as [Outcome | number | null];
  if (outcome === null || typeof outcome === 'number') throw new Error('The program ended without an outcome.');
  return outcome;
}

/** A workbook of so many rows (50,000 when left out), read, validated, classed, held against the register and loaded with its audit on PostgreSQL. */
export const run: Bench = async ([asked]) => {
  const rows = Number(asked ?? usualRows);
  const folder = mkdtempSync(join(tmpdir(), 'chungtay-bench-'));
  const outcome = await withPostgres(async (_, address) => {
    const bytes = await workbookOf(rows);
    const file = join(folder, 'bench.xlsx');
    writeFileSync(file, bytes);
    await prepare(address);
    const only = await timed(() => readOnly(bytes));
    return { rows: only.result - 1, only: only.time, ...(await inProgram({ address, file, commune, period })) };
  }).finally(() => rmSync(folder, { recursive: true }));
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
    gates:
      rows !== usualRows
        ? []
        : [
            { name: 'import with everything on', measured: `${count(speed)} rows/s`, bound: `≥ ${count(leastRows)} rows/s`, held: speed >= leastRows },
            { name: 'memory of the whole process', measured: `${count(outcome.peak / megabyte)} MB`, bound: `≤ ${mostMegabytes} MB`, held: outcome.peak <= mostMegabytes * megabyte },
          ],
    notes: [
      `Processor time of the process for all three: ${outcome.processor.toFixed(1)} s; the load of the machine was ${loadavg()[0]!.toFixed(1)} at the end.`,
      `The memory is that of the program as it runs, in a process of its own started as npm starts it: areas in memory, every door of the API mounted, the file as an upload, all its threads. It is the most that the operating system ever counted for it: ${count(outcome.before / megabyte)} MB before the import, ${count(outcome.peakOfOne / megabyte)} MB up to its end, ${count(outcome.peak / megabyte)} MB with undoing and loading again. The database server is not in it; the workbook is made elsewhere.`,
      'The program had imported nothing before: it learns its own code as it goes. PostgreSQL is on the same machine, its writes are durable.',
    ],
  };
};
