import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { handIn, household, openRound } from '../../../tests/support/households.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';

let program: TestProgram;
let officer: Client;
const area = '15178@2025-07-01' as AreaRef;
const period = '2025' as Period;
const list = [
  household('Bùi Văn An', { village: 'Thôn Minh Long', facts: { income: 1_500_000, indicators: { VL1: 'yes', YT2: 'yes', NO1: 'yes' } } }),
  household('Quách Thị Ánh', { village: 'Thôn Minh Long', facts: { income: 1_400_000, indicators: { VL1: 'no', VL2: 'no', YT1: 'no', YT2: 'yes', GD1: 'no', GD2: 'no', NO1: 'no', NO2: 'no', NS1: 'no', NS2: 'no', TT1: 'no', TT2: 'no' } } }),
  household('Cao Đình Bảo', { village: 'Thôn Phi Long', stated: 'poor', decision: { number: '01/QĐ-UBND', day: null }, facts: { income: 2_300_000 } }),
];

beforeAll(async () => {
  program = await testProgram();
  await openRound(program.runtime, '38', '2025', 'P2022');
  officer = await program.as('commune_officer', '15178');
  await handIn(program.runtime, area, '2025', list);
});
afterAll(() => program.close());

const heads = async (filter: object): Promise<string[]> => (await officer.households.list({ area, period, ...filter })).rows.map(({ head }) => head);

describe('a list that is handed in', () => {
  it('is classed under the round’s standard, sorted by given name', async () => {
    const { rows, total } = await officer.households.list({ area, period });
    expect(total).toBe(3);
    expect(rows.map(({ head, class: given }) => [head, given])).toEqual([
      ['Bùi Văn An', 'poor'],
      ['Quách Thị Ánh', 'near_poor'],
      ['Cao Đình Bảo', 'poor'],
    ]);
    expect(rows[0]).toMatchObject({ deprived: ['VL1', 'YT2', 'NO1'], village: { name: 'Thôn Minh Long' } });
  });
  it('keeps the stated class beside ours, and says where they differ', async () => {
    expect(await heads({ differs: true })).toEqual(['Cao Đình Bảo']);
  });
  it('changes nothing when it comes again', async () => {
    expect(await handIn(program.runtime, area, '2025', list)).toMatchObject({ added: 0, changed: 0, same: 3 });
  });
  it('makes a new revision where something changed, and keeps the old one', async () => {
    const [an] = list;
    await handIn(program.runtime, area, '2025', [household('Bùi Văn An', { ...an, facts: { ...an!.facts, income: 1_600_000 } })]);
    const { rows } = await officer.households.list({ area, period, name: 'bui an' });
    expect(rows).toMatchObject([{ head: 'Bùi Văn An', class: 'average' }]);
    const file = await officer.households.get({ id: rows[0]!.id });
    expect(file.classes.map(({ revision, current, class: given }) => [revision, current, given])).toEqual([
      [2, true, 'average'],
      [1, false, 'poor'],
    ]);
    expect(file.members).toHaveLength(1);
  });
});

describe('filters', () => {
  it('by class, by deprivation, by village, by a name without diacritics', async () => {
    expect(await heads({ class: 'near_poor' })).toEqual(['Quách Thị Ánh']);
    expect(await heads({ deprived: 'NO1' })).toEqual(['Bùi Văn An']);
    const [village] = await officer.areas.find({ text: 'phi long', level: 'village' });
    expect(await heads({ area: village!.id })).toEqual(['Cao Đình Bảo']);
    expect(await heads({ name: 'quach anh' })).toEqual(['Quách Thị Ánh']);
  });
  it('refuses an indicator that the standard has not', async () => {
    await expect(heads({ deprived: 'XX9' })).rejects.toMatchObject({ code: 'household.no-such-indicator' });
  });
});

describe('pages', () => {
  it('come one after the other, in both directions of a sort, and miss nobody', async () => {
    for (const sort of ['name', '-name', 'deprived', '-deprived', 'size', '-size'] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await officer.households.list({ area, period, sort, limit: 1, ...(after === undefined ? {} : { after }) });
        seen.push(...page.rows.map(({ head }) => head));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(new Set(seen).size).toBe(3);
      expect(seen).toHaveLength(3);
    }
  });
});

describe('the file of a household', () => {
  it('says why it is classed so, each step with its article', async () => {
    const { rows } = await officer.households.list({ area, period, class: 'near_poor' });
    const file = await officer.households.get({ id: rows[0]!.id });
    const [record] = file.classes;
    expect(record?.reasons.some(({ text, citation }) => text.vi.includes('1.400.000') && citation !== null)).toBe(true);
  });
  it('is not there for a post elsewhere', async () => {
    const { rows } = await officer.households.list({ area, period });
    const stranger = await program.as('commune_officer', '16093');
    await expect(stranger.households.get({ id: rows[0]!.id })).rejects.toMatchObject({ code: 'household.not-found' });
    await expect(stranger.households.list({ area, period })).rejects.toMatchObject({ code: 'area.outside-post' });
    await expect(officer.households.get({ id: '01890000-0000-7000-8000-000000000000' as Id })).rejects.toMatchObject({ code: 'household.not-found' });
  });
  it('leaves an audit row for each reading', async () => {
    const { rows } = await officer.households.list({ area, period });
    await officer.households.get({ id: rows[0]!.id });
    const entries = await program.runtime.database.owner.selectFrom('audit_entry').selectAll().where('action', '=', 'household.opened').execute();
    expect(entries.some(({ subject, user_id }) => subject === rows[0]!.id && user_id !== null)).toBe(true);
  });
});
