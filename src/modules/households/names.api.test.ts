import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold, words } from '#kernel/vietnamese.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { rangeOf } from '#platform/db/scope.ts';
import { runAs, system } from '#platform/run.ts';
import { handIn, household, openRound, unfoundMembers } from '../../../tests/support/households.ts';
import { testProgram, type TestProgram } from '../../../tests/support/program.ts';
import { foldedName, likeness } from './rules.names.ts';
import { amongBearers, amongFew, beginSearch } from './store.find.ts';
import { namesBearing } from './store.names.ts';

let program: TestProgram;
const byNames: typeof amongFew = async (db, sought, range, limit) => amongBearers(db, await beginSearch(db, sought, sought.at(-1)!), range, limit);
const here = '15178@2025-07-01' as AreaRef;
const elsewhere = '16093@2025-07-01' as AreaRef;
const families = ['Nguyễn', 'Nguyên', 'Bùi', 'Cao', 'Hà', 'Văn', 'Nông'];
const middles = ['', 'Văn', 'Thị', 'Thị Thanh', 'Vân', 'A', 'Thanh Thị'];
const givens = ['An', 'Ân', 'Anh', 'Hà', 'Hạnh', 'Thị', 'Thiện', 'Vân', 'Đạt', 'Páo', 'Nguyên'];

/** Families of one to four, with names from few words so that many share some of them. */
const register = Array.from({ length: 120 }, (_, place) => ({
  commune: place % 4 === 0 ? elsewhere : here,
  names: Array.from({ length: 1 + (place % 4) }, (_, child) => [families[(place * 5 + child) % 7], middles[(place * 3 + child * 2) % 7], givens[(place * 7 + child * 4) % 11]].filter(Boolean).join(' ')),
}));

const member = (name: string, head: boolean) => ({ name, head, relation: head ? 'Chủ hộ' : 'Con', sex: null, birth: null, ethnicity: null, idNumber: null });

beforeAll(async () => {
  program = await testProgram();
  await openRound(program.runtime, '38', '2025', 'P2022');
  for (const commune of [here, elsewhere]) {
    const list = register.flatMap(({ commune: its, names }, place) =>
      its === commune ? [household(names[0]!, { source: String(place), number: `H${place}`, village: `Thôn ${place % 3}`, stated: 'poor', members: names.map((name, at) => member(name, at === 0)) })] : [],
    );
    await handIn(program.runtime, commune, '2025', list, 'different');
  }
});
afterAll(() => program.close());

/** Words and their beginnings, with and without diacritics, one to three of them, and sometimes one that nobody bears. */
const text = fc
  .array(
    fc.tuple(fc.constantFrom(...new Set([...families, ...middles, ...givens].flatMap((name) => name.split(' ')).filter(Boolean)), 'Xyz'), fc.nat(6), fc.boolean()).map(([word, length, plain]) => {
      const part = word.slice(0, Math.max(1, length));
      return plain ? fold(part) : part;
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(' '));

/** What a plain look at every name finds: the numbers of households. */
const expected = (sought: readonly string[], commune: AreaRef | null): string[] =>
  register.flatMap(({ commune: its, names }, place) => ((commune === null || its === commune) && names.some((name) => likeness(sought, words(name)) !== null) ? [`H${place}`] : [])).sort();

describe('households by name', () => {
  it('are those that a plain look at every name finds, by both ways, in a commune and in all', async () => {
    await runAs(program.runtime, system, async ({ db }) => {
      const numbers = new Map((await db.selectFrom('household').select(['household_id', 'number']).execute()).map(({ household_id, number }) => [household_id as string, number!]));
      const numbered = (ids: readonly string[]): string[] => ids.map((id) => numbers.get(id)!).sort();
      await fc.assert(
        fc.asyncProperty(text, async (typed) => {
          const sought = words(typed);
          for (const [commune, path] of [[here, '38.15178'], [null, '38']] as const) {
            const found = expected(sought, commune);
            expect(numbered(await amongFew(db, sought, rangeOf(path), 1000))).toEqual(found);
            expect(numbered(await byNames(db, sought, rangeOf(path), 1000))).toEqual(found);
          }
        }),
        { numRuns: 60 },
      );
    });
  });

  it('come with the nearest names first, by both ways, and are as many as asked for', async () => {
    await runAs(program.runtime, system, async ({ db }) => {
      const names = Map.groupBy(await db.selectFrom('household_name').selectAll().execute(), ({ household_id }) => household_id);
      for (const typed of ['an', 'ha', 'thi', 'nguyen van', 'n']) {
        const sought = words(typed);
        const nearest = (id: string): number => Math.min(...names.get(id)!.map(({ name }) => likeness(sought, name.split(' ')) ?? Infinity));
        for (const find of [amongFew, byNames]) {
          const all = await find(db, sought, rangeOf('38'), 1000);
          const few = await find(db, sought, rangeOf('38'), 5);
          expect(few).toHaveLength(5);
          // Whole words come before beginnings; whether other words stand beside them is told by one way only.
          const isWhole = all.map((id) => nearest(id) < 2);
          expect(isWhole).toEqual(isWhole.toSorted((one, other) => Number(other) - Number(one)));
          expect(few.map(nearest).every((near) => near <= nearest(all[4]!))).toBe(true);
        }
      }
    });
  });

  it('are told only to the post that they lie in', async () => {
    const officer = await program.as('commune_officer', '15178');
    const head = await program.as('village_head', (await officer.areas.find({ text: 'thon 1', level: 'village' }))[0]!.id);
    const all = await officer.households.find({ text: 'thi', limit: 20 });
    const own = await head.households.find({ text: 'thi', limit: 20 });
    expect(all).toHaveLength(20);
    expect(own.length).toBeGreaterThan(0);
    expect([...new Set(own.map(({ village }) => village.name))]).toEqual(['Thôn 1']);
    expect(await officer.households.find({ text: 'xyz' })).toEqual([]);
  });
});

it('names are read in parts, each once', async () => {
  await runAs(program.runtime, system, async ({ db }) => {
    const all = await namesBearing(db, ['thi'], 'thi', null, 1000);
    const parts = [];
    for (let last = null; ; last = parts.at(-1)!) {
      const part = await namesBearing(db, ['thi'], 'thi', last, 7);
      parts.push(...part);
      if (part.length < 7) break;
    }
    expect(all.length).toBeGreaterThan(20);
    expect(parts).toEqual(all);
  });
});

it('households are found by every name on record', async () => {
  expect(await unfoundMembers(program.runtime.database.owner)).toEqual([]);
});

it('the migration makes the same names of a register that is there', async () => {
  const told = [...register.flatMap(({ names }) => names), ' NGUYỄN  Thị-Đào ', 'Nguye\u0302\u0303n Va\u0306n Ho\u0301a', "Y' Nghĩa (Ama Thuột)", 'Ƣng Hoàng Phúc\u200b', 'Lê Lê Ánh Ðào', '—'];
  const script = await readFile(new URL('../../../migrations/0024_names.sql', import.meta.url), 'utf8');
  const { owner } = program.runtime.database;
  const [one, other] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'];
  class Undone extends Error {}
  const work = owner.transaction().execute(async (db) => {
    // A register as it was before, in a schema of its own that stands before the real one.
    await sql`create schema earlier`.execute(db);
    await sql`set local search_path = earlier, public`.execute(db);
    await sql`create table earlier.member as select household_id, area_path, name from public.member limit 0`.execute(db);
    await sql`create table earlier.household_name_token (household_id uuid, area_path text collate "C", token text collate "C")`.execute(db);
    await sql`insert into earlier.member select ${one}::uuid, '38.1.a', name from unnest(${told}::text[]) as m (name)`.execute(db);
    // Another that moved: its later child is not known where it lived.
    await sql`insert into earlier.member values (${other}::uuid, '38.1.a', 'Cao Văn Đi'), (${other}::uuid, '38.1.b', 'Cao Thị Sau')`.execute(db);
    await sql`insert into earlier.household_name_token select ${other}::uuid, '38.1.a', unnest(${words('Cao Văn Đi')}::text[])`.execute(db);
    await sql`insert into earlier.household_name_token select ${other}::uuid, '38.1.b', unnest(${words('Cao Văn Đi Thị Sau')}::text[])`.execute(db);
    for (const statement of script.split(/;\s*\n/).filter((part) => part.trim() !== '')) await sql.raw(statement).execute(db);
    const { rows } = await sql<{ id: string; path: string; name: string }>`select household_id as id, area_path as path, name from earlier.household_name order by name, path`.execute(db);
    expect(rows.filter(({ id }) => id === one).map(({ name }) => name)).toEqual([...new Set(told.map(foldedName))].filter((name) => name !== '').sort());
    expect(rows.filter(({ id }) => id === other).map(({ path, name }) => `${path} ${name}`)).toEqual(['38.1.b cao thi sau', '38.1.a cao van di', '38.1.b cao van di']);
    const made = await sql<{ word: string; name: string }>`select word, name from earlier.name_word order by word, name`.execute(db);
    expect(made.rows).toEqual([...new Set(rows.map(({ name }) => name))].flatMap((name) => name.split(' ').map((word) => ({ word, name }))).sort((a, b) => (`${a.word} ${a.name}` < `${b.word} ${b.name}` ? -1 : 1)));
    throw new Undone();
  });
  await expect(work).rejects.toBeInstanceOf(Undone);
});
