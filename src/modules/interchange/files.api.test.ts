import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '#modules/reports/contract.ts';
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

async function workbookOf(file: File): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await file.arrayBuffer());
  return workbook;
}
const lines = (sheet: ExcelJS.Worksheet): unknown[][] => Array.from(sheet.getSheetValues(), (row) => (Array.isArray(row) ? row.slice(1) : []));
/** The figures of a row of a table as Excel holds them: rates in percent. */
const figures = ({ columns }: Report, { cells }: Report['total']): (number | null)[] =>
  columns.map(({ key, unit }) => (cells[key] === null || unit !== 'hundredth_percent' ? (cells[key] ?? null) : cells[key]! / 100));

describe('a table as Excel', () => {
  it('has the cells of the table, its head, its total and its signatures', async () => {
    const table = await officer.reports.report({ ...reported, form: '1.4' });
    const file = await officer.interchange.reportFile({ ...reported, form: '1.4' });
    expect(file.name).toBe('bieu-1.4-15178-2025.xlsx');
    const sheet = (await workbookOf(file)).worksheets[0]!;
    const rows = lines(sheet);
    const at = (first: unknown) => rows.find((row) => row[0] === first)!;
    expect(at('1')).toEqual(['1', 'Thôn Minh Long', ...figures(table, table.rows[0]!)]);
    expect(rows.find((row) => row[1] === 'Tổng cộng')!.slice(2)).toEqual(figures(table, table.total));
    expect(at('A')).toEqual(['A', 'B', ...table.columns.map(({ number }) => String(number))]);
    const text = rows.flat().join('\n');
    for (const expected of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Biểu số 1.4', 'NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ', 'số liệu đến ngày 31/12/2025']) expect(text).toContain(expected);
    expect((sheet.model as { merges?: string[] }).merges?.length).toBeGreaterThan(8);
  });
  it('writes rates with two decimals, and says why a cell is empty and where a figure was published', async () => {
    const sheet = (await workbookOf(await officer.interchange.reportFile({ ...reported, form: '1.1' }))).worksheets[0]!;
    const total = lines(sheet).find((row) => row[1] === 'Tổng cộng')!;
    expect(total.slice(2, 9)).toEqual([1518, 'chưa công bố', 3, 0.2, 'chưa công bố', 'chưa công bố', '–']);
    expect(lines(sheet).flat().join('\n')).toContain('[1] Niên giám thống kê xã (12/BC-UBND; chưa đối chiếu)');
    const english = await workbookOf(await officer.interchange.reportFile({ ...reported, form: '1.1', language: 'en' }));
    expect(lines(english.worksheets[0]!).flat()).toContain('not published');
  });
});

describe('the whole set', () => {
  it('is a workbook of all forms behind a list of them', async () => {
    const forms = await officer.reports.forms();
    const file = await officer.interchange.reportSet(reported);
    expect(file.name).toBe('bo-bieu-15178-2025.xlsx');
    const workbook = await workbookOf(file);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Mục lục', ...forms.map(({ form }) => `Biểu ${form}`)]);
    const contents = lines(workbook.worksheets[0]!);
    for (const [place, { form, title }] of forms.entries()) expect(contents).toContainEqual([String(place + 1), form, title.vi, 2]);
    for (const { form } of forms) {
      const table = await officer.reports.report({ ...reported, form });
      const total = lines(workbook.getWorksheet(`Biểu ${form}`)!).find((row) => row[1] === 'Tổng cộng')!;
      expect(total.slice(2).map((value) => (typeof value === 'number' ? value : null))).toEqual(figures(table, table.total));
    }
  });
});

it('says “mô phỏng” where the data are a demonstration', async () => {
  await program.runtime.database.owner.insertInto('setting').values({ name: 'demonstration', value: JSON.stringify({ accounts: [] }) }).execute();
  const workbook = await workbookOf(await officer.interchange.reportSet(reported));
  for (const sheet of workbook.worksheets) expect(lines(sheet).flat()).toContain('DỮ LIỆU MÔ PHỎNG');
});
