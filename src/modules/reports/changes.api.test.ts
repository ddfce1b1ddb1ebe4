import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { yearPeriod, type Period } from '#kernel/period.ts';
import { ensureVillages, getArea } from '#modules/areas/service.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { setCoverage } from '#modules/measures/service.ts';
import { getRoundFor } from '#modules/rounds/service.ts';
import { runAs, system } from '#platform/run.ts';
import { handIn, openRound } from '../../../tests/support/households.ts';
import { places } from '../../../tests/support/places.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import type { Report } from './contract.ts';

let program: TestProgram;
let province: Client;
const camTan = '15178@2025-07-01' as AreaRef;
const ngaSon = '401@2017-12-31' as AreaRef;

/** The pairs of lists of the demonstration: Nga Sơn 2017 and 2018, Cẩm Long 2022 and Cẩm Tân 2025, 2026. */
beforeAll(async () => {
  program = await testProgram();
  province = await program.as('province_officer', '38');
  for (const { round, communes, coverage } of places.filter(({ key }) => key !== 'ha-nam-2015')) {
    const period = yearPeriod(round.year);
    await openRound(program.runtime, round.area, period, round.standardId);
    for (const { area, households } of communes) await handIn(program.runtime, area, period, households);
    await runAs(program.runtime, system, async (ctx) => {
      for (const { area, village, classes } of coverage) {
        const { id } = await getRoundFor(ctx, area, period);
        const commune = await getArea(ctx, area, round.asOf);
        const of = village === null ? area : (await ensureVillages(ctx, commune, [village])).villages.get(village)!.id;
        await setCoverage(ctx, [{ area: of, roundId: id, classes, indicators: [] }]);
      }
    });
  }
}, 120_000);
afterAll(() => program.close());

const table = (form: string, area: AreaRef, period: string): Promise<Report> => province.reports.report({ form, area, period: period as Period });
const lines = ({ rows, splits }: Report) => [...rows, ...splits.map(({ key, total }) => ({ split: key, area: { name: 'Tổng cộng' }, cells: total.cells }))];

describe.each([['Nga Sơn', ngaSon, '2018'], ['Cẩm Tân', camTan, '2025'], ['Cẩm Tân', camTan, '2026']] as const)('%s %s %s', (_, area, period) => {
  it('has two lines a unit, in each of which start − exits + entries is the end where all of it is known', async () => {
    for (const form of ['1.2', '1.3']) {
      const report = await table(form, area, period);
      expect(report.rows.map(({ split }) => split)).toEqual(report.rows.map((__, place) => (place % 2 === 0 ? 'households' : 'persons')));
      for (const { cells } of lines(report)) {
        const values = report.columns.map(({ key }) => cells[key] ?? null);
        if (values.includes(null)) continue;
        const [start, a, b, c, d, e, f, g, end] = values as number[];
        expect(start! - a! - b! - c! + d! + e! + f! + g!).toBe(end);
      }
      expect(report.notes.filter(({ vi }) => vi.startsWith('Không khớp'))).toEqual([]);
    }
  });
  it('agrees between the tables: 1.2 column 2 = 1.3 column 5, 1.2 column 5 = 1.3 column 2, and the ends with 1.1', async () => {
    const [all, poor, nearPoor] = [await table('1.1', area, period), lines(await table('1.2', area, period)), lines(await table('1.3', area, period))];
    poor.forEach(({ cells }, place) => {
      const other = nearPoor[place]!.cells;
      for (const [one, two] of [[cells['to_near_poor'], other['from_poor']], [cells['from_near_poor'], other['to_poor']]]) if (one != null && two != null) expect(one).toBe(two);
    });
    const ends = (rows: typeof poor, split: string) => rows.filter((row) => row.split === split).map(({ cells }) => cells['end']);
    const column = (key: string) => [...all.rows, all.total].map(({ cells }) => cells[key]);
    expect([ends(poor, 'households'), ends(poor, 'persons')]).toEqual([column('poor'), column('poor_persons')]);
    expect([ends(nearPoor, 'households'), ends(nearPoor, 'persons')]).toEqual([column('near_poor'), column('near_poor_persons')]);
  });
  it('opens, from every cell of households, as many of them', async () => {
    const { splits, rows, since } = await table('1.2', area, period);
    const { columns } = splits[0]!;
    for (const row of rows.filter(({ split }) => split === 'households').slice(0, 4)) {
      for (const { key, drill } of columns) {
        const value = row.cells[key] ?? null;
        if (value === null || drill === null) continue;
        const { change, class: of } = drill;
        const behind = change === null ? { period: period as Period, class: of } : change.length === 0 ? { period: since!, class: of } : { period: period as Period, change, changeOf: 'poor' as const };
        expect((await province.households.list({ area: row.area.id, ...behind })).total, `${row.area.name} ${key}`).toBe(value);
      }
    }
  });
});

it('the finished villages of 2026 show a relapse, a move and one that is gone without a reason', async () => {
  const of = async (form: string, key: string) => Object.fromEntries((await table(form, camTan, '2026')).rows.filter(({ split, cells }) => split === 'households' && (cells[key] ?? 0) > 0).map(({ area, cells }) => [area.name, cells[key]]));
  expect(await of('1.2', 'relapsed')).toEqual({ 'Thôn Minh Long': 3 });
  expect(await of('1.2', 'other_out')).toEqual({ 'Thôn Cao Long': 1 });
  expect([await of('1.3', 'other_out'), await of('1.3', 'other_in')]).toEqual([{ 'Thôn Minh Long': 1 }, { 'Thôn Tân Long': 1 }]);
});

it('a summary that does not add up is told below the table', async () => {
  const { owner } = program.runtime.database;
  await owner.updateTable('village_figure').set({ value: 99 }).where('measure', '=', 'opening.households.poor').where('value', '=', 6).execute();
  const { notes } = await table('1.2', camTan, '2026');
  expect(notes.some(({ vi }) => /^Không khớp: Cột 9 = 1-2-3-4\+5\+6\+7\+8 \(Hộ\): Thôn Minh Long 12 ≠ \d+\.$/.test(vi))).toBe(true);
});

it('in Excel a unit has its number and name once, over both lines', async () => {
  const file = await province.interchange.reportFile({ form: '1.2', area: ngaSon, period: '2018' as Period });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await file.arrayBuffer());
  const rows = Array.from(workbook.worksheets[0]!.getSheetValues(), (row) => (Array.isArray(row) ? row.slice(1) : []));
  expect(rows.find((row) => row[0] === 'A')?.slice(0, 4)).toEqual(['A', 'B', 'C', '1']);
  const at = rows.findIndex((row) => row[0] === '1');
  const report = await table('1.2', ngaSon, '2018');
  expect([rows[at]!.slice(1, 4), rows[at + 1]!.slice(2, 4)]).toEqual([[report.rows[0]!.area.name, 'Hộ', report.rows[0]!.cells['opening']], ['Nhân khẩu', report.rows[1]!.cells['opening']]]);
});
