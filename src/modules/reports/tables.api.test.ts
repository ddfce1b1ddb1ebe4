import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlace } from '#app/demonstration.ts';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { rate } from '#kernel/rate.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { FollowedClass } from '#modules/households/contract.changes.ts';
import type { HouseholdRow } from '#modules/households/contract.ts';
import { places } from '../../../tests/support/places.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import type { Report, ReportColumn } from './contract.ts';

/** Every table of figures over places of the demonstration: what a cell says is what the register shows behind it. */
let program: TestProgram;
let officer: Client;
let national: Client;

interface Place {
  area: AreaRef;
  period: Period;
  map?: PlainDate;
}
/** A place with the list before, where the table compares with one. */
interface Shown extends Place {
  since: Period | null;
}
const place = (area: string, period: string, map?: string): Place => ({ area: area as AreaRef, period: period as Period, ...(map && { map: map as PlainDate }) });
const camTan = place('15178', '2025');
const camTan2026 = place('15178', '2026');
const camLong = place('15172@2022-12-31', '2022');
const haNam = place('35@2009-04-01', '2015');

beforeAll(async () => {
  program = await testProgram();
  for (const one of places) {
    // Of Hà Nam two communes will do.
    const communes = one.key === 'ha-nam-2015' ? one.communes.slice(0, 2) : one.communes;
    if (one.series === 'nga-son') continue;
    await loadPlace(program.runtime, { ...one, communes, coverage: one.coverage.filter(({ area }) => communes.some((commune) => commune.area === area)) });
  }
  officer = await program.as('commune_officer', '15178');
  national = await program.as('province_officer', '37');
}, 240_000);
afterAll(() => program.close());

const tables = async (): Promise<string[]> => (await officer.reports.forms()).filter(({ kind }) => kind === 'table').map(({ form }) => form);

/**
 * Who the register shows behind a cell: at the end of the period, at its start, or by how they changed. Many cells open the same list. That of
 * a village is a part of the commune's; every fifth is asked for by itself, and must be that part.
 */
async function behind(client: Client, area: AreaRef, { area: commune, period, map, since }: Shown, { class: of, deprived, part, change }: NonNullable<ReportColumn['drill']>): Promise<readonly HouseholdRow[]> {
  const who = change !== null && change.length > 0 ? { period, change, changeOf: FollowedClass.parse(of) } : { period: change === null ? period : since!, class: of };
  const asked: ListAsked = { area: commune, ...who, limit: 200, ...(map && { map }), ...(deprived && { deprived }), ...part };
  const all = await opened(client, asked);
  if (area === commune) return all;
  const own = all.filter(({ village }) => village.id === area);
  if (villageLists++ % 5 === 0) expect(await opened(client, { ...asked, area })).toEqual(own);
  return own;
}

type ListAsked = Parameters<Client['households']['list']>[0];
const lists = new Map<string, Promise<readonly HouseholdRow[]>>();
let villageLists = 0;

function opened(client: Client, asked: ListAsked): Promise<readonly HouseholdRow[]> {
  const key = JSON.stringify(asked);
  const list = lists.get(key) ?? wholeList(client, asked);
  lists.set(key, list);
  return list;
}

async function wholeList(client: Client, asked: ListAsked): Promise<readonly HouseholdRow[]> {
  const rows: HouseholdRow[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await client.households.list({ ...asked, ...(after && { after }) });
    rows.push(...page.rows);
    expect(page.total).toBeGreaterThanOrEqual(rows.length);
    after = page.next;
  }
  return rows;
}

/** Children of households, as the summary has them. */
async function childrenOf(rows: readonly HouseholdRow[], { period }: Place, indicator: string | null): Promise<number> {
  const traits = await program.runtime.database.owner
    .selectFrom('class_trait as t')
    .innerJoin('round as r', 'r.round_id', 't.round_id')
    .select(['t.children', 't.children_deprived'])
    .where('t.household_id', 'in', rows.map(({ id }) => id))
    .where('r.year', '=', Number(period))
    .execute();
  return traits.reduce((sum, { children, children_deprived: deprived }) => sum + ((indicator === null ? children : (deprived as Record<string, number>)[indicator]) ?? 0), 0);
}

async function meant(rows: readonly HouseholdRow[], column: ReportColumn, where: Place): Promise<number> {
  const { unit, drill } = column;
  const of = drill!.part?.children;
  if (of !== undefined) return rows.length === 0 ? 0 : childrenOf(rows, where, of === 'any' ? null : of);
  if (unit === 'person') return rows.reduce((sum, { size }) => sum + size!, 0);
  return unit === 'deprivation' ? rows.reduce((sum, { deprived }) => sum + deprived.length, 0) : rows.length;
}

/** Every cell of counted households in a row against the register; says how many there were. */
async function checkRow(client: Client, area: AreaRef, cells: Report['total'], columns: readonly ReportColumn[], where: Shown): Promise<number> {
  let checked = 0;
  for (const column of columns) {
    const value = cells.cells[column.key] ?? null;
    if (column.drill === null || column.unit === 'hundredth_percent' || value === null || cells.published[column.key] !== undefined) continue;
    // Persons also come and go in households that stay as they are.
    if (column.unit === 'person' && column.drill.change !== null && column.drill.change.length > 0) continue;
    const rows = await behind(client, area, where, column.drill);
    expect(await meant(rows, column, where), `${area} ${column.measure} ${column.key}`).toBe(value);
    checked++;
  }
  return checked;
}

describe.each([['Cẩm Tân 2025', camTan], ['Cẩm Tân 2026', camTan2026], ['Cẩm Long 2022', camLong]] as const)('%s', (_, where) => {
  it('has behind each cell of each table as many households, persons or children as it says', async () => {
    let checked = 0;
    for (const form of await tables()) {
      const { columns, splits, total, rows, area, since } = await officer.reports.report({ ...where, form });
      const lines = splits.length > 0 ? splits : [{ key: null, columns, total }];
      for (const line of lines) {
        checked += await checkRow(officer, area.id, line.total, line.columns, { ...where, area: area.id, since });
        for (const row of rows.filter(({ split }) => split === line.key)) checked += await checkRow(officer, row.area.id, row, line.columns, { ...where, area: area.id, since });
      }
    }
    expect(checked).toBeGreaterThan(100);
  }, 300_000);

  it('adds up: parts to wholes, villages to the commune, shares to counts', async () => {
    const of = async (form: string): Promise<Report> => officer.reports.report({ ...where, form });
    for (const [counts, shares, whole] of [['1.4', '1.5', 'poor'], ['1.6', '1.7', 'near_poor']] as const) {
      const [count, share] = [await of(counts), await of(shares)];
      for (const { key } of share.columns.slice(1)) expect(share.total.cells[key]).toBe(rate(count.total.cells[key]!, count.total.cells[whole]!));
    }
    for (const form of await tables()) {
      const { columns, rows, total, splits } = await of(form);
      const lines = splits.length > 0 ? splits : [{ key: null, columns, total }];
      for (const line of lines) {
        for (const { key, unit, less } of line.columns) {
          const parts = rows.filter(({ split }) => split === line.key).map(({ cells }) => cells[key] ?? null);
          const value = line.total.cells[key] ?? null;
          if (unit === 'hundredth_percent' || value === null || parts.includes(null)) continue;
          expect(parts.reduce<number>((sum, part) => sum + part!, 0), `${form} ${key} ${less.length}`).toBe(value);
        }
      }
    }
    const { total: ethnic, columns } = await of('1.9');
    if (ethnic.cells['poor_minority'] !== null) {
      expect(ethnic.cells['poor_kinh']! + ethnic.cells['poor_minority']!).toBe(ethnic.cells['poor']);
      const inColumns = columns.filter(({ key }) => key.startsWith('ethnic.poor.')).map(({ key }) => ethnic.cells[key]!);
      expect(inColumns.reduce((sum, value) => sum + value, 0)).toBe(ethnic.cells['poor_minority']);
    }
  });
});

describe('Cẩm Tân at the end of 2025', () => {
  it('counts other households as those in none of the three groups, not by the printed formula', async () => {
    const { splits } = await officer.reports.report({ ...camTan, form: '1.8' });
    const { poor, poor_minority: minority, poor_no_labour: noLabour, poor_merit: merit, poor_none: none } = splits[0]!.total.cells;
    expect(none).toBeGreaterThan(poor! - minority! - noLabour! - merit!);
    expect(none).toBeLessThanOrEqual(poor! - minority!);
  });
  it('reads local wordings of causes, and names the one that it does not know', async () => {
    const { total, notes } = await officer.reports.report({ ...camTan, form: '1.10' });
    expect(Object.values(total.cells).every((value) => value! > 0)).toBe(true);
    const text = notes.map(({ vi }) => vi).join('\n');
    expect(text).toContain('“Đông con”');
    expect(text).toMatch(/\d+ hộ nghèo không ghi nguyên nhân, không tính vào cột nào/);
    const leader = await program.as('leader', '15178');
    expect((await leader.reports.report({ ...camTan, form: '1.10' })).notes.map(({ vi }) => vi).join('\n')).not.toContain('Đông con');
  });
  it('knows the children, and of the deprived only where each is told of', async () => {
    const { rows } = await officer.reports.report({ ...camTan, form: '1.11' });
    const told = rows.find(({ area }) => area.name === 'Thôn Minh Long')!.cells;
    expect(Object.values(told)).not.toContain(null);
    expect(told['poor']!).toBeGreaterThan(told['poor_nutrition']!);
    const blank = rows.find(({ area }) => area.name === 'Thôn Phi Long')!;
    expect(blank.reasons['near_poor']).toEqual({ code: 'unclear', details: { households: 1 } });
  });
});

describe('Hà Nam at the end of 2015', () => {
  it('did not ask for groups, ethnic groups and causes: they are unknown, not 0', async () => {
    const { rows } = await national.reports.report({ ...haNam, form: '1.1', level: 'commune' });
    const commune = rows.find(({ level, cells }) => level === 'commune' && cells['poor'])!.area.id;
    for (const [form, known] of [['1.8', ['poor', 'near_poor']], ['1.9', ['poor', 'near_poor']], ['1.10', []]] as const) {
      const { total } = await national.reports.report({ ...haNam, area: commune, form });
      const unknown = Object.keys(total.cells).filter((key) => total.cells[key] === null);
      expect(Object.keys(total.cells).filter((key) => !unknown.includes(key))).toEqual(known);
      expect(new Set(unknown.map((key) => total.reasons[key]!.code))).toEqual(new Set(['not_told']));
    }
  });
  it('has shares by the ten indicators of 2016, and no children deprived in nutrition, of which that standard says nothing', async () => {
    expect((await national.reports.report({ ...haNam, form: '1.5' })).columns).toHaveLength(11);
    const { rows } = await national.reports.report({ ...haNam, form: '1.11', level: 'commune' });
    const listed = rows.find(({ level, cells }) => level === 'commune' && cells['poor'])!;
    expect(listed.reasons['poor_nutrition']!.code).toBe('not_asked');
  });
});

/** Households of Cẩm Tân that were poor in 2022, not in 2025, and are in 2026, by the lists of the demonstration. */
function poorAgain(): number {
  const poorIn = (key: string): Set<string> => {
    const list = places.find((one) => one.key === key)!.communes.flatMap(({ households }) => households);
    return new Set(list.filter(({ stated }) => stated === 'poor').map(({ number }) => number!));
  };
  const [first, between] = [poorIn('cam-long-2022'), poorIn('cam-tan-2025')];
  return [...poorIn('cam-tan-2026')].filter((number) => first.has(number) && !between.has(number)).length;
}

describe('lists by name', () => {
  const pageOf = (form: string, where: Place, after?: string, limit = 20) => officer.reports.nameList({ ...where, form, limit, ...(after && { after }) });

  it('name every household and member of the class, page after page, and leave an audit row with their number', async () => {
    const heads: string[] = [];
    let lines = 0;
    let total = 0;
    for (let after: string | null | undefined; after !== null; ) {
      const page = await pageOf('1.14', camTan, after ?? undefined, 100);
      heads.push(...page.rows.filter(({ first }) => first).map(({ cells }) => cells['household_no']!));
      lines += page.rows.length;
      [after, total] = [page.next, page.total];
    }
    expect(heads).toEqual(Array.from({ length: total }, (_, index) => String(index + 1)));
    const { splits } = await officer.reports.report({ ...camTan, form: '1.8' });
    expect(total).toBe(splits[0]!.total.cells['poor']);
    expect(lines).toBe(splits[1]!.total.cells['poor']);
    const { owner } = program.runtime.database;
    const read = await owner.selectFrom('audit_entry').select('details').where('action', '=', 'household.listed-by-name').orderBy('at', 'desc').limit(1).executeTakeFirstOrThrow();
    expect(read.details).toMatchObject({ count: total % 100 || 100 });
  });
  it('have nineteen columns, and say why some are empty', async () => {
    const { columns, rows, notes } = await pageOf('1.15', camTan);
    expect(columns.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
    expect(rows.every(({ cells }) => cells['need_credit'] === null && cells['native'] === null)).toBe(true);
    expect(notes.map(({ vi }) => vi)).toContain('Cột 14, 15, 16, 17, 18, 19: chương trình chưa ghi nhận nhu cầu hỗ trợ của hộ.');
  });
  it('tell new, again and still by the lists before, and nothing where there is none', async () => {
    const standing = ({ rows }: Awaited<ReturnType<typeof pageOf>>) => rows.filter(({ first }) => first).map(({ cells }) => (['new', 'again', 'still'] as const).find((one) => cells[one] === 'x') ?? (cells['new'] === null ? null : 'none'));
    expect(new Set(standing(await pageOf('1.14', camLong, undefined, 200)))).toEqual(new Set([null]));
    const now = standing(await pageOf('1.14', camTan2026, undefined, 200));
    expect(new Set(now)).toEqual(new Set(['new', 'again', 'still']));
    expect(now.filter((one) => one === 'again')).toHaveLength(poorAgain());
    expect(new Set(standing(await pageOf('1.14', camTan, undefined, 200)))).toEqual(new Set(['new', 'still', null]));
  });
  it('are refused to who may not read households, and outside the post', async () => {
    const leader = await program.as('leader', '15178');
    await expect(leader.reports.nameList({ ...camTan, form: '1.14' })).rejects.toMatchObject({ status: 403 });
    await expect(national.reports.nameList({ ...camTan, form: '1.14' })).rejects.toMatchObject({ code: 'area.outside-post' });
    await expect(officer.reports.nameList({ ...camTan, form: '1.1' })).rejects.toMatchObject({ code: 'report.form-not-found' });
  });
});

describe('ethnic columns', () => {
  const keys = async (client: Client, where: Place): Promise<string[]> =>
    (await client.reports.report({ ...where, form: '1.9' })).columns.map(({ key }) => key).filter((key) => key.startsWith('ethnic.poor.'));

  it('are those shipped until a province chooses; the choice is on record and changes the table and its rest', async () => {
    expect((await officer.reports.ethnicColumns({ area: camTan.area })).chosen).toBeNull();
    expect(await keys(officer, camTan)).toHaveLength(10);
    const thanhHoa = await program.as('province_officer', '38');
    const before = (await officer.reports.report({ ...camTan, form: '1.9' })).total.cells;
    await thanhHoa.reports.setEthnicColumns({ area: '38' as AreaRef, codes: ['thai', 'dao'] });
    expect(await keys(officer, camTan)).toEqual(['ethnic.poor.thai', 'ethnic.poor.dao', 'ethnic.poor.rest']);
    const after = (await officer.reports.report({ ...camTan, form: '1.9' })).total.cells;
    expect(after['ethnic.poor.rest']).toBe(before['ethnic.poor.muong']! + before['ethnic.poor.rest']!);
    // Of another province, on an old map too, nothing changed.
    expect(await keys(national, haNam)).toHaveLength(10);
    expect(await keys(officer, camLong)).toHaveLength(3);
    await thanhHoa.reports.setEthnicColumns({ area: '38' as AreaRef, codes: ['muong'] });
    const { owner } = program.runtime.database;
    expect((await owner.selectFrom('report_setting').select('value').orderBy('entered_at').execute()).map(({ value }) => value)).toEqual([['thai', 'dao'], ['muong']]);
  });
  it('are minorities of the catalogue, each once, and chosen for a whole province of one’s own', async () => {
    const thanhHoa = await program.as('province_officer', '38');
    const set = (client: Client, area: string, codes: string[]) => client.reports.setEthnicColumns({ area: area as AreaRef, codes });
    await expect(set(thanhHoa, '38', ['kinh'])).rejects.toMatchObject({ code: 'report.no-such-ethnicity' });
    await expect(set(thanhHoa, '38', ['thai', 'thai'])).rejects.toMatchObject({ code: 'report.no-such-ethnicity' });
    await expect(set(thanhHoa, '37', ['thai'])).rejects.toMatchObject({ code: 'area.outside-post' });
    await expect(set(officer, '15178', ['thai'])).rejects.toMatchObject({ status: 403 });
  });
});
