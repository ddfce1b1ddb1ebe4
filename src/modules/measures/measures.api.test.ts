import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getRoundFor } from '#modules/rounds/service.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { runAs, system } from '#platform/run.ts';
import { handIn, household, openRound } from '../../../tests/support/households.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import type { MeasureId, StatisticEntry, StatisticSource } from './contract.ts';
import { addStatistics, markVillages, refreshFigures, setCoverage } from './service.ts';

let program: TestProgram;
let province: Client;
const ref = (text: string): AreaRef => text as AreaRef;
const day = (text: string): PlainDate => text as PlainDate;
const year = (value: number): Period => String(value) as Period;
const ids = (...names: string[]): MeasureId[] => names as MeasureId[];

/** Nga Sơn and three of its communes, on the map of 2009. */
const ngaSon = '401@2009-04-01';
const [ngaBach, ngaHung, ngaTrung] = ['16120@2009-04-01', '16126@2009-04-01', '16111@2009-04-01'];
const annex: StatisticSource = { text: { vi: 'Phụ lục 01', en: 'Annex 01' }, document: '15/KH-UBND', mark: 'seen_in_text' };

const poor = (head: string, village: string | null, more: { size?: number; codes?: string[]; stated?: HouseholdClass } = {}) =>
  household(head, {
    village,
    size: more.size ?? null,
    stated: more.stated ?? 'poor',
    decision: { number: '01/QĐ-UBND', day: null },
    facts: { indicators: Object.fromEntries((more.codes ?? []).map((code) => [code, 'yes'])) },
  });

async function cover(period: Period, areas: readonly string[], classes: HouseholdClass[], indicators: string[] = []): Promise<void> {
  await runAs(program.runtime, system, async (ctx) => {
    const { id } = await getRoundFor(ctx, ref(areas[0]!), period);
    await setCoverage(ctx, areas.map((area) => ({ area: ref(area), roundId: id, classes, indicators })));
  });
}

async function publish(...entries: [area: string, asOf: string, measure: string, value: number][]): Promise<void> {
  const rows = entries.map(([area, asOf, measure, value]): StatisticEntry => ({ area: ref(area), asOf: day(asOf), measure: measure as MeasureId, value, source: annex }));
  await runAs(program.runtime, system, (ctx) => addStatistics(ctx, rows));
}

beforeAll(async () => {
  program = await testProgram();
  province = await program.as('province_officer', '38');
  await openRound(program.runtime, ngaSon, '2017', 'P2016');
  await handIn(program.runtime, ngaBach, '2017', [poor('Mai Văn An', 'Xóm 1', { size: 4, codes: ['YT2', 'NO1'] }), poor('Mai Văn Ba', 'Xóm 2', { size: 1, codes: ['YT2'] })]);
  await handIn(program.runtime, ngaHung, '2017', [poor('Trần Thị Chi', null, { size: 3 })]);
  const communes = (await province.areas.children({ ref: ref(ngaSon), day: day('2017-12-31') })).map(({ id }) => id);
  await cover(year(2017), communes, ['poor']);
  await publish([ngaBach, '2017-12-31', 'households.all', 3], [ngaSon, '2017-12-31', 'households.all', 39_822]);
});
afterAll(() => program.close());

describe('catalogue', () => {
  it('names every measure once, in both languages', async () => {
    const measures = await program.anonymous.measures.catalogue();
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
    expect(measures.map(({ id }) => id)).toEqual(expect.arrayContaining(ids('households.poor', 'persons.near_poor', 'deprived.poor.YT2', 'deprived.near_poor.VL1', 'rate.poor')));
    expect(measures.every(({ name, definition }) => name.vi && name.en && definition.vi && definition.en)).toBe(true);
  });
});

describe('figures', () => {
  const of = async (area: string, period: number, names: string[], more: { map?: string; level?: 'commune' | 'village' | 'district' } = {}) => {
    const { map, level } = more;
    return province.measures.figures({ area: ref(area), period: year(period), measures: ids(...names), ...(map && { map: day(map) }), ...(level && { level }) });
  };

  it('add up from village to commune and district', async () => {
    const commune = await of(ngaBach, 2017, ['households.poor', 'persons.poor']);
    expect(commune.rows.map(({ area, figures }) => [area.name, figures['households.poor' as MeasureId]!.value])).toEqual([['Xóm 1', 1], ['Xóm 2', 1]]);
    expect(commune.total.figures).toMatchObject({ 'households.poor': { value: 2, basis: 'households' }, 'persons.poor': { value: 5 } });
    const district = await of(ngaSon, 2017, ['households.poor']);
    expect(district.rows).toHaveLength(27);
    expect(district.total.figures).toMatchObject({ 'households.poor': { value: 3 } });
    expect(district.rows.find(({ area }) => area.id === ngaTrung)?.figures).toMatchObject({ 'households.poor': { value: 0, basis: 'households' } });
  });
  it('are unknown and not zero for a class that was not listed, and for indicators that were not asked', async () => {
    const { total } = await of(ngaSon, 2017, ['households.near_poor', 'deprived.poor.YT2', 'deprivations.poor']);
    expect(total.figures).toMatchObject({
      'households.near_poor': { value: null, basis: null, reason: { code: 'not_listed' } },
      'deprived.poor.YT2': { value: null, reason: { code: 'not_asked' } },
      'deprivations.poor': { value: null, reason: { code: 'not_asked' } },
    });
  });
  it('say how many units are known where not all are', async () => {
    const { total, rows } = await of('38', 2017, ['households.poor']);
    const { reason } = total.figures['households.poor' as MeasureId]!;
    expect(reason).toMatchObject({ code: 'partly', details: { known: 27 } });
    expect(reason!.details['units']).toBeGreaterThan(600);
    expect(rows.find(({ area }) => area.id === ngaSon)?.figures).toMatchObject({ 'households.poor': { value: 3 } });
  });
  it('say so where there is no round', async () => {
    const { total, standards } = await of(ngaSon, 2016, ['households.poor', 'households.all']);
    expect(standards).toEqual([]);
    expect(total.figures).toMatchObject({ 'households.poor': { reason: { code: 'no_round' } }, 'households.all': { reason: { code: 'not_published' } } });
  });
  it('take one measure or several, as a list or in one text', async () => {
    const cookie = await program.cookieOf('province_officer', '38');
    const get = async (query: string) => (await program.app.inject({ url: `/api/measures/figures?area=401@2009-04-01&period=2017&${query}`, headers: { cookie } })).json<{ measures: string[] }>().measures;
    expect(await get('measures=households.poor')).toEqual(['households.poor']);
    expect(await get('measures=households.poor,rate.poor')).toEqual(['households.poor', 'rate.poor']);
    expect(await get('measures=households.poor&measures=rate.poor')).toEqual(['households.poor', 'rate.poor']);
  });
  it('are refused outside the post, whole or in part', async () => {
    const officer = await program.as('commune_officer', '15178');
    const ask = { period: year(2017), measures: ids('households.poor') };
    await expect(officer.measures.figures({ ...ask, area: ref(ngaSon) })).rejects.toMatchObject({ code: 'area.outside-post' });
    await expect(officer.measures.figures({ ...ask, area: ref('38') })).rejects.toMatchObject({ code: 'area.outside-post' });
    await expect(officer.measures.series({ area: ref('38'), measures: ids('households.poor') })).rejects.toMatchObject({ code: 'area.outside-post' });
    await expect(officer.measures.balances({ area: ref('38'), period: year(2017) })).rejects.toMatchObject({ code: 'area.outside-post' });
  });

  describe('on another map', () => {
    it('a commune of today shows the households of the villages that it took in', async () => {
      const { successors } = await province.areas.get({ ref: ref(ngaBach) });
      const today = successors.toSorted((one, other) => (other.share ?? 0) - (one.share ?? 0))[0]!.area.id;
      const { total, mapDate, asOf } = await of(today, 2017, ['households.poor', 'households.all']);
      expect([asOf, mapDate]).toEqual(['2017-12-31', '2025-07-01']);
      expect(total.figures).toMatchObject({ 'households.poor': { basis: 'households' }, 'households.all': { reason: { code: 'not_published' } } });
      expect(total.figures['households.poor' as MeasureId]!.value).toBeGreaterThanOrEqual(2);
    });
    it('a commune of today that took in three, of which one was listed, says so', async () => {
      await openRound(program.runtime, '15172@2022-12-31', '2022', 'P2022');
      await handIn(program.runtime, '15172@2022-12-31', '2022', [poor('Bùi Văn Cường', 'Thôn Phi Long')]);
      await cover(year(2022), ['15172@2022-12-31'], ['poor']);
      const { total, rows } = await of('15178@2025-07-01', 2022, ['households.poor']);
      expect(total.figures).toMatchObject({ 'households.poor': { value: null, reason: { code: 'partly', details: { known: 1, units: 3 } } } });
      expect(rows.map(({ area, figures }) => [area.name, figures['households.poor' as MeasureId]!.value])).toEqual([['Thôn Phi Long', 1]]);
    });
    it('all of Nga Sơn is found again among today’s communes, and nothing twice', async () => {
      const { rows, total } = await of('38', 2017, ['households.poor'], { map: '2026-01-01', level: 'commune' });
      const known = rows.map(({ figures }) => figures['households.poor' as MeasureId]!.value ?? 0);
      expect(known.reduce((sum, value) => sum + value, 0)).toBe(3);
      expect(rows).toHaveLength(166);
      expect(total.figures).toMatchObject({ 'households.poor': { reason: { code: 'partly', details: { units: 166 } } } });
    });
  });
});

describe('published figures', () => {
  it('stand beside what is counted, with their source, and rates are worked out from counts, half away from zero', async () => {
    const { total, sources } = await province.measures.figures({ area: ref(ngaBach), period: year(2017), measures: ids('households.all', 'rate.poor', 'rate.near_poor') });
    expect(sources).toEqual([annex]);
    expect(total.figures).toMatchObject({
      'households.all': { value: 3, basis: 'published', source: 0 },
      'rate.poor': { value: 6667, basis: 'computed' },
      'rate.near_poor': { value: null, reason: { code: 'not_listed' } },
    });
  });
  it('of a whole are not worked back from its parts, nor a count from a rate', async () => {
    await publish(['35@2009-04-01', '2015-12-31', 'rate.poor', 581]);
    const haNam = await program.as('province_officer', '37');
    const { total } = await haNam.measures.figures({ area: ref('35@2009-04-01'), period: year(2015), measures: ids('rate.poor', 'households.poor', 'households.all') });
    expect(total.figures).toMatchObject({
      'rate.poor': { value: 581, basis: 'published' },
      'households.poor': { value: null },
      'households.all': { value: null, reason: { code: 'not_published' } },
    });
  });
  it('of all parts make that of the whole, where it has none of its own; the latest entry counts', async () => {
    const villages = (await province.areas.children({ ref: ref(ngaHung), day: day('2017-12-31') })).map(({ name }) => name);
    expect(villages).toEqual(['Chưa rõ thôn']);
    const [one, two] = (await province.areas.children({ ref: ref(ngaBach), day: day('2017-12-31') })).map(({ id }) => id);
    await publish([one!, '2017-12-31', 'persons.all', 10], [two!, '2017-12-31', 'persons.all', 7]);
    const ask = { area: ref(ngaBach), period: year(2017), measures: ids('persons.all') };
    expect((await province.measures.figures(ask)).total.figures).toMatchObject({ 'persons.all': { value: 17, basis: 'sum_of_published' } });
    program.setNow('2026-11-21T10:00:00Z');
    await publish([ngaBach, '2017-12-31', 'persons.all', 18]);
    program.setNow(new Date(Date.now() + 3_600_000).toISOString());
    await publish([ngaBach, '2017-12-31', 'persons.all', 19]);
    expect((await province.measures.figures(ask)).total.figures).toMatchObject({ 'persons.all': { value: 19, basis: 'published' } });
  });
  it('are refused for what others do not publish, and recorded', async () => {
    await expect(publish([ngaBach, '2017-12-31', 'unsized.poor', 1])).rejects.toMatchObject({ code: 'measure.not-publishable' });
    await expect(publish([ngaBach, '2017-12-31', 'households.rich', 1])).rejects.toMatchObject({ code: 'measure.not-found' });
    const { owner } = program.runtime.database;
    expect(await owner.selectFrom('audit_entry').select('area_path').where('action', '=', 'measure.statistics-added').where('subject', '=', ngaBach).execute()).not.toHaveLength(0);
  });
});

describe('marks', () => {
  const own = { area: ref(ngaTrung), period: year(2017), measures: ids('households.poor', 'persons.poor') };
  const show = async () => (await province.measures.figures(own)).total.figures;

  it('let nobody see a village as it was before a write', async () => {
    expect(await show()).toMatchObject({ 'households.poor': { value: 0 } });
    await handIn(program.runtime, ngaTrung, '2017', [poor('Lê Văn Dũng', 'Xóm 5', { size: 2 })]);
    expect(await show()).toMatchObject({ 'households.poor': { value: 1 }, 'persons.poor': { value: 2 } });
    await handIn(program.runtime, ngaTrung, '2017', [poor('Lê Văn Dũng', 'Xóm 5', { size: 2, stated: 'not_poor' })]);
    expect(await show()).toMatchObject({ 'households.poor': { value: 0 }, 'persons.poor': { value: 0 } });
  });
  it('of many writers and readers at once lose nothing', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `Phạm Văn ${'ABCDEGHI'[index]}`);
    await Promise.all([
      ...names.map((name) => handIn(program.runtime, ngaTrung, '2017', [poor(name, 'Xóm 6', { size: 1 })])),
      ...names.map(() => refreshFigures(program.runtime)),
      ...names.map(() => show()),
    ]);
    expect(await show()).toMatchObject({ 'households.poor': { value: 8 }, 'persons.poor': { value: 8 } });
    expect(await program.runtime.database.owner.selectFrom('village_mark').selectAll().execute()).toEqual([]);
  });
  // The embedded database has one connection, so that nothing can come between there.
  it.skipIf(process.env['CHUNGTAY_TEST_ENGINE'] !== 'postgres')('of a write that is not yet committed outlive a refresh that comes between', async () => {
    const { owner } = program.runtime.database;
    const { village_id, round_id, household_id } = await owner.selectFrom('class_record').selectAll().where('head_name', '=', 'Phạm Văn A').executeTakeFirstOrThrow();
    const mark = { roundId: round_id as Id, villageIds: [village_id] };
    const reclass = (to: string, then: Promise<void>) =>
      runAs(program.runtime, system, async (ctx) => {
        await ctx.db.updateTable('class_record').set({ class: to }).where('household_id', '=', household_id).execute();
        await markVillages(ctx, mark);
        await then;
      });
    const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
    const writing = reclass('near_poor', mayCommit);
    await runAs(program.runtime, system, (ctx) => markVillages(ctx, mark));
    expect(await show()).toMatchObject({ 'households.poor': { value: 8 } });
    commit();
    await writing;
    expect(await show()).toMatchObject({ 'households.poor': { value: 7 } });
    await reclass('poor', Promise.resolve());
  });
  it('come with an unknown size that is not taken for none', async () => {
    await handIn(program.runtime, ngaTrung, '2017', [poor('Vũ Thị Em', 'Xóm 7', { size: 5 })]);
    await program.runtime.database.owner.updateTable('class_record').set({ size: null }).where('head_name', '=', 'Vũ Thị Em').execute();
    await handIn(program.runtime, ngaTrung, '2017', [poor('Vũ Thị Phượng', 'Xóm 7', { size: 5 })]);
    expect(await show()).toMatchObject({ 'households.poor': { value: 10 }, 'persons.poor': { value: null, reason: { code: 'size_unknown', details: { households: 1 } } } });
  });
});

describe('a round in which only some villages are finished', () => {
  it('shows those, and of the commune how many', async () => {
    await openRound(program.runtime, '15178@2025-07-01', '2026', 'P2022');
    await handIn(program.runtime, '15178@2025-07-01', '2026', [poor('Bùi Văn An', 'Thôn Một', { codes: ['YT2'] }), poor('Bùi Văn Ba', 'Thôn Hai')]);
    const officer = await program.as('commune_officer', '15178');
    const villages = await officer.areas.children({ ref: ref('15178') });
    const finished = villages.find(({ name }) => name === 'Thôn Một')!.id;
    program.setNow('2026-12-31T03:00:00Z');
    await runAs(program.runtime, system, async (ctx) => {
      const { id } = await getRoundFor(ctx, ref('15178@2025-07-01'), year(2026));
      await setCoverage(ctx, [{ area: finished, roundId: id, classes: ['poor'], indicators: ['YT2'] }]);
    });
    const { total, rows } = await officer.measures.figures({ area: ref('15178'), period: year(2026), measures: ids('households.poor', 'deprived.poor.YT2') });
    expect(total.figures).toMatchObject({ 'households.poor': { value: null, reason: { code: 'partly', details: { known: 1, units: villages.length } } } });
    const shown = Object.fromEntries(rows.map(({ area, figures }) => [area.name, figures['households.poor' as MeasureId]!.value]));
    expect(shown).toMatchObject({ 'Thôn Một': 1, 'Thôn Hai': null });
    expect(rows.find(({ area }) => area.id === finished)?.figures).toMatchObject({ 'deprived.poor.YT2': { value: 1 } });
  });
});

describe('over the years', () => {
  beforeAll(async () => {
    await openRound(program.runtime, ngaSon, '2018', 'P2016');
    await handIn(program.runtime, ngaBach, '2018', [poor('Mai Văn An', 'Xóm 1', { size: 5 }), poor('Mai Văn Ba', 'Xóm 2', { size: 1, stated: 'near_poor' }), poor('Mai Văn Cả', 'Xóm 2', { size: 2 })]);
    await cover(year(2018), [ngaBach], ['poor', 'near_poor']);
  });

  it('a series has the years of the area with their standard', async () => {
    const { years } = await province.measures.series({ area: ref(ngaBach), map: day('2018-12-31'), measures: ids('households.poor') });
    expect(years.map(({ year: of, standards, figures }) => [of, standards, figures['households.poor' as MeasureId]!.value])).toEqual([
      [2017, ['P2016'], 2],
      [2018, ['P2016'], 2],
    ]);
  });
  it('a village has no figures, and says why, in years when it was not there', async () => {
    const { owner } = program.runtime.database;
    const village = await owner.selectFrom('area_version').select(['area_id', 'valid_from']).where('parent_id', '=', ngaBach!).where('name', '=', 'Xóm 1').orderBy('valid_from').executeTakeFirstOrThrow();
    const id = village.area_id;
    await owner.updateTable('area_version').set({ valid_from: '2018-01-01' }).where('area_id', '=', id).where('valid_from', '=', village.valid_from).execute();
    const { years } = await province.measures.series({ area: ref(id), map: day('2017-06-30'), measures: ids('households.poor', 'rate.poor') });
    expect(years.length).toBeGreaterThan(0);
    for (const { figures } of years) for (const figure of Object.values(figures)) expect(figure).toEqual({ value: null, basis: null, reason: { code: 'not_standing', details: {} }, source: null });
    const own = await province.measures.series({ area: ref(id), measures: ids('households.poor') });
    expect(own.years.map(({ year: of, figures }) => [of, figures['households.poor' as MeasureId]!.reason?.code ?? figures['households.poor' as MeasureId]!.value])).toEqual(expect.arrayContaining([[2017, 'not_standing'], [2018, 1]]));
  });
  it('a class that one of two rounds did not list has no flow', async () => {
    const { balances } = await province.measures.balances({ area: ref(ngaBach), period: year(2018) });
    expect(balances.filter(({ balance }) => balance === 'flow').map(({ measure }) => measure)).toEqual(['households.poor', 'persons.poor']);
  });
  it('both balances hold, and their flows name who left and came', async () => {
    const { balances } = await province.measures.balances({ area: ref(ngaBach), period: year(2018) });
    expect(balances.filter(({ difference }) => difference !== 0)).toEqual([]);
    const flow = (measure: string) => balances.find((one) => one.balance === 'flow' && one.measure === measure)?.flow;
    expect(flow('households.poor')).toEqual({ from: '2017-12-31', start: 2, exits: 1, otherExits: 0, entries: 1, otherEntries: 0, changes: 0, end: 2 });
    expect(flow('persons.poor')).toEqual({ from: '2017-12-31', start: 5, exits: 1, otherExits: 0, entries: 2, otherEntries: 0, changes: 1, end: 7 });
    expect(balances.find((one) => one.balance === 'register' && one.measure === 'households.near_poor')).toMatchObject({ left: 1, right: 1 });
  });
  it('a sum by commune that is not that of its villages is found', async () => {
    const { owner } = program.runtime.database;
    const sum = () => owner.updateTable('commune_figure').where('commune_id', '=', ngaBach!).where('measure', '=', 'households.poor');
    await sum().set((set) => ({ value: set('value', '+', 5) })).execute();
    const broken = (await province.measures.balances({ area: ref(ngaBach), period: year(2018) })).balances.filter(({ difference }) => difference !== 0);
    expect(broken.map(({ balance, measure, difference }) => `${balance} ${measure} ${difference}`)).toEqual(['register households.poor -5', 'flow households.poor -5']);
    await sum().set((set) => ({ value: set('value', '-', 5) })).execute();
  });
  it('a broken balance says by how much', async () => {
    const { owner } = program.runtime.database;
    await publish([ngaBach, '2018-12-31', 'households.all', 10]);
    const [one, two] = (await province.areas.children({ ref: ref(ngaBach), day: day('2018-12-31') })).map(({ id }) => id);
    await publish([one!, '2018-12-31', 'households.all', 4], [two!, '2018-12-31', 'households.all', 5]);
    const { round_id } = await owner.selectFrom('round').select('round_id').where('year', '=', 2018).executeTakeFirstOrThrow();
    await owner.updateTable('village_figure').set({ value: 7 }).where('village_id', '=', one!).where('round_id', '=', round_id).where('measure', '=', 'households.poor').execute();
    const broken = (await province.measures.balances({ area: ref(ngaBach), period: year(2018) })).balances.filter(({ difference }) => difference !== 0);
    expect(broken.map(({ balance, measure }) => `${balance} ${measure}`)).toEqual(['register households.poor', 'statistic households.all']);
    expect(broken[1]).toMatchObject({ left: 10, right: 9, difference: 1, sentence: { vi: 'Tổng số hộ dân cư: số công bố của địa bàn là 10, tổng số công bố của các đơn vị là 9, chênh lệch 1.' } });
  });
});
