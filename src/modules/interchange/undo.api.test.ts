import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { handIn, household, openRound } from '../../../tests/support/households.ts';
import { resting } from '../../../tests/support/imports.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import type { Import } from './contract.ts';
import { heads, householdRows, workbookOf } from './fixtures.ts';

let program: TestProgram;
let officer: Client;
const period = '2025' as Period;
/** Each test has a commune of its own. */
const communes = ['15178', '16093', '14845', '14848', '14854', '14857', '14860', '14863', '14864', '14869', '14812', '14872', '14875', '14878'] as AreaRef[];
let area: AreaRef;

beforeAll(async () => {
  program = await testProgram();
  await openRound(program.runtime, '38', '2025', 'P2022');
  await openRound(program.runtime, '38', '2026', 'P2022');
});
afterAll(() => program.close());
beforeEach(async () => {
  area = communes.shift()!;
  officer = await program.as('commune_officer', area);
});

type Rows = ReturnType<typeof householdRows>;

async function load(rows: Rows, place: { period: Period } = { period }): Promise<Import> {
  const bytes = await workbookOf({ name: 'Hộ nghèo, cận nghèo', rows: [heads, ...rows] });
  const { id } = await officer.interchange.start({ area, kind: 'commune', ...place, file: new File([bytes as Uint8Array<ArrayBuffer>], 'danh-sach.xlsx') });
  expect((await resting(officer, id)).state).toBe('checked');
  await officer.interchange.load({ id });
  return resting(officer, id);
}

const an = (changes: Parameters<typeof householdRows>[1] = {}, members: Parameters<typeof householdRows>[2] = []): Rows => householdRows('Phạm Văn An', changes, members);
const dung = householdRows('Lê Thị Dung', { B1: 131, B2: 20 });

/** All that the register says of the commune: heads, classes, members, and the figures above them. */
async function register() {
  const { rows } = await officer.households.list({ area, period });
  const files = await Promise.all(rows.map(({ id }) => officer.households.get({ id })));
  const figures = await officer.measures.figures({ area, period, measures: ['households.poor', 'households.near_poor', 'persons.poor'] as never });
  return {
    rows: rows.map(({ id, ...row }) => row),
    members: files.map(({ members }) => members.map(({ id, person, enteredAt, ...member }) => member)),
    persons: files.map(({ members }) => members.map(({ person, enteredAt }) => [person, enteredAt])),
    current: files.map(({ classes }) => classes.filter(({ current }) => current).map(({ period: of, class: given, revision }) => [of, given, revision])),
    figures: figures.total,
  };
}

describe('undoing an import', () => {
  it('withdraws what it added and gives back what it changed, members and figures included', async () => {
    await load(an({}, [['Phạm Thị Bé', 'Con', '2010', 'Nữ']]));
    const before = await register();
    const second = await load([...an({ B1: 131, B2: 20, 'Giới tính': 'Nam', CCCD: '038170001234' }), ...dung]);
    expect(second.result).toMatchObject({ added: 1, changed: 1 });
    expect(await register()).not.toEqual(before);
    expect(await officer.interchange.undoPlan({ id: second.id })).toMatchObject({ added: 1, changed: 1, built: { revision: 0, round: 0, event: 0, member: 0, correction: 0, house: 0 }, first: [] });
    expect(await officer.interchange.undo({ id: second.id })).toMatchObject({ state: 'undone', undone: { by: expect.stringContaining('commune_officer') } });
    expect(await register()).toEqual(before);
  });

  it('loses nothing: the undone rows stay, marked', async () => {
    const { id } = await load(an());
    await officer.interchange.undo({ id });
    const { owner } = program.runtime.database;
    for (const table of ['household', 'member', 'class_record'] as const) {
      const rows = await owner.selectFrom(table).select('undone_at').where('import_id', '=', id).execute();
      expect(rows).toHaveLength(1);
      expect(rows[0]!.undone_at).toBeInstanceOf(Date);
    }
  });

  it('leaves an audit row, and the second time is refused', async () => {
    const { id } = await load(an());
    await officer.interchange.undo({ id });
    const entries = await program.runtime.database.owner.selectFrom('audit_entry').select('action').where('subject', '=', id).execute();
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['household.list-undone', 'import.undone']));
    await expect(officer.interchange.undo({ id })).rejects.toMatchObject({ code: 'import.undone-already' });
  });

  it('lets the same file be loaded anew, and undone anew', async () => {
    const { id } = await load([...an(), ...dung]);
    const { persons, ...loaded } = await register();
    await officer.interchange.undo({ id });
    const again = await load([...an(), ...dung]);
    expect(again.result).toMatchObject({ added: 2, changed: 0 });
    expect(await register()).toMatchObject(loaded);
    await load([...an({ B1: 110 }), ...dung]).then(({ id: third }) => officer.interchange.undo({ id: third }));
    await load([...an({ B1: 100 }), ...dung]);
    const [file] = (await officer.households.list({ area, period, name: 'pham an' })).rows;
    const { classes } = await officer.households.get({ id: file!.id });
    expect(classes.map(({ revision, current, undone }) => [revision, current, undone])).toEqual([[3, true, false], [2, false, true], [1, false, false]]);
  });

  it('is refused once something was built on it, which is named; from the last back to the first it goes', async () => {
    const first = await load([...an(), ...dung]);
    const second = await load([...an({ B1: 110 }), ...dung]);
    const next = await load(dung, { period: '2026' as Period });
    await expect(officer.interchange.undo({ id: first.id })).rejects.toMatchObject({ code: 'import.built-on' });
    const plan = await officer.interchange.undoPlan({ id: first.id });
    expect(plan.built).toEqual({ revision: 1, round: 1, event: 0, member: 0, correction: 0, house: 0 });
    expect(plan.first.map(({ head, kind, day }) => [head, kind, day])).toEqual([['Lê Thị Dung', 'round', '2026-12-31'], ['Phạm Văn An', 'revision', '2025-12-31']]);
    for (const { id } of [next, second, first]) expect(await officer.interchange.undo({ id })).toMatchObject({ state: 'undone' });
    expect((await officer.households.list({ area, period })).total).toBe(0);
  });

  it('is refused after an event, until the event was undone', async () => {
    const { id } = await load(an());
    const { owner } = program.runtime.database;
    const { household_id, village_id, area_path } = await owner.selectFrom('household').selectAll().where('import_id', '=', id).executeTakeFirstOrThrow();
    const event = { household_id, village_id, area_path, act_id: household_id, day: '2026-02-01', details: '{}', source: 'Thôn báo', entered_at: new Date(Date.now() + 1000) };
    await owner.insertInto('household_event').values({ ...event, event_id: household_id, kind: 'died' }).execute();
    await expect(officer.interchange.undo({ id })).rejects.toMatchObject({ code: 'import.built-on' });
    await owner.insertInto('household_event').values({ ...event, event_id: village_id, kind: 'undone' }).execute();
    expect(await officer.interchange.undo({ id })).toMatchObject({ state: 'undone' });
  });

  it('is refused while a correction waits, until that was refused', async () => {
    const { id } = await load(an());
    const [row] = (await officer.households.list({ area, period })).rows;
    const { members } = await officer.households.get({ id: row!.id });
    const reviewer = await program.as('reviewer', area);
    const { id: correction } = await reviewer.households.ask({ household: row!.id, person: members[0]!.person, field: 'sex', value: 'female', reason: 'Ghi nhầm', paper: null });
    await expect(officer.interchange.undo({ id })).rejects.toMatchObject({ code: 'import.built-on' });
    const plan = await officer.interchange.undoPlan({ id });
    expect(plan).toMatchObject({ built: { revision: 0, round: 0, event: 0, member: 0, correction: 1, house: 0 }, first: [{ head: 'Phạm Văn An', kind: 'correction', source: 'Ghi nhầm' }] });
    await officer.households.decideCorrection({ id: correction, accept: false, note: 'Không có giấy tờ' });
    expect(await officer.interchange.undo({ id })).toMatchObject({ state: 'undone' });
  });

  it('is refused after one of its households was merged with another', async () => {
    const { id } = await load([...an(), ...dung]);
    const rows = (await officer.households.list({ area, period })).rows;
    const [keep, other] = await Promise.all(rows.map((row) => officer.households.comparePair({ one: row.id, other: rows.find((one) => one !== row)!.id })));
    await officer.households.merge({
      keep: keep!.one.id,
      other: other!.one.id,
      fields: { number: 'keep', village: 'keep' },
      persons: [...keep!.one.members.map((member) => ({ keep: member.id, other: null, fromOther: [], joins: false })), ...other!.one.members.map((member) => ({ keep: null, other: member.id, fromOther: [], joins: true }))],
      classes: keep!.one.classes.map(({ roundId }) => ({ roundId, take: 'keep' })),
    });
    await expect(officer.interchange.undo({ id })).rejects.toMatchObject({ code: 'import.built-on' });
    expect((await officer.interchange.undoPlan({ id })).built).toMatchObject({ event: 2, member: 1 });
    // Once the merge was taken back nothing rests on the import any more, and nothing that the taking back wrote is left over.
    const [merge] = await officer.households.merges({ area });
    await officer.households.undoMerge({ act: merge!.act, household: merge!.other.id });
    expect((await officer.interchange.undoPlan({ id })).built).toEqual({ revision: 0, round: 0, event: 0, member: 0, correction: 0, house: 0 });
    await officer.interchange.undo({ id });
    expect((await register()).rows).toEqual([]);
    expect(await program.runtime.database.owner.selectFrom('class_record').select('household_id').where('current', '=', true).where(sql<boolean>`household_id = any(${rows.map((row) => row.id)}::uuid[])`).execute()).toEqual([]);
  });

  it('gives back what stood before the import, though its household was merged and unmerged in between', async () => {
    await load(an({}, [['Phạm Thị Bé', 'Con', '2010', 'Nữ']]));
    await load(dung);
    const { persons, ...before } = await register();
    const { id } = await load(an({ B1: 131, B2: 20 }));
    const [keep, other] = await Promise.all((await officer.households.list({ area, period })).rows.map((row, _, all) => officer.households.comparePair({ one: row.id, other: all.find((one) => one !== row)!.id })));
    const { act } = await officer.households.merge({
      keep: keep!.one.id,
      other: other!.one.id,
      fields: { number: 'keep', village: 'keep' },
      persons: [...keep!.one.members.map((member) => ({ keep: member.id, other: null, fromOther: [], joins: false })), ...other!.one.members.map((member) => ({ keep: null, other: member.id, fromOther: [], joins: true }))],
      classes: keep!.one.classes.map(({ roundId }) => ({ roundId, take: 'keep' })),
    });
    await officer.households.undoMerge({ act, household: other!.one.id });
    await officer.interchange.undo({ id });
    const after = await register();
    expect(after.rows).toEqual(before.rows);
    expect(after.figures).toEqual(before.figures);
    expect(after.members.map((members) => members.filter(({ to }) => to === null).map(({ name }) => name))).toEqual(before.members.map((members) => members.map(({ name }) => name)));
  });

  it('is refused once the house of one of its households was recorded', async () => {
    const { id } = await load(an());
    const [row] = (await officer.households.list({ area, period })).rows;
    await officer.households.addPlace({ household: row!.id, day: plainDate('2026-01-05'), latitude: 20, longitude: 105, accuracy: null, origin: 'typed', source: 'Bản đồ xã' });
    await expect(officer.interchange.undo({ id })).rejects.toMatchObject({ code: 'import.built-on' });
    expect(await officer.interchange.undoPlan({ id })).toMatchObject({ built: { house: 1 }, first: [{ kind: 'house', source: 'Bản đồ xã' }] });
  });

  it('does not touch what was there before without an import', async () => {
    await handIn(program.runtime, area, '2025', [household('Cao Văn Cũ', { village: 'Thôn 1', facts: { income: 1_000_000 } })]);
    const before = await register();
    const { id } = await load(an());
    await officer.interchange.undo({ id });
    expect(await register()).toEqual(before);
  });
});

it('every table that rests on households is asked before an import is undone', async () => {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'household_id' order by 1`.execute(program.runtime.database.owner);
  expect(rows.map(({ name }) => name)).toEqual([
    'class_change', 'class_record', 'class_trait', 'duplicate_decision', 'duplicate_pair', 'duplicate_person', 'duplicate_person_decision',
    'house_photo', 'house_place', 'household', 'household_absence', 'household_event', 'household_ledger_line', 'household_name', 'member',
    'member_correction',
  ]);
});

it('undone figures count no longer, and those published before count again', async () => {
  await openRound(program.runtime, '401@2017-12-31', '2017', 'P2016');
  officer = await program.as('province_officer', '38');
  const place = { area: '401@2017-12-31' as AreaRef, period: '2017' as Period };
  const loadFigures = async (all: number): Promise<Id> => {
    const bytes = await workbookOf({ name: 'Phụ lục', rows: [['TT', 'Đơn vị', 'Tổng số hộ', 'Số hộ nghèo'], [1, 'Xã Ba Đình', all, 66]] });
    const { id } = await officer.interchange.start({ ...place, kind: 'aggregate', file: new File([bytes as Uint8Array<ArrayBuffer>], 'phu-luc.xlsx') });
    expect((await resting(officer, id)).state).toBe('checked');
    await officer.interchange.load({ id });
    expect((await resting(officer, id)).state).toBe('done');
    return id;
  };
  const published = async (): Promise<unknown> => {
    const { rows } = await officer.measures.figures({ ...place, measures: ['households.all'] as never });
    return Object.values(rows.find(({ area: unit }) => unit.name === 'Xã Ba Đình')!.figures).map(({ value }) => value);
  };
  await loadFigures(1362);
  const second = await loadFigures(1400);
  expect(await published()).toEqual([1400]);
  expect(await officer.interchange.undoPlan({ id: second })).toMatchObject({ figures: 2, added: 0, changed: 0 });
  expect(await officer.interchange.undo({ id: second })).toMatchObject({ state: 'undone' });
  expect(await published()).toEqual([1362]);
});

describe('the list of imports', () => {
  it('shows what others loaded for the area, with who and when, and what was undone', async () => {
    const { id } = await load(an());
    const province = await program.as('province_officer', '38');
    const found = (await province.interchange.list()).find((one) => one.id === id);
    expect(found).toMatchObject({ state: 'done', file: 'danh-sach.xlsx', area: { id: expect.stringContaining(area) }, period, check: null, loaded: { by: expect.stringContaining('commune_officer') } });
    await province.interchange.undo({ id });
    expect(await officer.interchange.get({ id })).toMatchObject({ state: 'undone', undone: { by: expect.stringContaining('province_officer') } });
    const stranger = await program.as('commune_officer', '14866');
    expect((await stranger.interchange.list()).map((one) => one.id)).not.toContain(id);
    await expect(stranger.interchange.undo({ id })).rejects.toMatchObject({ code: 'import.not-found' });
  });
});
