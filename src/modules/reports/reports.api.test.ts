import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { openRound } from '../../../tests/support/households.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import { reportCommune, reported as ask, reportedCodes as codes, reportedSource as source } from '../../../tests/support/reported-commune.ts';

let program: TestProgram;
let officer: Client;

beforeAll(async () => {
  program = await testProgram();
  officer = await program.as('commune_officer', '15178');
  await reportCommune(program);
});
afterAll(() => program.close());

describe('forms', () => {
  it('say what they rest on and how sure that is', async () => {
    const forms = await officer.reports.forms();
    expect(forms.map(({ form }) => form)).toEqual(expect.arrayContaining(['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9', '1.10', '1.11', '1.14', '1.15']));
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

it('says that the data are a demonstration', async () => {
  await program.runtime.database.owner.insertInto('setting').values({ name: 'demonstration', value: JSON.stringify({ accounts: [] }) }).execute();
  expect((await officer.reports.report({ ...ask, form: '1.1' })).simulated).toBe(true);
});
