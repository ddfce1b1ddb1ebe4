import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { AbsenceAnswer } from '#modules/households/contract.absences.ts';
import { openRound } from '../../../tests/support/households.ts';
import { resting } from '../../../tests/support/imports.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import type { Import } from './contract.ts';
import { heads, householdRows, workbookOf, type FixtureSheet } from './fixtures.ts';

let program: TestProgram;
let officer: Client;
/** Each test has a commune of its own. */
const communes = ['15178', '16093', '14845', '14848', '14854', '14857', '14860', '14863', '14864', '14869', '14812', '14872'] as AreaRef[];
let area: AreaRef;
const [before, now] = ['2024', '2025'] as Period[];
const day = '2025-06-01' as PlainDate;

beforeAll(async () => {
  program = await testProgram();
  await openRound(program.runtime, '38', '2024', 'P2022');
  await openRound(program.runtime, '38', '2025', 'P2022');
});
afterAll(() => program.close());

type Rows = ReturnType<typeof householdRows>;
const an = householdRows('Phạm Văn An', {}, [['Phạm Thị Bé', 'Con', '2010', 'Nữ']]);
const dung = householdRows('Lê Thị Dung', { B1: 131, B2: 20 });
const giang = householdRows('Hà Văn Giang', { Thôn: 'Thôn 2' });
const hai = householdRows('Cao Thị Hải', { Thôn: 'Thôn 2' });

async function check(rows: Rows, period: Period | undefined, ...sheets: FixtureSheet[]): Promise<Import> {
  const bytes = await workbookOf({ name: 'Hộ nghèo, cận nghèo', rows: [heads, ...rows] }, ...sheets);
  const { id } = await officer.interchange.start({ area, kind: 'commune', period: period!, file: new File([bytes as Uint8Array<ArrayBuffer>], 'danh-sach.xlsx') });
  return resting(officer, id);
}

async function load({ id }: Pick<Import, 'id'>): Promise<Import> {
  await officer.interchange.load({ id });
  const loaded = await resting(officer, id);
  expect(loaded).toMatchObject({ state: 'done', failure: null });
  return loaded;
}

const absentIn = ({ check: found }: Import, head: string): Id => found!.absences.find((one) => one.head === head)!.household;
const open = async (): Promise<string[]> => (await officer.households.absences({ area })).absences.map(({ head }) => head);
const file = async (id: Id) => officer.households.get({ id });
const poor = async (period: Period | undefined) => {
  const { total } = await officer.measures.figures({ area, period: period!, measures: ['households.poor', 'households.insufficient', 'change.households.poor.other_out', 'change.households.poor.unexplained'] as never });
  return Object.values(total.figures).map(({ value }) => value);
};

beforeEach(async () => {
  area = communes.shift()!;
  officer = await program.as('commune_officer', area);
  await load(await check([...an, ...dung, ...giang, ...hai], before));
});

describe('households that a new list does not name', () => {
  it('are named in the dry run with their last class, and whether the file names their village at all', async () => {
    const { check: found } = await check([...an, ...dung], now);
    expect(found!.absent).toEqual({ total: 2, answered: 0 });
    expect(found!.absences).toMatchObject([
      { head: 'Hà Văn Giang', village: 'Thôn 2', villageNamed: false, last: { class: 'poor', period: before }, since: '2024-12-31', answer: null },
      { head: 'Cao Thị Hải', village: 'Thôn 2', villageNamed: false },
    ]);
  });

  it('are asked later when nobody answers: nothing of them ends, the loss is unexplained, and they are found again', async () => {
    const checked = await check([...an, ...dung], now);
    const giangs = absentIn(checked, 'Hà Văn Giang');
    await load(checked);
    expect(await open()).toEqual(['Cao Thị Hải', 'Hà Văn Giang']);
    expect(await file(giangs)).toMatchObject({ standing: 'present', members: [{ to: null }] });
    expect(await poor(now)).toEqual([1, 0, 2, 2]);
  });

  it('become events of their own on the day given, in the transaction of the import', async () => {
    const checked = await check([...an, ...dung], now);
    const [giangs, hais] = [absentIn(checked, 'Hà Văn Giang'), absentIn(checked, 'Cao Thị Hải')];
    const ans = (await officer.households.find({ text: 'pham van an', area }))[0]!.id;
    await officer.interchange.answerAbsent({ id: checked.id, households: [giangs], answer: { kind: 'ended', because: 'died_out', day, note: 'Trích lục khai tử' } });
    const answered = await officer.interchange.answerAbsent({ id: checked.id, households: [hais], answer: { kind: 'merged', into: ans, day, note: null } });
    expect(answered.check).toMatchObject({ absent: { total: 2, answered: 2 } });
    expect(answered.check!.absences[1]).toMatchObject({ answer: { kind: 'merged' }, named: 'Phạm Văn An' });
    await load(checked);
    expect(await open()).toEqual([]);
    expect(await file(giangs)).toMatchObject({ standing: 'ended', events: [{ kind: 'ended', because: 'died_out', day, reason: 'Trích lục khai tử' }] });
    expect(await file(hais)).toMatchObject({ standing: 'merged', events: [{ kind: 'merged_into', day }] });
    // The list of the round names two members only: who came by the merger left again with the list.
    expect((await file(ans)).members.filter(({ name }) => name === 'Cao Thị Hải').map(({ from, to }) => [from, to])).toEqual([[day, '2025-12-31']]);
    expect(await poor(now)).toEqual([1, 0, 2, 0]);
  });

  it('are as they were once the import is undone, and the question is asked anew with the next one', async () => {
    const checked = await check([...an, ...dung], now);
    const [giangs, hais] = [absentIn(checked, 'Hà Văn Giang'), absentIn(checked, 'Cao Thị Hải')];
    const ans = (await officer.households.find({ text: 'pham van an', area }))[0]!.id;
    const told = async () => Promise.all([giangs, hais, ans].map(async (id) => {
      const { members, standing, classes } = await file(id);
      return { standing, members: members.filter(({ to }) => to === null).map(({ name, person }) => [name, person]), classes: classes.filter(({ current }) => current).map(({ period, class: given }) => [period, given]) };
    }));
    const unchanged = await told();
    await officer.interchange.answerAbsent({ id: checked.id, households: [giangs, hais], answer: { kind: 'merged', into: ans, day, note: null } });
    await load(checked);
    expect(await officer.interchange.undoPlan({ id: checked.id })).toMatchObject({ acts: 2, built: { event: 0, member: 0 } });
    expect(await officer.interchange.undo({ id: checked.id })).toMatchObject({ state: 'undone' });
    expect(await told()).toEqual(unchanged);
    expect(await open()).toEqual([]);
    expect((await check([...an, ...dung], now)).check!.absent).toEqual({ total: 2, answered: 0 });
  });

  it('that left poverty are so officially by a decision, else the basis is insufficient', async () => {
    const checked = await check([...an, ...dung], now);
    const [giangs, hais] = [absentIn(checked, 'Hà Văn Giang'), absentIn(checked, 'Cao Thị Hải')];
    await officer.interchange.answerAbsent({ id: checked.id, households: [giangs], answer: { kind: 'left_poverty', decision: { number: '12/QĐ-UBND', day: null }, note: null } });
    await officer.interchange.answerAbsent({ id: checked.id, households: [hais], answer: { kind: 'left_poverty', decision: null, note: null } });
    await load(checked);
    const given = async (id: Id) => (await file(id)).classes.find(({ period }) => period === now);
    expect(await given(giangs)).toMatchObject({ class: 'not_poor', stated: 'not_poor', decision: { number: '12/QĐ-UBND' } });
    expect(await given(hais)).toMatchObject({ class: 'insufficient', stated: 'not_poor' });
    expect(await poor(now)).toEqual([1, 1, 0, 0]);
  });

  it('cannot have left poverty unnamed where the file lists those that did', async () => {
    const checked = await check([...an, ...dung], now, { name: 'Hộ thoát nghèo', rows: [['Chủ hộ', 'Quan hệ với chủ hộ', 'Ngày sinh', 'Thôn'], ['Hà Văn Giang', 'Chủ hộ', '17/05/1970', 'Thôn 2']] });
    expect(checked.check).toMatchObject({ namesExits: true, absent: { total: 1 } });
    const answer: AbsenceAnswer = { kind: 'left_poverty', decision: null, note: null };
    await expect(officer.interchange.answerAbsent({ id: checked.id, households: [absentIn(checked, 'Cao Thị Hải')], answer })).rejects.toMatchObject({ code: 'absence.names-exits' });
  });

  it('that were left out by mistake keep members and last class; of this round nothing is known of them', async () => {
    const checked = await check([...an, ...dung], now);
    const giangs = absentIn(checked, 'Hà Văn Giang');
    await officer.interchange.answerAbsent({ id: checked.id, households: [giangs, absentIn(checked, 'Cao Thị Hải')], answer: { kind: 'left_out', note: null } });
    await load(checked);
    const { classes, standing, members } = await file(giangs);
    expect({ standing, members: members.length, classes: classes.map(({ period, class: given }) => [period, given]) }).toEqual({ standing: 'present', members: 1, classes: [[now, 'insufficient'], [before, 'poor']] });
    expect(await poor(now)).toEqual([1, 2, 0, 0]);
    expect((await check([...an, ...dung], now)).check!.absent.total).toBe(0);
  });

  it('are refused a day outside of the time between the two lists, at once', async () => {
    const checked = await check([...an, ...dung], now);
    const say = (on: string) => officer.interchange.answerAbsent({ id: checked.id, households: [absentIn(checked, 'Hà Văn Giang')], answer: { kind: 'ended', because: 'other', day: on as PlainDate, note: null } });
    await expect(say('2024-12-31')).rejects.toMatchObject({ code: 'absence.day-early' });
    await expect(say('2026-01-01')).rejects.toMatchObject({ code: 'absence.day-late' });
  });

  it('can be answered after the import; then that is not undone any more until the answer is', async () => {
    const checked = await check([...an, ...dung], now);
    await load(checked);
    const { absences } = await officer.households.absences({ area });
    const [hais, giangs] = absences as [typeof absences[number], typeof absences[number]];
    expect(await officer.households.answerAbsences({ ids: [giangs.id], answer: { kind: 'ended', because: 'abroad', day, note: null } })).toEqual({ answered: 1 });
    expect(await officer.households.answerAbsences({ ids: [hais.id], answer: { kind: 'left_out', note: null } })).toEqual({ answered: 1 });
    expect(await open()).toEqual([]);
    expect(await poor(now)).toEqual([1, 1, 1, 0]);
    await expect(officer.households.answerAbsences({ ids: [giangs.id], answer: { kind: 'left_out', note: null } })).rejects.toMatchObject({ code: 'absence.not-found' });
    await expect(officer.interchange.undo({ id: checked.id })).rejects.toMatchObject({ code: 'import.built-on' });
    const { undoable } = await file(giangs.household);
    await officer.households.undo({ id: giangs.household, act: undoable!, reason: 'Ghi nhầm' });
    expect(await open()).toEqual(['Hà Văn Giang']);
  });

  it('leave the list of the round where an earlier one named them, and come back with its undoing', async () => {
    await load(await check([...an, ...dung, ...giang, ...hai], now));
    expect(await poor(now)).toEqual([3, 0, 0, 0]);
    const checked = await check([...an, ...dung, ...hai], now);
    expect(checked.check!.absences).toMatchObject([{ head: 'Hà Văn Giang', last: { period: now }, since: null }]);
    await officer.interchange.answerAbsent({ id: checked.id, households: [absentIn(checked, 'Hà Văn Giang')], answer: { kind: 'ended', because: 'other', day, note: null } });
    await load(checked);
    expect(await poor(now)).toEqual([2, 0, 1, 0]);
    await officer.interchange.undo({ id: checked.id });
    expect(await poor(now)).toEqual([3, 0, 0, 0]);
  });

  it('are no longer asked about once a newer list of the round names them', async () => {
    await load(await check([...an, ...dung], now));
    expect(await open()).toHaveLength(2);
    const second = await check([...an, ...dung, ...giang], now);
    await load(second);
    expect(await open()).toEqual(['Cao Thị Hải']);
    await officer.interchange.undo({ id: second.id });
    expect(await open()).toEqual(['Cao Thị Hải', 'Hà Văn Giang']);
  });
});

it('new, again or still is kept as the list says, beside what the earlier lists say', async () => {
  const row = (rows: Rows, word: string) => rows.map((cells, place) => [...cells, place === 0 ? word : null]);
  const bytes = await workbookOf({ name: 'Hộ nghèo, cận nghèo', rows: [[...heads, 'Mới, tái, cũ'], ...row(dung, 'Cũ'), ...row(giang, 'Mới'), ...row(householdRows('Mai Văn Mới'), 'mới')] });
  const { id } = await officer.interchange.start({ area, kind: 'commune', period: now!, file: new File([bytes as Uint8Array<ArrayBuffer>], 'danh-sach.xlsx') });
  const { check: found } = await resting(officer, id);
  expect(found!.standingDiffers).toBe(1);
  expect(found!.entries.map(({ head, standing }) => [head, standing!.stated, standing!.computed]).sort()).toEqual([['Hà Văn Giang', 'new', 'still'], ['Lê Thị Dung', 'still', 'still'], ['Mai Văn Mới', 'new', 'new']]);
  await load({ id });
  const { rows } = await officer.households.list({ area, period: now!, name: 'ha van giang' });
  const kept = await program.runtime.database.owner.selectFrom('class_record').select('stated_standing').where('household_id', '=', rows[0]!.id).where('import_id', '=', id).execute();
  expect(kept).toEqual([{ stated_standing: 'new' }]);
});
