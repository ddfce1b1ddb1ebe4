import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { handIn, household, openRound, unfoundMembers } from '../../../tests/support/households.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import type { Double } from './contract.doubles.ts';

let program: TestProgram;
let officer: Client;
const area = '15178@2025-07-01' as AreaRef;
const day = plainDate('2026-11-01');
const member = (name: string, relation: string, birth: string | null, sex: 'male' | 'female', idNumber: string | null = null) => ({ name, head: relation === 'Chủ hộ', relation, sex, birth, ethnicity: 'Mường', idNumber });

/** A daughter who married stands with her parents still; an old mother stands alone and with her son; two women of one name and year are two. */
const list = [
  household('Bùi Văn An', { village: 'Thôn Minh Long', facts: { income: 1_000_000 }, members: [member('Bùi Văn An', 'Chủ hộ', '1970-03-04', 'male'), member('Bùi Thị Lan Hương', 'Con', '1998-09-17', 'female', '038198001234')] }),
  household('Cao Văn Sơn', { village: 'Thôn Phi Long', facts: { income: 1_000_000 }, members: [member('Cao Văn Sơn', 'Chủ hộ', '1995-01-02', 'male'), member('Bùi Thị Lan Hương', 'Vợ', '1998-09-17', 'female', '038198001234')] }),
  household('Quách Thị Mận', { village: 'Thôn Minh Long', facts: { income: 1_000_000 }, members: [member('Quách Thị Mận', 'Chủ hộ', '1941-06-11', 'female')] }),
  household('Phạm Văn Tứ', { village: 'Thôn Minh Long', facts: { income: 1_000_000 }, members: [member('Phạm Văn Tứ', 'Chủ hộ', '1966-02-20', 'male'), member('Quách Thị Mận', 'Mẹ', '1941-06-11', 'female'), member('Phạm Thị Lý', 'Con', '2001-04-05', 'female')] }),
  household('Hà Văn Dũng', { village: 'Thôn Phi Long', facts: { income: 1_000_000 }, members: [member('Hà Văn Dũng', 'Chủ hộ', '1980-12-12', 'male'), member('Lê Thị Hoa', 'Vợ', '1982', 'female')] }),
  household('Vũ Văn Kiên', { village: 'Thôn Minh Long', facts: { income: 1_000_000 }, members: [member('Vũ Văn Kiên', 'Chủ hộ', '1979-10-10', 'male'), member('Lê Thị Hoa', 'Vợ', '1982', 'female')] }),
];

beforeAll(async () => {
  program = await testProgram();
  program.setNow('2026-11-21T03:00:00Z');
  await openRound(program.runtime, '38', '2025', 'P2022');
  officer = await program.as('commune_officer', '15178');
  await handIn(program.runtime, area, '2025', list);
  await search();
});
afterAll(() => program.close());

async function search(): Promise<void> {
  const { id } = await officer.households.findDuplicates({ area });
  while ((await officer.households.duplicateSearch({ id })).state === 'running') await sleep(25);
}
const idOf = async (head: string): Promise<Id> => (await officer.households.find({ text: head })).find((found) => found.head === head)!.id;
const open = (state: Double['state'] = 'open', client = officer) => client.households.doubles({ area, state });
const named = ({ rows }: { rows: Double[] }): string[][] => rows.map(({ one, other }) => [one.person.name, ...[one.head, other.head].sort()]);
const doubleOf = async (name: string): Promise<Double> => (await open()).rows.find(({ one }) => one.person.name === name)!;
/** The side of a pair in the household of a head. */
const sideOf = ({ one, other }: Double, head: string) => (one.head === head ? one : other);
const key = ({ household, person }: Double['one']) => ({ household, person: person.id });
const members = async (head: string): Promise<string[]> => (await officer.households.get({ id: await idOf(head) })).members.filter(({ to }) => to === null).map(({ name }) => name);

describe('a person in two households', () => {
  it('is found, with the reasons; namesakes of whom only the year is known are not asked of', async () => {
    const found = await open();
    expect(named(found).sort()).toEqual([['Bùi Thị Lan Hương', 'Bùi Văn An', 'Cao Văn Sơn'], ['Quách Thị Mận', 'Phạm Văn Tứ', 'Quách Thị Mận']]);
    expect(found).toMatchObject({ counts: { open: 2, apart: 0, settled: 0 }, searched: { foundPersons: 2 } });
    const { one, reasons } = await doubleOf('Bùi Thị Lan Hương');
    expect(one.person.idNumber).toBe('•••••••••234');
    expect(reasons.map(({ text }) => text.vi)).toContain('Cùng số giấy tờ');
  });

  it('belongs to one of them: the other record ends on a day, both households tell of it, and it can be undone', async () => {
    const pair = await doubleOf('Bùi Thị Lan Hương');
    const { act, households } = await officer.households.settleDouble({ keep: key(sideOf(pair, 'Cao Văn Sơn')), end: key(sideOf(pair, 'Bùi Văn An')), day, reason: 'Đã lấy chồng', headStaying: null });
    expect(households).toHaveLength(2);
    expect([await members('Bùi Văn An'), await members('Cao Văn Sơn')]).toEqual([['Bùi Văn An'], ['Cao Văn Sơn', 'Bùi Thị Lan Hương']]);
    const [an, son] = [await officer.households.get({ id: await idOf('Bùi Văn An') }), await officer.households.get({ id: await idOf('Cao Văn Sơn') })];
    expect(an.events[0]).toMatchObject({ kind: 'found_elsewhere', day, person: 'Bùi Thị Lan Hương', otherHousehold: { head: 'Cao Văn Sơn' }, reason: 'Đã lấy chồng' });
    expect(son.events[0]).toMatchObject({ kind: 'found_here', otherHousehold: { head: 'Bùi Văn An' } });
    expect(named(await open('settled'))).toEqual([['Bùi Thị Lan Hương', 'Bùi Văn An', 'Cao Văn Sơn']]);
    await search();
    expect((await open()).counts).toEqual({ open: 1, apart: 0, settled: 1 });
    await officer.households.undo({ id: an.id, act, reason: 'Ghi nhầm' });
    expect(await members('Bùi Văn An')).toEqual(['Bùi Văn An', 'Bùi Thị Lan Hương']);
    expect((await open()).counts).toEqual({ open: 2, apart: 0, settled: 0 });
  });

  it('who was alone in a household ends it; a head who goes is followed by another', async () => {
    const pair = await doubleOf('Quách Thị Mận');
    const { act } = await officer.households.settleDouble({ keep: key(sideOf(pair, 'Phạm Văn Tứ')), end: key(sideOf(pair, 'Quách Thị Mận')), day, reason: '', headStaying: null });
    const { events, standing, id } = await officer.households.get({ id: sideOf(pair, 'Quách Thị Mận').household });
    expect([standing, events.map(({ kind }) => kind).sort()]).toEqual(['ended', ['ended', 'found_elsewhere']]);
    await officer.households.undo({ id, act, reason: 'Ghi nhầm' });
    expect((await officer.households.get({ id })).standing).toBe('present');
  });

  it('or is two, and is not asked again until that is taken back', async () => {
    const pair = await doubleOf('Quách Thị Mận');
    await officer.households.keepPersonsApart({ one: key(pair.one), other: key(pair.other) });
    await search();
    expect((await open()).counts).toEqual({ open: 1, apart: 1, settled: 0 });
    await officer.households.reopenPersons({ one: key(pair.other), other: key(pair.one) });
    await search();
    expect((await open()).counts).toEqual({ open: 2, apart: 0, settled: 0 });
  });

  it('is not settled between one household and itself, nor of who is not there', async () => {
    const pair = await doubleOf('Bùi Thị Lan Hương');
    await expect(officer.households.settleDouble({ keep: key(pair.one), end: key(pair.one), day, reason: '', headStaying: null })).rejects.toMatchObject({ code: 'household.same-household' });
    await expect(officer.households.settleDouble({ keep: key(pair.one), end: { ...key(pair.other), person: pair.one.person.id }, day, reason: '', headStaying: null })).rejects.toMatchObject({ code: 'household.not-a-member' });
  });

  it('is not seen by a post that holds one side only', async () => {
    const head = await program.as('commune_officer', '16093');
    await expect(open('open', head)).rejects.toMatchObject({ code: 'area.outside-post' });
  });
});

it('after all of it households are found by every name on record', async () => {
  expect(await unfoundMembers(program.runtime.database.owner)).toEqual([]);
});
