import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AreaRef } from './contract.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Ctx } from '#platform/ctx.ts';
import { runAs, system } from '#platform/run.ts';
import { addVillages } from './service.ts';
import { dropAddedAreas } from './service.catalogue.ts';
import { find } from './service.find.ts';
import { boundariesIn } from '../../../tests/support/boundaries.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';

let program: TestProgram;
let officer: Client;
const ref = (text: string): AreaRef => text as AreaRef;
const day = (text: string): PlainDate => text as PlainDate;

beforeAll(async () => {
  program = await testProgram();
  officer = await program.as('commune_officer', '15178');
});
afterAll(() => program.close());

describe('find', () => {
  it('needs no diacritics and prefers what stands today', async () => {
    const [first] = await officer.areas.find({ text: 'cam tan' });
    expect(first).toMatchObject({ id: '15178@2025-07-01', name: 'Xã Cẩm Tân', within: 'Tỉnh Thanh Hóa', to: null });
  });
  it('prefers the whole name, and then what lies in one’s own province', async () => {
    const [whole, ended] = await officer.areas.find({ text: 'huyện nga sơn' });
    expect(whole).toMatchObject({ id: '401@2021-11-01', to: '2025-06-30' });
    expect(ended).toMatchObject({ id: '401@2009-04-01' });
    const province = await program.as('province_officer', '38');
    expect((await officer.areas.find({ text: 'tan', level: 'commune' }))[0]?.within).not.toBe('Tỉnh Thanh Hóa');
    expect((await province.areas.find({ text: 'tan', level: 'commune' }))[0]).toMatchObject({ within: 'Tỉnh Thanh Hóa', to: null });
  });
  it('finds a commune by its own name and its district’s', async () => {
    const hits = await officer.areas.find({ text: 'nga hung nga son' });
    expect(hits.map(({ id }) => id)).toContain('16126@2009-04-01');
  });
  it('finds by code and by an alias of the code', async () => {
    expect((await officer.areas.find({ text: '15172' })).map(({ name }) => name)).toEqual(['Xã Cẩm Long', 'Xã Cẩm Long']);
    expect((await officer.areas.find({ text: '06978' }))[0]?.name).toBe('Xã Ba Chẽ');
  });
  it('keeps to a level', async () => {
    const hits = await officer.areas.find({ text: 'ninh binh', level: 'province' });
    expect(hits.map(({ id }) => id)).toEqual(['37@2025-07-01', '37@2009-04-01']);
  });
});

describe('get', () => {
  it('reads a code on a day, since codes are used again', async () => {
    expect((await officer.areas.get({ ref: ref('16120'), day: day('2018-12-31') })).name).toBe('Xã Nga Bạch');
    expect((await officer.areas.get({ ref: ref('16120'), day: day('2025-03-01') })).name).toBe('Xã Nga Hiệp');
  });
  it('says what it lies in on that day, and its region', async () => {
    const commune = await officer.areas.get({ ref: ref('15172@2022-12-31'), day: day('2022-12-31') });
    expect(commune.within.map(({ name }) => name)).toEqual(['Việt Nam', 'Tỉnh Thanh Hóa', 'Huyện Cẩm Thủy']);
    expect(commune.region?.name).toBeTruthy();
  });
  it('knows where a merged commune went, by which resolution, and from what the new one was made', async () => {
    const { successors } = await officer.areas.get({ ref: ref('15172@2022-12-31') });
    expect(successors).toMatchObject([{ area: { id: '15178@2025-07-01' }, kind: 'whole', detail: 'merged', resolution: '1686/NQ-UBTVQH15 k.103' }]);
    const { predecessors } = await officer.areas.get({ ref: ref('15178') });
    expect(predecessors.filter(({ basis }) => basis === 'resolution').map(({ area }) => area.name).sort()).toEqual(['Xã Cẩm Long', 'Xã Cẩm Phú', 'Xã Cẩm Tân']);
  });
  it('keeps the identity of what the merger left as it was', async () => {
    const { versions } = await officer.areas.get({ ref: ref('38') });
    expect(versions).toHaveLength(1);
    const renamed = await officer.areas.get({ ref: ref('14845') });
    expect(renamed.versions.map(({ name }) => name)).toHaveLength(2);
    expect(renamed.predecessors.every(({ basis }) => basis === 'overlap')).toBe(true);
  });
  it('says what is wrong when a code did not stand on the day', async () => {
    await expect(officer.areas.get({ ref: ref('15172'), day: day('2026-01-01') })).rejects.toMatchObject({ code: 'area.not-found', data: { details: { day: '2026-01-01' } } });
  });
});

describe('special lists', () => {
  const listOf = async (area: string, list: string) => (await officer.areas.get({ ref: ref(area) })).lists.find(({ id }) => id === list);
  it('bind a merged commune only in the part that was named, and say that they have gaps', async () => {
    const list = await listOf('16078@2025-07-01', 'coastal-difficult-2021-2025');
    expect(list).toMatchObject({ named: 54, onRecord: 11, standings: [{ named: { name: 'Xã Ngư Lộc' }, extent: 'part', lands: [{ code: '16090' }], from: '2022-03-15', to: '2024-12-08', decision: '353/QĐ-TTg', exitDecision: '1535/QĐ-TTg' }] });
  });
  it('reach the communes of a district that was named, and those they went into', async () => {
    for (const area of ['102@2025-06-30', '03256@2025-06-30', '03256@2025-07-01']) expect(await listOf(area, 'poor-district-2021-2025')).toMatchObject({ standings: [{ named: { name: 'Huyện Mường Ảng' }, extent: 'whole' }] });
  });
  it('are silent on what is not found, and on the units of 2009', async () => {
    expect(await listOf('15178', 'poor-district-2021-2025')).toMatchObject({ onRecord: 39, named: 74, standings: [] });
    expect((await officer.areas.get({ ref: ref('401@2009-04-01') })).lists).toEqual([]);
  });
  it('stand beside the published size', async () => expect((await officer.areas.get({ ref: ref('15178') })).size).toEqual({ km2: 66.63, people: 21_084, agrees: true }));
});

describe('children', () => {
  it('gives Nga Sơn its 27 units in 2018 and its 23 in 2025', async () => {
    expect(await officer.areas.children({ ref: ref('401'), day: day('2018-12-31') })).toHaveLength(27);
    expect(await officer.areas.children({ ref: ref('401'), day: day('2025-03-01') })).toHaveLength(23);
  });
  it('counts the official numbers of units at every level', async () => {
    expect(await officer.areas.children({ ref: ref('VN') })).toHaveLength(34);
    expect(await officer.areas.children({ ref: ref('VN'), level: 'commune' })).toHaveLength(3321);
    expect(await officer.areas.children({ ref: ref('VN'), day: day('2025-06-30') })).toHaveLength(63);
    expect(await officer.areas.children({ ref: ref('VN'), day: day('2025-06-30'), level: 'district' })).toHaveLength(696);
    expect(await officer.areas.children({ ref: ref('VN'), day: day('2025-06-30'), level: 'commune' })).toHaveLength(10035);
  });
  it('lists in the order of the Vietnamese dictionary, by proper name', async () => {
    const names = (await officer.areas.children({ ref: ref('401'), day: day('2018-12-31') })).map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(['Xã Ba Đình', 'Xã Nga An', 'Xã Nga Bạch', 'Xã Nga Điền']);
  });
});

describe('boundaries', () => {
  const outlines = async (code: string, on?: string, level?: 'province' | 'district' | 'commune') => {
    const { map, ...rest } = await boundariesIn(officer.areas.boundaries({ ref: ref(code), ...(on && { day: day(on) }), ...(level && { level }) }));
    return { ...rest, arcs: map.arcs.length, size: JSON.stringify(map).length, ids: map.objects.areas.geometries.map(({ properties }) => properties.id as string) };
  };
  it('draw every unit below an area, by the id that it has on that day', async () => {
    const ngaSon = await outlines('401', '2018-12-31');
    expect(ngaSon).toMatchObject({ level: 'commune', approximate: false, withoutOutline: [], notes: [] });
    expect(new Set(ngaSon.ids).size).toBe(27);
    expect(ngaSon.ids).toContain('16126@2009-04-01');
    expect(new Set((await outlines('38')).ids).size).toBe(166);
    expect(new Set((await outlines('35', '2015-12-31')).ids).size).toBe(6);
  });
  it('draw the country in little, with Hoàng Sa and Trường Sa', async () => {
    for (const [on, count] of [['2026-01-01', 34], ['2015-12-31', 63]] as const) {
      const country = await outlines('VN', on);
      expect(country.ids).toHaveLength(count);
      expect(country.size).toBeLessThan(200_000);
    }
  });
  it('add the archipelagos to the map of 2009, which does not draw them', async () => {
    const { map } = await boundariesIn(officer.areas.boundaries({ ref: ref('VN'), day: day('2015-12-31'), level: 'district' }));
    const { arcs, transform } = map;
    const east = (arc: [number, number][]): number => {
      let x = 0;
      return Math.max(...arc.map(([step]) => (x += step) * transform.scale[0] + transform.translate[0]));
    };
    // Hoàng Sa lies east of 111°, Trường Sa reaches beyond 114°: no other land of the country does.
    expect(arcs.filter((arc) => east(arc) > 111).length).toBeGreaterThan(100);
    expect(Math.max(...arcs.map(east))).toBeGreaterThan(114);
    expect(map.objects.areas.geometries.map(({ properties }) => properties.id)).toEqual(expect.arrayContaining(['48@2009-04-01', '56@2009-04-01']));
    const daNang = await outlines('48', '2015-12-31');
    expect(daNang.ids.at(-1)).toBe('48@2009-04-01');
  });
  it('are kept by the browser when asked for by the edition of a day, which changes with the areas', async () => {
    const asked = { ref: ref('38'), day: day('2026-01-01'), level: 'commune' as const };
    const { edition } = await officer.areas.edition();
    const lasting = await officer.areas.boundaries({ ...asked, edition });
    expect(lasting.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    for (const passing of [asked, { ...asked, edition: '0'.repeat(16) }, { ref: asked.ref, edition }]) {
      expect((await officer.areas.boundaries(passing)).headers['cache-control']).toBe('private, no-cache');
    }
    const response = await program.app.inject({ url: `/api/areas/38/boundaries?day=2026-01-01&level=commune`, headers: { cookie: await program.cookieOf('commune_officer', '15178'), 'accept-encoding': 'gzip' } });
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(response.rawPayload).toString())).toEqual(await boundariesIn(Promise.resolve(lasting)));

    await (await program.as('commune_officer', '15178')).areas.addVillages({ ref: ref('15178'), names: ['Thôn Của Lần Vẽ Mới'] });
    expect((await officer.areas.edition()).edition).not.toBe(edition);
  });
  it('say so where they are those of another time', async () => {
    const ngaSon = await outlines('401', '2024-12-31');
    expect(ngaSon.approximate).toBe(true);
    expect(ngaSon.notes[0]?.vi).toContain('2009');
    expect(ngaSon.ids.length).toBeGreaterThan(20);
  });
  it('are not known of villages', async () => {
    expect(await outlines('15178')).toMatchObject({ level: null, ids: [], notes: [{ vi: 'Chưa có ranh giới thôn, tổ dân phố.' }] });
  });
});

describe('villages', () => {
  it('are added once, by name, and found afterwards', async () => {
    const [village] = await officer.areas.addVillages({ ref: ref('15178'), names: ['Thôn Minh Long'] });
    const [again] = await officer.areas.addVillages({ ref: ref('15178'), names: ['thôn  MINH LONG'] });
    expect(again?.id).toBe(village?.id);
    expect((await officer.areas.find({ text: 'minh long', level: 'village' }))[0]).toMatchObject({ name: 'Thôn Minh Long', within: 'Xã Cẩm Tân, Tỉnh Thanh Hóa' });
  });
  it('of a former commune hang under it then and under its successor today', async () => {
    const [village] = await officer.areas.addVillages({ ref: ref('15172@2022-12-31'), names: ['Thôn Phi Long'] });
    const parents = (await officer.areas.get({ ref: village!.id })).versions.map(({ parent }) => parent?.id);
    expect(parents).toEqual(['15172@2021-11-01', '15178@2025-07-01']);
  });
  it('are not added to another post’s commune, nor to a district', async () => {
    await expect(officer.areas.addVillages({ ref: ref('16093'), names: ['Thôn 1'] })).rejects.toMatchObject({ code: 'area.outside-post' });
    await expect(officer.areas.addVillages({ ref: ref('38'), names: ['Thôn 1'] })).rejects.toMatchObject({ code: 'area.not-a-commune' });
  });
});

describe('what is kept in memory', () => {
  const namesFound = async (text: string) => (await officer.areas.find({ text })).map(({ name }) => name);
  /** A process of its own on the same database. */
  const other = () => ({ ...program.runtime, database: { ...program.runtime.database } });
  const add = (ctx: Ctx, name: string) => addVillages(ctx, { ref: ref('15178'), names: [name] });

  it('knows at once what another process added, one by one and many at a time', async () => {
    const process = other();
    expect(await runAs(process, system, (ctx) => find(ctx, { text: 'thon xanh', limit: 5 }))).toMatchObject({ result: [] });
    await officer.areas.addVillages({ ref: ref('15178'), names: ['Thôn Xanh'] });
    expect(await runAs(process, system, (ctx) => find(ctx, { text: 'thon xanh', limit: 5 }))).toMatchObject({ result: [{ name: 'Thôn Xanh' }] });
    await runAs(process, system, async (ctx) => {
      for (let number = 1; number <= 210; number++) await add(ctx, `Xóm Nhỏ ${number}`);
    });
    expect(await namesFound('xom nho 210 cam tan')).toEqual(['Xóm Nhỏ 210']);
    expect(await namesFound('xom nho 1')).toContain('Xóm Nhỏ 1');
  });
  it('knows nothing of what was not committed', async () => {
    const failing = runAs(other(), system, async (ctx) => {
      await add(ctx, 'Thôn Hụt');
      throw new Error('taken back');
    });
    await expect(failing).rejects.toThrow('taken back');
    expect(await namesFound('thon hut')).toEqual([]);
    await runAs(other(), system, (ctx) => add(ctx, 'Thôn Hụt'));
    expect(await namesFound('thon hut')).toEqual(['Thôn Hụt']);
  });
  it('answers all who ask first at the same time', async () => {
    const process = other();
    const answers = await Promise.all(['cam tan', 'thon xanh', 'nga son'].map((text) => runAs(process, system, (ctx) => find(ctx, { text, limit: 1 }))));
    expect(answers.map(({ result }) => result[0]?.name)).toEqual(['Xã Cẩm Tân', 'Thôn Xanh', 'Xã Nga Sơn']);
  });
  it('forgets the villages of a demonstration that is emptied', async () => {
    await program.runtime.database.owner.transaction().execute(dropAddedAreas);
    expect(await namesFound('thon xanh')).toEqual([]);
    expect(await namesFound('cam tan')).toContain('Xã Cẩm Tân');
  });
});

describe('places of villages', () => {
  const put = (village: string, lat: number, lon: number) => officer.areas.putPlaces({ ref: ref('15178'), places: [{ village: 'Thôn Đo Đạc', lat: 20.16, lon: 105.55 }, { village, lat, lon }], source: 'Đo thực địa' });
  it('are given all or none, the latest counts, and what lies outside the commune is told', async () => {
    await officer.areas.addVillages({ ref: ref('15178'), names: ['Thôn Đo Đạc', 'Thôn Xa'] });
    await expect(put('Thôn Không Có', 20, 105)).rejects.toMatchObject({ code: 'area.place-unknown', data: { details: { line: 2 } } });
    await expect(put('Thôn Xa', 120, 105)).rejects.toMatchObject({ code: 'area.place-range' });
    expect((await officer.areas.places({ ref: ref('15178') })).villages.every(({ place }) => place === null)).toBe(true);
    await put('Thôn Xa', 20.17, 105.56);
    const { villages } = await put('thôn xa', 10.5, 106.7);
    expect(villages.flatMap(({ village, place }) => (place ? [[village.name, place.lat, place.outside]] : []))).toEqual([['Thôn Đo Đạc', 20.16, false], ['Thôn Xa', 10.5, true]]);
    expect((await program.runtime.database.owner.selectFrom('village_place').selectAll().execute()).length).toBe(4);
  });
});

describe('without sign-in', () => {
  it('nothing is shown', async () => {
    await expect(program.anonymous.areas.find({ text: 'nga son' })).rejects.toMatchObject({ status: 401 });
  });
});
