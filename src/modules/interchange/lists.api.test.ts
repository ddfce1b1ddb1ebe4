import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HouseholdSort } from '#modules/households/contract.ts';
import { openHandout, readOn, type Bookmark } from '#modules/households/service.handout.ts';
import type { MeasureId } from '#modules/measures/contract.ts';
import type { Ctx } from '#platform/ctx.ts';
import { runAs, system } from '#platform/run.ts';
import { handIn, household } from '../../../tests/support/households.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import { reportCommune, reported } from '../../../tests/support/reported-commune.ts';

let program: TestProgram;
let officer: Client;

beforeAll(async () => {
  program = await testProgram();
  officer = await program.as('commune_officer', '15178');
  await reportCommune(program);
});
afterAll(() => program.close());

/** The rows of a list from its head on, and the lines above it. */
async function readList(file: File, number = 'STT'): Promise<{ above: string[]; head: string[]; rows: (string | number | null)[][] }> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await file.arrayBuffer());
  const all = Array.from(workbook.worksheets[0]!.getSheetValues(), (row) => (Array.isArray(row) ? (row.slice(1) as (string | number | null)[]) : [])).slice(1);
  const at = all.findIndex(([first]) => first === number);
  return { above: all.slice(0, at).map(([line]) => String(line)), head: all[at]! as string[], rows: all.slice(at + 1) };
}

describe('the register as Excel', () => {
  it('has the households of the list, filtered and sorted as it is', async () => {
    const wish = { ...reported, class: 'poor', sort: '-size' } as const;
    const shown = await officer.households.list(wish);
    const file = await officer.interchange.householdFile(wish);
    expect(file.name).toBe('so-ho-15178-2025.xlsx');
    const { above, head, rows } = await readList(file);
    expect(head.slice(0, 5)).toEqual(['STT', 'Chủ hộ', 'Thôn', 'Nhân khẩu', 'Phân loại']);
    expect(rows.map((row) => row.slice(0, 5))).toEqual(shown.rows.map(({ head: name, village, size }, place) => [place + 1, name, village.name, size, 'hộ nghèo']));
    expect(rows.map((row) => row[head.indexOf('Thiếu hụt')])).toEqual(shown.rows.map(({ deprived }) => deprived.join(', ')));
    expect(above).toEqual(['Sổ hộ', 'Xã Cẩm Tân, năm 2025 (số liệu đến ngày 31/12/2025)', 'Đang lọc: phân loại hộ nghèo', expect.stringMatching(/^Xuất ngày .+, 3 hộ$/)]);
  });
  it('leaves one row in the audit, with the filter and the number of households', async () => {
    const entries = () => program.runtime.database.owner.selectFrom('audit_entry').select(['action', 'details']).where('action', 'like', 'household.%').orderBy('entry_id').execute();
    const before = await entries();
    await officer.interchange.householdFile({ ...reported, deprived: 'NO1' });
    const [entry, ...others] = (await entries()).slice(before.length);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ action: 'household.handed-out', details: { period: '2025', deprived: 'NO1', count: 2 } });
  });
  it('keeps a name that looks like a formula a text', async () => {
    const commune = '15178@2025-07-01' as typeof reported.area;
    await handIn(program.runtime, commune, '2025', [household('=HYPERLINK("http://x")', { village: 'Thôn Phi Long', facts: {} })]);
    const { rows } = await readList(await officer.interchange.householdFile({ ...reported, name: 'hyperlink' }));
    expect(rows.map((row) => row[1])).toEqual(['=HYPERLINK("http://x")']);
  });
  it('says in English that a village is unknown', async () => {
    await handIn(program.runtime, '15178@2025-07-01', '2025', [household('Tạ Thị Vắng')]);
    const rowsIn = async (language: 'vi' | 'en', number: string) => (await readList(await officer.interchange.householdFile({ ...reported, name: 'ta thi vang', language }), number)).rows.map(([, head, village]) => [head, village]);
    expect(await rowsIn('vi', 'STT')).toEqual([['Tạ Thị Vắng', 'Chưa rõ thôn']]);
    expect(await rowsIn('en', 'No.')).toEqual([['Tạ Thị Vắng', 'Village unknown']]);
  });
  it('is read on from transaction to transaction, each household once and in order', async () => {
    const read = <Result>(work: (ctx: Ctx) => Promise<Result>): Promise<Result> => runAs(program.runtime, system, work).then(({ result }) => result);
    for (const sort of HouseholdSort.options) {
      const handout = await read(async (ctx) => openHandout(ctx, { ...reported, sort }));
      const heads: string[] = [];
      let after: Bookmark | null = null;
      do {
        const { rows, next }: Awaited<ReturnType<typeof readOn>> = await read((ctx) => readOn(ctx, handout, after, 2));
        heads.push(...rows.map(({ head }) => head));
        after = next;
      } while (after !== null);
      expect(heads).toEqual((await officer.households.list({ ...reported, sort })).rows.map(({ head }) => head));
      expect(heads).toHaveLength(handout.total);
    }
  });
  it('is refused to who may not read households, and tells nothing of another commune', async () => {
    await expect((await program.as('leader', '15178')).interchange.householdFile(reported)).rejects.toMatchObject({ status: 403 });
    await expect((await program.as('commune_officer', '16093')).interchange.householdFile(reported)).rejects.toMatchObject({ code: 'area.outside-post' });
  });
});

describe('an official list by name as Excel', () => {
  const wish = { ...reported, form: '1.14' };
  it('has a line for each member, as on screen, and leaves one row in the audit', async () => {
    const shown = await officer.reports.nameList(wish);
    const rowsOf = () => program.runtime.database.owner.selectFrom('audit_entry').select(['action', 'details']).where('action', 'like', 'household.%').orderBy('entry_id').execute();
    const before = (await rowsOf()).length;
    const file = await officer.interchange.nameFile(wish);
    expect((await rowsOf()).slice(before)).toMatchObject([{ action: 'household.handed-out-by-name', details: { period: '2025', class: 'poor', count: shown.total } }]);
    expect(file.name).toBe('danh-sach-1.14-15178-2025.xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await file.arrayBuffer());
    const lines = Array.from(workbook.worksheets[0]!.getSheetValues(), (row) => (Array.isArray(row) ? Array.from(row.slice(1) as unknown[], (cell) => (cell ?? '') as string) : [])).slice(1);
    const at = lines.findIndex(([first]) => first?.startsWith('(1) '));
    expect(lines[at]).toHaveLength(shown.columns.length);
    const padded = lines.slice(at + 1).map((line) => shown.columns.map((_, place) => line[place] ?? ''));
    expect(padded).toEqual(shown.rows.map(({ cells }) => shown.columns.map(({ key }) => cells[key] ?? '')));
    expect(shown.total).toBeGreaterThan(0);
  });
  it('is refused to who may not read households, and tells nothing of another commune', async () => {
    await expect((await program.as('leader', '15178')).interchange.nameFile(wish)).rejects.toMatchObject({ status: 403 });
    await expect((await program.as('commune_officer', '16093')).interchange.nameFile(wish)).rejects.toMatchObject({ code: 'area.outside-post' });
  });
});

describe('the table of units as Excel', () => {
  it('has the units in the order asked for, and only columns that somebody knows', async () => {
    const { rows: units } = await officer.measures.figures({ ...reported, measures: ['households.poor'] });
    const { head, rows } = await readList(await officer.interchange.unitFile({ ...reported, sort: 'households.poor' }));
    const poor = units.map(({ area, figures }) => [area.name, figures['households.poor' as MeasureId]!.value]).sort(([, a], [, b]) => Number(a) - Number(b));
    expect(head).toHaveLength(3);
    expect(rows.map((row) => row.slice(1)).filter(([, value]) => Number(value) > 0)).toEqual(poor.filter(([, value]) => Number(value) > 0));
  });
});
