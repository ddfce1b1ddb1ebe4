import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { openRound } from '../../../tests/support/households.ts';
import { resting } from '../../../tests/support/imports.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import type { Import } from './contract.ts';
import { heads, householdRows } from './fixtures.ts';

let program: TestProgram;
let officer: Client;
const place = { area: '15178' as AreaRef, period: '2025' as Period, kind: 'commune' as const };

beforeAll(async () => {
  program = await testProgram();
  await openRound(program.runtime, '38', '2025', 'P2022');
  officer = await program.as('commune_officer', '15178');
});
afterAll(() => program.close());

const check = async (bytes: Uint8Array | string, name: string): Promise<Import> =>
  resting(officer, (await officer.interchange.start({ ...place, file: new File([bytes as Uint8Array<ArrayBuffer>], name) })).id);

async function marked({ id }: Import, language: 'vi' | 'en' = 'vi'): Promise<{ name: string; book: ExcelJS.Workbook }> {
  const file = await officer.interchange.markedFile({ id, language });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await file.arrayBuffer());
  return { name: file.name, book };
}

const fillOf = (cell: ExcelJS.Cell): string | undefined => (cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb?.slice(-6) : undefined);
const noteOf = ({ note }: ExcelJS.Cell): string => (typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join(''));

/** A workbook as an officer keeps it: a title over the columns, widths, colours of their own, days as days, a sheet of their own beside. */
async function ownWorkbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Hộ nghèo, cận nghèo');
  sheet.addRow(['DANH SÁCH HỘ NGHÈO NĂM 2025']);
  sheet.mergeCells('A1:K1');
  sheet.addRow(heads);
  sheet.addRow(householdRows('Phạm Văn An', { 'Giới tính': 'Bà', 'Ngày sinh': new Date('1970-05-17T00:00:00Z') })[0]!);
  sheet.addRow(householdRows('Lê Thị Dung', { B2: 35, 'Ngày sinh': '31/02/1974' })[0]!);
  sheet.addRow(householdRows('=HYPERLINK("http://x","y")', { B1: { formula: '100+20', result: 120 } })[0]!);
  sheet.getColumn(1).width = 31;
  sheet.getCell('A3').font = { bold: true, color: { argb: 'FF0000FF' } };
  sheet.getCell('J3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } };
  sheet.getRow(4).hidden = true;
  book.addWorksheet('Ghi chú').addRow(['Giữ lại', 12]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

it('gives the workbook back with its sheets, values and looks, the cells marked and every message listed', async () => {
  const checked = await check(await ownWorkbook(), 'Sổ xã.xlsx');
  expect(checked.state).toBe('refused');
  const { name, book } = await marked(checked);
  expect(name).toBe('Sổ xã-da-danh-dau.xlsx');
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Thông báo', 'Hộ nghèo, cận nghèo', 'Ghi chú']);
  const [list, sheet, own] = book.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet, ExcelJS.Worksheet];
  expect(fillOf(sheet.getCell('E3'))).toBe('FFC7CE');
  expect(noteOf(sheet.getCell('E3'))).toContain('Không hiểu giới tính “Bà”');
  expect(noteOf(sheet.getCell('E3'))).toContain('Cần ghi: Nam, Nữ');
  expect(fillOf(sheet.getCell('D4'))).toBe('FFC7CE');
  expect(fillOf(sheet.getCell('J4'))).toBe('FFC7CE');
  expect(fillOf(sheet.getCell('J3'))).toBe('00FF00');
  expect(sheet.getCell('A3').font).toMatchObject({ bold: true });
  expect(sheet.getColumn(1).width).toBeCloseTo(31, 0);
  expect(sheet.getCell('A1').isMerged).toBe(true);
  expect(sheet.getRow(4).hidden).toBe(true);
  expect(sheet.getCell('D3').value).toEqual(new Date('1970-05-17T00:00:00Z'));
  expect(own.getRow(1).values).toEqual([undefined, 'Giữ lại', 12]);
  // What was a formula is its value, and what looks like one stays a text.
  expect(sheet.getCell('I5').value).toBe(120);
  expect(sheet.getCell('A5').value).toBe('=HYPERLINK("http://x","y")');
  expect(sheet.getCell('A5').numFmt).toBe('@');
  const listed = list.getRows(4, checked.check!.issues.length)!.map((row) => [row.getCell(2).value, row.getCell(4).value, row.getCell(5).value, row.getCell(7).value]);
  expect(listed).toContainEqual(['Lỗi', 3, 'Giới tính', 'Bà']);
  expect(listed).toContainEqual(['Lỗi', 4, 'Ngày sinh', '31/02/1974']);
  expect((await marked(checked, 'en')).book.worksheets[0]!.name).toBe('Messages');
});

it('of a CSV makes a workbook, of an unknown column marks the head', async () => {
  const checked = await check('Chủ hộ;Quan hệ với chủ hộ;Thôn;Phân loại hộ;Điện thoại\n=1+2;Chủ hộ;Thôn Một;Hộ khá;0912', 'danh-sach.csv');
  const { book } = await marked(checked);
  const sheet = book.getWorksheet('CSV')!;
  expect([fillOf(sheet.getCell('D2')), fillOf(sheet.getCell('E1'))]).toEqual(['FFC7CE', 'FFE699']);
  expect([sheet.getCell('A2').value, sheet.getCell('A2').type, sheet.getCell('E2').value]).toEqual(['=1+2', ExcelJS.ValueType.String, '0912']);
});

it('lists more messages than the screen does', async () => {
  const rows = Array.from({ length: 1_300 }, (_, number) => `Bùi Văn ${String.fromCharCode(65 + (number % 26))} ${number};Chủ hộ;Thôn Một;Hộ khá`);
  const checked = await check(['Chủ hộ;Quan hệ với chủ hộ;Thôn;Phân loại hộ', ...rows].join('\n'), 'nhieu-loi.csv');
  expect(checked.check!.issues).toHaveLength(1000);
  expect((await marked(checked)).book.worksheets[0]!.rowCount).toBe(3 + checked.check!.counts.errors + checked.check!.counts.warnings);
});

it('keeps nothing: once a newer file came the older one is gone', async () => {
  const first = await check('Chủ hộ;Quan hệ với chủ hộ;Thôn;Phân loại hộ\nA B;Chủ hộ;Thôn Một;Hộ khá', 'mot.csv');
  await check('Chủ hộ', 'hai.csv');
  await expect(officer.interchange.markedFile({ id: first.id })).rejects.toMatchObject({ code: 'import.file-gone' });
});
