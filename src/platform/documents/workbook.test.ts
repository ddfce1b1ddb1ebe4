import ExcelJS from 'exceljs';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { Problem } from '#kernel/problem.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { readWorkbook, usualLimits, type Row } from './read-workbook.ts';
import { columnLetters, writeList, writeWorkbook, type PlacedSheet } from './write-workbook.ts';

const table: PlacedSheet = {
  name: 'Mẫu',
  widths: [6, 24, 12, 12],
  rows: [
    { cells: [{ value: 'BÁO CÁO', look: 'title', across: 4 }], height: 30 },
    { cells: [{ value: 'STT', look: 'head', down: 2 }, { value: 'Đơn vị', look: 'head', down: 2 }, { value: 'Hộ nghèo', look: 'head', across: 2 }] },
    { cells: [{ value: 'Số hộ', look: 'head' }, { value: 'Tỷ lệ %', look: 'head' }] },
    { cells: [{ value: 1, look: 'cell' }, { value: '=1+1', look: 'cell' }, { value: 39_822, look: 'cell', format: 'integer' }, { value: 13.7, look: 'cell', format: 'rate' }] },
    { cells: [{ value: 'Ngày' }, { value: { day: plainDate('2022-12-31') } }, null, 'Ơn\u0001'] },
  ],
  freeze: { rows: 3, columns: 2 },
  print: { sheet: 'a4', orientation: 'landscape', repeat: [2, 3] },
  choices: [{ column: 1, from: 4, to: 99, values: ['Hộ nghèo', 'Hộ cận nghèo'], message: 'Chọn trong danh sách.' }],
};

async function collect(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const rowsOf = async (bytes: Uint8Array): Promise<Row[]> => collect((await readWorkbook(bytes)).sheets[0]!.rows());

async function byExcelJs(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function refusal(bytes: Uint8Array, limits = usualLimits): Promise<string> {
  try {
    for (const sheet of (await readWorkbook(bytes, limits)).sheets) for await (const _ of sheet.rows());
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'read';
}

describe('writeWorkbook', async () => {
  const bytes = await writeWorkbook({ title: 'Thử', sheets: [table] });
  const opened = new ExcelJS.Workbook();
  await opened.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  const sheet = opened.getWorksheet('Mẫu')!;

  it('merges heads over columns and rows', () => {
    expect((sheet.model as { merges?: string[] }).merges?.toSorted()).toEqual(['A1:D1', 'A2:A3', 'B2:B3', 'C2:D2']);
    expect([sheet.getCell('C3').value, sheet.getCell('D3').value]).toEqual(['Số hộ', 'Tỷ lệ %']);
    expect(sheet.getCell('D2').border.right?.style).toBe('thin');
  });
  it('keeps a text that looks like a formula a text', () => {
    expect(sheet.getCell('B4')).toMatchObject({ type: ExcelJS.ValueType.String, value: '=1+1', numFmt: '@' });
    expect(sheet.getCell('D5').value).toBe('Ơn');
  });
  it('formats counts, rates and days', () => {
    expect(sheet.getCell('C4')).toMatchObject({ value: 39_822, numFmt: '#,##0' });
    expect(sheet.getCell('D4').numFmt).toBe('#,##0.00');
    expect(sheet.getCell('B5')).toMatchObject({ value: new Date('2022-12-31T00:00:00Z'), numFmt: 'dd/mm/yyyy' });
  });
  it('sets up page, panes, widths and choices', () => {
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '2:3' });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 3 });
    expect(sheet.getColumn(2).width).toBe(24);
    expect(sheet.getRow(1).height).toBe(30);
    expect(sheet.getCell('B50').dataValidation).toMatchObject({ type: 'list', formulae: ['"Hộ nghèo,Hộ cận nghèo"'], error: 'Chọn trong danh sách.' });
  });
  it('is read back by our own reader', async () =>
    expect(await rowsOf(bytes)).toEqual([
      { row: 1, cells: ['BÁO CÁO'] },
      { row: 2, cells: ['STT', 'Đơn vị', 'Hộ nghèo'] },
      { row: 3, cells: [null, null, 'Số hộ', 'Tỷ lệ %'] },
      { row: 4, cells: [1, '=1+1', 39_822, 13.7] },
      { row: 5, cells: ['Ngày', { day: '2022-12-31' }, null, 'Ơn'] },
    ]));
  it('writes long lists as they come', async () => {
    async function* rows() {
      for (let i = 1; i <= 2000; i++) yield [i, `=cmd|${i}`];
    }
    const list = await new Response(writeList({ name: 'Danh sách', above: ['Sổ hộ'], columns: [{ header: 'STT', width: 6, format: 'integer' }, { header: 'Tên', width: 20 }] }, rows())).bytes();
    const read = await rowsOf(list);
    expect(read).toHaveLength(2002);
    expect(read[0]!.cells).toEqual(['Sổ hộ']);
    expect(read[2001]!.cells).toEqual([2000, '=cmd|2000']);
  });
  it('names columns by letters', () => expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']));
});

describe('readWorkbook', () => {
  it('takes the value that a formula was saved with, and says where there is none', async () => {
    const bytes = await byExcelJs((workbook) => {
      const sheet = workbook.addWorksheet('A');
      sheet.addRow(['a', { formula: '1+1', result: 2 }, { formula: '1+2' } as ExcelJS.CellFormulaValue, { formula: 'B9', result: { error: '#REF!' } } as ExcelJS.CellFormulaValue]);
      sheet.addRow(['b', { formula: 'TODAY()', result: 'chữ' }]);
    });
    expect(await rowsOf(bytes)).toEqual([
      { row: 1, cells: ['a', 2, { fault: 'formula' }, { fault: '#REF!' }] },
      { row: 2, cells: ['b', 'chữ'] },
    ]);
  });
  it('reads days, rich text, hidden rows and sheets, and leaves formatted empty cells out', async () => {
    const bytes = await byExcelJs((workbook) => {
      const sheet = workbook.addWorksheet('A');
      sheet.addRow(['x', new Date('1986-05-17T00:00:00Z'), { richText: [{ text: 'Nguyễn ' }, { text: 'An' }] }]);
      sheet.addRow([]).getCell(300).font = { bold: true };
      sheet.addRow(['ẩn']).hidden = true;
      sheet.getCell('B9').value = true;
      workbook.addWorksheet('Ẩn', { state: 'hidden' }).addRow([1]);
    });
    const { sheets, kind, macros } = await readWorkbook(bytes);
    expect({ kind, macros }).toEqual({ kind: 'xlsx', macros: false });
    expect(sheets.map(({ name, hidden, hiddenRows }) => ({ name, hidden, hiddenRows }))).toEqual([
      { name: 'A', hidden: false, hiddenRows: [3] },
      { name: 'Ẩn', hidden: true, hiddenRows: [] },
    ]);
    expect(await collect(sheets[0]!.rows())).toEqual([
      { row: 1, cells: ['x', { day: '1986-05-17' }, 'Nguyễn An'] },
      { row: 3, cells: ['ẩn'] },
      { row: 9, cells: [null, true] },
    ]);
  });
  it('leaves macros out and says that they were there', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [['a']] }], vbaProject: new Uint8Array(100) });
    expect(await readWorkbook(bytes)).toMatchObject({ macros: true, sheets: [{ name: 'A' }] });
    expect(await rowsOf(bytes)).toEqual([{ row: 1, cells: ['a'] }]);
  });
  it('reads CSV with comma, semicolon or tab, and in UTF-16', async () => {
    const expected = [{ row: 1, cells: ['Đơn vị', 'Hộ'] }, { row: 3, cells: ['Xã "A"', '1,5'] }];
    for (const text of ['Đơn vị,Hộ\r\n\r\n"Xã ""A""","1,5"\r\n', '\ufeffĐơn vị;Hộ\n\nXã "A";1,5', 'Đơn vị\tHộ\n\nXã "A"\t1,5\n']) {
      expect(await rowsOf(new TextEncoder().encode(text))).toEqual(expected);
    }
    expect(await rowsOf(Buffer.from('\ufeffĐơn vị\tHộ\n\nXã "A"\t1,5', 'utf16le'))).toEqual(expected);
  });
  it('says when a text is in no Unicode', async () => {
    const { unicode } = await readWorkbook(Uint8Array.from([0x48, 0xe9, 0x20, 0x6e, 0x67, 0x68, 0xcc, 0x6f]));
    expect(unicode).toBe(false);
  });

  it('refuses what it cannot read, each with its own sentence', async () => {
    const ole = (text: string) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(text, 'utf16le')]);
    expect(await refusal(new Uint8Array())).toBe('document.empty');
    expect(await refusal(ole('Workbook'))).toBe('document.old-excel');
    expect(await refusal(ole('EncryptedPackage'))).toBe('document.encrypted');
    expect(await refusal(await writeXlsx({ sheets: [{ name: 'A', rows: [['a']] }], encryption: { password: 'x', spinCount: 10 } }))).toBe('document.encrypted');
    expect(await refusal(Buffer.from('%PDF-1.7'))).toBe('document.not-a-spreadsheet');
    expect(await refusal(Buffer.from('<html><table>'))).toBe('document.web-page');
    expect(await refusal(Buffer.from('PK\x03\x04abc'))).toBe('document.damaged');
  });
  it('refuses more rows, bytes and unpacked bytes than its limits', async () => {
    const bytes = await writeWorkbook({ title: '', sheets: [{ name: 'A', widths: [], rows: Array.from({ length: 5000 }, () => ({ cells: ['0'.repeat(200)] })) }] });
    expect(await refusal(bytes, { ...usualLimits, rows: 4999 })).toBe('document.too-many-rows');
    expect(await refusal(bytes, { ...usualLimits, rows: 5000 })).toBe('read');
    expect(await refusal(bytes, { ...usualLimits, bytes: 100 })).toBe('document.too-large');
    expect(await refusal(bytes, { ...usualLimits, unpacked: 50_000 })).toBe('document.unpacks-too-large');
  });
  it('refuses a zip bomb whatever size the zip says it has', async () => {
    const bytes = await byExcelJs((workbook) => workbook.addWorksheet('A').addRow(['0'.repeat(30_000), '1'.repeat(30_000)]));
    const lie = Buffer.from(bytes);
    for (let at = lie.indexOf('PK\x01\x02', 0, 'latin1'); at !== -1; at = lie.indexOf('PK\x01\x02', at + 4, 'latin1')) lie.writeUInt32LE(10, at + 24);
    expect(await refusal(lie, { ...usualLimits, unpacked: 30_000 })).toBe('document.unpacks-too-large');
  });
  it('refuses a workbook that was cut off', async () => {
    const bytes = await byExcelJs((workbook) => workbook.addWorksheet('A').addRow(['a']));
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toBe('document.damaged');
    const torn = Buffer.from(bytes);
    torn.fill(0x55, 60, 400);
    expect(await refusal(torn)).toBe('document.damaged');
  });
});
