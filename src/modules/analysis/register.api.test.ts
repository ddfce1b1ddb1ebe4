import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Id } from '#kernel/ids.ts';
import { getArea, territoryOf } from '#modules/areas/service.ts';
import { roundsFor } from '#modules/rounds/service.ts';
import type { Actor } from '#platform/ctx.ts';
import { runAs, system } from '#platform/run.ts';
import { handIn, household, openRound } from '../../../tests/support/households.ts';
import { testProgram, type TestProgram } from '../../../tests/support/program.ts';
import { householdsIn, idOf, type Register } from './rules.register.ts';
import { registerOf } from './service.register.ts';

let program: TestProgram;
const [own, other] = ['15178@2025-07-01', '16093@2025-07-01'] as [AreaRef, AreaRef];
const period = '2025' as Period;
const poor = (head: string, village: string, income = 900_000) => household(head, { village, size: 3, facts: { income, indicators: { VL1: 'yes' } } });

beforeAll(async () => {
  program = await testProgram();
  await openRound(program.runtime, '38', '2025', 'P2022');
  await handIn(program.runtime, own, '2025', [poor('Bùi Văn An', 'Thôn Một'), poor('Cao Thị Bình', 'Thôn Hai')]);
  await handIn(program.runtime, other, '2025', [poor('Lê Văn Em', 'Thôn Một')]);
});
afterAll(() => program.close());

/** The register of an area, asked for by a post. */
async function ask(area: AreaRef, actor: Actor = system): Promise<Register> {
  const { result } = await runAs(program.runtime, actor, async (ctx) => {
    const found = await getArea(ctx, area);
    const rounds = await roundsFor(ctx, found.id, period);
    return registerOf(ctx, { roundIds: rounds.map(({ id }) => id as Id), standardId: 'P2022', territory: await territoryOf(ctx, found, ctx.today) });
  });
  return result;
}
const inPost = (areaPath: string | null): Actor => ({ ...system, role: 'commune_officer', areaPath });
const incomes = ({ columns }: Register): number[] => [...columns.income].sort();

describe('the register in memory', () => {
  it('gives a part of what it holds, by the place on the map', async () => {
    const all = await ask('38' as AreaRef);
    expect(householdsIn(all)).toBe(3);
    const part = await ask(own);
    expect(householdsIn(part)).toBe(2);
    const ids = Array.from({ length: 3 }, (_, row) => idOf(all, row));
    expect(ids).toEqual(expect.arrayContaining([idOf(part, 0), idOf(part, 1)]));
    const { rows } = await (await program.as('commune_officer', '15178')).households.list({ area: own, period });
    expect(rows.map(({ id }) => id).sort()).toEqual([idOf(part, 0), idOf(part, 1)].sort());
  });

  it('hands nothing out beyond a post, whoever asked before', async () => {
    expect(householdsIn(await ask('38' as AreaRef))).toBe(3);
    await expect(ask('38' as AreaRef, inPost('38.15178'))).rejects.toThrow('to a post in 38.15178');
    await expect(ask(other, inPost('38.15178'))).rejects.toThrow('to a post in 38.15178');
    await expect(ask(own, inPost(null))).rejects.toThrow('no area');
    expect(householdsIn(await ask(own, inPost('38.15178')))).toBe(2);
  });

  it('is never behind: a household that changed, one that came, and a change that only another post may see', async () => {
    await ask('38' as AreaRef);
    await handIn(program.runtime, own, '2025', [poor('Bùi Văn An', 'Thôn Một', 1_100_000), poor('Mai Thị Giang', 'Thôn Hai', 1_200_000)]);
    expect(incomes(await ask(own))).toEqual([1_100_000, 1_200_000, 900_000]);
    expect(incomes(await ask('38' as AreaRef))).toEqual([1_100_000, 1_200_000, 900_000, 900_000]);
    // A post that sees a part catches up with that part; the others find the rest.
    await handIn(program.runtime, other, '2025', [poor('Lê Văn Em', 'Thôn Một', 1_300_000)]);
    expect(householdsIn(await ask(own, inPost('38.15178')))).toBe(3);
    expect(incomes(await ask('38' as AreaRef))).toEqual([1_100_000, 1_200_000, 1_300_000, 900_000]);
  });

  it('judges another threshold by the facts as they are now, packed before or only just', async () => {
    const others = Object.fromEntries(['VL2', 'YT1', 'YT2', 'GD1', 'GD2', 'NO1', 'NS1', 'NS2', 'TT1', 'TT2'].map((code) => [code, 'no' as const]));
    const small = (head: string, floorArea: number) => household(head, { village: 'Thôn Một', size: 3, facts: { income: 900_000, people: 3, house: { floorArea }, indicators: { VL1: 'yes', ...others } } });
    const wouldBePoor = async (below: number): Promise<number> => {
      const client = await program.as('commune_officer', '16093');
      const { rows } = await client.analysis.affected({ area: other, period, changes: { minDeprived: 2, thresholds: [{ indicator: 'NO2', parameter: 'below', value: below }] } });
      return rows.filter(({ head }) => head === 'Ngô Văn Hải').length;
    };
    // It lacks one thing. With two it would be poor: the second is the floor, where so many square metres a person count as too few.
    await handIn(program.runtime, other, '2025', [small('Ngô Văn Hải', 36)]);
    expect(await wouldBePoor(10)).toBe(0);
    await handIn(program.runtime, other, '2025', [small('Ngô Văn Hải', 24)]);
    expect(await wouldBePoor(10)).toBe(1);
    const { owner } = program.runtime.database;
    await owner.updateTable('class_record').set({ packed_facts: null }).where('head_name', '=', 'Ngô Văn Hải').execute();
    // All is read again once the map has changed.
    await owner.insertInto('area_change').values({ change_id: '0199c840-0000-7000-8000-000000000001', area_ids: null }).execute();
    expect(await wouldBePoor(9)).toBe(1);
    expect(await wouldBePoor(7)).toBe(0);
  });

  it('is read beside the answers where it is large: whoever asks is told how far it is, a post of another area is not', async () => {
    const fresh = await testProgram();
    try {
      await openRound(fresh.runtime, '38', '2025', 'P2022');
      await handIn(fresh.runtime, own, '2025', [poor('Bùi Văn An', 'Thôn Một'), poor('Cao Thị Bình', 'Thôn Hai')]);
      const province = { area: '38' as AreaRef, period };
      const officer = await fresh.as('province_officer', '38');
      expect(await officer.analysis.prepare(province)).toEqual({ isReady: true, read: 0, total: 0 });
      // As if there were many: the figures count them, the records are read all the same.
      const { owner } = fresh.runtime.database;
      await owner.updateTable('commune_figure').set({ value: 100_000 }).where('measure', 'like', 'households.%').execute();
      await expect((await fresh.as('commune_officer', '16093')).analysis.prepare({ ...province, area: own })).rejects.toMatchObject({ code: 'area.outside-post' });
      expect(await officer.analysis.prepare(province)).toEqual({ isReady: false, read: 0, total: 100_000 });
      await expect.poll(async () => (await officer.analysis.prepare(province)).isReady).toBe(true);
      expect((await officer.analysis.whatIf({ ...province, changes: {} })).households).toBe(2);
    } finally {
      await fresh.close();
    }
  });

  it('forgets where villages lay when the map changes', async () => {
    await ask('38' as AreaRef);
    const { owner } = program.runtime.database;
    await owner.updateTable('class_record').set({ area_path: '38.99999.x' }).where('head_name', '=', 'Lê Văn Em').execute();
    await owner.insertInto('area_change').values({ change_id: '0199c840-0000-7000-8000-000000000000', area_ids: null }).execute();
    expect((await ask('38' as AreaRef)).villages.map(({ path }) => path)).toContain('38.99999.x');
  });
});
