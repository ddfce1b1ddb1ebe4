import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { mayDo, Role } from '#kernel/permission.ts';
import type { Period } from '#kernel/period.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { handIn, household, openRound } from '../../../tests/support/households.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';

let program: TestProgram;
let officer: Client;
let id: Id;
const area = '15178@2025-07-01' as AreaRef;
const period = '2025' as Period;
const an = (causes: string[], rest: object = {}) =>
  household('Bùi Văn An', { village: 'Thôn Minh Long', causes, facts: { income: 1_000_000, indicators: { NO1: 'yes', NS1: 'yes', VL1: 'yes', YT1: 'no' }, ...rest } });

beforeAll(async () => {
  program = await testProgram();
  program.setNow('2026-11-21T03:00:00Z');
  await openRound(program.runtime, '38', period, 'P2022');
  officer = await program.as('commune_officer', '15178');
  await handIn(program.runtime, area, period, [an(['Thiếu vốn'])]);
  id = (await officer.households.find({ text: 'bui van an' }))[0]!.id;
});
afterAll(() => program.close());

const current = async (client = officer) => (await client.households.get({ id })).classes.find((record) => record.current)!;
const told = { period, note: null, day: plainDate('2026-11-01'), source: 'Biên bản họp thôn' };
const tell = async (indicator: string | null, causes: string[], rest: object = {}) => officer.households.recordCauses({ ...told, household: id, revision: (await current()).revision, indicator, causes, ...rest });
const countOf = async (cause: string) => (await officer.households.count({ area, period, cause })).total;

describe('causes on the file', () => {
  it('of a deprivation stand beside it, with who told them; the class is the one that was handed in', async () => {
    await tell('NO1', ['Thiếu vốn làm ăn', 'Ốm đau'], { note: 'Nhà dột từ bão số 3' });
    const record = await current();
    expect(record.deprivationCauses).toEqual([
      {
        indicator: 'NO1',
        causes: [expect.objectContaining({ wording: 'Thiếu vốn làm ăn', code: 'capital', known: true }), expect.objectContaining({ code: 'illness' })],
        hiddenCauses: 0,
        note: 'Nhà dột từ bão số 3',
      },
    ]);
    expect(record).toMatchObject({ revision: 2, amends: 1, handedIn: 1, source: expect.stringContaining('test'), causesTold: { day: '2026-11-01', source: 'Biên bản họp thôn' } });
  });
  it('are read out with the slip', async () => {
    const { parts } = await officer.households.slip({ id, period });
    expect(parts.find(({ key }) => key === 'lacking')!.lines.map(({ vi }) => vi)).toContain('Nhà ở chưa bền chắc. Nguyên nhân đã ghi: thiếu vốn sản xuất, kinh doanh; ốm đau, bệnh nặng, tai nạn.');
  });
  it('hide what is sensitive, and the note, from who may not see it', async () => {
    const { deprivationCauses } = await current(await program.as('village_head', area));
    expect(deprivationCauses).toEqual([{ indicator: 'NO1', causes: [expect.objectContaining({ code: 'capital' })], hiddenCauses: 1, note: null }]);
    const roles = Role.options.filter((role) => mayDo(role, 'household.sensitive'));
    expect(roles).toEqual(['commune_officer', 'province_officer']);
    await expect((await program.as('reviewer', area)).households.recordCauses({ ...told, household: id, revision: 2, indicator: null, causes: [] })).rejects.toMatchObject({ status: 403 });
  });
  it('of poverty are counted in the place of those of the list', async () => {
    expect([await countOf('capital'), await countOf('land')]).toEqual([1, 0]);
    await tell(null, ['Thiếu đất canh tác']);
    expect([await countOf('capital'), await countOf('land')]).toEqual([0, 1]);
  });
  it.each([
    ['what it is not deprived in', 'YT1', {}, 'household.not-deprived'],
    ['a day to come', 'NS1', { day: plainDate('2026-11-22') }, 'household.act-in-future'],
    ['a class that counts no more', 'NS1', { revision: 1 }, 'household.class-changed-since'],
    ['a period without a class', 'NS1', { period: '2024' as Period }, 'household.no-class-then'],
  ])('are refused of %s', async (_, indicator, rest, code) => expect(tell(indicator, ['Khác'], rest)).rejects.toMatchObject({ code }));
  it('are not written twice', async () => expect(tell(null, ['thiếu đất canh tác'])).rejects.toMatchObject({ code: 'household.same-causes' }));
  it('go on with a later list that tells none, and stay with the same list', async () => {
    await handIn(program.runtime, area, period, [an(['Thiếu vốn'])]);
    expect((await current()).revision).toBe(3);
    await handIn(program.runtime, area, period, [an([], { income: 900_000 })]);
    const record = await current();
    expect(record).toMatchObject({ revision: 4, amends: null, handedIn: 4, causes: [{ code: 'land' }], deprivationCauses: [{ indicator: 'NO1' }] });
    await expect(officer.households.undoCauses({ household: id, period, revision: 4 })).rejects.toMatchObject({ code: 'household.no-told-causes' });
  });
  it('are not told of what a later list says the household has', async () => {
    await handIn(program.runtime, area, period, [an(['Thiếu vốn'], { indicators: { NO1: 'no', NS1: 'yes', VL1: 'yes' } })]);
    expect(await current()).toMatchObject({ causes: [{ code: 'capital' }], deprivationCauses: [] });
  });
  it('are taken back one by one; those before count again and all stay on record', async () => {
    const was = await current();
    await tell('NS1', ['Khác']);
    await tell(null, ['Thiếu lao động']);
    const undo = async () => officer.households.undoCauses({ household: id, period, revision: (await current()).revision });
    await undo();
    expect(await current()).toMatchObject({ causes: [{ code: 'capital' }], deprivationCauses: [{ indicator: 'NS1' }] });
    await undo();
    expect(await current()).toEqual(was);
    expect([await countOf('capital'), await countOf('labour')]).toEqual([1, 0]);
    expect((await officer.households.get({ id })).classes.filter(({ undone }) => undone)).toHaveLength(2);
  });
  it('stay with a household that a later list left out by mistake', async () => {
    await tell('VL1', ['Khác']);
    const told = await current();
    const file = new File(['Chủ hộ;Quan hệ với chủ hộ;Thôn;Phân loại hộ;B1\nPhạm Văn Khác;Chủ hộ;Thôn Minh Long;Hộ nghèo;120'], 'danh-sach.csv');
    const list = await officer.interchange.start({ area, period, kind: 'commune', file });
    while ((await officer.interchange.get({ id: list.id })).state === 'reading');
    await officer.interchange.load({ id: list.id });
    while ((await officer.interchange.get({ id: list.id })).state === 'loading');
    const { absences } = await officer.households.absences({ area });
    const absence = absences.find(({ household: its }) => its === id)!;
    await officer.households.answerAbsences({ ids: [absence.id], answer: { kind: 'left_out', note: null } });
    const { classes, absences: answered } = await officer.households.get({ id });
    expect(classes.filter((record) => record.current)).toEqual([told]);
    expect(answered).toMatchObject([{ period, answer: 'left_out', undone: false }]);
  });
  it('are recorded by officers of the place alone, and leave in the audit that they were, not what', async () => {
    const stranger = await program.as('commune_officer', '16093');
    await expect(stranger.households.recordCauses({ ...told, household: id, revision: 1, indicator: null, causes: [] })).rejects.toMatchObject({ code: 'household.not-found' });
    const { owner } = program.runtime.database;
    const rows = await owner.selectFrom('audit_entry').select(['action', 'details']).where('subject', '=', id).where('action', 'like', 'household.causes-%').execute();
    expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['household.causes-recorded', 'household.causes-undone']));
    expect(JSON.stringify(rows)).not.toMatch(/Thiếu|Ốm|dột/);
  });
});
