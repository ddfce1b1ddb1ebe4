import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Answer } from '#modules/standards/contract.facts.ts';
import { getStandard } from '#modules/standards/service.ts';
import { handIn, household, openRound } from '../../../tests/support/households.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import { Changes, type Move } from './contract.ts';
import { numericParameters } from './rules.scenario.ts';

let program: TestProgram;
let officer: Client;
const area = '15178@2025-07-01' as AreaRef;
const period = '2025' as Period;
const { standard } = getStandard('P2022');

/** All indicators answered; those named are deprivations. */
const deprivedIn = (...codes: string[]) => Object.fromEntries(standard.indicators.map(({ code }): [string, Answer] => [code, codes.includes(code) ? 'yes' : 'no']));

beforeAll(async () => {
  program = await testProgram();
  await openRound(program.runtime, '38', '2025', 'P2022');
  officer = await program.as('commune_officer', '15178');
  await handIn(program.runtime, area, '2025', [
    household('Bùi Văn An', { village: 'Thôn Một', size: 4, facts: { income: 1_500_000, indicators: deprivedIn('VL1', 'YT2', 'NO1') } }),
    household('Cao Thị Bình', { village: 'Thôn Một', size: 2, facts: { income: 1_500_000, indicators: deprivedIn('VL1', 'YT2') } }),
    household('Đinh Văn Chí', { village: 'Thôn Hai', size: 5, facts: { income: 1_600_000, indicators: deprivedIn('VL1', 'YT2', 'NO1') } }),
    household('Hà Thị Dung', { village: 'Thôn Hai', facts: { income: 3_000_000, indicators: deprivedIn() } }),
    household('Lê Văn Em', { village: 'Thôn Hai', size: 3, facts: { copiedB1: 130, copiedB2: 30 } }),
    household('Mai Thị Giang', { village: 'Thôn Một', size: 5, facts: { income: 1_000_000, people: 5, house: { floorArea: 45 }, indicators: { ...deprivedIn('VL1', 'YT2'), NO2: 'unknown' } } }),
  ]);
});
afterAll(() => program.close());

const tried = (changes: object) => officer.analysis.whatIf({ area, period, changes: Changes.parse(changes) });
const changed = (moves: readonly Move[]) => moves.filter(({ from, to }) => from !== to).map(({ from, to, households, persons }) => `${from} → ${to}: ${households} (${persons})`);

describe('other rules over the register of an area', () => {
  it('change nothing where nothing is changed', async () => {
    const { moves, households, tried: by } = await tried({});
    expect(changed(moves)).toEqual([]);
    expect(households).toBe(6);
    expect(by).toBe('P2022');
    const { rows } = await officer.households.list({ area, period });
    const computed = Object.fromEntries([...Map.groupBy(rows, (row) => row.computed)].map(([name, own]) => [name, own.length]));
    expect(Object.fromEntries(moves.map(({ from, households: count }) => [from, count]))).toEqual(computed);
  });

  it('a higher line takes in who lies under it, by unit and by name', async () => {
    const changes = Changes.parse({ lines: { criterion: { rural: 1_600_000 } } });
    const { moves, units } = await officer.analysis.whatIf({ area, period, changes });
    expect(changed(moves)).toEqual(['average → poor: 1 (5)']);
    expect(units.find(({ area: { name } }) => name === 'Thôn Hai')).toMatchObject({ poor: { before: 1, after: 2 }, worse: 1, better: 0 });
    const { rows, total } = await officer.analysis.affected({ area, period, changes });
    expect(total).toBe(1);
    expect(rows).toMatchObject([{ head: 'Đinh Văn Chí', village: 'Thôn Hai', from: 'average', to: 'poor', size: 5 }]);
  });

  it('fewer deprivations make poor of near-poor', async () => {
    expect(changed((await tried({ minDeprived: 2 })).moves)).toEqual(['near_poor → poor: 2 (7)']);
  });

  it('an indicator that does not count; a copied sum then says nothing, and that is said', async () => {
    const { moves, notes } = await tried({ without: ['NO1'] });
    expect(changed(moves)).toEqual(['poor → near_poor: 1 (4)', 'poor → insufficient: 1 (3)']);
    expect(notes.map(({ vi }) => vi).join(' ')).toContain('1 hộ chỉ có tổng điểm B2 chép từ phiếu');
  });

  it('another threshold is judged from the raw facts; who has none stays as he was, and that is said', async () => {
    const area2 = numericParameters(standard.indicators.find(({ code }) => code === 'NO2')!);
    expect(area2).toHaveProperty('below');
    const { moves, notes } = await tried({ thresholds: [{ indicator: 'NO2', parameter: 'below', value: 10 }] });
    expect(changed(moves)).toEqual(['near_poor → poor: 1 (5)']);
    expect(notes.map(({ vi }) => vi).join(' ')).toContain('5 hộ không có số liệu gốc');
  });

  it('another standard: what it does not know makes households insufficient, never poor by guess', async () => {
    const { moves, tried: by, notes } = await tried({ standard: 'P2027' });
    expect(by).toBe('P2027');
    expect(moves.reduce((sum, { households }) => sum + households, 0)).toBe(6);
    expect(notes.map(({ vi }) => vi).join(' ')).toContain('Thử chuẩn P2027');
  });

  it('costs what is paid to each person of a class, on both sides', async () => {
    const { cost } = await officer.analysis.whatIf({ area, period, changes: { minDeprived: 2 }, cost: { classes: ['poor'], per: 'person', amount: 100_000 } });
    expect(cost).toEqual({ before: 700_000, after: 1_400_000 });
  });

  it('is refused with a sentence where a parameter or an indicator does not exist, and outside of the post', async () => {
    await expect(tried({ without: ['XX9'] })).rejects.toMatchObject({ code: 'analysis.no-such-indicator' });
    await expect(tried({ thresholds: [{ indicator: 'NO2', parameter: 'beneath', value: 1 }] })).rejects.toMatchObject({ code: 'analysis.no-such-parameter' });
    await expect(tried({ lines: { poor_alone: { rural: 1 } } })).rejects.toMatchObject({ code: 'analysis.no-such-line' });
    await expect(officer.analysis.whatIf({ area: '16093@2025-07-01' as AreaRef, period, changes: {} })).rejects.toMatchObject({ code: 'area.outside-post' });
  });
});

describe('the pages of names', () => {
  it('follow each other without gap or repetition', async () => {
    const changes = Changes.parse({ minDeprived: 1, lines: { criterion: { rural: 5_000_000 } } });
    const all = await officer.analysis.affected({ area, period, changes });
    const heads: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await officer.analysis.affected({ area, period, changes, limit: 1, ...(after !== undefined && { after }) });
      heads.push(...page.rows.map(({ head }) => head));
      if (page.next === null) break;
      after = page.next;
    }
    expect(heads).toEqual(all.rows.map(({ head }) => head));
    expect(heads.length).toBe(all.total);
  });
});

describe('a saved scenario', () => {
  it('keeps what it gave, is found by area, and is taken off the list', async () => {
    const saved = await officer.analysis.saveScenario({ area, period, changes: { minDeprived: 2 }, name: 'Hai chỉ số' });
    expect(changed(saved.moves)).toEqual(['near_poor → poor: 2 (7)']);
    expect((await officer.analysis.scenarios({ area })).map(({ name }) => name)).toEqual(['Hai chỉ số']);
    await officer.analysis.removeScenario({ id: saved.id });
    expect(await officer.analysis.scenarios({ area })).toEqual([]);
    await expect(officer.analysis.removeScenario({ id: saved.id })).rejects.toMatchObject({ code: 'analysis.scenario-not-found' });
  });
});
