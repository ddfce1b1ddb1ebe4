import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readWorkbook } from '#platform/documents/read-workbook.ts';
import { aggregateForm, said, workbookOf, type FixtureSheet } from './fixtures.ts';
import { readAggregate } from './rules.aggregate.ts';

const read = async (bytes: Uint8Array) => readAggregate(await readWorkbook(bytes), aggregateForm);
const readCsv = (text: string) => read(new TextEncoder().encode(text));
const readSheet = async (sheet: Omit<FixtureSheet, 'name'>) => read(await workbookOf({ name: 'Phụ lục 01', ...sheet }));

/** The head and some rows of the annex of Nga Sơn’s plan of 2018, with a total that is wrong in two columns as the printed one is. */
const annex = `no,unit,households,poor_2017,poor_rate_2017_pct,reduction_target_2018,poor_2018_expected,poor_rate_2018_expected_pct
1,Thị trấn,969,23,2.37,5,18,1.83
2,Xã Ba Đình,1362,66,4.85,23,43,3.16
,Tổng cộng (as printed),2331,89,3.82,29,60,2.57
`;

it('reads the annex of a plan, and says which totals contradict the rows', async () => {
  const { columns, rows, total, issues } = await readCsv(annex);
  expect(columns.map(({ measure, year }) => [measure, year])).toEqual([
    ['households', null],
    ['poor', 2017],
    ['poor_rate', 2017],
    ['poor_reduction', 2018],
    ['poor_expected', 2018],
    ['poor_rate_expected', 2018],
  ]);
  expect(rows).toEqual([
    { source: { vi: 'CSV, dòng 2', en: 'CSV, row 2' }, row: 2, unit: 'Thị trấn', values: [969, 23, 237, 5, 18, 183] },
    { source: { vi: 'CSV, dòng 3', en: 'CSV, row 3' }, row: 3, unit: 'Xã Ba Đình', values: [1362, 66, 485, 23, 43, 316] },
  ]);
  expect(total).toEqual({ row: 4, printed: [2331, 89, 382, 29, 60, 257], summed: [2331, 89, null, 28, 61, null] });
  expect(issues.map(({ code, row, column, message }) => [code, row, column, message.vi])).toEqual([
    ['rate.contradicts', 2, 'poor_rate_2018_expected_pct', 'Thị trấn: tỷ lệ ghi 1,83 %, nhưng 18/969 là 1,86 %. Hãy đối chiếu bản gốc.'],
    ['total.contradicts', 4, 'reduction_target_2018', 'Dòng tổng ghi 29, nhưng cộng các dòng được 28. Hãy đối chiếu bản gốc; bản gốc in như vậy thì giữ nguyên.'],
    ['total.contradicts', 4, 'poor_2018_expected', 'Dòng tổng ghi 60, nhưng cộng các dòng được 61. Hãy đối chiếu bản gốc; bản gốc in như vậy thì giữ nguyên.'],
  ]);
});

it('says which totals of Nga Sơn’s annex are not what its rows add up to, as both languages write figures', async () => {
  const { rows, issues, counts } = await readCsv(readFileSync(new URL('../../../demo/published/nga-son-2018-annex-01.csv', import.meta.url), 'utf8'));
  expect(rows).toHaveLength(27);
  expect(issues.filter(({ code }) => code === 'total.contradicts')).toEqual([
    {
      severity: 'warning',
      code: 'total.contradicts',
      sheet: 'CSV',
      row: 29,
      column: 'reduction_target_2018',
      found: { vi: '571', en: '571' },
      expected: { vi: '570', en: '570' },
      message: { vi: 'Dòng tổng ghi 571, nhưng cộng các dòng được 570. Hãy đối chiếu bản gốc; bản gốc in như vậy thì giữ nguyên.', en: 'The total says 571, but the rows add up to 570. Compare with the original; where it is printed so, leave it.' },
    },
    {
      severity: 'warning',
      code: 'total.contradicts',
      sheet: 'CSV',
      row: 29,
      column: 'poor_2018_expected',
      found: { vi: '1.354', en: '1,354' },
      expected: { vi: '1.355', en: '1,355' },
      message: { vi: 'Dòng tổng ghi 1.354, nhưng cộng các dòng được 1.355. Hãy đối chiếu bản gốc; bản gốc in như vậy thì giữ nguyên.', en: 'The total says 1,354, but the rows add up to 1,355. Compare with the original; where it is printed so, leave it.' },
    },
  ]);
  expect(counts.errors).toBe(0);
});

it('reads the same with heads as on paper: merged, of two rows, in Vietnamese, with dots for thousands', async () => {
  const { columns, rows, total, issues } = await readSheet({
    rows: [
      ['PHỤ LỤC 01: CHỈ TIÊU GIẢM NGHÈO NĂM 2018'],
      ['STT', 'Đơn vị', 'Tổng số hộ', 'Hộ nghèo năm 2017', null, 'Chỉ tiêu giảm năm 2018', 'Hộ nghèo dự kiến cuối năm 2018', null],
      [null, null, null, 'Số hộ', 'Tỷ lệ (%)', null, 'Số hộ', 'Tỷ lệ (%)'],
      [1, 2, 3, 4, 5, 6, 7, 8],
      [1, 'Xã Ba Đình', '1.362', 66, '4,85', 23, 43, 3.16],
      [2, 'Xã Nga Tiến', 1430, 156, '10,91', 76, 80, 5.6],
      ['Tổng cộng', null, '2.792', 222, '7,95', 99, 123, 4.41],
      [null, 'NGƯỜI LẬP BIỂU'],
    ],
    merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'G2:H2'],
  });
  expect(columns.map(({ measure, year }) => `${measure} ${year ?? ''}`.trim())).toEqual(['households', 'poor 2017', 'poor_rate 2017', 'poor_reduction 2018', 'poor_expected 2018', 'poor_rate_expected 2018']);
  expect(rows.map(({ values }) => values)).toEqual([[1362, 66, 485, 23, 43, 316], [1430, 156, 1091, 76, 80, 560]]);
  expect(total?.printed).toEqual([2792, 222, 795, 99, 123, 441]);
  expect(issues).toEqual([]);
});

it('leaves a blank unknown, and sums no column that has one', async () => {
  const { rows, total, issues } = await readCsv('Xã,Tổng số hộ,Hộ nghèo,Hộ cận nghèo\nA,100,10,\nB,50,5,-\nCộng,150,15,9\n');
  expect(rows.map(({ values }) => values)).toEqual([[100, 10, null], [50, 5, null]]);
  expect(total?.summed).toEqual([150, 15, null]);
  expect(issues).toEqual([]);
});

it('takes no column by half of its head, and tells units apart by their marks', async () => {
  const { columns, issues } = await readSheet({ rows: [['Xã', 'Tổng số hộ', 'Hộ nghèo', 'Hộ nuôi bò', null], [null, null, null, 'Số hộ', 'Tỷ lệ'], ['Xã Nga Thanh', 100, 5, 7, 7], ['Xã Nga Thành', 100, 5, 7, 7]] });
  expect(columns.map(({ measure }) => measure)).toEqual(['households', 'poor']);
  expect(said({ issues })).toEqual(['- column.unknown']);
});

it('says what is no number, a unit that is there twice, a difference that is none', async () => {
  const bad = await readCsv('Đơn vị,Tổng số hộ,Hộ nghèo,Chỉ tiêu giảm,Hộ nghèo dự kiến,Tỷ lệ hộ nghèo\nA,100,mười,1,,\nA,"10,5",5,1,4,\nB,100,10,3,8,"110,0"\n');
  expect(said(bad)).toEqual(['2 value.number', '3 value.whole-number', '3 unit.twice', '4 rate.over-hundred', '4 difference.contradicts', '4 rate.contradicts']);
  expect(said(await readCsv('a,b\n1,2'))).toEqual(['- file.no-table']);
});

it('gives a rate that it works out with two decimals, more where the file has more', async () => {
  const table = (rate: string) => `Đơn vị;Tổng số hộ;Hộ nghèo;Tỷ lệ hộ nghèo\nA;1518;208;${rate}`;
  const told = async (rate: string) => (await readCsv(table(rate))).issues.map(({ found, expected }) => [found!.vi, expected!.vi, expected!.en]);
  expect(await told('16')).toEqual([['16 %', '13,70 %', '13.70 %']]);
  expect(await told('13,9')).toEqual([['13,9 %', '13,70 %', '13.70 %']]);
  expect(await told('13,912')).toEqual([['13,912 %', '13,702 %', '13.702 %']]);
});

it('checks rates up to one in the last printed decimal', async () => {
  const table = (rate: string) => `Đơn vị;Tổng số hộ;Hộ nghèo;Tỷ lệ hộ nghèo\nA;1518;208;${rate}`;
  for (const good of ['13,70', '13,71', '13,7', '14', '13,702']) expect(said(await readCsv(table(good)))).toEqual([]);
  for (const bad of ['13,72', '13,9', '16', '0,137']) expect(said(await readCsv(table(bad)))).toEqual(['2 rate.contradicts']);
});
