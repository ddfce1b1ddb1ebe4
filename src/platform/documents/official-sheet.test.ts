import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longPaper, samplePaper, splitPaper } from '../../../tests/support/paper.ts';
import { layOutPage, margins, sheets } from './official-paper.ts';
import { officialSheet } from './official-sheet.ts';
import { writeWorkbook } from './write-workbook.ts';
import { UnpackLimit, unpackText, zipParts } from './zip.ts';

const bytes = await writeWorkbook({ title: 'Biểu 1.1', sheets: [officialSheet(samplePaper)] });

async function opened(file = bytes): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.slice().buffer as ArrayBuffer);
  return workbook.getWorksheet('Biểu 1.1')!;
}

it('lays a paper out as it is printed', async () => {
  const sheet = await opened();
  const text = (cell: string) => sheet.getCell(cell).text;
  expect(['A1', 'C1', 'A2', 'A4', 'A6', 'A7', 'A8', 'D8', 'D9', 'E10'].map(text)).toEqual([
    samplePaper.office[0], samplePaper.motto[0], 'Biểu số 1.1', samplePaper.title, 'DỮ LIỆU MÔ PHỎNG', 'Đơn vị tính: hộ, %', 'STT', 'Hộ nghèo', 'Số hộ', '3=2/1×100',
  ]);
  expect((sheet.model as { merges?: string[] }).merges).toEqual(expect.arrayContaining(['A1:B1', 'C1:E1', 'A4:E4', 'A8:A9', 'C8:C9', 'D8:E8']));
  expect(sheet.pageSetup).toMatchObject({ printTitlesRow: '8:10', paperSize: 9, orientation: 'landscape' });
  expect(sheet.headerFooter).toMatchObject({ differentFirst: true, oddHeader: expect.stringContaining('&P'), oddFooter: expect.stringContaining('DỮ LIỆU MÔ PHỎNG') });
});

it('names the rows that are printed again by a quoted sheet: Excel calls the file damaged otherwise', async () => {
  const part = zipParts(bytes).find(({ name }) => name === 'xl/workbook.xml')!;
  expect(await unpackText(part, new UnpackLimit(100_000))).toContain(">'Biểu 1.1'!$8:$10<");
});

it('writes figures as numbers, also those that carry the mark of their source, and texts as texts', async () => {
  const sheet = await opened();
  expect(['C11', 'D11', 'E11', 'C12', 'D12', 'E12', 'B12'].map((cell) => sheet.getCell(cell).value)).toEqual([1518, 40, 2.64, 'chưa công bố', 5, '–', '=1+1']);
  expect([sheet.getCell('C11').numFmt, sheet.getCell('E11').numFmt]).toEqual(['#,##0" [1]"', '#,##0.00']);
  expect(sheet.getCell('B13')).toMatchObject({ text: 'Tổng cộng', font: { bold: true } });
  expect(sheet.getCell('B12').alignment).toMatchObject({ indent: 1 });
});

it('sets the lines of a unit under one name', async () => {
  const sheet = await opened(await writeWorkbook({ title: 'x', sheets: [officialSheet(splitPaper)] }));
  expect((sheet.model as { merges?: string[] }).merges).toEqual(expect.arrayContaining(['A10:A11', 'B10:B11', 'A12:A13', 'B12:B13']));
  expect(['C11', 'D11', 'B12', 'D13'].map((cell) => sheet.getCell(cell).value)).toEqual(['Nhân khẩu', 161, 'Thôn Hai', 17]);
});

it('takes the smallest sheet that holds the columns, and fills it', () => {
  expect(layOutPage(samplePaper).sheet).toBe('a4');
  expect(layOutPage(longPaper(5, 14))).toMatchObject({ sheet: 'a4', points: 10 });
  expect(layOutPage(longPaper(5, 24)).sheet).toBe('a3');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (figures) => {
      const { sheet, widths } = layOutPage(longPaper(3, figures));
      expect(widths.reduce((all, width) => all + width, 0)).toBeCloseTo(sheets[sheet].width - margins.left - margins.right, 6);
    }),
  );
});
