import { describe, expect, it } from 'vitest';
import { readRows, readSheets, said } from './fixtures.ts';
import type { Layout } from './rules.layouts.ts';
import { missingFields } from './web/mapping.ts';

const saved = { by: 'Bùi Thị Cán Bộ', at: '2026-11-01T00:00:00.000Z' };
const remember = (heads: string, layout: Omit<Layout, 'saved' | 'head'> & Partial<Pick<Layout, 'head'>>) => ({ layouts: new Map([[heads, { head: null, ...layout, saved }]]) });

/** A list of another system: none of its heads is known, and neither are the words of its class column. */
const foreign = [
  ['Danh sách xuất từ phần mềm cũ'],
  ['Ông/bà đứng tên', 'Sinh vào', 'Nơi cư trú', 'Mức', 'Ký hiệu VL'],
  ['Bùi Văn An', '1970', 'Thôn Đông', 'HN01', 'x'],
  ['Lê Thị Dung', '1982', 'Thôn Đông', 'HCN02', ''],
  ['Cao Văn Tư', '1955', 'Thôn Tây', 'HN01', '0'],
];
const columns = [{ index: 0, field: 'head' }, { index: 1, field: 'birth' }, { index: 2, field: 'village' }, { index: 3, field: 'class' }, { index: 4, field: 'VL1' }];

describe('a list of another system', () => {
  it('is offered to be arranged: its heads, three values of each column, nothing guessed', async () => {
    const reading = await readRows(foreign);
    expect(reading.households).toEqual([]);
    expect(reading.layouts).toMatchObject([{ headRow: 2, list: 'current', saved: null }]);
    expect(reading.layouts[0]!.columns).toContainEqual({ index: 0, label: 'Ông/bà đứng tên', field: null, samples: ['Bùi Văn An', 'Lê Thị Dung', 'Cao Văn Tư'] });
  });

  it('is read as it was said once, its words for classes too, whatever stands above the heads', async () => {
    const { heads } = (await readRows(foreign)).layouts[0]!;
    const classes = [{ word: 'HN01', class: 'poor' as const }, { word: 'HCN02', class: 'near_poor' as const }];
    const reading = await readRows([['Sang năm'], ['In ngày 05/01/2027'], ...foreign.slice(1)], remember(heads, { list: 'current', columns, classes }));
    expect(said(reading)).toEqual([]);
    expect(reading.households.map(({ row, intake }) => [row, intake.members[0]!.name, intake.members[0]!.birth, intake.village, intake.stated, intake.facts.indicators])).toEqual([
      [4, 'Bùi Văn An', '1970', 'Thôn Đông', 'poor', { VL1: 'yes' }],
      [5, 'Lê Thị Dung', '1982', 'Thôn Đông', 'near_poor', {}],
      [6, 'Cao Văn Tư', '1955', 'Thôn Tây', 'poor', { VL1: 'no' }],
    ]);
    expect(reading.indicators).toEqual(['VL1']);
    expect(reading.layouts[0]).toMatchObject({ saved, words: [{ word: 'HN01', count: 2, class: 'poor' }, { word: 'HCN02', count: 1, class: 'near_poor' }] });
  });

  it('tells the words that nobody explained, so that they can be', async () => {
    const { heads } = (await readRows(foreign)).layouts[0]!;
    const reading = await readRows(foreign, remember(heads, { list: 'current', columns, classes: [{ word: 'HN01', class: 'poor' }] }));
    expect(said(reading).filter((line) => line.includes('value.class'))).toContain('4 value.class');
    expect(reading.layouts[0]!.words).toEqual([{ word: 'HN01', count: 2, class: 'poor' }, { word: 'HCN02', count: 1, class: null }]);
  });

  it('with other heads is another layout: nothing is taken over', async () => {
    const { heads } = (await readRows(foreign)).layouts[0]!;
    const other = foreign.map((row, place) => (place === 1 ? [...row.slice(0, 4), 'Ký hiệu YT'] : row));
    const reading = await readRows(other, remember(heads, { list: 'current', columns, classes: [] }));
    expect(reading.layouts[0]!.saved).toBeNull();
    expect(reading.households).toEqual([]);
  });

  it('a sheet that is not wanted is passed over without a word', async () => {
    const { heads } = (await readRows(foreign)).layouts[0]!;
    const good = [['Chủ hộ', 'Thôn', 'Phân loại hộ'], ['Phạm Văn An', 'Thôn 1', 'Hộ nghèo']];
    const reading = await readSheets([{ name: 'Sổ cũ', rows: foreign }, { name: 'Hộ nghèo, cận nghèo', rows: good }], remember(heads, { list: 'skip', columns: [], classes: [] }));
    expect(reading.households).toHaveLength(1);
    expect(said(reading)).toEqual([]);
  });
});

describe('the lists of the poor and of the near-poor on paper', () => {
  /** Two rows of heads, merged; births of men and women; mới, tái, cũ; no column for the class. */
  const paper = [
    ['STT chủ hộ', 'STT thành viên', 'Họ và tên', 'Năm sinh', '', 'Dân tộc', 'Quan hệ với chủ hộ', 'Diễn biến', '', '', 'KCKNLĐ'],
    ['', '', '', 'Nam', 'Nữ', '', '', 'Mới', 'Tái', 'Cũ', ''],
    ['1', '1', 'Bùi Văn An', '1970', '', 'Mường', 'Chủ hộ', '', '', 'x', ''],
    ['', '2', 'Trương Thị Bình', '', '1972', 'Mường', 'Vợ', '', '', '', ''],
    ['2', '1', 'Lê Thị Dung', '', '1950', 'Kinh', 'Chủ hộ', 'x', '', '', 'x'],
  ];
  const merges = ['D1:E1', 'H1:J1'];

  it('are read once it is said which list each sheet is', async () => {
    const sheets = ['Biểu 1', 'Biểu 2'].map((name, place) => ({ name, merges, rows: place === 0 ? paper : [...paper.slice(0, 2), ['1', '1', 'Cao Văn Tư', '1961', '', 'Kinh', 'Chủ hộ', '', 'x', '', '']] }));
    const before = await readSheets(sheets.slice(0, 1));
    expect(before.layouts[0]).toMatchObject({ list: null, headRow: 2 });
    const { heads, columns: told } = before.layouts[0]!;
    const fields = told.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }]));
    expect(fields.map(({ field }) => field)).toEqual(['name', 'birth_male', 'birth_female', 'ethnicity', 'relation', 'history_new', 'history_again', 'history_still', 'no_labour']);
    const reading = await readSheets(sheets.slice(0, 1), remember(heads, { list: 'poor', columns: fields, classes: [] }));
    expect(reading.households.map(({ intake }) => [intake.members.map(({ name, sex }) => `${name} ${sex}`), intake.stated, intake.groups.noLabour])).toEqual([
      [['Bùi Văn An male', 'Trương Thị Bình female'], 'poor', null],
      [['Lê Thị Dung female'], 'poor', true],
    ]);
    expect(reading.counts.errors).toBe(0);
  });
});

it('one row a household needs a head and, where both kinds are listed, the class', () => {
  const fields = (...names: string[]) => Object.fromEntries(names.entries());
  expect(missingFields({ list: 'current', fields: fields('head', 'class') })).toEqual([]);
  expect(missingFields({ list: 'poor', fields: fields('head') })).toEqual([]);
  expect(missingFields({ list: 'current', fields: fields('name', 'relation') })).toEqual([['class']]);
  expect(missingFields({ list: 'poor', fields: fields('name') })).toEqual([['head', 'relation']]);
  expect(missingFields({ list: 'skip', fields: {} })).toEqual([]);
});

describe('a head of more rows than are looked for', () => {
  const tall = [
    ['Chủ hộ', 'Quan hệ với chủ hộ', 'Nơi ở', null, 'Kết quả', null, 'Phiếu', null],
    [null, null, 'theo sổ', null, 'của xã', null, 'của hộ', null],
    [null, null, 'mới', null, 'năm nay', null, null, null],
    [null, null, 'nhất', null, null, null, 'Điểm', null],
    [null, null, 'Thôn', 'Đường', 'Phân loại hộ', 'Ghi chú', 'B1', 'B2'],
    ['Bùi Văn An', 'Chủ hộ', 'Thôn Đông', 'Ngõ 1', 'Hộ nghèo', null, 120, 40],
  ];

  it('is read by the rows that its user chose, its columns told by their heads', async () => {
    const first = (await readRows(tall)).layouts[0]!;
    expect(first.top.slice(0, 2)).toEqual([{ row: 1, text: 'Chủ hộ · Quan hệ với chủ hộ · Nơi ở · Kết quả · Phiếu' }, { row: 2, text: 'theo sổ · của xã · của hộ' }]);
    const reading = await readRows(tall, remember(first.heads, { list: 'current', head: { first: 1 - first.found, last: 5 - first.found }, columns: null, classes: [] }));
    expect(reading.layouts[0]).toMatchObject({ headFirst: 1, headRow: 5 });
    expect(reading.households.map(({ row, intake }) => [row, intake.members[0]!.name, intake.village, intake.stated, intake.facts.copiedB1])).toEqual([[6, 'Bùi Văn An', 'Thôn Đông', 'poor', 120]]);
  });

  it('is found again where another line stands above it', async () => {
    const first = (await readRows(tall)).layouts[0]!;
    const layout = { list: 'current' as const, head: { first: 1 - first.found, last: 5 - first.found }, columns: null, classes: [] };
    const reading = await readRows([['Danh sách năm sau'], ...tall], remember(first.heads, layout));
    expect(reading.layouts[0]).toMatchObject({ headFirst: 2, headRow: 6, saved });
    expect(reading.households).toHaveLength(1);
  });
});
