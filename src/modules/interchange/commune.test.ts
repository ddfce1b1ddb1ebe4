import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { HouseholdIntake } from '#modules/households/contract.intake.ts';
import { readWorkbook } from '#platform/documents/read-workbook.ts';
import { communeForm, heads, householdRows, options, readRows, readSheets, said, workbookOf } from './fixtures.ts';
import { readCommuneWorkbook } from './rules.commune.ts';

const escapedHeads = ['Tên', 'Quan hệ', 'Giới tính', 'Ngày sinh', 'CCCD', 'Dân tộc', 'Địa chỉ', 'B1', 'B2', 'Ghi chú'];

describe('a decision of the whole file', () => {
  const decision = { number: '99/QĐ-UBND', day: plainDate('2022-12-28') };
  const rows = [
    [...heads, 'Số QĐ công nhận', 'Ngày QĐ'],
    householdRows('Phạm Văn An')[0]!,
    [...householdRows('Lê Thị Dung')[0]!, '15/QĐ-UBND', '20/12/2022'],
    [...householdRows('Vũ Thị Sen')[0]!, null, '20/12/2022'],
  ];
  it('counts for the rows that say nothing of a decision, and is marked there', async () => {
    const { households } = await readRows(rows, { decision });
    expect(households.map(({ intake }) => [intake.decision, intake.decisionOfList ?? false])).toEqual([
      [{ number: '99/QĐ-UBND', day: '2022-12-28' }, true],
      [{ number: '15/QĐ-UBND', day: '2022-12-20' }, false],
      [null, false],
    ]);
  });
  it('needs no day, and changes nothing where none is given', async () => {
    expect((await readRows(rows, { decision: { number: '99/QĐ-UBND' } })).households[0]!.intake).toMatchObject({ decision: { number: '99/QĐ-UBND', day: null }, decisionOfList: true });
    expect((await readRows(rows)).households.map(({ intake }) => 'decisionOfList' in intake)).toEqual([false, false, false]);
  });
});

describe('a good workbook', () => {
  it('gives households with members, scores, class and decision', async () => {
    const reading = await readRows([
      ['DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO SAU RÀ SOÁT NĂM 2022'],
      [...heads, 'Số QĐ công nhận', 'Ngày QĐ', 'Dân tộc', 'DTTS', 'Nguyên nhân nghèo', 'Xã', 'Mã xã'],
      heads.map((_, place) => place + 1),
      [...householdRows('Phạm Văn An', { CCCD: '038070001234', 'Số khẩu': 3 })[0]!, '15/QĐ-UBND', '20/12/2022', 'Mường', 'x', 'Thiếu vốn; Thiếu lao động', 'Cẩm Long', '15037'],
      ['Phạm Văn An', 'Trương Thị Bình', 'Vợ', new Date('1972-03-04T00:00:00Z'), 'Nữ', '038172000001'],
      ['Phạm Văn An', 'Phạm Thị Cúc', 'Con', 2010, 'nữ'],
      ...householdRows('Lê Thị Dung', { 'Phân loại hộ': 'HCN', 'Giới tính': '0', B1: '131', B2: '20' }),
    ]);
    expect(reading.issues).toEqual([]);
    expect(reading.households.map(({ list, row, memberRows }) => ({ list, row, memberRows }))).toEqual([
      { list: 'current', row: 4, memberRows: [4, 5, 6] },
      { list: 'current', row: 7, memberRows: [7] },
    ]);
    const [first, second] = reading.households.map(({ intake }) => HouseholdIntake.parse(intake));
    expect(first).toMatchObject({
      source: 'Hộ nghèo, cận nghèo, dòng 4',
      village: 'Thôn 1',
      size: 3,
      stated: 'poor',
      decision: { number: '15/QĐ-UBND', day: '2022-12-20' },
      facts: { copiedB1: 120, copiedB2: 40, indicators: {}, people: 3, members: null },
      groups: { minority: true, noLabour: null, merit: null },
      causes: ['Thiếu vốn', 'Thiếu lao động'],
      members: [
        { name: 'Phạm Văn An', head: true, sex: 'male', birth: '1970-05-17', idNumber: '038070001234', ethnicity: 'Mường' },
        { name: 'Trương Thị Bình', head: false, relation: 'Vợ', sex: 'female', birth: '1972-03-04', idNumber: '038172000001' },
        { name: 'Phạm Thị Cúc', head: false, birth: '2010', sex: 'female', idNumber: null },
      ],
    });
    expect(second).toMatchObject({ stated: 'near_poor', decision: null, members: [{ sex: 'female' }], facts: { copiedB1: 131, copiedB2: 20 } });
    expect(reading.places).toEqual({ commune: ['Cẩm Long'], commune_code: ['15037'] });
    expect(reading.indicators).toEqual([]);
    expect(reading.sheets).toMatchObject([{ id: 'current', rows: 4, households: 2, unknownColumns: [] }]);
  });

  it('reads x, 0 and blank of indicator columns as yes, no and unknown', async () => {
    const { households, indicators, issues } = await readRows([
      [...heads, 'VL1', 'Bảo hiểm y tế', 'NS2 - Nhà tiêu hợp vệ sinh'],
      [...householdRows('An', { B2: null })[0]!, 'X', 0, null],
    ]);
    expect(issues).toEqual([]);
    expect(indicators).toEqual(['VL1', 'YT2', 'NS2']);
    expect(households[0]!.intake.facts.indicators).toEqual({ VL1: 'yes', YT2: 'no' });
  });

  it('knows heads in any order, case, spacing, line breaks, without diacritics, decomposed, with zero-width marks', async () => {
    const odd = ['CHU HO', 'Họ tên\nthành viên', '  quan  HỆ với chủ hộ', 'Ngày sinh (dd/mm/yyyy)', 'Giới tính'.normalize('NFD'), 'Số\u200bCCCD', 'THÔN/BẢN', 'Phân loại hộ*', 'Điểm B1', 'Tổng điểm phiếu B2', 'Số nhân khẩu'];
    const turned = (row: readonly unknown[]) => row.toReversed() as string[];
    const { households, issues } = await readRows([turned(odd), turned(householdRows('Nguyễn  Văn\u200b Ân'.normalize('NFD'), { 'Số khẩu': '1' })[0]!)]);
    expect(issues.filter(({ code }) => code !== 'column.unknown')).toEqual([]);
    expect(households[0]!.intake).toMatchObject({ members: [{ name: 'Nguyễn Văn Ân', birth: '1970-05-17' }], size: 1, stated: 'poor' });
  });

  it('knows heads of two rows, merged, and causes with a column each', async () => {
    const reading = await readSheets([{
      name: 'Sheet1',
      rows: [
        ['Chủ hộ', 'Thành viên', 'Quan hệ', 'Phân loại hộ', 'Điểm', null, 'Nguyên nhân nghèo', null, 'Thôn'],
        [null, null, null, null, 'B1', 'B2', 'Thiếu vốn', 'Thiếu đất', null],
        ['A', 'B', 'C', 'D', 1, 2, 3, 4, 5],
        ['An', 'An', 'Chủ hộ', 'nghèo', 100, 30, null, 'x', 'Thôn 1'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:H1', 'I1:I2'],
    }]);
    expect(reading.issues).toEqual([]);
    expect(reading.households[0]!.intake).toMatchObject({ facts: { copiedB1: 100, copiedB2: 30 }, causes: ['Thiếu đất'], village: 'Thôn 1' });
  });

  it('knows causes with a column each even where nothing else takes two rows', async () => {
    const { households, issues } = await readRows([['Chủ hộ', 'Phân loại hộ', 'Nguyên nhân nghèo', null, 'Thôn'], [null, null, 'Thiếu vốn', 'Thiếu đất'], ['An', 'HN', 'x', 'x', 'A'], ['Bình', 'HN', null, 0, 'A']]);
    expect(issues).toEqual([]);
    expect(households.map(({ intake }) => intake.causes)).toEqual([['Thiếu vốn', 'Thiếu đất'], []]);
  });

  it('takes a head that stands in its first row only, and one of merged cells', async () => {
    const blank = { B1: null, B2: null, 'Phân loại hộ': null, Thôn: null };
    const { households, issues } = await readRows([
      heads,
      ...householdRows('An'),
      [null, 'Bình', 'Vợ', '1975'],
      householdRows('Cúc', { 'Thành viên': null, 'Quan hệ với chủ hộ': null })[0]!,
      [null, 'Dũng', 'Con', '2001'],
      ...householdRows('Cúc', { ...blank, 'Chủ hộ': null, 'Quan hệ với chủ hộ': 'Con', 'Thành viên': 'Ên', 'Ngày sinh': '05/2003' }),
    ]);
    expect(issues).toEqual([]);
    expect(households.map(({ intake }) => intake.members.map(({ name, head }) => `${name}${head ? '*' : ''}`))).toEqual([['An*', 'Bình'], ['Cúc*', 'Dũng', 'Ên']]);
  });

  it('tells neighbours of the same name apart by the row of the head', async () => {
    const { households } = await readRows([heads, ...householdRows('Lò Văn Ún', { 'Ngày sinh': 1960 }), ...householdRows('Lò Văn Ún', { 'Ngày sinh': 1980 })]);
    expect(households).toHaveLength(2);
  });

  it('takes a list of heads alone with the number of persons', async () => {
    const { households, issues } = await readRows([['Chủ hộ', 'Phân loại hộ', 'Số khẩu', 'Thôn'], ['An', 'HN', 4, 'A'], ['Bình', 'HCN', 2, 'A'], ['Tống Văn Cộng', 'HN', 1, null], ['Tổng cộng', null, 7]]);
    expect(issues).toEqual([]);
    expect(households.map(({ intake }) => [intake.members.length, intake.size, intake.village])).toEqual([[1, 4, 'A'], [1, 2, 'A'], [1, 1, null]]);
  });

  it('takes a village that is merged down over the rows of a household, and a sum that a formula gives', async () => {
    const { households, issues } = await readSheets([{
      name: 'Hộ nghèo',
      rows: [heads, ...householdRows('An', { 'Số khẩu': { formula: '1+1', result: 2 } as never }), [null, 'Bình', 'Vợ', '1975', 'Nữ', null, null], ...householdRows('Cúc', { Thôn: 'Thôn 2' })],
      merges: ['A2:A3', 'G2:G3'],
    }]);
    expect(issues).toEqual([]);
    expect(households.map(({ intake }) => [intake.members.length, intake.village, intake.size])).toEqual([[2, 'Thôn 1', 2], [1, 'Thôn 2', null]]);
  });

  it('reads days in every style, numbers as text, and values with zero-width marks or decomposed letters', async () => {
    const births = ['17/05/1970', '17-5-1970', '17.05.1970', '1970-05-17', new Date('1970-05-17T00:00:00Z'), '17 / 5 / 1970', '17/05/1970 00:00:00'];
    const days = await readRows([heads, ...births.flatMap((birth, place) => householdRows(`Hộ ${place}`, { 'Ngày sinh': birth }))]);
    expect(days.issues).toEqual([]);
    expect(new Set(days.households.map(({ intake }) => intake.members[0]!.birth))).toEqual(new Set(['1970-05-17']));
    const odd = { B1: '\u200b120', B2: ' 40 ', 'Số khẩu': '1\u200b', CCCD: '038070001234\u200b', 'Giới tính': 'Nữ'.normalize('NFD'), 'Phân loại hộ': 'Hộ cận nghèo\ufeff'.normalize('NFD'), 'Ngày sinh': '\u200b1970' };
    const { households, issues } = await readRows([heads, ...householdRows('An', odd)]);
    expect(issues).toEqual([]);
    expect(households[0]!.intake).toMatchObject({ size: 1, stated: 'near_poor', facts: { copiedB1: 120, copiedB2: 40 }, members: [{ sex: 'female', birth: '1970', idNumber: '038070001234' }] });
    expect(said(await readRows([heads, ...householdRows('An', { CCCD: '\u200b', B1: '\u200b' })]))).toEqual([]);
  });

  it('reads births from a column for men and one for women, which tell the sex', async () => {
    const rows = [['An', 'Chủ hộ', '1970', null, 'HN'], ['Bình', 'Vợ', null, '04/1972', null], ['Cúc', 'Con', null, null, null]];
    const oneRow = [['Họ và tên', 'Quan hệ với chủ hộ', 'Năm sinh nam', 'Năm sinh nữ', 'Phân loại hộ'], ...rows];
    const merged = [['Họ và tên', 'Quan hệ với chủ hộ', 'Năm sinh', null, 'Phân loại hộ'], [null, null, 'Nam', 'Nữ', null], ...rows];
    for (const reading of [await readRows(oneRow), await readSheets([{ name: 'Hộ nghèo', rows: merged, merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'] }])]) {
      expect(reading.issues).toEqual([]);
      expect(reading.households[0]!.intake.members.map(({ sex, birth }) => [sex, birth])).toEqual([['male', '1970'], ['female', '1972-04'], [null, null]]);
    }
  });

  it('takes the village from a line of its own, and passes over sums and signatures', async () => {
    const { households, issues } = await readRows([
      heads,
      ['I. Thôn Đông'],
      ...householdRows('Bàn Văn Bản', { Thôn: null }),
      ['Cộng'],
      ['Thôn Tây'],
      ...householdRows('Bình', { Thôn: null }),
      ...householdRows('Cúc', { Thôn: 'Thôn Nam' }),
      ['Tổng cộng', null, null, null, null, null, null, null, null, null, 3],
      ['NGƯỜI LẬP BIỂU', null, null, 'TM. ỦY BAN NHÂN DÂN'],
      ['Nguyễn Văn Ký', null, null, null, null, null, null],
    ]);
    expect(households.map(({ intake }) => intake.village)).toEqual(['Thôn Đông', 'Thôn Tây', 'Thôn Nam']);
    expect(said({ issues })).toEqual(['2 sheet.village-row', '5 sheet.village-row']);
  });
});

describe('the lists of those that escaped', () => {
  const escaped = (name: string, ...rest: (string | number | null)[]) => [name, 'Chủ hộ', 'Nam', '17/05/1970', ...rest];

  it('are known by name, and a household near-poor now is kept once', async () => {
    const { households, issues } = await readSheets([
      { name: 'Hộ thoát cận nghèo', rows: [escapedHeads, escaped('Em', null, null, 'Thôn 2')] },
      { name: '1. Nghèo, cận nghèo sau rà soát', rows: [heads, ...householdRows('An', { CCCD: '038070001234', 'Phân loại hộ': 'cận nghèo' })] },
      { name: 'Danh sách hộ thoát nghèo', rows: [escapedHeads, escaped('An', '038070001234', null, 'Thôn 1'), escaped('Bình', null, null, 'Thôn 1')] },
    ]);
    expect(issues).toEqual([]);
    expect(households.map(({ list, escaped: also, intake }) => [list, also, intake.members[0]!.name, intake.stated])).toEqual([
      ['escaped_near_poverty', false, 'Em', 'not_poor'],
      ['current', true, 'An', 'near_poor'],
      ['escaped_poverty', false, 'Bình', 'not_poor'],
    ]);
  });
  it('must not hold a household that is listed as poor', async () => {
    const reading = await readSheets([
      { name: 'Sheet1', rows: [heads, ...householdRows('An')] },
      { name: 'Sheet2', rows: [['DANH SÁCH HỘ THOÁT NGHÈO NĂM 2022'], escapedHeads, escaped('An', null, null, 'Thôn 1')] },
    ]);
    expect(said(reading)).toEqual(['3 household.two-lists']);
    expect(reading.issues[0]!.message.vi).toContain('Sheet1, dòng 2');
    expect(reading.issues[0]!.message.en).toContain('Sheet1, row 2');
  });
});

describe('mistakes', () => {
  it('are all told, each by row and column, with what was found and what is expected', async () => {
    const reading = await readRows([
      [...heads, 'Ngày QĐ'],
      ...householdRows('An', { 'Ngày sinh': '5/17/1986' }),
      ...householdRows('Bình', { CCCD: 38070001234 }),
      ...householdRows('Cúc', { 'Phân loại hộ': 'Hộ khá' }),
      ...householdRows('Dũng', { B2: 35 }),
      ...householdRows('Em', { B1: '12,5' }),
      ...householdRows('Giang', { 'Giới tính': 'Name' }),
      ...householdRows('Hà', { 'Số khẩu': 1 }, [['Hải', 'Con', 2015, 'Nam']]),
      ...householdRows('Khánh', { CCCD: '012345678' }),
      ...householdRows('Lan', { CCCD: '012 345 678' }),
      [...householdRows('Minh')[0]!, '01/12/2022'],
      [null, null, 'Con', '2001'],
      ...householdRows('An', { 'Ngày sinh': '17/05/1970', B1: { formula: 'A1' } as never }),
    ]);
    expect(said(reading)).toEqual([
      '2 value.birth-calendar',
      '3 value.id-lost-zeros',
      '4 value.class',
      '5 value.score-step',
      '6 value.whole-number',
      '7 value.sex',
      '8 household.fewer-than-rows',
      '11 person.id-twice',
      '12 decision.without-number',
      '13 value.name-missing',
      '14 value.formula',
    ]);
    expect(reading.counts).toEqual({ errors: 11, warnings: 0 });
  });

  it.each<[string, Parameters<typeof householdRows>[1], string[]]>([
    ['a birth after the round', { 'Ngày sinh': '01/01/2023' }, ['2 value.birth-range']],
    ['a year of two figures', { 'Ngày sinh': '17/05/86' }, ['2 value.birth']],
    ['a day that is none', { 'Ngày sinh': '30/02/1986' }, ['2 value.birth-calendar']],
    ['a number that is no day', { 'Ngày sinh': 31500 }, ['2 value.birth']],
    ['someone very old', { 'Ngày sinh': '1905' }, ['2 birth.very-old']],
    ['a B2 beyond the scale', { B2: 130 }, ['2 value.score-range']],
    ['an ID number with letters', { CCCD: 'chưa có' }, ['2 value.id']],
    ['a change in place of a class', { 'Phân loại hộ': 'Thoát nghèo' }, ['2 value.class-unclear']],
    ['no class', { 'Phân loại hộ': null }, ['2 value.class-missing']],
    ['an error of Excel', { B1: { error: '#REF!' } as never }, ['2 value.error']],
    ['more persons than rows is no matter for one row', { 'Số khẩu': 4 }, []],
    ['a name that is too long', { 'Thành viên': 'a'.repeat(121) }, ['2 value.too-long']],
  ])('%s', async (_, changes, expected) => {
    expect(said(await readRows([heads, ...householdRows('An', changes)]))).toEqual(expected);
  });

  it('ages that do not fit the birth, marks that are none, B2 against its marks', async () => {
    const ages = await readRows([[...heads, 'Tuổi'], ...[51, 52, 53, 50].map((age, place) => [...householdRows(`Hộ ${place}`)[0]!, age])]);
    expect(said(ages)).toEqual(['2 age.contradicts', '5 age.contradicts']);
    const marks = await readRows([[...heads, 'VL1', 'YT2', 'NS2'], [...householdRows('An')[0]!, 'x', '?', 'x'], [...householdRows('Bình', { B2: 10 })[0]!, 'x', 'x', 0]]);
    expect(said(marks)).toEqual(['2 value.flag', '3 score.indicators']);
  });

  it('a household or its number twice, two values for one household', async () => {
    expect(said(await readRows([heads, ...householdRows('An'), ...householdRows('Bình'), ...householdRows('An')]))).toEqual(['4 household.twice']);
    expect(said(await readRows([heads, ...householdRows('Lê Văn Thanh'), ...householdRows('Lê Văn Thành')]))).toEqual([]);
    expect(said(await readRows([heads, ...householdRows('Lê Văn Hoà'), ...householdRows('Lê Văn Hòa')]))).toEqual(['3 household.twice']);
    expect(said(await readRows([heads, ...householdRows('An', { 'Ngày sinh': null }), ...householdRows('Bình'), ...householdRows('An', { 'Ngày sinh': null })]))).toEqual(['4 household.perhaps-twice']);
    expect(said(await readRows([['Mã hộ', ...heads], ['H1', ...householdRows('An')[0]!], ['H2', ...householdRows('Bình')[0]!], ['H1', ...householdRows('Cúc')[0]!]]))).toEqual(['4 household.number-twice']);
    const two = await readRows([heads, ...householdRows('An', {}, [['Bình', 'Vợ', null, null, null, 'Thôn 1', 'Hộ cận nghèo']])]);
    expect(said(two)).toEqual(['3 household.conflict']);
  });

  it('a member without a head, a head without a row', async () => {
    expect(said(await readRows([heads, [null, 'Bình', 'Vợ', '1975'], ...householdRows('An')]))).toEqual(['2 household.no-head']);
    const { households, issues } = await readRows([heads, ['An', 'Bình', 'Vợ', '1975', 'Nữ', null, 'Thôn 1', 'HN']]);
    expect(said({ issues })).toEqual(['2 household.head-not-listed']);
    expect(households[0]!.intake.members.map(({ name, head }) => [name, head])).toEqual([['An', true], ['Bình', false]]);
  });

  it('columns that are missing, twice or unknown; sheets that are hidden, twice or unknown', async () => {
    expect(said(await readRows([['Chủ hộ', 'Thành viên', 'Thôn'], ['An', 'An', 'T1']]))).toEqual(['- column.missing']);
    expect(said(await readRows([['CCCD', 'Phân loại hộ', 'Thôn'], ['1', 'HN', 'T1']]))).toEqual(['- column.one-of', '- column.one-of']);
    expect(said(await readRows([[...heads, 'Năm sinh'], ...householdRows('An')]))).toEqual(['- column.twice']);
    expect(said(await readRows([[...heads, 'Điện thoại'], ...householdRows('An')]))).toEqual(['- column.unknown']);
    const good = { name: 'Hộ nghèo', rows: [heads, ...householdRows('An')], hidden: [2] };
    expect(said(await readSheets([good, { ...good, name: 'Hộ nghèo, cận nghèo' }, { name: 'Linh tinh', rows: [['abc']] }]))).toEqual(['- sheet.twice', '- sheet.hidden-rows', '- sheet.unrecognised']);
    expect(said(await readSheets([{ name: 'Linh tinh', rows: [['abc']] }]))).toEqual(['- file.no-sheet', '- sheet.unrecognised']);
    expect(said(await readSheets([{ name: 'Hộ thoát nghèo', rows: [['abc']] }]))).toEqual(['- sheet.no-head']);
  });

  it('old encodings are named, and refused', async () => {
    const tcvn3 = await readRows([['Chñ hé', 'Thµnh viªn', 'Quan hÖ', 'Ph©n lo¹i hé'], ['NguyÔn V¨n ¸nh', 'NguyÔn V¨n ¸nh', 'Chñ hé', 'Hé nghÌo']]);
    expect(said(tcvn3)).toEqual(['- encoding.tcvn3']);
    const vni = await readRows([heads, ...householdRows('Nguyeãn Vaên Aùnh'), ...householdRows('Traàn Thò Beù')]);
    expect(said(vni)).toEqual(['- encoding.vni']);
    expect(vni.issues[0]!.found?.vi).toBe('Nguyeãn Vaên Aùnh');
  });
  it('but names of the ethnic groups and the older way of writing tones are no old encoding', async () => {
    const names = ['Hoà Quý', 'Y Bhôk Niê', 'H’Ñiê Kbuôr', 'Khoả Thuỳ', 'Noãn Luỹ', 'Quế Luân', 'Mùa A Sềnh', 'Điểu K’Ré'];
    expect(said(await readRows([heads, ...names.flatMap((name) => householdRows(name))]))).toEqual([]);
  });

  it('a CSV file of old letters', async () => {
    const bytes = Buffer.from('Chñ hé;Ph©n lo¹i hé;Th«n\nNguyÔn V¨n ¸nh;Hé nghÌo;Th«n 1', 'latin1');
    expect(said(await readCommuneWorkbook(await readWorkbook(bytes), options))).toEqual(['- encoding.tcvn3']);
  });
});

it('every way to write a column or a sheet belongs to one alone', () => {
  const ways = [...communeForm.columns, ...communeForm.sheets].flatMap((one) => ('label' in one ? one.aliases.map((alias) => `column ${alias}`) : one.aliases.map((alias) => `sheet ${alias}`)));
  expect(new Set(ways).size).toBe(ways.length);
});

it('50,000 rows are read whole', async () => {
  const rows = Array.from({ length: 12_500 }, (_, place) => householdRows(`Hộ số ${place}`, { 'Số khẩu': 4, CCCD: String(100_000_000_000 + place) }, [['Vợ', 'Vợ', 1975, 'Nữ'], ['Con', 'Con', '2005', 'Nam'], ['Út', 'Con', '01/02/2015', 'Nam']]));
  const bytes = await workbookOf({ name: 'Hộ nghèo', rows: [heads, ...rows.flat()] });
  const reading = await readCommuneWorkbook(await readWorkbook(bytes), options);
  expect(reading.counts).toEqual({ errors: 0, warnings: 0 });
  expect(reading.sheets[0]).toMatchObject({ rows: 50_000, households: 12_500 });
});

describe('new, again or still', () => {
  const standings = async (columns: string[], values: (string | null)[]) =>
    (await readRows([[...heads, ...columns], [...householdRows('Phạm Văn An')[0]!, ...values]])).households.map(({ intake }) => intake.statedStanding);

  it.each([
    [['Mới, tái, cũ'], ['tái'], 'again'],
    [['Mới, tái, cũ'], ['Hộ mới'], 'new'],
    [['Mới', 'Tái', 'Cũ'], [null, null, 'x'], 'still'],
    [['Mới', 'Tái', 'Cũ'], ['0', 'x', null], 'again'],
    [['Mới', 'Tái', 'Cũ'], [null, null, null], undefined],
  ])('%j %j is %s', async (columns, values, expected) => expect(await standings(columns as string[], values as (string | null)[])).toEqual([expected]));
});
