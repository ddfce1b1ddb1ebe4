import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { openRound } from '../../../tests/support/households.ts';
import { resting } from '../../../tests/support/imports.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import type { Import } from './contract.ts';
import { heads, householdRows, workbookOf } from './fixtures.ts';

let program: TestProgram;
let officer: Client;
const area = '15178' as AreaRef;
const period = '2025' as Period;

beforeAll(async () => {
  program = await testProgram();
  await openRound(program.runtime, '38', '2025', 'P2022');
  await openRound(program.runtime, '401@2017-12-31', '2017', 'P2016');
  officer = await program.as('commune_officer', '15178');
});
afterAll(() => program.close());

const upload = async (client: Client, bytes: Uint8Array, place: { area: AreaRef; period: Period; kind: Import['kind'] }): Promise<Import> => {
  const { id } = await client.interchange.start({ ...place, file: new File([bytes as Uint8Array<ArrayBuffer>], 'danh-sach.xlsx') });
  return resting(client, id);
};

const good = [...householdRows('Phạm Văn An', { 'Phân loại hộ': 'Hộ nghèo', B1: 120, B2: 40 }), ...householdRows('Lê Thị Dung', { 'Phân loại hộ': 'Hộ nghèo', B1: 131, B2: 20 })];
const workbook = (rows: typeof good): Promise<Uint8Array> => workbookOf({ name: 'Hộ nghèo, cận nghèo', rows: [heads, ...rows] });

describe('the commune workbook', () => {
  it('is checked first: what would be added, which stated class is not ours; nothing is written', async () => {
    const checked = await upload(officer, await workbook(good), { area, period, kind: 'commune' });
    expect(checked).toMatchObject({ state: 'checked', check: { added: 2, changed: 0, same: 0, differs: 1, newVillages: ['Thôn 1'] } });
    expect(checked.check?.entries[0]).toMatchObject({ head: 'Lê Thị Dung', stated: 'poor', computed: 'near_poor', source: { vi: 'Hộ nghèo, cận nghèo, dòng 3', en: 'Hộ nghèo, cận nghèo, row 3' } });
    expect((await officer.households.list({ area, period })).total).toBe(0);
  });
  it('is loaded whole, and the second time changes nothing', async () => {
    const first = await upload(officer, await workbook(good), { area, period, kind: 'commune' });
    await officer.interchange.load({ id: first.id });
    expect(await resting(officer, first.id)).toMatchObject({ state: 'done', result: { added: 2, changed: 0, same: 0 } });
    const { rows } = await officer.households.list({ area, period });
    expect(rows.map(({ head, class: given, unknown }) => [head, given, unknown.length])).toEqual([
      ['Phạm Văn An', 'poor', 12],
      ['Lê Thị Dung', 'near_poor', 12],
    ]);
    const again = await upload(officer, await workbook(good), { area, period, kind: 'commune' });
    await officer.interchange.load({ id: again.id });
    expect(await resting(officer, again.id)).toMatchObject({ state: 'done', result: { added: 0, changed: 0, same: 2 } });
  });
  it('of a year before the commune began is refused, and told where it belongs', async () => {
    const since = '15178@2025-07-01' as AreaRef;
    await openRound(program.runtime, '38', '2024', 'P2022');
    const asked = officer.interchange.start({ area: since, period: '2024' as Period, kind: 'commune', file: new File([(await workbook(good)) as Uint8Array<ArrayBuffer>], 'nam-truoc.xlsx') });
    await expect(asked).rejects.toMatchObject({ code: 'import.not-then', data: { vi: expect.stringMatching(/^Ngày 31\/12\/2024, .* không có Xã Cẩm Tân; .* thuộc Xã Cẩm Long, Xã Cẩm Phú, Xã Cẩm Tân\. Hãy chọn/) as string } });
  });
  it('without a column of decisions can be brought in as decided, and says where the decision came from', async () => {
    const undecided = householdRows('Bùi Thị Nhung', { B1: null, B2: null, Thôn: 'Thôn 2' });
    const decided = [...householdRows('Hà Văn Tới', { Thôn: 'Thôn 2' })[0]!, '15/QĐ-UBND', '20/12/2025'];
    const bytes = await workbookOf({ name: 'Hộ nghèo, cận nghèo', rows: [[...heads, 'Số QĐ công nhận', 'Ngày QĐ'], ...undecided, decided] });
    const without = await upload(officer, bytes, { area, period, kind: 'commune' });
    expect(without.check?.decision).toBeNull();
    expect(without.check?.entries.find(({ head }) => head === 'Bùi Thị Nhung')).toMatchObject({ class: 'insufficient', stated: 'poor' });

    const decision = { number: ' 99/QĐ-UBND ', day: '2025-12-28' as PlainDate };
    const { id } = await officer.interchange.start({ area, period, kind: 'commune', file: new File([bytes as Uint8Array<ArrayBuffer>], 'nam-truoc.xlsx'), decision });
    const checked = await resting(officer, id);
    expect(checked.check).toMatchObject({ decision: { number: '99/QĐ-UBND', day: '2025-12-28', households: 1 } });
    expect(checked.check?.entries.find(({ head }) => head === 'Bùi Thị Nhung')).toMatchObject({ class: 'poor', computed: 'insufficient' });
    await officer.interchange.load({ id });
    expect((await resting(officer, id)).state).toBe('done');
    const { rows } = await officer.households.list({ area, period });
    const recordOf = async (name: string) => (await officer.households.get({ id: rows.find(({ head }) => head === name)!.id })).classes[0];
    expect(await recordOf('Bùi Thị Nhung')).toMatchObject({ class: 'poor', decision: { number: '99/QĐ-UBND', day: '2025-12-28' }, source: expect.stringMatching(/^nam-truoc\.xlsx: .*dòng 2; quyết định ghi chung cho cả tệp/) });
    expect(await recordOf('Hà Văn Tới')).toMatchObject({ decision: { number: '15/QĐ-UBND', day: '2025-12-20' }, source: expect.not.stringContaining('ghi chung') });
    await officer.interchange.undo({ id });
  });
  it('of figures takes no decision', async () => {
    const file = new File([(await workbook(good)) as Uint8Array<ArrayBuffer>], 'bang.xlsx');
    await expect(officer.interchange.start({ area, period, kind: 'aggregate', file, decision: { number: '1' } })).rejects.toMatchObject({ code: 'import.decision-of-figures' });
  });
  it('with an error is refused, naming row and column; loading it is refused too', async () => {
    const refused = await upload(officer, await workbook(householdRows('Trần Văn Sai', { 'Ngày sinh': '31/02/1970' })), { area, period, kind: 'commune' });
    expect(refused.state).toBe('refused');
    expect(refused.check?.issues[0]).toMatchObject({ severity: 'error', row: 2, column: 'Ngày sinh', found: { vi: '31/02/1970' }, message: { vi: expect.stringContaining('không có trong lịch') } });
    await expect(officer.interchange.load({ id: refused.id })).rejects.toMatchObject({ code: 'import.not-ready' });
  });
  it('that cannot be read at all says why', async () => {
    const failed = await upload(officer, new TextEncoder().encode('%PDF-1.7 this is no workbook'), { area, period, kind: 'commune' });
    expect(failed.failure?.vi ?? failed.check?.issues[0]?.message.vi).toBeTruthy();
    expect(['failed', 'refused']).toContain(failed.state);
  });
  it('belongs to the post’s own commune, and to its person', async () => {
    const bytes = await workbook(good);
    await expect(upload(officer, bytes, { area: '16093' as AreaRef, period, kind: 'commune' })).rejects.toMatchObject({ code: 'area.outside-post' });
    const mine = await upload(officer, bytes, { area, period, kind: 'commune' });
    const other = await program.as('province_officer', '38');
    await expect(other.interchange.get({ id: mine.id })).rejects.toMatchObject({ code: 'import.not-found' });
  });
  it('has a template to download for the round’s standard', async () => {
    const file = await officer.interchange.template({ area, period });
    expect(file.name).toBe('mau-nhap-15178-2025.xlsx');
    expect(file.size).toBeGreaterThan(4_000);
  });
});

describe('a table of figures by unit', () => {
  const rows = [
    ['TT', 'Đơn vị', 'Tổng số hộ', 'Số hộ nghèo', 'Tỷ lệ hộ nghèo (%)'],
    [1, 'Thị trấn', 969, 23, 2.37],
    [2, 'Xã Ba Đình', 1362, 66, 4.85],
    ['', 'Tổng cộng', 2331, 90, 3.82],
  ];
  it('finds its units, says where the printed sum contradicts, and records published figures', async () => {
    const province = await program.as('province_officer', '38');
    const place = { area: '401@2017-12-31' as AreaRef, period: '2017' as Period, kind: 'aggregate' as const };
    const checked = await upload(province, await workbookOf({ name: 'Phụ lục', rows }), place);
    expect(checked.check?.figures.map(({ area: unit }) => unit?.name)).toEqual(['Thị trấn Nga Sơn', 'Xã Ba Đình']);
    expect(checked.check?.issues.map(({ code, found, expected }) => [code, found?.vi, expected?.vi])).toContainEqual(['total.contradicts', '90', '89']);
    expect(checked.check?.figures[1]).toMatchObject({ row: 3, unit: 'Xã Ba Đình', figures: [{ unit: 'count', value: 1362 }, { unit: 'count', value: 66 }, { unit: 'rate', value: 485 }] });
    expect(checked.state).toBe('checked');
    const strange = await upload(province, await workbookOf({ name: 'Phụ lục', rows: [rows[0]!, [1, 'Xã Lạ', 100, 5, 5]] }), place);
    expect(strange.check?.issues).toMatchObject([{ code: 'unit.unknown', row: 2, column: 'Đơn vị', found: { vi: 'Xã Lạ' }, expected: { vi: 'một đơn vị của Huyện Nga Sơn', en: 'a unit of Huyện Nga Sơn' } }]);
    await province.interchange.load({ id: checked.id });
    expect(await resting(province, checked.id)).toMatchObject({ state: 'done', result: { figures: 6 } });
  });
});
