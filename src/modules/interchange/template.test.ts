import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { readWorkbook } from '#platform/documents/read-workbook.ts';
import { options, said } from './fixtures.ts';
import { readCommuneWorkbook } from './rules.commune.ts';
import { communeTemplate } from './service.template.ts';

const template = await communeTemplate(options.form, {
  commune: 'Xã Cẩm Long',
  code: '15037',
  province: 'Tỉnh Thanh Hóa',
  villages: ['Thôn 1', 'Thôn 2'],
  period: '2022',
  indicators: options.indicators,
});

/** The template as a workbook that can be typed into, with the number of each column of a sheet. */
async function opened() {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(template.slice().buffer as ArrayBuffer);
  const sheets = workbook.worksheets.map((sheet) => {
    const columns = new Map<string, number>();
    sheet.getRow(3).eachCell((cell, number) => columns.set(cell.text, number));
    const type = (row: number, values: Record<string, ExcelJS.CellValue>) => {
      for (const [label, value] of Object.entries(values)) sheet.getCell(row, columns.get(label)!).value = value;
    };
    return { sheet, columns, type };
  });
  const read = async () => readCommuneWorkbook(await readWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer())), options);
  return { sheets, read };
}

it('has three lists with the columns of the form and of each indicator, and instructions', async () => {
  const { sheets } = await opened();
  expect(sheets.map(({ sheet }) => sheet.name)).toEqual(['Nghèo, cận nghèo sau rà soát', 'Hộ thoát nghèo', 'Hộ thoát cận nghèo', 'Hướng dẫn']);
  const [first, second] = sheets;
  expect([...first!.columns.keys()]).toEqual(expect.arrayContaining(['Họ và tên chủ hộ', 'Phân loại hộ', 'Nguyên nhân nghèo', 'VL1 Việc làm', 'YT2 Bảo hiểm y tế', 'NS2 Nhà tiêu hợp vệ sinh']));
  expect([...second!.columns.keys()]).not.toContain('Phân loại hộ');
});

it('helps while one types: choices, texts that keep zeros, a head that stays and repeats', async () => {
  const { sheets: [first] } = await opened();
  const { sheet, columns } = first!;
  const rule = (label: string) => sheet.getCell(4, columns.get(label)!).dataValidation?.formulae?.[0];
  expect(['Phân loại hộ', 'Giới tính', 'VL1 Việc làm', 'Thôn', 'Mã xã'].map(rule)).toEqual(['"Hộ nghèo,Hộ cận nghèo"', '"Nam,Nữ"', '"x,0"', '"Thôn 1,Thôn 2"', '"15037"']);
  expect(sheet.getCell(9, columns.get('CCCD')!).numFmt).toBe('@');
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
  expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '3:3' });
});

it('is read back without a word when empty, and filled in', async () => {
  const { sheets, read } = await opened();
  const empty = await read();
  expect(said(empty)).toEqual([]);
  expect(empty.households).toEqual([]);
  expect(empty.indicators).toEqual(['VL1', 'YT2', 'NS2']);

  const [current, escaped, left] = sheets;
  const head = { 'Họ và tên chủ hộ': 'Phạm Văn An', 'Họ và tên thành viên': 'Phạm Văn An', 'Quan hệ với chủ hộ': 'Chủ hộ', 'Ngày sinh': '17/05/1970', 'Giới tính': 'Nam', Thôn: 'Thôn 1' };
  current!.type(4, { ...head, STT: 1, CCCD: '038070001234', 'Phân loại hộ': 'Hộ cận nghèo', 'Số QĐ công nhận': '15/QĐ-UBND', 'Ngày QĐ': '20/12/2022', 'Điểm B1': 120, 'Điểm B2': 20, 'Hộ DTTS': 'x', 'Nguyên nhân nghèo': 'Thiếu vốn; Thiếu đất', 'Số nhân khẩu': 2, 'VL1 Việc làm': 'x', 'YT2 Bảo hiểm y tế': 'x', 'NS2 Nhà tiêu hợp vệ sinh': '0' });
  current!.type(5, { 'Họ và tên chủ hộ': 'Phạm Văn An', 'Họ và tên thành viên': 'Lê Thị Bình', 'Quan hệ với chủ hộ': 'Vợ', 'Ngày sinh': '1972', 'Giới tính': 'Nữ' });
  escaped!.type(4, { ...head, CCCD: '038070001234' });
  escaped!.type(5, { ...head, 'Họ và tên chủ hộ': 'Lê Văn Cường', 'Họ và tên thành viên': 'Lê Văn Cường' });
  left!.type(4, { ...head, 'Họ và tên chủ hộ': 'Trần Thị Dung', 'Họ và tên thành viên': 'Trần Thị Dung' });
  const reading = await read();
  expect(said(reading)).toEqual([]);
  expect(reading.places).toEqual({ province: ['Tỉnh Thanh Hóa'], commune: ['Xã Cẩm Long'], commune_code: ['15037'] });
  expect(reading.households.map(({ list, escaped: also, intake }) => [list, also, intake.members.length, intake.stated])).toEqual([
    ['current', true, 2, 'near_poor'],
    ['escaped_poverty', false, 1, 'not_poor'],
    ['escaped_near_poverty', false, 1, 'not_poor'],
  ]);
  expect(reading.households[0]!.intake).toMatchObject({ facts: { indicators: { VL1: 'yes', YT2: 'yes', NS2: 'no' }, copiedB2: 20 }, groups: { minority: true } });
});
