import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Change, FollowedClass } from '#modules/households/contract.changes.ts';
import { getRoundFor, open } from '#modules/rounds/service.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { runAs, system } from '#platform/run.ts';
import { handIn, household, openRound } from '../../../tests/support/households.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import type { MeasureId } from './contract.ts';
import { setCoverage } from './service.ts';

let program: TestProgram;
let province: Client;
const ngaSon = '401@2009-04-01' as AreaRef;
const [ngaBach, ngaHung] = ['16120@2009-04-01', '16126@2009-04-01'] as [AreaRef, AreaRef];
const year = (value: number): Period => String(value) as Period;

const one = (number: string, stated: HouseholdClass | null, size = 3, village = 'Xóm 1') =>
  household(`Mai Văn ${number}`, { number, village, size, stated, decision: stated === null ? null : { number: '01/QĐ-UBND', day: null }, facts: {} });

async function list(commune: AreaRef, period: number, households: ReturnType<typeof one>[], classes: HouseholdClass[] = ['poor', 'near_poor']): Promise<void> {
  await handIn(program.runtime, commune, String(period), households);
  await runAs(program.runtime, system, async (ctx) => {
    const { id } = await getRoundFor(ctx, commune, year(period));
    await setCoverage(ctx, [{ area: commune, roundId: id, classes, indicators: [] }]);
  });
}

const figure = async (area: AreaRef, period: number, id: string) =>
  (await province.measures.figures({ area, period: year(period), measures: [id] as MeasureId[] })).total.figures[id as MeasureId]!;
const value = async (area: AreaRef, period: number, id: string) => (await figure(area, period, id)).value;
const inRegister = async (area: AreaRef, period: number, change: Change, changeOf: FollowedClass) =>
  (await province.households.list({ area, period: year(period), change: [change], changeOf })).rows.map(({ head }) => head.replace('Mai Văn ', ''));
const broken = async (area: AreaRef, period: number) => {
  const { balances } = await province.measures.balances({ area, period: year(period) });
  expect(balances.filter(({ balance }) => balance === 'flow').length).toBeGreaterThan(0);
  return balances.filter(({ difference }) => difference !== 0).map(({ sentence }) => sentence.vi);
};
const idOf = async (number: string): Promise<string> =>
  (await program.runtime.database.owner.selectFrom('household').select('household_id').where('number', '=', number).executeTakeFirstOrThrow()).household_id;

beforeAll(async () => {
  program = await testProgram();
  province = await program.as('province_officer', '38');
  for (const period of ['2017', '2018', '2019']) await openRound(program.runtime, ngaSon, period, 'P2016');
  await list(ngaBach, 2017, [one('An', 'poor', 4), one('Ba', 'poor'), one('Cả', 'near_poor'), one('Dân', 'poor', 2), one('Em', 'poor'), one('Gái', null)]);
  await list(ngaHung, 2017, [one('Hai', 'near_poor')]);
  await list(ngaBach, 2018, [
    one('An', 'poor', 5), one('Ba', 'not_poor'), one('Cả', 'poor'), one('Dân', 'near_poor', 2), one('Gái', 'average'), one('Khoa', 'near_poor', 1),
  ]);
  await list(ngaHung, 2018, [one('Hai', 'near_poor', 3, 'Xóm 9')]);
  await list(ngaBach, 2019, [one('An', 'poor', 5), one('Ba', 'poor'), one('Cả', null), one('Dân', 'near_poor', 2, 'Xóm 2')]);
});
afterAll(() => program.close());

describe('changes of a commune', () => {
  it('are counted by kind, for households and persons', async () => {
    const counts = Object.fromEntries(
      await Promise.all(
        ['opening.households.poor', 'change.households.poor.poor_to_near_poor', 'change.households.poor.escaped_poor', 'change.households.poor.other_out',
          'change.households.poor.unexplained', 'change.households.poor.near_poor_to_poor', 'change.households.poor.new_poor', 'change.persons.poor.grown',
          'change.persons.poor.other_in', 'change.persons.poor.near_poor_to_poor', 'opening.persons.poor', 'change.households.near_poor.new_near_poor'].map(async (id) => [id, await value(ngaBach, 2018, id)]),
      ),
    );
    expect(counts).toEqual({
      'opening.households.poor': 4, 'opening.persons.poor': 12,
      'change.households.poor.poor_to_near_poor': 1, 'change.households.poor.escaped_poor': 1,
      'change.households.poor.other_out': 1, 'change.households.poor.unexplained': 1,
      'change.households.poor.near_poor_to_poor': 1, 'change.households.poor.new_poor': 0, 'change.persons.poor.near_poor_to_poor': 3,
      'change.persons.poor.grown': 1, 'change.persons.poor.other_in': 1, 'change.households.near_poor.new_near_poor': 1,
    });
  });
  it('know a relapse by any earlier list', async () => {
    expect(await value(ngaBach, 2019, 'change.households.poor.relapsed_poor')).toBe(1);
    expect(await inRegister(ngaBach, 2019, 'relapsed_poor', 'poor')).toEqual(['Ba']);
  });
  it('leave exits open where a class was not settled, and with them the whole, but not what stands at the start and the end', async () => {
    expect(await figure(ngaBach, 2019, 'change.households.poor.escaped_poor')).toMatchObject({ value: null, reason: { code: 'change_unknown', details: { households: 1 } } });
    expect(await value(ngaBach, 2019, 'change.households.poor.unknown_out')).toBe(1);
    expect(await value(ngaBach, 2019, 'opening.households.poor')).toBe(2);
  });
  it('move a household from village to village as other on both sides', async () => {
    expect(await inRegister(ngaBach, 2019, 'other_out', 'near_poor')).toEqual(['Dân']);
    expect(await inRegister(ngaBach, 2019, 'other_in', 'near_poor')).toEqual(['Dân']);
    const { rows } = await province.measures.figures({ area: ngaBach, period: year(2019), measures: ['change.households.near_poor.other_in', 'change.households.near_poor.other_out'] as MeasureId[] });
    // Khoa left the first village as well, unexplained.
    expect(rows.map(({ area, figures }) => [area.name, ...Object.values(figures).map((own) => own.value)])).toEqual([['Xóm 1', 0, 2], ['Xóm 2', 1, 0]]);
  });
  it('balance for households and persons of both classes, and whole = parts', async () => {
    expect([await broken(ngaBach, 2018), await broken(ngaBach, 2019), await broken(ngaHung, 2018)]).toEqual([[], [], []]);
  });
  it('are unknown where there is no list before, or not of that class', async () => {
    expect(await figure(ngaBach, 2017, 'change.households.poor.new_poor')).toMatchObject({ value: null, reason: { code: 'not_compared' } });
    expect(await figure(ngaSon, 2018, 'change.households.poor.new_poor')).toMatchObject({ value: null, reason: { code: 'partly' } });
    expect(await figure(ngaHung, 2019, 'change.households.poor.new_poor')).toMatchObject({ value: null, reason: { code: 'not_listed' } });
  });
});

describe('in the register and the file of a household', () => {
  it('those that are gone are found on the list before, and what became of them is told', async () => {
    const { rows } = await province.households.list({ area: ngaBach, period: year(2018), change: ['unexplained'], changeOf: 'poor' });
    expect(rows).toMatchObject([{ head: 'Mai Văn Em', class: 'poor', changes: [{ period: '2018', since: '2017', class: 'poor', change: 'unexplained', listed: false }] }]);
  });
  it('a file tells every change with the list it is compared with', async () => {
    const { changes } = await province.households.get({ id: (await idOf('Ba')) as Id });
    expect(changes.map(({ period, since, change }) => [period, since, change])).toEqual([['2019', '2018', 'relapsed_poor'], ['2018', '2017', 'escaped_poor']]);
  });
  it('nobody sees those of another area', async () => {
    const other = await program.as('commune_officer', '15178');
    await expect(other.households.list({ area: ngaBach, period: year(2018), change: ['unexplained'] })).rejects.toMatchObject({ code: 'area.outside-post' });
  });
});

describe('what is recorded later', () => {
  it('an event explains who is gone, and taking it back makes it unexplained again', async () => {
    const act = crypto.randomUUID();
    const record = (kind: string) =>
      runAs(program.runtime, system, async (ctx) => {
        const { household_id, area_path, village_id } = await ctx.db.selectFrom('household').selectAll().where('number', '=', 'Em').executeTakeFirstOrThrow();
        const row = { household_id, event_id: ctx.newId(), area_path, village_id, kind, day: '2018-06-01', act_id: act, details: JSON.stringify({}), source: 'test', entered_at: ctx.now };
        await ctx.db.insertInto('household_event').values(row).execute();
        await ctx.emit({ name: 'household.events-recorded', day: '2018-06-01' as PlainDate, villageIds: [village_id] });
      });
    await record('merged_into');
    const { changes } = await province.households.get({ id: (await idOf('Em')) as Id });
    expect(changes).toMatchObject([{ change: 'other_out', why: 'merged' }]);
    expect(await value(ngaBach, 2018, 'change.households.poor.unexplained')).toBe(0);
    await record('undone');
    expect(await value(ngaBach, 2018, 'change.households.poor.unexplained')).toBe(1);
  });
  it('a correction of one list changes what the next ones are compared with', async () => {
    await list(ngaBach, 2018, [one('Ba', 'near_poor')]);
    expect(await value(ngaBach, 2018, 'change.households.poor.poor_to_near_poor')).toBe(2);
    expect(await inRegister(ngaBach, 2019, 'near_poor_to_poor', 'poor')).toEqual(['Ba']);
    expect(await value(ngaBach, 2019, 'change.households.poor.relapsed_poor')).toBe(0);
    expect([await broken(ngaBach, 2018), await broken(ngaBach, 2019)]).toEqual([[], []]);
  });
  it('a correction that puts a household into another village leaves nothing behind in the first', async () => {
    await list(ngaBach, 2018, [one('An', 'poor', 5, 'Xóm 2')]);
    expect(await broken(ngaBach, 2018)).toEqual([]);
    expect(await inRegister(ngaBach, 2018, 'other_out', 'poor')).toEqual(['An']);
    expect(await inRegister(ngaBach, 2019, 'other_in', 'poor')).toEqual(['An']);
  });
  it('a list in which a class is not told makes its changes unknown', async () => {
    await list(ngaHung, 2018, [], ['poor']);
    expect(await figure(ngaHung, 2018, 'change.households.near_poor.escaped_near_poor')).toMatchObject({ value: null, reason: { code: 'not_listed' } });
    expect(await value(ngaHung, 2018, 'change.households.poor.new_poor')).toBe(0);
  });
});

it('a round by two standards tells what the new one alone has changed', async () => {
  const standards = ['P2016', 'P2022'];
  await runAs(program.runtime, system, (ctx) => open(ctx, { area: ngaSon, period: year(2020), standards, official: 'P2022' }));
  await list(ngaBach, 2020, [one('An', 'poor', 5), one('Ba', 'poor')]);
  const { owner } = program.runtime.database;
  await owner.updateTable('class_record').set({ class: 'near_poor' }).where('standard_id', '=', 'P2016').where('round_id', 'in', owner.selectFrom('round').select('round_id').where('year', '=', 2020)).execute();
  expect(await value(ngaBach, 2020, 'change.households.poor.poor_to_near_poor')).toBe(2);
  expect(await value(ngaBach, 2020, 'change.households.poor.standard_in')).toBe(2);
  expect(await value(ngaBach, 2020, 'change.households.near_poor.standard_out')).toBe(2);
  expect(await broken(ngaBach, 2020)).toEqual([]);
});
