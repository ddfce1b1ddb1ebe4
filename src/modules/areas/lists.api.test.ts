import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from './contract.ts';
import type { AddToList } from './contract.lists.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';

let program: TestProgram;
let national: Client;
let thanhHoa: Client;
let officer: Client;
const ref = (text: string): AreaRef => text as AreaRef;
const day = (text: string): PlainDate => text as PlainDate;
const region = (more: Partial<AddToList> = {}): AddToList => ({
  list: { kind: 'minority_3', name: 'Xã khu vực III', level: 'commune', of: ref('VN'), authority: 'Bộ Thử nghiệm' },
  document: '01/QĐ-THU',
  documentDay: day('2026-01-05'),
  from: day('2026-01-01'),
  complete: false,
  areas: [ref('15178'), ref('16078')],
  ...more,
});
const standing = async (area: string, list: string) => (await officer.areas.get({ ref: ref(area) })).lists.find(({ id }) => id === list);

beforeAll(async () => {
  program = await testProgram();
  national = await program.as('administrator', 'VN');
  thanhHoa = await program.as('administrator', '38');
  officer = await program.as('commune_officer', '15178');
});
afterAll(() => program.close());

describe('a list that an administrator opens', () => {
  let id: string;
  it('is shown with the areas that it names, and says that it is not complete', async () => {
    const made = await national.areas.addToList(region());
    id = made.id;
    expect(made).toMatchObject({ kind: 'minority_3', shipped: false, partial: true, onRecord: 2, mayWrite: true, areas: [{ named: { name: 'Xã Cẩm Tân' }, from: '2026-01-01', to: null }, { named: { code: '16078' } }] });
    expect(await standing('15178', id)).toMatchObject({ partial: true, article: { vi: 'Bộ Thử nghiệm, 01/QĐ-THU' }, standings: [{ named: { id: '15178@2025-07-01' }, extent: 'whole', decision: '01/QĐ-THU' }] });
    expect(await standing('16093', id)).toMatchObject({ partial: true, standings: [] });
    expect((await officer.areas.lists()).find((list) => list.id === id)).toMatchObject({ mayWrite: false });
  });
  it('is added to, ended in part and as a whole, and each of it is taken back', async () => {
    await national.areas.addToList(region({ list: id, document: '02/QĐ-THU', complete: true, areas: [ref('16093')] }));
    expect(await standing('16093', id)).toMatchObject({ partial: false, onRecord: 3, standings: [{ decision: '02/QĐ-THU' }] });
    const ended = await national.areas.endList({ id, document: '03/QĐ-THU', day: day('2026-07-01'), areas: [ref('15178@2025-07-01')] });
    expect(ended.areas.map(({ named: { code }, to, exitDecision }) => [code, to, exitDecision])).toEqual([['15178', '2026-06-30', '03/QĐ-THU'], ['16078', null, null], ['16093', null, null]]);
    const [last] = (await national.areas.endList({ id, document: '04/QĐ-THU', day: day('2026-09-01') })).acts;
    expect((await national.areas.list({ id })).areas.map(({ to }) => to)).toEqual(['2026-06-30', '2026-08-31', '2026-08-31']);
    await national.areas.undoListAct({ act: last!.id });
    const open = await national.areas.list({ id });
    expect(open.areas.map(({ to }) => to)).toEqual(['2026-06-30', null, null]);
    expect(open.acts[0]).toMatchObject({ document: '04/QĐ-THU', undone: { by: expect.any(String) as string } });
    await expect(national.areas.undoListAct({ act: last!.id })).rejects.toMatchObject({ code: 'area.act-undone' });
    await expect(national.areas.endList({ id, document: '05/QĐ-THU', day: day('2026-10-01'), areas: [ref('15178@2025-07-01')] })).rejects.toMatchObject({ code: 'area.list-not-on' });
  });
  it('is gone from all screens when all of it was taken back, and stays on record', async () => {
    const { id: passing, acts } = await national.areas.addToList(region({ list: { kind: 'other', name: 'Ghi nhầm', level: 'commune', of: ref('VN'), authority: 'Bộ Thử nghiệm' } }));
    await national.areas.undoListAct({ act: acts[0]!.id });
    expect((await national.areas.lists()).map((list) => list.id)).not.toContain(passing);
    expect(await standing('15178', passing)).toBeUndefined();
    const rows = await program.runtime.database.owner.selectFrom('special_list_act').select('kind').where('list', '=', passing).orderBy('entered_at').execute();
    expect(rows.map(({ kind }) => kind)).toEqual(['add', 'undo']);
  });
});

describe('a list of a province', () => {
  it('is kept by its own administrator, who cannot write to one of the country', async () => {
    const made = await thanhHoa.areas.addToList(region({ list: { kind: 'own', name: 'Xã đặc thù của tỉnh', level: 'commune', of: ref('38'), authority: 'HĐND tỉnh' }, complete: true, areas: [ref('15178')] }));
    expect(made).toMatchObject({ of: { name: 'Tỉnh Thanh Hóa' }, partial: false, mayWrite: true });
    expect(await standing('16093', made.id)).toMatchObject({ standings: [], partial: false });
    expect((await officer.areas.get({ ref: ref('00004') })).lists.map(({ id }) => id)).not.toContain(made.id);
    const abroad = region({ list: { kind: 'own', name: 'Xã ở nơi khác', level: 'commune', of: ref('38'), authority: 'HĐND tỉnh' }, areas: [ref('00004')] });
    await expect(thanhHoa.areas.addToList(abroad)).rejects.toMatchObject({ code: 'area.list-units' });
    await expect(thanhHoa.areas.addToList(region())).rejects.toMatchObject({ code: 'area.outside-post' });
    await expect(thanhHoa.areas.endList({ id: 'poor-district-2021-2025', document: '9/QĐ', day: day('2026-01-01') })).rejects.toMatchObject({ code: 'area.list-outside-post' });
  });
  it('may name villages, which their commune shows', async () => {
    const [village] = await officer.areas.addVillages({ ref: ref('15178'), names: ['Thôn Đặc Biệt Khó Khăn'] });
    const { id } = await thanhHoa.areas.addToList(region({ list: { kind: 'difficult', name: 'Thôn đặc biệt khó khăn', level: 'village', of: ref('38'), authority: 'UBND tỉnh' }, areas: [village!.id] }));
    expect(await standing('15178', id)).toMatchObject({ inside: [{ name: 'Thôn Đặc Biệt Khó Khăn' }], standings: [] });
    expect(await standing(village!.id, id)).toMatchObject({ standings: [{ extent: 'whole' }] });
  });
});

describe('a list of the packs', () => {
  it('takes what a later document adds, and still says that it has gaps', async () => {
    const before = await national.areas.list({ id: 'coastal-difficult-2021-2025' });
    const after = await national.areas.addToList(region({ list: 'coastal-difficult-2021-2025', from: day('2025-01-01'), areas: [ref('15187@2021-11-01')] }));
    expect(after).toMatchObject({ shipped: true, named: 54, partial: true, onRecord: before.onRecord + 1 });
    await national.areas.undoListAct({ act: after.acts[0]!.id });
    expect((await national.areas.list({ id: 'coastal-difficult-2021-2025' })).onRecord).toBe(before.onRecord);
  });
});

describe('pasted areas', () => {
  it('are found by code and name, or said to be doubtful, missing, elsewhere or there twice', async () => {
    const check = (lines: string[]) => thanhHoa.areas.checkUnits({ of: ref('38'), level: 'commune', day: day('2026-01-01'), lines });
    const checked = await check(['15178', '', '2;Xã Ba Đình', 'cam tan', 'Xã Hoàn Toàn Lạ', '00004', 'Cẩm Tân; Thanh Hóa']);
    expect(checked.map(({ line, state }) => [line, state])).toEqual([[1, 'found'], [3, 'found'], [4, 'doubtful'], [5, 'missing'], [6, 'outside'], [7, 'twice']]);
    expect(checked[2]!.areas[0]).toMatchObject({ name: 'Xã Cẩm Tân', within: 'Tỉnh Thanh Hóa' });
    await expect(officer.areas.checkUnits({ of: ref('15178'), level: 'commune', day: day('2026-01-01'), lines: ['15178'] })).rejects.toMatchObject({ code: 'http.not-permitted' });
  });
});
