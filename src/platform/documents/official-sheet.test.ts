import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { motto, officialSheet, type OfficialPaper } from './official-sheet.ts';
import { writeWorkbook } from './write-workbook.ts';

const paper: OfficialPaper = {
  name: 'Biểu 1.1',
  office: ['UBND TỈNH THANH HÓA', 'UBND XÃ CẨM LONG'],
  form: 'Biểu 1.1',
  motto: [...motto, 'Cẩm Long, ngày … tháng … năm 2022'],
  title: 'TỔNG HỢP KẾT QUẢ RÀ SOÁT',
  subtitles: ['Thời điểm 31/12/2022'],
  columns: [
    { number: 'A', width: 6 },
    { number: 'B', width: 30 },
    { number: '1', width: 12, format: 'integer' },
    { number: '2', width: 12, format: 'integer' },
    { number: '3=2/1', width: 12, format: 'rate' },
  ],
  head: [
    [{ text: 'STT', down: 2 }, { text: 'Đơn vị', down: 2 }, { text: 'Tổng số hộ', down: 2 }, { text: 'Hộ nghèo', across: 2 }],
    [{ text: 'Số hộ' }, { text: 'Tỷ lệ %' }],
  ],
  rows: [{ cells: [1, 'Thôn 1', 300, 40, 13.33] }, { cells: [2, 'Thôn 2', null, 5, null] }],
  total: [null, 'Tổng cộng', 1518, 45, 2.96],
  notes: ['Thôn 2: số hộ chưa công bố.'],
  signatures: ['NGƯỜI LẬP BIỂU', 'TM. ỦY BAN NHÂN DÂN'],
  unknown: '–',
};

it('lays a paper out as it is printed', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await writeWorkbook({ title: 'Biểu 1.1', sheets: [officialSheet(paper)] })).slice().buffer as ArrayBuffer);
  const sheet = workbook.getWorksheet('Biểu 1.1')!;
  const text = (cell: string) => sheet.getCell(cell).text;
  expect(['A2', 'C2', 'A6', 'A9', 'D9', 'D10', 'E11'].map(text)).toEqual(['UBND TỈNH THANH HÓA', motto[0], 'TỔNG HỢP KẾT QUẢ RÀ SOÁT', 'STT', 'Hộ nghèo', 'Số hộ', '3=2/1']);
  expect((sheet.model as { merges?: string[] }).merges).toEqual(expect.arrayContaining(['A2:B2', 'C2:E2', 'A6:E6', 'A9:A10', 'C9:C10', 'D9:E9']));
  expect([sheet.getCell('C12').value, sheet.getCell('C13').value, sheet.getCell('E12').numFmt]).toEqual([300, '–', '#,##0.00']);
  expect(sheet.getCell('B14')).toMatchObject({ text: 'Tổng cộng', font: { bold: true } });
  expect(sheet.pageSetup.printTitlesRow).toBe('9:11');
});
