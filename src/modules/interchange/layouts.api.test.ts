import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { openRound } from '../../../tests/support/households.ts';
import { resting } from '../../../tests/support/imports.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import type { Import } from './contract.ts';

let program: TestProgram;
let officer: Client;
const area = '15178' as AreaRef;
const period = '2025' as Period;

beforeAll(async () => {
  program = await testProgram();
  await openRound(program.runtime, '38', '2025', 'P2022');
  officer = await program.as('commune_officer', area);
});
afterAll(() => program.close());

async function check(text: string | Uint8Array, client = officer, place = area): Promise<Import> {
  const { id } = await client.interchange.start({ area: place, period, kind: 'commune', file: new File([text as string], 'danh-sach.csv') });
  return resting(client, id);
}

const foreign = 'Ông/bà đứng tên;Nơi cư trú;Mức\nBùi Văn An;Thôn Đông;HN01\nLê Thị Dung;Thôn Tây;HCN02';
const said = { list: 'current' as const, columns: [{ index: 0, field: 'head' }, { index: 1, field: 'village' }, { index: 2, field: 'class' }], classes: [{ word: 'HN01', class: 'poor' as const }, { word: 'HCN02', class: 'near_poor' as const }] };

describe('a layout', () => {
  it('is said once, remembered for the area with who said it, and applied to the next file', async () => {
    const refused = await check(foreign);
    expect(refused).toMatchObject({ state: 'refused', check: { layouts: [{ sheet: 'CSV', list: null, saved: null }] } });
    await officer.interchange.arrange({ id: refused.id, sheet: 'CSV', ...said });
    const arranged = await resting(officer, refused.id);
    expect(arranged).toMatchObject({ state: 'checked', check: { added: 2, entries: [{ stated: 'poor' }, { stated: 'near_poor' }] } });
    const next = await check(foreign.replace('Bùi Văn An', 'Cao Văn Tư'));
    expect(next).toMatchObject({ state: 'checked', check: { layouts: [{ saved: { by: expect.stringContaining('commune_officer') } }] } });
    await officer.interchange.load({ id: next.id });
    expect(await resting(officer, next.id)).toMatchObject({ state: 'done', result: { added: 2 } });
  });

  it('says which rows are the head; rows that are none of the first are refused', async () => {
    const { id, check: found } = await check('Chủ hộ;Quan hệ với chủ hộ;Kết quả\n;;rà soát\n;;năm nay\n;;Phân loại hộ\nBùi Văn Mạnh;Chủ hộ;Hộ nghèo');
    const { sheet } = found!.layouts[0]!;
    await expect(officer.interchange.arrange({ id, sheet, list: 'current', head: { first: 3, last: 2 }, columns: null, classes: [] })).rejects.toMatchObject({ code: 'import.no-such-head' });
    await officer.interchange.arrange({ id, sheet, list: 'current', head: { first: 1, last: 4 }, columns: null, classes: [] });
    expect(await resting(officer, id)).toMatchObject({ state: 'checked', check: { added: 1, layouts: [{ headFirst: 1, headRow: 4 }] } });
  });

  it('belongs to the area of the post', async () => {
    const neighbour = await program.as('commune_officer', '16093');
    expect(await check(foreign, neighbour, '16093' as AreaRef)).toMatchObject({ state: 'refused', check: { layouts: [{ saved: null }] } });
  });

  it('can be said otherwise later: the latest counts', async () => {
    const { id } = await check(foreign);
    await officer.interchange.arrange({ id, sheet: 'CSV', ...said, list: 'skip' });
    expect(await resting(officer, id)).toMatchObject({ state: 'refused', check: { layouts: [{ list: 'skip' }] } });
    await officer.interchange.arrange({ id, sheet: 'CSV', ...said, list: 'poor', columns: said.columns.slice(0, 2), classes: [] });
    expect(await resting(officer, id)).toMatchObject({ state: 'checked', check: { entries: [{ stated: 'poor' }, { stated: 'poor' }] } });
  });

  it('of a sheet that the file has not is refused; so is one of a file that was followed by another', async () => {
    const { id } = await check(foreign);
    await expect(officer.interchange.arrange({ id, sheet: 'Khác', ...said })).rejects.toMatchObject({ code: 'import.no-such-sheet' });
    await check(foreign);
    await expect(officer.interchange.arrange({ id, sheet: 'CSV', ...said })).rejects.toMatchObject({ code: 'import.file-gone' });
  });
});

it('a file in TCVN3 is converted once its person agrees, and loaded in Unicode', async () => {
  const refused = await check(Uint8Array.from('Chñ hé;Ph©n lo¹i hé;Th«n\nNguyÔn V¨n ¸nh;Hé nghÌo;Th«n §«ng\nTrÇn ThÞ BÐ;Hé nghÌo;Th«n §«ng', (letter) => letter.charCodeAt(0)));
  expect(refused).toMatchObject({ state: 'refused', check: { oldLetters: { encoding: 'tcvn3' } } });
  await officer.interchange.convert({ id: refused.id, encoding: 'tcvn3' });
  const checked = await resting(officer, refused.id);
  expect(checked).toMatchObject({ state: 'checked', check: { oldLetters: null, added: 2 } });
  expect(checked.check!.entries.map(({ head, village }) => `${head}, ${village}`)).toEqual(['Nguyễn Văn Ánh, Thôn Đông', 'Trần Thị Bé, Thôn Đông']);
});

describe('an import under way', () => {
  const list = (length: number): string => ['Chủ hộ;Thôn;Phân loại hộ;B1', ...Array.from({ length }, (_, place) => `Bùi Văn Số ${place};Thôn Dừng;Hộ nghèo;120`)].join('\n');

  it('is stopped while it is read: nothing is written', async () => {
    const before = (await officer.households.list({ area, period })).total;
    const { id } = await officer.interchange.start({ area, period, kind: 'commune', file: new File([list(6_000)], 'dai.csv') });
    await officer.interchange.cancel({ id });
    expect(await resting(officer, id)).toMatchObject({ state: 'cancelled', check: null });
    expect((await officer.interchange.list()).find((one) => one.id === id)).toMatchObject({ state: 'cancelled' });
    expect((await officer.households.list({ area, period })).total).toBe(before);
  });

  it('is stopped while it is loaded where transactions run side by side; else it is done, and can be undone', async () => {
    const before = (await officer.households.list({ area, period })).total;
    const checked = await check(list(3_000));
    expect(checked.state).toBe('checked');
    await officer.interchange.load({ id: checked.id });
    await officer.interchange.cancel({ id: checked.id });
    const rested = await resting(officer, checked.id);
    if ('folder' in inject('template')) {
      expect(rested.state).toBe('done');
      await officer.interchange.undo({ id: checked.id });
    } else expect(rested).toMatchObject({ state: 'cancelled', result: null, loaded: null });
    expect((await officer.households.list({ area, period })).total).toBe(before);
  });

  it('cannot be stopped once it rests', async () => {
    const { id } = await check(foreign);
    await expect(officer.interchange.cancel({ id })).rejects.toMatchObject({ code: 'import.not-running' });
  });
});
