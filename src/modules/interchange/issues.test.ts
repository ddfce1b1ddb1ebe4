/** Every sentence of the catalogue in a file of its own: the place that it names, what was found and what is expected. */
import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { readWorkbook } from '#platform/documents/read-workbook.ts';
import type { Issue } from './contract.parts.ts';
import { aggregateForm, heads, householdRows, options, readRows, readSheets, workbookOf, type FixtureSheet } from './fixtures.ts';
import { readAggregate } from './rules.aggregate.ts';
import { readCommuneWorkbook } from './rules.commune.ts';
import { cellIssues, issueCatalogue } from './rules.issue-catalogue.ts';
import { issueOf, type CellIssueCode, type IssueCode } from './rules.issues.ts';

type Rows = FixtureSheet['rows'];
type Read = () => Promise<{ issues: Issue[] }>;
type Changes = Parameters<typeof householdRows>[1];

const list = (...rows: Rows): Read => () => readRows([heads, ...rows]);
const one = (changes: Changes, members?: Parameters<typeof householdRows>[2]): Read => list(...householdRows('An', changes, members));
/** One household with columns of its own at the end. */
const wider = (columns: string[], cells: Rows[number], changes: Changes = {}): Read => () => readRows([[...heads, ...columns], [...householdRows('An', changes)[0]!, ...cells]]);
const table = (...lines: string[]): Read => async () => readAggregate(await readWorkbook(new TextEncoder().encode(lines.join('\n'))), aggregateForm);
const csv = (bytes: Uint8Array): Read => async () => readCommuneWorkbook(await readWorkbook(bytes), options);
const escaped: FixtureSheet = { name: 'Hộ thoát nghèo', rows: [['Tên', 'Quan hệ', 'Ngày sinh', 'Địa chỉ'], ['An', 'Chủ hộ', '17/05/1970', 'Thôn 1']] };
const born = (male: string | null, female: string | null, sex: string | null): Read => () =>
  readRows([['Họ và tên', 'Quan hệ', 'Giới tính', 'Năm sinh nam', 'Năm sinh nữ', 'Phân loại hộ'], ['An', 'Chủ hộ', sex, male, female, 'HN']]);

/** What to read, the row and the column that must be named, what was found and what is expected. */
const cells: Record<CellIssueCode, [read: Read, row: number, column: string, found: string, expected: string, expectedEn?: string]> = {
  'value.formula': [one({ B1: { formula: 'A1' } as never }), 2, 'B1', 'công thức chưa có kết quả', 'số nguyên từ 0 đến 1.000', 'a whole number from 0 to 1,000'],
  'value.error': [one({ 'Ngày sinh': { error: '#REF!' } as never }), 2, 'Ngày sinh', '#REF!', 'dd/mm/yyyy, mm/yyyy hoặc yyyy'],
  'value.too-long': [one({ 'Thành viên': 'a'.repeat(121) }), 2, 'Thành viên', `${'a'.repeat(79)}…`, 'nhiều nhất 120 ký tự'],
  'value.birth': [one({ 'Ngày sinh': '17/05/86' }), 2, 'Ngày sinh', '17/05/86', 'dd/mm/yyyy, mm/yyyy hoặc yyyy'],
  'value.birth-calendar': [one({ 'Ngày sinh': '31/02/1974' }), 2, 'Ngày sinh', '31/02/1974', 'ngày có trong lịch: dd/mm/yyyy, mm/yyyy hoặc yyyy'],
  'value.birth-range': [one({ 'Ngày sinh': '01/01/2023' }), 2, 'Ngày sinh', '01/01/2023', 'từ năm 1880 đến ngày 31/12/2022'],
  'birth.very-old': [one({ 'Ngày sinh': '1905' }), 2, 'Ngày sinh', '1905', 'thường từ năm 1912 trở lại đây'],
  'birth.two-columns': [born('1970', '1971', null), 2, 'Năm sinh nữ', '1971', 'để trống, hoặc để trống cột “Năm sinh nam”'],
  'value.day': [wider(['Số QĐ', 'Ngày QĐ'], ['15', '12/2022']), 2, 'Ngày QĐ', '12/2022', 'dd/mm/yyyy'],
  'value.day-calendar': [wider(['Số QĐ', 'Ngày QĐ'], ['15', '31/11/2022']), 2, 'Ngày QĐ', '31/11/2022', 'ngày có trong lịch: dd/mm/yyyy'],
  'value.history': [wider(['Mới, tái, cũ'], ['lần đầu']), 2, 'Mới, tái, cũ', 'lần đầu', 'Mới, Tái, Cũ', 'Mới (new), Tái (again), Cũ (still)'],
  'value.sex': [one({ 'Giới tính': 'Bà' }), 2, 'Giới tính', 'Bà', 'Nam, Nữ', 'Nam (male), Nữ (female)'],
  'sex.contradicts-column': [born('1970', null, 'nữ'), 2, 'Giới tính', 'nữ', 'Nam, như cột “Năm sinh nam”', 'Nam (male), as the column “Năm sinh nam” says'],
  'value.class': [one({ 'Phân loại hộ': 'Hộ khá' }), 2, 'Phân loại hộ', 'Hộ khá', 'Hộ nghèo, Hộ cận nghèo, Hộ có mức sống trung bình, Không nghèo', 'Hộ nghèo (poor), Hộ cận nghèo (near-poor), Hộ có mức sống trung bình (average living standard), Không nghèo (not poor)'],
  'value.class-unclear': [one({ 'Phân loại hộ': 'Thoát nghèo' }), 2, 'Phân loại hộ', 'Thoát nghèo', 'Hộ nghèo, Hộ cận nghèo, Hộ có mức sống trung bình, Không nghèo'],
  'value.class-missing': [one({ 'Phân loại hộ': null }), 2, 'Phân loại hộ', 'để trống', 'Hộ nghèo, Hộ cận nghèo, Hộ có mức sống trung bình, Không nghèo'],
  'value.flag': [wider(['VL1'], ['chưa hỏi']), 2, 'VL1', 'chưa hỏi', 'x (có), 0 (không) hoặc để trống (chưa rõ)', 'x (yes), 0 (no) or blank (unknown)'],
  'value.whole-number': [one({ B1: '12,5' }), 2, 'B1', '12,5', 'số nguyên từ 0 đến 1.000'],
  'value.number': [table('Đơn vị,Tổng số hộ,Hộ nghèo', 'A,100,mười'), 2, 'Hộ nghèo', 'mười', 'số nguyên từ 0, hoặc để trống nếu chưa rõ'],
  'value.score-step': [one({ B2: 35 }), 2, 'B2', '35', 'bội số của 10, từ 0 đến 120'],
  'value.score-range': [one({ B2: 130 }), 2, 'B2', '130', 'bội số của 10, từ 0 đến 120'],
  'score.indicators': [wider(['VL1', 'YT2', 'NS2'], ['x', 'x', 0], { B2: 10 }), 2, 'B2', '10', '20'],
  'value.id': [one({ CCCD: 'chưa có' }), 2, 'CCCD', 'chưa có', '12 chữ số (CCCD), 9 chữ số (CMND), hoặc để trống'],
  'value.id-lost-zeros': [one({ CCCD: 38070001234 }), 2, 'CCCD', '38070001234', '12 chữ số (CCCD) hoặc 9 chữ số (CMND)'],
  'value.name-missing': [list(...householdRows('An'), [null, null, 'Con', '2001']), 3, 'Thành viên', 'để trống', 'họ và tên của người ở dòng này'],
  'age.contradicts': [wider(['Tuổi'], [50]), 2, 'Tuổi', '50', 'từ 52 đến 53 tuổi'],
  'decision.without-number': [wider(['Số QĐ', 'Ngày QĐ'], [null, '01/12/2022']), 2, 'Số QĐ', 'để trống', 'số của quyết định ngày 01/12/2022'],
  'decision.after-round': [wider(['Số QĐ', 'Ngày QĐ'], ['15', '05/01/2023']), 2, 'Ngày QĐ', '05/01/2023', 'thường không sau ngày 31/12/2022'],

  'sheet.village-row': [list(['I. Thôn Đông'], ...householdRows('An', { Thôn: null })), 2, 'Chủ hộ', 'Thôn Đông', 'tên thôn của các hộ ở dưới'],
  'household.conflict': [one({}, [['Bình', 'Vợ', null, null, null, 'Thôn 1', 'Hộ cận nghèo']]), 3, 'Phân loại hộ', 'Hộ cận nghèo', '“Hộ nghèo” như dòng 2, hoặc để trống', '“Hộ nghèo” as in row 2, or blank'],
  'household.no-head': [list([null, 'Bình', 'Vợ', '1975']), 2, 'Quan hệ với chủ hộ', 'Vợ', 'Chủ hộ, ở dòng đầu của hộ'],
  'household.head-not-listed': [list(['An', 'Bình', 'Vợ', '1975', 'Nữ', null, 'Thôn 1', 'HN']), 2, 'Chủ hộ', 'An', 'một dòng riêng của An trong hộ'],
  'household.too-many': [one({}, Array.from({ length: 100 }, (_, place) => [`Con ${place}`, 'Con'])), 2, 'Thành viên', '101 dòng thành viên', 'nhiều nhất 100 thành viên'],
  'household.fewer-than-rows': [one({ 'Số khẩu': 1 }, [['Bình', 'Vợ']]), 2, 'Số khẩu', '1', '2 trở lên'],
  'household.more-than-rows': [one({ 'Số khẩu': 4 }, [['Bình', 'Vợ']]), 2, 'Số khẩu', '4', '2, hoặc thêm đủ dòng cho 4 người'],
  'household.twice': [list(...householdRows('An'), ...householdRows('Bình'), ...householdRows('An')), 4, 'Chủ hộ', 'An', 'mỗi hộ ghi một lần'],
  'household.perhaps-twice': [list(...['An', 'Bình', 'An'].flatMap((name) => householdRows(name, { 'Ngày sinh': null }))), 4, 'Chủ hộ', 'An', 'mỗi hộ ghi một lần'],
  'household.number-twice': [() => readRows([['Mã hộ', ...heads], ['H1', ...householdRows('An')[0]!], ['H2', ...householdRows('Bình')[0]!], ['H1', ...householdRows('Cúc')[0]!]]), 4, 'Mã hộ', 'H1', 'một mã chưa dùng cho hộ khác'],
  'household.two-lists': [() => readSheets([{ name: 'Sheet1', rows: [heads, ...householdRows('An')] }, escaped]), 2, 'Tên', 'An', 'chỉ có tên ở một danh sách'],
  'person.id-twice': [list(...['An', 'Bình'].flatMap((name) => householdRows(name, { CCCD: '038070001234' }))), 3, 'CCCD', '038070001234', 'số trên giấy tờ của Bình, hoặc để trống nếu chưa có'],

  'unit.unknown': [async () => ({ issues: [issueOf('unit.unknown', { sheet: 'CSV', row: 2, column: 'Đơn vị' }, { found: 'Xã Lạ', area: 'Huyện Nga Sơn' })] }), 2, 'Đơn vị', 'Xã Lạ', 'một đơn vị của Huyện Nga Sơn'],
  'unit.twice': [table('Đơn vị,Tổng số hộ,Hộ nghèo', 'A,100,5', 'A,100,5'), 3, 'Đơn vị', 'A', 'mỗi đơn vị một dòng'],
  'rate.over-hundred': [table('Đơn vị;Hộ nghèo;Tỷ lệ hộ nghèo', 'A;5;110,0'), 2, 'Tỷ lệ hộ nghèo', '110,0 %', 'từ 0 đến 100 %'],
  'total.contradicts': [table('Đơn vị,Tổng số hộ,Hộ nghèo', 'A,1000,5', 'B,354,5', 'Cộng,1355,10'), 4, 'Tổng số hộ', '1.355', '1.354', '1,354'],
  'rate.contradicts': [table('Đơn vị;Tổng số hộ;Hộ nghèo;Tỷ lệ hộ nghèo', 'A;969;18;1,83'), 2, 'Tỷ lệ hộ nghèo', '1,83 %', '1,86 %', '1.86 %'],
  'difference.contradicts': [table('Đơn vị,Hộ nghèo,Chỉ tiêu giảm,Hộ nghèo dự kiến', 'A,5,1,3'), 2, 'Hộ nghèo dự kiến', '3', '4'],
};

const plain = { name: 'Hộ nghèo', rows: [heads, ...householdRows('An')] };
const latin = (text: string): Read => csv(Buffer.from(text, 'latin1'));

/** Files of the sentences about a file, a sheet or a column: none of these has a row. */
const wide: Record<Exclude<IssueCode, CellIssueCode>, Read> = {
  'file.macros': async () => readCommuneWorkbook({ ...(await readWorkbook(await workbookOf(plain))), macros: true }, options),
  'file.decision-after-round': () => readRows([heads, ...householdRows('An')], { decision: { number: '7/QĐ-UBND', day: plainDate('2023-01-05') } }),
  'file.no-sheet': () => readSheets([{ name: 'Linh tinh', rows: [['abc']] }]),
  'file.no-table': table('a,b', '1,2'),
  'file.no-unicode': latin('H\xe9;b\n1;2'),
  'encoding.tcvn3': latin('Chñ hé;Ph©n lo¹i hé;Th«n\nNguyÔn V¨n ¸nh;Hé nghÌo;Th«n 1'),
  'encoding.vni': list(...householdRows('Nguyeãn Vaên Aùnh'), ...householdRows('Traàn Thò Beù')),
  'sheet.unrecognised': () => readSheets([plain, { name: 'Linh tinh', rows: [['abc']] }]),
  'sheet.no-head': () => readSheets([{ name: 'Hộ thoát nghèo', rows: [['abc']] }]),
  'sheet.twice': () => readSheets([plain, { ...plain, name: 'Hộ nghèo, cận nghèo' }]),
  'sheet.hidden': async () => {
    const file = await readWorkbook(await workbookOf(plain));
    return readCommuneWorkbook({ ...file, sheets: file.sheets.map((sheet) => ({ ...sheet, hidden: true })) }, options);
  },
  'sheet.hidden-rows': () => readSheets([{ ...plain, hidden: [2] }]),
  'column.missing': () => readRows([['Chủ hộ', 'Thành viên', 'Thôn'], ['An', 'An', 'T1']]),
  'column.one-of': () => readRows([['CCCD', 'Phân loại hộ', 'Thôn'], ['1', 'HN', 'T1']]),
  'column.twice': () => readRows([[...heads, 'Năm sinh'], ...householdRows('An')]),
  'column.unknown': () => readRows([[...heads, 'Điện thoại'], ...householdRows('An')]),
};

/** Sentences that only tell what the program does: there is nothing to set right. */
const informs: IssueCode[] = ['file.macros', 'sheet.unrecognised', 'sheet.hidden', 'sheet.hidden-rows', 'column.unknown'];

describe('a sentence about a cell names the row, the column, what was found and what is expected', () => {
  it.each(Object.entries(cells))('%s', async (code, [read, row, column, found, expected, expectedEn]) => {
    const { issues } = await read();
    expect(issues.filter((issue) => issue.code === code)).toMatchObject([{ row, column, found: { vi: found }, expected: { vi: expected, ...(expectedEn && { en: expectedEn }) } }]);
  });
});

describe('a sentence about more than a cell says what is expected where something must be set right', () => {
  it.each(Object.entries(wide))('%s', async (code, read) => {
    const said = (await read()).issues.filter((issue) => issue.code === code);
    expect(said).not.toEqual([]);
    for (const { row, expected } of said) expect([row, expected === null]).toEqual([null, informs.includes(code as IssueCode)]);
  });
});

it('what is said of all of these is complete, with every slot filled, and English in English', async () => {
  const all = await Promise.all([...Object.values(cells).map(([read]) => read), ...Object.values(wide)].map((read) => read()));
  for (const issue of all.flatMap(({ issues }) => issues)) {
    if (issue.row !== null) expect([issue.column, issue.found, issue.expected], issue.code).not.toContain(null);
    const english = [issue.message.en, issue.found?.en, issue.expected?.en].join(' ');
    expect(english, issue.code).not.toMatch(/\{\w+\}|(?<!\p{L})(?:dòng|cột|trang tính|để trống|hoặc|chưa rõ)(?!\p{L})/u);
    expect([issue.message.vi, issue.found?.vi, issue.expected?.vi].join(' '), issue.code).not.toMatch(/\{\w+\}/);
  }
});

it.each(Object.entries(issueCatalogue))('%s says the same in both languages', (_, { vi, en, ...parts }) => {
  const slots = (text: string) => [...new Set([...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot))].sort();
  for (const text of [{ vi, en }, ...Object.values(parts).filter((part) => typeof part === 'object')]) expect(slots(text.en)).toEqual(slots(text.vi));
});

it('a sentence about a cell is none that only informs', () => expect(informs.filter((code) => code in cellIssues)).toEqual([]));

describe('a value that cannot be read is told once', () => {
  it.each<[string, Read, string[]]>([
    ['a class', one({ 'Phân loại hộ': 'Hộ khá' }), ['value.class']],
    ['a class whose formula fails', one({ 'Phân loại hộ': { error: '#N/A' } as never }), ['value.error']],
    ['the number of a decision', wider(['Số QĐ', 'Ngày QĐ'], ['1'.repeat(61), '01/12/2022']), ['value.too-long']],
    ['a name', list([null, { error: '#REF!' } as never, 'Chủ hộ', '1970']), ['value.error']],
  ])('%s', async (_, read, codes) => expect((await read()).issues.map(({ code }) => code)).toEqual(codes));
});

describe('a day that the calendar does not have', () => {
  const reason = async (birth: string) => (await one({ 'Ngày sinh': birth })()).issues[0]!.message;
  it('is said to be none, with the reason', async () => {
    expect(await reason('31/02/1974')).toEqual({
      vi: 'Ngày sinh “31/02/1974” không có trong lịch: tháng 2 năm 1974 chỉ có 28 ngày. Hãy đối chiếu giấy tờ.',
      en: 'The birth “31/02/1974” is not in the calendar: 02/1974 has only 28 days. Compare with the papers.',
    });
    expect((await reason('29/02/1900')).vi).toContain('chỉ có 28 ngày');
    expect((await reason('1974-04-31')).vi).toContain('tháng 4 năm 1974 chỉ có 30 ngày');
    expect((await reason('5/17/1986')).vi).toContain('không có tháng 17; có lẽ ngày và tháng đã đổi chỗ');
    expect((await reason('13/1986')).vi).toContain('không có tháng 13');
    expect((await reason('12/00/1986')).vi).toContain('có ngày mà không có tháng');
  });
});
