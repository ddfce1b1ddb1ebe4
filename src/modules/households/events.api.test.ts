import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { mayDo, Role } from '#kernel/permission.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { handIn, household, openRound, unfoundMembers } from '../../../tests/support/households.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import type { Act } from './contract.events.ts';
import type { HouseholdFile } from './contract.ts';

let program: TestProgram;
let officer: Client;
let province: Client;
const area = '15178@2025-07-01' as AreaRef;
const elsewhere = '16093@2025-07-01' as AreaRef;
const period = '2025' as Period;

const member = (name: string, relation: string | null = null, birth: string | null = null) => ({ name, head: relation === 'Chủ hộ', relation, sex: null, birth, ethnicity: null, idNumber: null });
const list = [
  household('Bùi Văn An', { village: 'Thôn Minh Long', causes: ['Ốm đau, bệnh nặng, tai nạn', 'Thiếu vốn'], members: [member('Bùi Văn An', 'Chủ hộ'), member('Bùi Văn Bình', 'Con'), member('Bùi Thị Chi', 'Con')], facts: { income: 1_000_000 } }),
  household('Cao Văn Sơn', { village: 'Thôn Phi Long', members: [member('Cao Văn Sơn', 'Chủ hộ'), member('Cao Thị Tư', 'Con')], facts: { income: 1_000_000 } }),
];

beforeAll(async () => {
  program = await testProgram();
  program.setNow('2026-11-21T03:00:00Z');
  await openRound(program.runtime, '38', '2025', 'P2022');
  officer = await program.as('commune_officer', '15178');
  province = await program.as('province_officer', '38');
  await handIn(program.runtime, area, '2025', list);
});
afterAll(() => program.close());

const idOf = async (name: string): Promise<Id> => (await officer.households.find({ text: name }))[0]!.id;
const open = (id: Id, client = officer): Promise<HouseholdFile> => client.households.get({ id });
const now = ({ members }: HouseholdFile): string[] => members.filter(({ to }) => to === null).map(({ name, head }) => (head ? `*${name}` : name));
const person = async (id: Id, name: string): Promise<Id> => (await open(id)).members.find((one) => one.name === name && one.to === null)!.person;
const does = (id: Id, act: Act, day = '2026-08-10', client = officer) => client.households.act({ id, act, day: plainDate(day), reason: 'Theo đơn', paper: '12/BB' });
const village = async (text: string): Promise<AreaRef> => (await officer.areas.find({ text, level: 'village' }))[0]!.id;

describe('a couple marries, splits off and moves', () => {
  let couple: Id;
  it('lives in a household of its own, and both families tell of it', async () => {
    const [an, son] = [await idOf('bui van an'), await idOf('cao van son')];
    const done = await does(an, {
      kind: 'marriage', person: await person(an, 'Bùi Văn Bình'), spouse: { household: son, person: await person(son, 'Cao Thị Tư') }, home: 'new', place: { village: await village('minh long'), number: 'MỚI-1' },
      head: 'person', headStaying: null, headStayingThere: null, relation: 'Vợ',
    });
    couple = done.founded!;
    const file = await open(couple);
    expect(now(file)).toEqual(['*Bùi Văn Bình', 'Cao Thị Tư']);
    expect(file).toMatchObject({ number: 'MỚI-1', village: { name: 'Thôn Minh Long' }, standing: 'present' });
    expect(now(await open(an))).toEqual(['*Bùi Văn An', 'Bùi Thị Chi']);
    expect((await open(son)).events.map(({ kind }) => kind)).toEqual(['split_off', 'married']);
  });

  it('moves inside the commune; its old records keep their village', async () => {
    await does(couple, { kind: 'move', to: await village('phi long') }, '2026-09-01');
    const file = await open(couple);
    expect([file.village.name, now(file)]).toEqual(['Thôn Phi Long', ['*Bùi Văn Bình', 'Cao Thị Tư']]);
    const head = await program.as('village_head', await village('phi long'));
    expect((await head.households.find({ text: 'bui van binh' })).map(({ id }) => id)).toEqual([couple]);
  });

  it('has a line that is whole from each end, and is found by a former head', async () => {
    await does(couple, { kind: 'head', person: await person(couple, 'Cao Thị Tư'), relations: [] }, '2026-10-01');
    const { line } = await open(couple);
    expect(line.households.map(({ head }) => head).sort()).toEqual(['Bùi Văn An', 'Cao Thị Tư', 'Cao Văn Sơn']);
    expect(line.steps.map(({ kind, day }) => `${kind} ${day}`)).toEqual(['split 2026-08-10', 'split 2026-08-10']);
    const found = (await officer.households.find({ text: 'bui binh' })).find(({ id }) => id === couple);
    expect(found).toMatchObject({ head: 'Cao Thị Tư', formerHeads: ['Bùi Văn Bình'] });
  });

  it('is taken back step by step, the last first, and every row stays', async () => {
    const { events, undoable } = await open(couple);
    const [changed, , moved] = events;
    expect(undoable).toBe(changed!.act);
    const undo = (act: Id) => officer.households.undo({ id: couple, act, reason: 'Ghi nhầm' });
    await expect(undo(moved!.act)).rejects.toMatchObject({ code: 'household.nothing-to-undo' });
    await undo(changed!.act);
    expect(now(await open(couple))).toEqual(['*Bùi Văn Bình', 'Cao Thị Tư']);
    await undo(moved!.act);
    expect((await open(couple)).village.name).toBe('Thôn Minh Long');
    await expect(undo(moved!.act)).rejects.toMatchObject({ code: 'household.nothing-to-undo' });
    await undo(events.at(-1)!.act);
    const an = await open(await idOf('bui van an'));
    expect(now(an)).toEqual(['*Bùi Văn An', 'Bùi Văn Bình', 'Bùi Thị Chi']);
    expect(an.line.steps).toEqual([]);
    expect((await open(couple)).standing).toBe('void');
    const { owner } = program.runtime.database;
    const rows = await owner.selectFrom('member').select(['valid_from', 'valid_to']).where('name', '=', 'Bùi Văn Bình').execute();
    expect(rows).toHaveLength(4);
    expect(rows.filter(({ valid_to }) => valid_to === null)).toHaveLength(1);
  });
});

describe('a household that goes to another commune', () => {
  let son: Id;
  it('ends here with its destination noted, and waits', async () => {
    son = await idOf('cao van son');
    // A commune of the map before today's.
    await expect(does(son, { kind: 'move', to: '16153@2025-06-30' as AreaRef }, '2026-10-05')).rejects.toMatchObject({ code: 'household.place-ended' });
    expect(await does(son, { kind: 'move', to: elsewhere }, '2026-10-05')).toMatchObject({ sent: true });
    const file = await open(son);
    expect([file.standing, now(file)]).toEqual(['sent', []]);
    await expect(does(son, { kind: 'end', because: 'other' })).rejects.toMatchObject({ code: 'household.not-present' });
    expect(await province.households.waiting({ area: '38' as AreaRef })).toMatchObject([{ id: son, head: 'Cao Văn Sơn', size: 2 }]);
  });
  it('is placed by an officer of the province; the old commune keeps its records', async () => {
    await expect(does(son, { kind: 'place', to: elsewhere }, '2026-10-05')).rejects.toMatchObject({ code: 'household.village-outside' });
    await does(son, { kind: 'place', to: elsewhere }, '2026-10-06', province);
    const moves = (await open(son, province)).events.filter(({ kind }) => kind === 'moved_in' || kind === 'moved_out').map(({ kind, day, otherVillage }) => [kind, day, otherVillage!.communes]);
    const [camTan, other] = ['Xã Cẩm Tân', (await province.areas.get({ ref: elsewhere })).name];
    expect(moves).toEqual([['moved_in', '2026-10-06', { here: other, there: camTan }], ['moved_out', '2026-10-05', null]]);
    expect(await province.households.waiting({ area: '38' as AreaRef })).toEqual([]);
    const there = await (await program.as('commune_officer', '16093')).households.get({ id: son });
    expect(now(there)).toEqual(['*Cao Văn Sơn', 'Cao Thị Tư']);
    expect(there.classes).toEqual([]);
    const here = await open(son);
    expect([here.standing, here.village.name, here.classes.length, here.members.every(({ to }) => to !== null)]).toEqual(['left', 'Thôn Phi Long', 1, true]);
    const { rows } = await officer.households.list({ area, period, name: 'cao son' });
    expect(rows.map(({ head }) => head)).toEqual(['Cao Văn Sơn']);
  });
  it('is taken back only from above both places', async () => {
    const { undoable } = await open(son, province);
    const receiver = await program.as('commune_officer', '16093');
    await expect(receiver.households.undo({ id: son, act: undoable!, reason: 'Ghi nhầm' })).rejects.toMatchObject({ code: 'household.partly-outside' });
    await province.households.undo({ id: son, act: undoable!, reason: 'Ghi nhầm' });
    const file = await open(son);
    expect([file.standing, file.village.name, now(file)]).toEqual(['present', 'Thôn Phi Long', ['*Cao Văn Sơn', 'Cao Thị Tư']]);
  });
});

describe('what was built upon', () => {
  it('is not taken back', async () => {
    const an = await idOf('bui van an');
    const { act } = await does(an, { kind: 'birth', child: { name: 'Bùi Thị Bé', relation: 'Cháu', sex: 'female', birth: null, ethnicity: null, idNumber: null } });
    program.setNow('2026-11-21T04:00:00Z');
    await handIn(program.runtime, area, '2025', [household('Bùi Văn An', { ...list[0], facts: { income: 1_100_000 } })]);
    await expect(officer.households.undo({ id: an, act, reason: 'Ghi nhầm' })).rejects.toMatchObject({ code: 'household.built-upon' });
  });
});

describe('splits shortly before a round', () => {
  it('are flagged in the list and in the file, with the mark of the parameter', async () => {
    const an = await idOf('bui van an');
    const split = await does(an, { kind: 'split', people: [await person(an, 'Bùi Thị Chi')], head: await person(an, 'Bùi Thị Chi'), headStaying: null, relations: [], village: await village('minh long'), number: null }, '2026-11-01');
    await openRound(program.runtime, '38', '2026', 'P2022');
    await handIn(program.runtime, area, '2026', [list[0]!, list[1]!]);
    const filter = { area, period: '2026' as Period, split: true };
    expect((await officer.households.list(filter)).rows).toMatchObject([{ head: 'Bùi Văn An', split: '2026-11-01' }]);
    expect((await officer.households.list({ ...filter, period })).rows).toEqual([]);
    expect((await open(an)).recentSplit).toMatchObject({ day: '2026-11-01', period: '2026', mark: 'made_up' });
    expect((await open(split.founded!)).recentSplit).not.toBeNull();
  });
});

describe('sensitive causes', () => {
  it('are hidden from who may not see them, and counted', async () => {
    const an = await idOf('bui van an');
    const reviewer = await program.as('reviewer', '15178');
    const [illness, capital] = [{ wording: 'Ốm đau, bệnh nặng, tai nạn', code: 'illness', known: true }, { wording: 'Thiếu vốn', code: 'capital', known: true, name: { vi: 'Thiếu vốn sản xuất, kinh doanh' } }];
    expect((await open(an)).classes[0]).toMatchObject({ causes: [illness, capital], hiddenCauses: 0 });
    expect((await open(an, reviewer)).classes[0]).toMatchObject({ causes: [capital], hiddenCauses: 1 });
  });
  it.each(Role.options.filter((role) => mayDo(role, 'household.read')))('are found by, as %s, only with the right to them', async (role) => {
    const client = await program.as(role, '15178');
    const may = mayDo(role, 'household.sensitive');
    const found = client.households.list({ area, period, cause: 'illness' });
    if (may) expect((await found).rows).toMatchObject([{ head: 'Bùi Văn An' }]);
    else await expect(found).rejects.toMatchObject({ code: 'household.sensitive-cause' });
    const file = client.interchange.householdFile({ area, period, cause: 'illness' });
    if (may) expect((await file).size).toBeGreaterThan(0);
    else await expect(file).rejects.toMatchObject({ code: 'household.sensitive-cause' });
    expect((await client.households.parts()).hiddenCauses).toEqual(may ? [] : ['illness']);
    expect(JSON.stringify(await open(await idOf('bui van an'), client)).includes('Ốm đau')).toBe(may);
  });
});

describe('a correction', () => {
  it('is asked by one and decided by another, and keeps both rows', async () => {
    const an = await idOf('bui van an');
    const reviewer = await program.as('reviewer', '15178');
    const wish = { household: an, person: await person(an, 'Bùi Văn An'), field: 'id_number' as const, value: '999068000123', reason: 'Theo CCCD', paper: null };
    await expect(reviewer.households.ask({ ...wish, value: '12' })).rejects.toMatchObject({ code: 'correction.bad-value' });
    const asked = await reviewer.households.ask(wish);
    expect(asked.new).toBe('•••••••••123');
    await expect(reviewer.households.ask(wish)).rejects.toMatchObject({ code: 'correction.open-already' });
    const [seen] = await officer.households.corrections({ area });
    expect(seen).toMatchObject({ id: asked.id, new: '999068000123', own: false });
    await officer.households.decideCorrection({ id: asked.id, accept: true, note: null });
    const { members, corrections } = await open(an);
    expect(members.filter(({ person: its }) => its === wish.person).map(({ idNumber, to, enteredBy }) => [idNumber, to === null, enteredBy]).slice(-2)).toEqual([
      [null, false, null],
      ['•••••••••123', true, 'commune_officer 15178'],
    ]);
    expect(corrections[0]).toMatchObject({ accepted: true, new: '•••••••••123', decidedBy: 'commune_officer 15178' });
  });
  it('is never decided by who asked', async () => {
    const an = await idOf('bui van an');
    const asked = await officer.households.ask({ household: an, person: await person(an, 'Bùi Văn An'), field: 'name', value: 'Bùi Văn Ân', reason: 'Theo CCCD', paper: null });
    await expect(officer.households.decideCorrection({ id: asked.id, accept: true, note: null })).rejects.toMatchObject({ code: 'correction.own-request' });
    await province.households.decideCorrection({ id: asked.id, accept: false, note: 'Giấy tờ không rõ' });
    await expect(officer.households.decideCorrection({ id: asked.id, accept: false, note: null })).rejects.toMatchObject({ code: 'correction.decided' });
    expect(now(await open(an))).toContain('*Bùi Văn An');
  });
});

it('after all of it households are found by every name on record', async () => {
  expect(await unfoundMembers(program.runtime.database.owner)).toEqual([]);
});
