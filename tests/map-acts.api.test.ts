import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { ActForm, ActRequest } from '#modules/areas/contract.acts.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { loadCatalogue } from '#modules/areas/service.catalogue.ts';
import type { MeasureId } from '#modules/measures/contract.ts';
import { setCoverage } from '#modules/measures/service.ts';
import { getRoundFor } from '#modules/rounds/service.ts';
import { pathTables } from '#platform/db/repath.ts';
import { runAs, system } from '#platform/run.ts';
import { handIn, household, openRound } from './support/households.ts';
import { testProgram, type Client, type TestProgram } from './support/program.ts';

let program: TestProgram;
let admin: Client;
let province: Client;

const ref = (text: string): AreaRef => text as AreaRef;
const day = '2026-03-01' as PlainDate;
const ids = (...names: string[]): MeasureId[] => names as MeasureId[];
/** Two communes of Thanh Hóa. */
const [camTan, camTu] = ['15178', '15148'];

const poor = (head: string, village: string | null, number: string) => household(head, { village, number, size: 3, stated: 'poor', decision: { number: '01/QĐ-UBND', day: null } });
const form = (request: ActRequest, on: PlainDate = day): ActForm => ({ day: on, resolution: '12/NQ-HĐND ngày 20/02/2026', request });

async function villagesOf(commune: string, on?: string): Promise<Map<string, AreaRef>> {
  const found = await province.areas.children({ ref: ref(commune), ...(on && { day: on as PlainDate }) });
  return new Map(found.map(({ id, name }) => [name, id]));
}

/** All paths of all tables with their keys, and every row of the catalogue of areas: what taking back must restore. */
async function everyPath(): Promise<string[]> {
  const { owner } = program.runtime.database;
  const prints: string[] = [];
  for (const { name, key } of await pathTables(owner)) {
    if (['audit_entry', 'area_act'].includes(name)) continue;
    const columns = sql.join([...key.map(({ column }) => sql.ref(column)), sql.ref('area_path'), ...(name === 'household' ? [sql.ref('village_id')] : name === 'post' ? [sql.ref('area_id')] : [])]);
    const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row from (select ${columns} from ${sql.table(name)}) t order by 1`.execute(owner);
    prints.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  for (const name of ['area', 'area_version', 'area_lineage', 'area_today', 'area_region', 'coverage', 'special_area']) {
    const { rows } = await sql<{ print: string; n: number }>`select md5(string_agg(t::text, '|' order by t::text)) as print, count(*)::int as n from ${sql.table(name)} t`.execute(owner);
    prints.push(`${name} ${rows[0]!.n} ${rows[0]!.print}`);
  }
  return prints;
}

const poorOf = async (client: Client, area: string, period: string, map?: string): Promise<number | null> => {
  const { total } = await client.measures.figures({ area: ref(area), period: period as Period, measures: ids('households.poor'), ...(map && { map: map as PlainDate }) });
  return total.figures['households.poor' as MeasureId]!.value;
};
const isBalanced = async (client: Client, area: string, period: string): Promise<boolean> => (await client.measures.balances({ area: ref(area), period: period as Period })).every(({ difference }) => difference === 0);
const undo = (id: Id) => admin.areas.undoAct({ id });

beforeAll(async () => {
  program = await testProgram();
  program.setNow('2026-11-01T02:00:00Z');
  [admin, province] = [await program.as('administrator', '38'), await program.as('province_officer', '38')];
  for (const [area, period] of [['38', '2025'], ['38', '2024']] as const) await openRound(program.runtime, area, period, 'P2022');
  const heads = ['An', 'Bình', 'Chi', 'Dung', 'Em'];
  for (const [commune, villages] of [[camTan!, ['Thôn Một', 'Thôn Hai', null]], [camTu!, ['Thôn Một', 'Thôn Ba']]] as const) {
    const list = villages.flatMap((village, place) => heads.slice(0, 5 - place).map((head, at) => poor(`Phạm Văn ${head} ${commune} ${place}`, village, `${place}${at}`)));
    await handIn(program.runtime, `${commune}@2025-07-01`, '2025', list);
  }
  const communes = (await province.areas.children({ ref: ref('38'), level: 'commune' })).map((commune) => commune.id);
  await runAs(program.runtime, system, async (ctx) => {
    const { id } = await getRoundFor(ctx, ref(camTan!), '2025' as Period);
    await setCoverage(ctx, communes.map((commune) => ({ area: commune, roundId: id, classes: ['poor'], indicators: [] })));
  });
});
afterAll(() => program.close());

describe('a village that moves to another commune', () => {
  let before: string[];
  let id: Id;
  const move = async (): Promise<ActRequest> => ({ kind: 'move_villages', moves: [{ villages: [(await villagesOf(camTan!)).get('Thôn Hai')!], to: ref(camTu!) }] });

  it('is tried first: all that follows is told, and nothing is changed', async () => {
    await program.as('commune_officer', camTan!);
    before = await everyPath();
    const { ends, begins, moves, follows, posts, notes } = await admin.areas.tryAct(form(await move()));
    expect(ends.map(({ name }) => name).sort()).toEqual(['Xã Cẩm Tú', 'Xã Cẩm Tân']);
    expect(begins.map(({ id: begun }) => begun).sort()).toEqual([`15148@${day}`, `15178@${day}`]);
    expect(moves.map(({ area, to }) => [area.name, to])).toContainEqual(['Thôn Hai', 'Xã Cẩm Tú']);
    expect(Object.fromEntries(follows.map(({ what, count }) => [what, count]))).toMatchObject({ villages: 1, households: 4, persons: 4, classes: 4, rounds: 1 });
    expect(posts).toMatchObject([{ role: 'commune_officer', from: { name: 'Xã Cẩm Tân' }, sees: 'less' }]);
    expect(notes.length).toBeGreaterThan(1);
    expect(await everyPath()).toEqual(before);
  });
  it('takes its households along, and shows them to no one else', async () => {
    const made = await admin.areas.act(form(await move()));
    id = made.id;
    expect(made.consequences.rewritten).toBeGreaterThan(4 * 3);
    expect([...(await villagesOf(camTu!)).keys()]).toEqual(['Thôn Ba', 'Thôn Hai', 'Thôn Một']);
    const [left, joined] = [await program.as('commune_officer', camTan!), await program.as('commune_officer', camTu!)];
    const listOf = (client: Client, area: string) => client.households.list({ area: ref(area), period: '2025' as Period, limit: 100 });
    expect((await listOf(joined, `15148@${day}`)).rows.length).toBe(9 + 4);
    expect((await listOf(left, `15178@${day}`)).rows.length).toBe(5 + 3);
    await expect(poorOf(left, '15178@2025-07-01', '2025')).rejects.toMatchObject({ code: 'area.outside-post' });
  });
  it('leaves the figures of earlier days on their own map, and carries them over exactly', async () => {
    expect([await poorOf(province, '15178@2025-07-01', '2025'), await poorOf(province, '15148@2025-07-01', '2025')]).toEqual([12, 9]);
    expect([await poorOf(province, `15178@${day}`, '2025', '2026-06-01'), await poorOf(province, `15148@${day}`, '2025', '2026-06-01')]).toEqual([8, 13]);
    expect(await poorOf(province, '38', '2025')).toBe(21);
    expect(await isBalanced(province, '38', '2025')).toBe(true);
    expect(await isBalanced(province, '15178@2025-07-01', '2025')).toBe(true);
  });
  it('is told by both pages, found by its place, and outlives a new catalogue', async () => {
    const told = async () => {
      const { successors } = await admin.areas.get({ ref: ref('15178@2025-07-01') });
      const [hit] = await admin.areas.find({ text: 'thon hai cam tu' });
      return { successors: successors.map(({ area, kind, resolution }) => [area.id, kind, resolution]), within: hit?.within, paths: (await everyPath()).filter((row) => row.startsWith('area')) };
    };
    const first = await told();
    expect(first.successors).toEqual([[`15178@${day}`, 'part', '12/NQ-HĐND ngày 20/02/2026'], [`15148@${day}`, 'part', '12/NQ-HĐND ngày 20/02/2026']]);
    expect(first.within).toContain('Xã Cẩm Tú');
    await loadCatalogue(program.runtime.database.owner, 'another catalogue');
    expect(await told()).toEqual(first);
  });
  it('is taken back exactly, once', async () => {
    const made = (await admin.areas.acts()).find((act) => act.id === id)!;
    expect(made).toMatchObject({ day, undone: null });
    expect(made.title.vi).toBe('Chuyển thôn: Thôn Hai → Xã Cẩm Tú');
    expect((await undo(id)).undone).not.toBeNull();
    expect((await everyPath()).filter((row) => !row.startsWith('post'))).toEqual(before.filter((row) => !row.startsWith('post')));
    expect(await poorOf(province, '15178', '2025')).toBe(12);
    await expect(undo(id)).rejects.toMatchObject({ code: 'area.act-undone' });
  });
});
