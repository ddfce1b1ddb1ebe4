import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { MeasureId } from '#modules/measures/contract.ts';
import { addStatistics, setCoverage } from '#modules/measures/service.ts';
import { getRoundFor } from '#modules/rounds/service.ts';
import { getStandard } from '#modules/standards/service.ts';
import { runAs, system } from '#platform/run.ts';
import { handIn, household, openRound } from '../../../tests/support/households.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';

let program: TestProgram;
let officer: Client;
const commune = '15178@2025-07-01' as AreaRef;
const ask = { area: '15178' as AreaRef, period: '2025' as Period };
const codes = getStandard('P2022').standard.indicators.map(({ code }) => code);
const source = { text: { vi: 'Niên giám thống kê xã', en: 'Commune yearbook' }, document: '12/BC-UBND', mark: 'unverified' as const };

const poor = (head: string, village: string, size: number, yes: readonly string[]) =>
  household(head, {
    village,
    size,
    stated: 'poor',
    decision: { number: '01/QĐ-UBND', day: null },
    facts: { indicators: Object.fromEntries(codes.filter((code) => code !== 'TT2' || yes.includes('TT2')).map((code) => [code, yes.includes(code) ? 'yes' : 'no'])) },
  });

beforeAll(async () => {
  program = await testProgram();
  officer = await program.as('commune_officer', '15178');
  await openRound(program.runtime, '15178', '2025', 'P2022');
  await handIn(program.runtime, commune, '2025', [
    poor('Bùi Văn An', 'Thôn Minh Long', 4, ['YT2', 'NO1', 'VL1']),
    poor('Bùi Văn Ba', 'Thôn Minh Long', 3, ['YT2', 'NO1', 'TT2']),
    poor('Cao Thị Chi', 'Thôn Phi Long', 2, ['YT2', 'GD2', 'NS1', 'NS2']),
    household('Cao Thị Dung', { village: 'Thôn Phi Long', facts: {} }),
  ]);
  await runAs(program.runtime, system, async (ctx) => {
    const { id } = await getRoundFor(ctx, commune, ask.period);
    await setCoverage(ctx, [{ area: commune, roundId: id, classes: ['poor'], indicators: codes }]);
    await addStatistics(ctx, [{ area: commune, asOf: '2025-12-31' as PlainDate, measure: 'households.all' as MeasureId, value: 1518, source }]);
  });
});
afterAll(() => program.close());

describe('forms', () => {
  it('say what they rest on and how sure that is', async () => {
    const forms = await officer.reports.forms();
    expect(forms.map(({ form }) => form)).toEqual(expect.arrayContaining(['1.1', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9', '1.10', '1.11', '1.14', '1.15']));
    expect(forms.every(({ basis }) => basis.mark === 'unverified' && basis.note)).toBe(true);
  });
  it('that are not on record are named', async () => {
    await expect(officer.reports.report({ ...ask, form: '9.9' })).rejects.toMatchObject({ code: 'report.form-not-found' });
  });
});

describe('table 1.1', () => {
  it('has its fourteen columns, and cells that are known, unknown, published or worked out', async () => {
    const table = await officer.reports.report({ ...ask, form: '1.1' });
    expect(table.columns.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, place) => place + 1));
    expect(table.total.cells).toEqual({
      households_all: 1518, persons_all: null, poor: 3, poor_rate: 20, near_poor: null, near_poor_rate: null, farm_average: null, farm_average_rate: null,
      poor_persons: 9, poor_persons_rate: null, near_poor_persons: null, near_poor_persons_rate: null, farm_average_persons: null, farm_average_persons_rate: null,
    });
    expect(table.total.reasons).toMatchObject({ persons_all: { code: 'not_published' }, near_poor: { code: 'not_listed' }, farm_average: { code: 'no_data' }, poor_persons_rate: { code: 'not_published' } });
    expect(table.total.published).toEqual({ households_all: 0 });
    expect(table.sources).toEqual([source]);
    expect(table.rows.map(({ no, area, cells }) => [no, area.name, cells['poor']])).toEqual([['1', 'Thôn Minh Long', 2], ['2', 'Thôn Phi Long', 1]]);
  });
  it('tells what its figures rest on, and whom it leaves out', async () => {
    const { notes, simulated } = await officer.reports.report({ ...ask, form: '1.1' });
    expect(simulated).toBe(false);
    const all = notes.map(({ vi }) => vi).join('\n');
    expect(all).toContain('Có 1 hộ chưa đủ căn cứ phân loại');
    expect(all).toContain('chưa đối chiếu với phụ lục');
  });
});

describe('table 1.4', () => {
  it('has the indicators of the round’s standard in their order, each of which opens its households', async () => {
    const { columns, total, notes, standard } = await officer.reports.report({ ...ask, form: '1.4' });
    expect(standard).toBe('P2022');
    expect(columns.map(({ key }) => key)).toEqual(['poor', 'deprivations', ...codes]);
    expect(columns.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, place) => place + 1));
    expect(columns[2]).toMatchObject({ drill: { class: 'poor', deprived: codes[0] }, groups: [{ vi: 'Số hộ nghèo thiếu hụt từng chỉ số' }] });
    expect(total.cells).toMatchObject({ poor: 3, deprivations: 10, YT2: 3, NO1: 2, VL1: 1, GD2: 1, NS1: 1, NS2: 1, TT2: 1, GD1: 0 });
    expect(notes.some(({ vi }) => /^Số hộ chưa rõ, không tính là thiếu hụt: .+ 2\.$/.test(vi))).toBe(true);
    const list = await officer.households.list({ ...ask, class: 'poor', deprived: 'NO1' });
    expect(list.total).toBe(total.cells['NO1']);
  });
  it('of 2016 has ten', async () => {
    await openRound(program.runtime, '35@2009-04-01', '2015', 'P2016');
    const haNam = await program.as('province_officer', '37');
    const request = { form: '1.4', area: '35@2009-04-01' as AreaRef, period: '2015' as Period };
    const { columns, rows, standard } = await haNam.reports.report(request);
    expect(standard).toBe('P2016');
    expect(columns).toHaveLength(12);
    expect(rows.map(({ no }) => no)).toEqual(['1', '2', '3', '4', '5', '6']);
    const { rows: nested } = await haNam.reports.report({ ...request, level: 'commune' });
    expect(nested.slice(0, 2).map(({ no, level }) => [no, level])).toEqual([['I', 'district'], ['I.1', 'commune']]);
    expect(nested).toHaveLength(6 + nested.filter(({ level }) => level === 'commune').length);
  });
  it('is not made of rounds of different standards', async () => {
    const rounds: [string, string][] = [['401@2009-04-01', 'P2016'], ['398@2009-04-01', 'P2022']];
    for (const [area, standard] of rounds) await openRound(program.runtime, area, '2021', standard);
    const province = await program.as('province_officer', '38');
    await expect(province.reports.report({ form: '1.4', area: '38' as AreaRef, period: '2021' as Period })).rejects.toMatchObject({
      code: 'report.mixed-standards',
      data: { details: { standards: 'P2022, P2016' } },
    });
  });
});

describe('Excel', () => {
  const opened = async (form: string, language: 'vi' | 'en' = 'vi') => {
    const file = await officer.reports.xlsx({ ...ask, form, language });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await file.arrayBuffer());
    return { file, sheet: workbook.worksheets[0]! };
  };
  const lines = (sheet: ExcelJS.Worksheet): unknown[][] => Array.from(sheet.getSheetValues(), (row) => (Array.isArray(row) ? row.slice(1) : []));

  it('has the cells of the table, its head, its total and its signatures', async () => {
    const table = await officer.reports.report({ ...ask, form: '1.4' });
    const { file, sheet } = await opened('1.4');
    expect(file.name).toBe('bieu-1.4-15178-2025.xlsx');
    const rows = lines(sheet);
    const at = (first: unknown) => rows.find((row) => row[0] === first)!;
    expect(at('1')).toEqual(['1', 'Thôn Minh Long', ...table.columns.map(({ key }) => table.rows[0]!.cells[key])]);
    expect(rows.find((row) => row[1] === 'Tổng cộng')!.slice(2)).toEqual(table.columns.map(({ key }) => table.total.cells[key]));
    expect(at('A')).toEqual(['A', 'B', ...table.columns.map(({ number }) => String(number))]);
    const text = rows.flat().join('\n');
    for (const expected of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Biểu số 1.4', 'NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ', 'số liệu đến ngày 31/12/2025']) expect(text).toContain(expected);
    expect((sheet.model as { merges?: string[] }).merges?.length).toBeGreaterThan(8);
  });
  it('writes rates with two decimals, and says why a cell is empty', async () => {
    const { sheet } = await opened('1.1');
    const total = lines(sheet).find((row) => row[1] === 'Tổng cộng')!;
    expect(total.slice(2, 9)).toEqual([1518, 'chưa công bố', 3, 0.2, 'chưa công bố', 'chưa công bố', '–']);
    expect(lines(sheet).flat().join('\n')).toContain('[1] Niên giám thống kê xã (12/BC-UBND; chưa đối chiếu)');
    expect(lines((await opened('1.1', 'en')).sheet).flat()).toContain('not published');
  });
  it('says “mô phỏng” where the data are a demonstration', async () => {
    await program.runtime.database.owner.insertInto('setting').values({ name: 'demonstration', value: JSON.stringify({ accounts: [] }) }).execute();
    expect((await officer.reports.report({ ...ask, form: '1.1' })).simulated).toBe(true);
    expect(lines((await opened('1.1')).sheet).flat()).toContain('DỮ LIỆU MÔ PHỎNG');
  });
});
