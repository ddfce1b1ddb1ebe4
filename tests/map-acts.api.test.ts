import { sql, type RawBuilder } from 'kysely';
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

/** The rows of a table by what they add up to: the same rows are the same array, and are read once. */
const known = new Map<string, string[]>();

async function rowsOf(name: string, columns: RawBuilder<unknown>): Promise<string[]> {
  const { owner } = program.runtime.database;
  const part = sql`(select ${columns} from ${sql.table(name)}) t`;
  const { rows: sums } = await sql<{ sum: string }>`select count(*) || ' ' || coalesce(sum(hash_record_extended(t, 0)), 0) as sum from ${part}`.execute(owner);
  const state = `${name} ${sums[0]!.sum}`;
  const rows = known.get(state) ?? (await sql<{ row: string }>`select row_to_json(t)::text as row from ${part} order by 1`.execute(owner)).rows.map(({ row }) => row);
  known.set(state, rows);
  return rows;
}

const catalogue = ['area', 'area_version', 'area_lineage', 'area_today', 'area_region', 'coverage', 'special_area'];

/** All paths of all tables with their keys, and every row of the catalogue of areas: what taking back must restore. */
async function everyPath(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const { name, key } of await pathTables(program.runtime.database.owner)) {
    if (['audit_entry', 'area_act', ...catalogue].includes(name)) continue;
    const beside = name === 'household' ? ['village_id'] : name === 'post' ? ['area_id'] : [];
    found[name] = await rowsOf(name, sql.join([...key.map(({ column }) => column), 'area_path', ...beside].map((column) => sql.ref(column))));
  }
  for (const name of catalogue) found[name] = await rowsOf(name, sql`*`);
  return found;
}

const poorOf = async (client: Client, area: string, period: string, map?: string): Promise<number | null> => {
  const { total } = await client.measures.figures({ area: ref(area), period: period as Period, measures: ids('households.poor'), ...(map && { map: map as PlainDate }) });
  return total.figures['households.poor' as MeasureId]!.value;
};
const isBalanced = async (client: Client, area: string, period: string): Promise<boolean> => (await client.measures.balances({ area: ref(area), period: period as Period })).balances.every(({ difference }) => difference === 0);
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
  let before: Record<string, string[]>;
  let id: Id;
  const move = async (): Promise<ActRequest> => ({ kind: 'move_villages', moves: [{ villages: [(await villagesOf(camTan!)).get('Thôn Hai')!], to: ref(camTu!) }] });

  it('is tried first: all that follows is told, and nothing is changed', async () => {
    for (const commune of [camTan!, camTu!]) await program.as('commune_officer', commune);
    expect(await poorOf(province, camTan!, '2025')).toBe(12);
    before = await everyPath();
    const { ends, begins, moves, follows, posts, notes } = await admin.areas.tryAct(form(await move()));
    expect(ends.map(({ name }) => name).sort()).toEqual(['Xã Cẩm Tân', 'Xã Cẩm Tú']);
    expect(begins.map(({ id: begun }) => begun).sort()).toEqual([`15148@${day}`, `15178@${day}`]);
    expect(moves.map(({ area, to }) => [area.name, to])).toContainEqual(['Thôn Hai', 'Xã Cẩm Tú']);
    expect(Object.fromEntries(follows.map(({ what, count }) => [what, count]))).toMatchObject({ villages: 1, households: 4, persons: 4, classes: 4, rounds: 1 });
    expect(posts.map(({ from, sees }) => [from.name, sees])).toEqual([['Xã Cẩm Tú', 'more'], ['Xã Cẩm Tân', 'less']]);
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
      return { successors: successors.map(({ area, kind, resolution }) => [area.id, kind, resolution]), within: hit?.within, paths: Object.entries(await everyPath()).filter(([name]) => name.startsWith('area')) };
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
    expect(await everyPath()).toEqual(before);
    expect(await poorOf(province, '15178', '2025')).toBe(12);
    await expect(undo(id)).rejects.toMatchObject({ code: 'area.act-undone' });
  });
});

/** Makes an act, looks, and takes it back: everything must be as it was. */
async function whileIn(request: ActRequest, look: () => Promise<void>): Promise<void> {
  expect(await poorOf(province, '15178', '2025')).toBe(12);
  const before = await everyPath();
  const { id } = await admin.areas.act(form(request));
  await look();
  await undo(id);
  expect(await everyPath()).toEqual(before);
  expect([await poorOf(province, '15178', '2025'), await isBalanced(province, '38', '2025')]).toEqual([12, true]);
}

describe('communes', () => {
  it('are merged into one that may keep a code of theirs', () =>
    whileIn({ kind: 'merge_communes', communes: [ref(camTan!), ref(camTu!)], name: 'Xã Cẩm Mới', areaKind: 'xã', code: camTan! }, async () => {
      expect(await poorOf(province, `15178@${day}`, '2025', '2026-06-01')).toBe(21);
      expect(await poorOf(await program.as('commune_officer', camTu!), `15178@${day}`, '2025', '2026-06-01')).toBe(21);
      expect([...(await villagesOf(camTan!)).keys()]).toContain('Chưa rõ thôn (Xã Cẩm Tân cũ)');
      expect(await isBalanced(province, '38', '2025')).toBe(true);
    }));
  it('are split by whole villages, and who saw all sees only the remainder', async () => {
    const village = (await villagesOf(camTan!)).get('Thôn Một')!;
    const rest = { name: 'Xã Cẩm Tân', areaKind: 'xã', code: camTan! } as const;
    await whileIn({ kind: 'split_commune', commune: ref(camTan!), parts: [{ name: 'Phường Cẩm Một', areaKind: 'phường', code: '99178', villages: [village] }], rest }, async () => {
      const { rows } = await (await program.as('commune_officer', camTan!)).households.list({ area: ref(`15178@${day}`), period: '2025' as Period, limit: 100 });
      expect(rows.every(({ village: own }) => own.name !== 'Thôn Một')).toBe(true);
      expect([rows.length, await poorOf(province, `99178@${day}`, '2025', '2026-06-01')]).toEqual([7, 5]);
      expect(await admin.areas.get({ ref: ref('99178') })).toMatchObject({ kind: 'phường', urban: true });
    });
  });
  it('go to another province, which changes both, only by who holds both', async () => {
    const request: ActRequest = { kind: 'move_commune', commune: ref(camTan!), province: ref('37') };
    await expect(admin.areas.act(form(request))).rejects.toMatchObject({ code: 'area.outside-post' });
    const [national, joined] = [await program.as('administrator', 'VN'), await program.as('province_officer', '37')];
    const before = await everyPath();
    const { id, consequences } = await national.areas.act(form(request));
    expect(consequences.ends.map(({ code }) => code).sort()).toEqual(['37', '38']);
    expect(consequences.moves).toMatchObject([{ area: { id: '15178@2025-07-01' }, from: 'Tỉnh Thanh Hóa', to: 'Tỉnh Ninh Bình' }]);
    expect(await poorOf(joined, '15178', '2025', '2026-06-01')).toBe(12);
    await expect(poorOf(province, '15178', '2025', '2026-06-01')).rejects.toMatchObject({ code: 'area.outside-post' });
    expect((await joined.areas.get({ ref: ref('37') })).region?.name).toBeTruthy();
    await national.areas.undoAct({ id });
    expect(await everyPath()).toEqual(before);
  });
});

describe('villages', () => {
  it('are merged into a new one, whose head sees what both had', async () => {
    const villages = await villagesOf(camTan!);
    const [one, two] = [villages.get('Thôn Một')!, villages.get('Thôn Hai')!];
    const head = await program.as('village_head', one);
    await whileIn({ kind: 'merge_villages', villages: [one, two], name: 'Thôn Hai', areaKind: 'thôn' }, async () => {
      const merged = (await villagesOf(camTan!)).get('Thôn Hai')!;
      expect([merged === two, (await villagesOf(camTan!)).has('Thôn Một')]).toEqual([false, false]);
      const { rows } = await head.households.list({ area: merged, period: '2025' as Period, limit: 100 });
      expect(rows.length).toBe(9);
      expect(await poorOf(province, camTan!, '2025')).toBe(12);
      const later = await province.measures.figures({ area: ref(camTan!), period: '2025' as Period, map: '2026-06-01' as PlainDate, measures: ids('households.poor') });
      expect(Object.fromEntries(later.rows.map(({ area, figures }) => [area.name, figures['households.poor' as MeasureId]!.value]))).toEqual({ 'Chưa rõ thôn': 3, 'Thôn Hai': 9 });
    });
  });
  it('are split by households, named by number or id; those that are not named stay findable in the remainder', async () => {
    const village = (await villagesOf(camTan!)).get('Thôn Một')!;
    const head = await program.as('village_head', village);
    const request = (households: string[]): ActRequest => ({ kind: 'split_village', village, parts: [{ name: 'Thôn Một Đông', households }], rest: 'Thôn Một Tây' });
    await expect(admin.areas.tryAct(form(request(['00', '77'])))).rejects.toMatchObject({ code: 'area.act-no-household', data: { details: { household: '77' } } });
    const { household_id } = await program.runtime.database.owner.selectFrom('household').select('household_id').where('village_id', '=', village).where('number', '=', '01').executeTakeFirstOrThrow();
    await whileIn(request(['00', household_id]), async () => {
      const found = await villagesOf(camTan!);
      const lives = async (client: Client, area: AreaRef) => (await client.households.list({ area, period: '2025' as Period, limit: 100 })).rows.map(({ head }) => head.split(' ')[2]).sort();
      expect(await lives(head, found.get('Thôn Một Tây')!)).toEqual(['Chi', 'Dung', 'Em']);
      expect(await lives(province, found.get('Thôn Một Đông')!)).toEqual(['An', 'Bình']);
      expect(await poorOf(province, camTan!, '2025')).toBe(12);
    });
  });
  it('take another name or kind and stay what they are', async () => {
    const village = (await villagesOf(camTan!)).get('Thôn Hai')!;
    await whileIn({ kind: 'rename', area: village, name: 'Tổ dân phố 2', areaKind: 'tổ dân phố' }, async () => {
      expect((await villagesOf(camTan!)).get('Tổ dân phố 2')).toBe(village);
      expect((await villagesOf(camTan!, '2025-12-31')).get('Thôn Hai')).toBe(village);
      expect((await admin.areas.find({ text: 'to dan pho 2 cam tan' }))[0]?.id).toBe(village);
    });
  });
});

describe('what is refused', () => {
  const village = async (name = 'Thôn Hai') => (await villagesOf(camTan!)).get(name)!;
  it.each([
    ['area.act-future', async () => form({ kind: 'rename', area: await village(), name: 'Thôn Khác', areaKind: 'thôn' }, '2027-01-01' as PlainDate)],
    ['area.act-too-early', async () => form({ kind: 'rename', area: await village(), name: 'Thôn Khác', areaKind: 'thôn' }, '2025-07-01' as PlainDate)],
    ['area.act-level', async () => form({ kind: 'merge_communes', communes: [ref(camTan!), await village()], name: 'Xã Cẩm Mới', areaKind: 'xã', code: camTan! })],
    ['area.act-code-taken', async () => form({ kind: 'merge_communes', communes: [ref(camTan!), ref(camTu!)], name: 'Xã Cẩm Mới', areaKind: 'xã', code: '16093' })],
    ['area.act-name', async () => form({ kind: 'rename', area: ref(camTan!), name: 'Cẩm Tân', areaKind: 'phường' })],
    ['area.act-nothing', async () => form({ kind: 'move_villages', moves: [{ villages: [await village()], to: ref(camTan!) }] })],
    ['area.act-villages-apart', async () => form({ kind: 'merge_villages', villages: [await village(), (await villagesOf(camTu!)).get('Thôn Ba')!], name: 'Thôn Khác', areaKind: 'thôn' })],
    ['area.act-name-taken', async () => form({ kind: 'split_village', village: await village(), parts: [{ name: 'Thôn Một', households: [] }], rest: 'Thôn Hai' })],
    ['area.act-unknown-village', async () => form({ kind: 'split_village', village: await village('Chưa rõ thôn'), parts: [{ name: 'Thôn Mới', households: [] }], rest: 'Thôn Cũ' })],
    ['area.outside-post', async () => form({ kind: 'rename', area: ref('14464'), name: 'Phường Khác', areaKind: 'phường' })],
  ])('%s', async (code, ask) => {
    const before = await everyPath();
    await expect(admin.areas.act(await ask())).rejects.toMatchObject({ code });
    expect(await everyPath()).toEqual(before);
  });
  it('undoing while something rests on it', async () => {
    const { id } = await admin.areas.act(form({ kind: 'merge_villages', villages: [await village(), await village('Thôn Một')], name: 'Thôn Khác', areaKind: 'thôn' }));
    const later = await admin.areas.act(form({ kind: 'rename', area: await village('Thôn Khác'), name: 'Thôn Khác Nữa', areaKind: 'thôn' }, '2026-04-01' as PlainDate));
    await expect(undo(id)).rejects.toMatchObject({ code: 'area.act-changed-since', data: { vi: expect.stringContaining('(Đổi tên, loại: Thôn Khác → Thôn Khác Nữa)'), en: expect.stringContaining('(New name or kind: Thôn Khác → Thôn Khác Nữa)') } });
    await undo(later.id);
    await program.as('village_head', await village('Thôn Khác'));
    await expect(undo(id)).rejects.toMatchObject({ code: 'area.act-records-since', data: { vi: expect.stringContaining('1 vị trí công tác (village_head'), en: expect.stringContaining('posts: 1 (village_head') } });
  });
});

describe('a change on a day before a round that is listed already', () => {
  it('adds up the new communes of that day from their villages, and what was listed of them stays known', async () => {
    const before = [await poorOf(province, camTan!, '2025'), await poorOf(province, camTu!, '2025')];
    const moving = (await villagesOf(camTu!)).get('Thôn Ba')!;
    const { id } = await admin.areas.act(form({ kind: 'move_villages', moves: [{ villages: [moving], to: ref('15163') }] }, '2025-12-01' as PlainDate));
    expect([await poorOf(province, '15148@2025-12-01', '2025'), await poorOf(province, '15163@2025-12-01', '2025')]).toEqual([5, 4]);
    expect([await poorOf(province, '38', '2025'), await isBalanced(province, '38', '2025'), await isBalanced(province, '15163', '2025')]).toEqual([21, true, true]);
    await undo(id);
    expect([await poorOf(province, camTan!, '2025'), await poorOf(province, camTu!, '2025')]).toEqual(before);
  });
});

it('villages that a round of a later day lists already are merged with their lists, and come apart again', async () => {
  const villages = await villagesOf(camTu!);
  const [figure, before] = [await poorOf(province, camTu!, '2025'), await everyPath()];
  const { id } = await admin.areas.act(form({ kind: 'merge_villages', villages: [villages.get('Thôn Một')!, villages.get('Thôn Ba')!], name: 'Thôn Chung', areaKind: 'thôn' }, '2025-12-01' as PlainDate));
  const { rows, total } = await province.measures.figures({ area: ref(camTu!), period: '2025' as Period, measures: ids('households.poor') });
  expect([rows.map(({ area, figures }) => [area.name, figures['households.poor' as MeasureId]!.value]), total.figures['households.poor' as MeasureId]!.value]).toEqual([[['Thôn Chung', 9]], figure]);
  expect(await isBalanced(province, camTu!, '2025')).toBe(true);
  await undo(id);
  expect(await poorOf(province, camTu!, '2025')).toBe(figure);
  expect(await everyPath()).toEqual(before);
});

it('a round that a commune holds goes on for the one that it becomes', async () => {
  await openRound(program.runtime, '15163', '2026-10', 'P2022');
  const { id } = await admin.areas.act(form({ kind: 'merge_communes', communes: [ref('15163'), ref('15187')], name: 'Xã Cẩm Chung', areaKind: 'xã', code: '99002' }));
  await runAs(program.runtime, system, async (ctx) => expect((await getRoundFor(ctx, ref('99002'), '2026-10' as Period)).areaId).toBe('15163@2025-07-01'));
  await undo(id);
});

it('the next list of a merged village is compared with those of the villages that it was made of', async () => {
  await openRound(program.runtime, '38', '2026', 'P2022');
  const heads = ['An', 'Bình', 'Chi'].map((head, at) => poor(`Phạm Văn ${head} ${camTan} 0`, 'Thôn Khác', `0${at}`));
  await handIn(program.runtime, camTan!, '2026', heads, 'same');
  await runAs(program.runtime, system, async (ctx) => setCoverage(ctx, [{ area: ref(camTan!), roundId: (await getRoundFor(ctx, ref(camTan!), '2026' as Period)).id, classes: ['poor'], indicators: [] }]));
  const found = await province.measures.balances({ area: ref(camTan!), period: '2026' as Period });
  const flow = found.balances.find(({ balance, measure }) => balance === 'flow' && measure === 'households.poor')!;
  expect(flow).toMatchObject({ difference: 0, flow: { start: 12, end: 3 } });
});

it('paths are rewritten in every table that has them, also in one that nobody thought of', async () => {
  const { owner } = program.runtime.database;
  await sql`create table later_table (later_id uuid primary key, area_path text collate "C" not null)`.execute(owner);
  await sql`insert into later_table select gen_random_uuid(), area_path from household`.execute(owner);
  const request: ActRequest = { kind: 'merge_communes', communes: [ref(camTan!), ref(camTu!)], name: 'Xã Cẩm Mới', areaKind: 'xã', code: '99001' };
  await admin.areas.act(form(request, '2026-05-01' as PlainDate));
  for (const { name } of await pathTables(owner)) {
    const { rows } = await sql`select 1 from ${sql.table(name)} where (area_path >= '38.15178' and area_path < '38.15178/') or (area_path >= '38.15148' and area_path < '38.15148/') limit 1`.execute(owner);
    expect([name, rows.length]).toEqual([name, 0]);
  }
});

it('a change on which much rests says how much of what, and by what it is known', async () => {
  const commune = (await province.areas.find({ text: 'cam thach', level: 'commune' })).find(({ to }) => to === null)!.id;
  await province.areas.addVillages({ ref: commune, names: ['Thôn Ba'] });
  const split = await admin.areas.act(form({ kind: 'split_village', village: (await villagesOf(commune)).get('Thôn Ba')!, parts: [{ name: 'Thôn Ba Mới', households: [] }], rest: 'Thôn Ba Cũ' }, '2025-11-01' as PlainDate));
  await handIn(program.runtime, commune, '2025', ['71', '72'].map((number) => poor(`Lý Thị Thêm ${number}`, 'Thôn Ba Mới', number)));
  const what = { vi: '2 hộ (71, 72); 2 lần phân loại hộ (2025).', en: 'households: 2 (71, 72); classes of households: 2 (2025).' };
  await expect(undo(split.id)).rejects.toMatchObject({ code: 'area.act-records-since', data: { vi: expect.stringContaining(what.vi), en: expect.stringContaining(what.en) } });
});
