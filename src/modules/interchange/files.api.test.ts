import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showNumber, showRate } from '#kernel/show.ts';
import { cellText } from '#modules/measures/rules.reasons.ts';
import type { Report } from '#modules/reports/contract.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import { docxTables, pdfPages } from '../../../tests/support/read-papers.ts';
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

/** The same as print shows it: in words where a figure is not known, with the number of its source where it was published. */
const printed = ({ columns }: Report, { cells, reasons, published }: Report['total']): string[] =>
  columns.map(({ key, unit }) => {
    const value = cells[key] ?? null;
    if (value === null) return reasons[key] ? cellText(reasons[key]).vi : '–';
    return (unit === 'hundredth_percent' ? showRate(value, 'vi') : showNumber(value, 'vi')) + (published[key] === undefined ? '' : `[${published[key] + 1}]`);
  });
const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

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

describe('a table as Word and as PDF', () => {
  it.each(['1.1', '1.4'])('has the figures of form %s', async (form) => {
    const table = await officer.reports.report({ ...reported, form });
    const lines = [...table.rows.map((row) => [row.no, row.area.name, ...printed(table, row)]), ['', 'Tổng cộng', ...printed(table, table.total)]];
    const word = await officer.interchange.reportFile({ ...reported, form, format: 'docx' });
    expect(word.name).toBe(`bieu-${form}-15178-2025.docx`);
    const [, rows] = await docxTables(await bytesOf(word));
    expect(rows!.slice(-lines.length)).toEqual(lines);
    const pdf = await officer.interchange.reportFile({ ...reported, form, format: 'pdf' });
    expect([pdf.name, pdf.type]).toEqual([`bieu-${form}-15178-2025.pdf`, 'application/pdf']);
    const text = (await pdfPages(await bytesOf(pdf))).join(' ');
    for (const line of lines) expect(text).toContain(line.filter((part) => part !== '').join(' '));
  });
});

const tables = async () => (await officer.reports.forms()).filter(({ kind }) => kind === 'table');

describe('the whole set', () => {
  it('is a workbook of all tables behind a list of them; lists by name do not go with it', async () => {
    const forms = await tables();
    const file = await officer.interchange.reportSet(reported);
    expect(file.name).toBe('bo-bieu-15178-2025.xlsx');
    const workbook = await workbookOf(file);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Mục lục', ...forms.map(({ form }) => `Biểu ${form}`)]);
    const contents = lines(workbook.worksheets[0]!);
    for (const [place, { form, title }] of forms.entries()) {
      const table = await officer.reports.report({ ...reported, form });
      expect(contents).toContainEqual([String(place + 1), form, title.vi, table.rows.length]);
      const total = lines(workbook.getWorksheet(`Biểu ${form}`)!).find((row) => row[1] === 'Tổng cộng')!;
      expect(total.slice(table.splits.length > 0 ? 3 : 2).map((value) => (typeof value === 'number' ? value : null))).toEqual(figures(table, table.total));
    }
  });
});

it('as a PDF the whole set has each form on pages of its own behind the list', async () => {
  const pages = await pdfPages(await bytesOf(await officer.interchange.reportSet({ ...reported, format: 'pdf' })));
  expect(pages[0]).toContain('Danh mục biểu');
  for (const { form } of await tables()) expect(pages.filter((page) => page.includes(`Biểu số ${form} `))).toHaveLength(1);
});

it('says “mô phỏng” where the data are a demonstration', async () => {
  await program.runtime.database.owner.insertInto('setting').values({ name: 'demonstration', value: JSON.stringify({ accounts: [] }) }).execute();
  const workbook = await workbookOf(await officer.interchange.reportSet(reported));
  for (const sheet of workbook.worksheets) expect(lines(sheet).flat()).toContain('DỮ LIỆU MÔ PHỎNG');
});
