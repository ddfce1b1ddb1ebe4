import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getRoundFor } from '#modules/rounds/service.ts';
import { runAs, system } from '#platform/run.ts';
import { boundariesIn } from '../../../tests/support/boundaries.ts';
import { handIn, household, openRound } from '../../../tests/support/households.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import type { Figure, Figures, MeasureId, StatisticEntry } from './contract.ts';
import { addStatistics, setCoverage } from './service.ts';

let program: TestProgram;
let thanhHoa: Client;
let ninhBinh: Client;

const ref = (text: string): AreaRef => text as AreaRef;
const ids = (...names: string[]): MeasureId[] => names as MeasureId[];
const poor = (head: string, village: string | null) => household(head, { village, size: 2, stated: 'poor', decision: { number: '01/QĐ-UBND', day: null } });
const households = (count: number, village: string | null = null) => Array.from({ length: count }, (_, index) => poor(`Mai Văn ${String.fromCharCode(65 + index)}`, village));
const valueOf = (figures: Record<string, Figure>, id = 'households.poor') => figures[id]!;
const poorBy = ({ rows }: Figures) => Object.fromEntries(rows.map(({ area, figures }) => [area.name, valueOf(figures).value]));
const sum = (rows: Figures['rows']): number => rows.reduce((all, { figures }) => all + (valueOf(figures).value ?? 0), 0);

async function listAll(client: Client, area: string, period: string, counts: Readonly<Record<string, number>>): Promise<AreaRef[]> {
  const day = `${period}-12-31` as PlainDate;
  const communes = (await client.areas.children({ ref: ref(area), day, level: 'commune' })).map(({ id }) => id);
  for (const [commune, count] of Object.entries(counts)) await handIn(program.runtime, commune, period, households(count));
  await runAs(program.runtime, system, async (ctx) => {
    const { id } = await getRoundFor(ctx, communes[0]!, period as Period);
    await setCoverage(ctx, communes.map((commune) => ({ area: commune, roundId: id, classes: ['poor'], indicators: [] })));
  });
  return communes;
}

const ngaSon = '401@2009-04-01';
/** A commune of Hà Nam that went into three wards. */
const hoangDong = '13357@2009-04-01';
const haNam = '35@2009-04-01';

beforeAll(async () => {
  program = await testProgram();
  [thanhHoa, ninhBinh] = [await program.as('province_officer', '38'), await program.as('province_officer', '37')];
  await openRound(program.runtime, ngaSon, '2018', 'P2016');
  await listAll(thanhHoa, ngaSon, '2018', { '16120@2009-04-01': 5, '16126@2009-04-01': 3, '16114@2009-04-01': 4, '16150@2009-04-01': 2 });
  await openRound(program.runtime, haNam, '2015', 'P2016');
  await listAll(ninhBinh, haNam, '2015', { [hoangDong]: 10 });
});
afterAll(() => program.close());

describe('the 27 units of Nga Sơn of 2018', () => {
  const ask = (map?: string) => thanhHoa.measures.figures({ area: ref(ngaSon), period: '2018' as Period, measures: ids('households.poor', 'persons.poor'), ...(map && { map: map as PlainDate }) });

  it('lie whole in six communes of 2026, so that every figure is exact', async () => {
    const [own, later] = [await ask(), await ask('2026-01-01')];
    expect([own.rows.length, own.overlay]).toEqual([27, null]);
    expect(later).toMatchObject({ mapDate: '2026-01-01', overlay: { ended: '2021-10-31', epoch: 'census_2009' }, origins: [] });
    expect(poorBy(later)).toEqual({ 'Xã Nga Sơn': 8, 'Xã Nga Thắng': 4, 'Xã Ba Đình': 0, 'Xã Tân Tiến': 0, 'Xã Hồ Vương': 0, 'Xã Nga An': 2 });
    expect(later.rows.map(({ inOverlay }) => inOverlay)).toEqual(Array(6).fill('whole'));
    expect(later.total.figures).toEqual(own.total.figures);
  });
  it('are drawn as those communes, and each is told where it went', async () => {
    const { map, level } = await boundariesIn(thanhHoa.areas.boundaries({ ref: ref(ngaSon), day: '2026-01-01' as PlainDate }));
    expect([level, map.objects.areas.geometries.length]).toEqual(['commune', 6]);
    const moves = await thanhHoa.areas.between({ ref: ref(ngaSon), from: '2018-12-31' as PlainDate, to: '2026-01-01' as PlainDate });
    expect(moves).toHaveLength(27);
    expect(moves.every(({ pieces }) => pieces.length === 1 && pieces[0]!.share === 1)).toBe(true);
  });
  it('are refused on any map to who does not have all of the district', async () => {
    const officer = await program.as('commune_officer', '16093');
    const request = { area: ref(ngaSon), period: '2018' as Period, map: '2026-01-01' as PlainDate, measures: ids('households.poor') };
    await expect(officer.measures.figures(request)).rejects.toMatchObject({ code: 'area.outside-post' });
    await expect(officer.measures.figures({ ...request, area: ref('16093@2025-07-01') })).resolves.toMatchObject({ total: { figures: { 'households.poor': { value: 8 } } } });
  });
  it('add up their publications where all have one', async () => {
    const source = { text: { vi: 'Phụ lục', en: 'Annex' }, document: null, mark: 'secondary' as const };
    const nga = (await thanhHoa.areas.children({ ref: ref(ngaSon), day: '2018-12-31' as PlainDate })).filter(({ code }) => ['16144', '16147', '16150', '16108'].includes(code!));
    await runAs(program.runtime, system, (ctx) =>
      addStatistics(ctx, nga.map(({ id }, index): StatisticEntry => ({ area: id, asOf: '2018-12-31' as PlainDate, measure: 'households.all' as MeasureId, value: 1000 + index, source }))),
    );
    const { rows } = await thanhHoa.measures.figures({ area: ref(ngaSon), period: '2018' as Period, map: '2026-01-01' as PlainDate, measures: ids('households.all', 'rate.poor') });
    const known = rows.filter(({ figures }) => valueOf(figures, 'households.all').value !== null);
    expect(known.map(({ area }) => area.name)).toEqual(['Xã Nga An']);
    expect(known[0]!.figures).toMatchObject({ 'households.all': { basis: 'sum_of_published' }, 'rate.poor': { value: 7 } });
  });
});

describe('what must add up', () => {
  it('is weighed on another map, and says where it cannot be', async () => {
    const on = (area: string) => thanhHoa.measures.balances({ area: ref(area), period: '2018' as Period, map: '2026-01-01' as PlainDate });
    const { mapDate, balances, notes } = await on('38');
    expect([mapDate, notes]).toEqual(['2026-01-01', []]);
    expect(balances.filter(({ balance }) => balance === 'register').length).toBeGreaterThan(0);
    expect(balances.filter(({ difference }) => difference !== 0)).toEqual([]);
    expect(await on(ngaSon)).toMatchObject({ balances: [], notes: [{ vi: expect.stringMatching(/^Địa bàn này đã kết thúc/) }] });
  });
});

describe('a unit that was split', () => {
  const ask = (map: string) => ninhBinh.measures.figures({ area: ref(haNam), period: '2015' as Period, measures: ids('households.poor'), map: map as PlainDate });

  it('is shared out by land, said to be an estimate, and adds up again', async () => {
    const { rows, total, origins } = await ask('2026-01-01');
    const estimated = rows.filter(({ figures }) => valueOf(figures).carried?.estimated);
    expect(estimated.map(({ figures }) => valueOf(figures).value).sort()).toEqual([1, 3, 6]);
    expect(origins.map(({ name }) => name)).toEqual(['Xã Hoàng Đông']);
    expect(estimated.every(({ figures }) => origins[valueOf(figures).carried!.from[0]!.origin]!.code === '13357')).toBe(true);
    expect(sum(rows)).toBe(10);
    expect(valueOf(total.figures)).toEqual({ value: 10, basis: 'households', reason: null, source: null });
  });
  it('gives nothing away to who has only one of the new units', async () => {
    const officer = await program.as('commune_officer', '13348');
    const { total } = await officer.measures.figures({ area: ref('13348@2025-07-01'), period: '2015' as Period, map: '2026-01-01' as PlainDate, measures: ids('households.poor') });
    expect(valueOf(total.figures)).toMatchObject({ value: null, reason: { code: 'outside_post' } });
  });
  it('counts a village exactly as soon as the list of a new unit names it', async () => {
    await handIn(program.runtime, hoangDong, '2015', [poor('Lê Thị Tám', 'Thôn Bạch Xá')]);
    const exactIn = async () => {
      const { rows } = await ask('2026-01-01');
      return rows.map(({ figures }) => valueOf(figures)).filter(({ carried }) => carried?.estimated).map(({ value }) => value).sort();
    };
    expect(await exactIn()).toEqual([1, 3, 7]);
    const [main] = (await ninhBinh.areas.get({ ref: ref(hoangDong) })).successors.toSorted((a, b) => b.share! - a.share!);
    await ninhBinh.areas.addVillages({ ref: main!.area.id, names: ['Thôn Bạch Xá'] });
    const { rows } = await ask('2026-01-01');
    expect(sum(rows)).toBe(11);
    expect(valueOf(rows.find(({ area }) => area.id === main!.area.id)!.figures)).toMatchObject({ value: 7, carried: { estimated: true } });
    const audit = await program.runtime.database.owner.selectFrom('audit_entry').select('subject').where('action', '=', 'area.villages-placed').execute();
    expect(audit.map(({ subject }) => subject)).toEqual([main!.area.id]);
  });
  it('says so on paper', async () => {
    const { rows, total, notes } = await ninhBinh.reports.report({ form: '1.1', area: ref(haNam), period: '2015' as Period, map: '2026-01-01' as PlainDate });
    expect(rows.some(({ carried }) => Object.values(carried).some(({ estimated }) => estimated))).toBe(true);
    expect(Object.values(total.carried).filter(({ estimated }) => estimated)).toEqual([]);
    expect(notes.map(({ vi }) => vi)).toEqual(expect.arrayContaining([expect.stringMatching(/^≈ là số ước tính/)]));
  });
});

describe('figures of today on an old map', () => {
  it('divide a merged commune by the land of the old ones, and add up again', async () => {
    await openRound(program.runtime, '16093@2025-07-01', '2026', 'P2022');
    await handIn(program.runtime, '16093@2025-07-01', '2026', households(20));
    await runAs(program.runtime, system, async (ctx) => {
      const { id } = await getRoundFor(ctx, ref('16093@2025-07-01'), '2026' as Period);
      await setCoverage(ctx, [{ area: ref('16093@2025-07-01'), roundId: id, classes: ['poor'], indicators: [] }]);
    });
    program.setNow('2026-12-31T03:00:00Z');
    const { rows, origins } = await thanhHoa.measures.figures({ area: ref(ngaSon), period: '2026' as Period, map: '2018-12-31' as PlainDate, measures: ids('households.poor') });
    const known = rows.filter(({ figures }) => valueOf(figures).value !== null);
    expect(known).toHaveLength(8);
    expect(sum(known)).toBe(20);
    expect(known.every(({ figures }) => valueOf(figures).carried!.estimated)).toBe(true);
    expect(origins.map(({ name }) => name)).toEqual(['Xã Nga Sơn']);
    const overlay = await thanhHoa.measures.figures({ area: ref(ngaSon), period: '2026' as Period, measures: ids('households.poor') });
    expect(overlay.rows).toHaveLength(6);
    expect(valueOf(overlay.rows.find(({ area }) => area.code === '16093')!.figures)).toMatchObject({ value: 20 });
  });
});
