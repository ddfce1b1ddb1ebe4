import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Period } from '#kernel/period.ts';
import { words } from '#kernel/vietnamese.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { rangeOf } from '#platform/db/scope.ts';
import { runAs, system } from '#platform/run.ts';
import { handIn, household, openRound } from '../../../tests/support/households.ts';
import { testProgram, type TestProgram } from '../../../tests/support/program.ts';
import { HouseholdSort, type HouseholdFilter } from './contract.ts';
import { scopeOf } from './service.ts';
import { amongBearers, amongFew, beginSearch } from './store.find.ts';
import { countHouseholds } from './store.list.ts';
import { listHouseholds } from './store.page.ts';

let program: TestProgram;
const area = '15178@2025-07-01' as AreaRef;
const period = '2025' as Period;
const given = ['An', 'Anh', 'Bình', 'Chi', 'Dung', 'Đạt', 'Giang', 'Hà'];
const families = ['Bùi', 'Cao', 'Nguyễn'];
const codes = ['VL1', 'YT2', 'NO1', 'NS1'];

beforeAll(async () => {
  program = await testProgram();
  await openRound(program.runtime, '38', '2025', 'P2022');
  const list = Array.from({ length: 40 }, (_, place) => {
    const lacked = codes.slice(0, place % 5);
    const indicators = Object.fromEntries(codes.map((code): [string, 'yes' | 'no'] => [code, lacked.includes(code) ? 'yes' : 'no']));
    const sizes = place % 7 === 0 ? {} : { size: 1 + (place % 6) };
    return household(`${families[place % 3]} Văn ${given[place % 8]}`, { village: `Thôn ${place % 4}`, number: `H${place}`, stated: place % 5 === 0 ? 'near_poor' : 'poor', ...sizes, facts: { income: 900_000 + 40_000 * place, indicators } });
  });
  await handIn(program.runtime, area, '2025', list, 'different');
});
afterAll(() => program.close());

const few = 0;
const many = 1_000_000;

/** The ids of a list, page by page, read as if so many households were in the area. */
async function readAll(filter: Partial<HouseholdFilter>, sort: HouseholdSort, crowd: number): Promise<string[]> {
  const { result } = await runAs(program.runtime, system, async (ctx) => {
    const { scope } = await scopeOf(ctx, { area, period, ...filter });
    const ids: string[] = [];
    for (let after: { key: string | number; id: string } | null = null; ; ) {
      const page = await listHouseholds(ctx.db, { ...scope, crowd }, sort, after, 7);
      ids.push(...page.map(({ id }) => id));
      if (page.length < 7) break;
      after = { key: page.at(-1)!.key, id: page.at(-1)!.id };
    }
    expect(await countHouseholds(ctx.db, { ...scope, crowd })).toBe(ids.length);
    return ids;
  });
  return result;
}

describe('a list is the same', () => {
  it.each(HouseholdSort.options)('gathered and sorted, and read in the order %s of an index, page by page', async (sort) => {
    for (const filter of [{}, { class: 'poor' as const }, { deprived: 'YT2' }, { differs: true }, { name: 'cao an' }]) {
      const gathered = await readAll(filter, sort, few);
      expect(gathered.length).toBeGreaterThan(0);
      expect(await readAll(filter, sort, many)).toEqual(gathered);
    }
  });
});

describe('a list of a small area', () => {
  it('keeps the households of a village that is on the map no more', async () => {
    const before = await readAll({}, 'name', few);
    const { owner } = program.runtime.database;
    const village = await owner.selectFrom('class_record').select(['village_id', 'area_path']).executeTakeFirstOrThrow();
    await owner.updateTable('area').set({ area_path: null }).where('area_id', '=', village.village_id).execute();
    expect(await readAll({}, 'name', few)).toEqual(before);
    await owner.updateTable('area').set({ area_path: village.area_path }).where('area_id', '=', village.village_id).execute();
  });
});

describe('the total of a list', () => {
  it('is told by the summary where that counts the same', async () => {
    const officer = await program.as('province_officer', '38');
    for (const filter of [{}, { class: 'poor' as const }, { class: 'poor' as const, deprived: 'VL1' }]) {
      const { total } = await officer.households.list({ area, period, ...filter });
      expect(await officer.households.count({ area, period, ...filter })).toEqual({ total });
    }
  });
});

describe('households by name are the same', () => {
  it.each(['an', 'bui an', 'nguyen van', 'van a', 'cao hà', 'cao xyz', 'b g'])('one by one, and beginning with the rarest word: %s', async (text) => {
    const { result } = await runAs(program.runtime, system, async ({ db }) => [
      await amongFew(db, words(text), rangeOf('38.15178'), 100),
      await amongBearers(db, await beginSearch(db, words(text), words(text)[0]!), rangeOf('38'), 100),
    ]);
    expect(new Set(result[1])).toEqual(new Set(result[0]));
    expect(result[0]!.length > 0).toBe(!text.includes('xyz'));
  });
});
