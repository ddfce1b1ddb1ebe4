/** What a person is told of a file that is not as it should be, through the whole program. */
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { openRound } from '../../../tests/support/households.ts';
import { resting } from '../../../tests/support/imports.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import type { Import } from './contract.ts';
import { heads, householdRows, workbookOf, type FixtureSheet } from './fixtures.ts';

let program: TestProgram;
let officer: Client;

beforeAll(async () => {
  program = await testProgram();
  await openRound(program.runtime, '38', '2025', 'P2022');
  officer = await program.as('commune_officer', '15178');
});
afterAll(() => program.close());

async function told(bytes: Uint8Array | string): Promise<Import> {
  const file = new File([bytes as Uint8Array<ArrayBuffer>], 'so.xlsx');
  const { id } = await officer.interchange.start({ area: '15178' as AreaRef, period: '2025' as Period, kind: 'commune', file });
  return resting(officer, id);
}

const book = (rows: FixtureSheet['rows'], rest: Partial<FixtureSheet> = {}) => workbookOf({ name: 'Hộ nghèo, cận nghèo', rows: [heads, ...rows], ...rest });
const codes = ({ check }: Import): string[] => check!.issues.map(({ row, code }) => `${row ?? '-'} ${code}`);
const one = (changes: Parameters<typeof householdRows>[1] = {}) => householdRows('Phạm Văn An', changes);

describe('is taken as it is meant', () => {
  it.each([
    ['merged cells', () => book([...one(), [null, 'Phạm Thị Bé', 'Con', '2010']], { merges: ['A2:A3', 'G2:G3'] }), []],
    ['hidden rows, which are named', () => book([...one()], { hidden: [2] }), ['- sheet.hidden-rows']],
    ['a formula with its value', () => book(one({ B1: { formula: '100+20', result: 120 } })), []],
    ['days in three styles', () => book([...one({ 'Ngày sinh': '17-5-1970' }), ...householdRows('Lê Thị Dung', { 'Ngày sinh': '1972-01-31' }), ...householdRows('Hà Văn Giang', { 'Ngày sinh': '02.1969' })]), []],
    ['numbers as text', () => book(one({ B1: '120', B2: ' 40', 'Số khẩu': '1' })), []],
    ['zero-width and decomposed letters', () => book(one({ 'Thành viên': 'Phạm Văn\u200b An'.normalize('NFD'), 'Giới tính': 'Nam\u200b' })), []],
  ] as [string, () => Promise<Uint8Array>, string[]][])('%s', async (_, make, said) => {
    const found = await told(await make());
    expect(codes(found)).toEqual(said);
    expect(found.state).toBe('checked');
  });

  it('macros, which are left out and said', async () => {
    const rows = [heads, ...one()].map((row) => row.map((value) => value as string | number | null));
    const found = await told(await writeXlsx({ sheets: [{ name: 'Hộ nghèo, cận nghèo', rows }], vbaProject: new Uint8Array(100) }));
    expect([found.state, codes(found)]).toEqual(['checked', ['- file.macros']]);
  });

  it('a name that begins like a formula: it stays a text in the register', async () => {
    const found = await told(await book(one({ 'Chủ hộ': '=CMD()', 'Thành viên': '=CMD()' })));
    expect(found.check!.entries.map(({ head }) => head)).toEqual(['=CMD()']);
  });
});

describe('is refused with a sentence that says where and what to do', () => {
  it('a formula without its value', async () => expect(codes(await told(await book(one({ B1: { formula: 'A1' } as never }))))).toEqual(['2 value.formula']));

  it.each([
    ['TCVN3', ['NguyÔn V¨n ¢n', 'TrÇn ThÞ BÝch', 'Th«n §«ng'], 'encoding.tcvn3'],
    ['VNI', ['Nguyeãn Vaên AÂn', 'Traàn Thò Bích', 'Thoân Ñoâng'], 'encoding.vni'],
  ])('letters in %s, with what they would be', async (_, [first, second, village], code) => {
    const found = await told(await book([...householdRows(first!, { Thôn: village! }), ...householdRows(second!, { Thôn: village! })]));
    expect(found).toMatchObject({ state: 'refused', check: { issues: [{ code, severity: 'error' }] } });
    expect(found.check!.oldLetters!.samples).toContainEqual({ before: first, after: 'Nguyễn Văn Ân' });
  });

  it.each([
    ['a PDF', '%PDF-1.7 …', 'document.not-a-spreadsheet'],
    ['a web page', '<html><table></table></html>', 'document.web-page'],
    ['a workbook that was cut off', 'PK\u0003\u0004…', 'document.damaged'],
  ])('%s', async (_, text, code) => expect(await told(text)).toMatchObject({ state: 'failed', failure: { code, vi: expect.stringMatching(/Hãy/) } }));
});
