import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { MemberFacts } from '../contract.facts.ts';
import type { Standard } from '../contract.packs.ts';
import { emptyDraft, emptyMember, factsOf, readBirth } from './draft.ts';
import { memberQuestions } from './questions.ts';
import { pairIndicators } from './values.ts';

const on = plainDate('2026-11-21');
const indicator = (code: string, rule: string, parameters: Record<string, number>) => ({
  code,
  dimension: code.slice(0, 2),
  threshold: { deprived_when: { vi: rule, en: rule }, rule, parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, [{ value, from: '2022-01-01' }]])) },
});
const standard = (...indicators: object[]) => ({ indicators }) as unknown as Standard;
const some = standard(indicator('YT1', 'undernourished_child', { below_age: 16 }), indicator('YT2', 'uninsured_member', { from_age: 6 }), indicator('VL1', 'jobless_member', {}));

describe('what is asked of a member', () => {
  const asked = (facts: Partial<MemberFacts>) => memberQuestions(MemberFacts.parse(facts), some, on);
  it('is only what can still matter', () => {
    expect(asked({ age: 4 })).toEqual(['lowHeightForAge', 'lowWeightForAge', 'work']);
    expect(asked({ age: 70 })).toEqual(['healthInsurance', 'work']);
    expect(asked({ age: 70, work: 'none' })).toEqual(['healthInsurance', 'work', 'ofWorkingAge', 'ableToWork', 'wantsWork']);
  });
  it('keeps what was answered in view', () => {
    expect(asked({ age: 4, lowHeightForAge: true })).toEqual(['lowHeightForAge', 'work']);
  });
});

describe('a birth as typed', () => {
  it.each([
    ['1986', { birth: '1986', age: null }],
    ['5/1986', { birth: '1986-05', age: null }],
    ['17/05/1986', { birth: '1986-05-17', age: null }],
    ['40', { birth: null, age: 40 }],
    ['31/02/1986', null],
    ['2027', null],
    ['1850', null],
    ['131', null],
    ['x', null],
  ])('%s', (text, read) => expect(readBirth(text, on)).toEqual(read));
});

describe('the facts of a self-check', () => {
  const draft = emptyDraft(on);
  it('are those of the chosen way alone', () => {
    const facts = { ...draft.facts, income: 1, copiedB1: 2, usesInternet: true, indicators: { YT1: 'yes' as const } };
    expect(factsOf({ ...draft, facts }, some)).toMatchObject({ income: 1, copiedB1: null, usesInternet: null, indicators: { YT1: 'yes' } });
    expect(factsOf({ ...draft, facts, way: 'full', route: 'copied' }, some)).toMatchObject({ income: null, copiedB1: 2, usesInternet: true, indicators: {} });
  });
  it('leave out a number of people below those listed', () => {
    const members = [emptyMember(1), emptyMember(2)];
    expect(factsOf({ ...draft, way: 'full', members, facts: { ...draft.facts, people: 1 } }, some).people).toBeNull();
  });
});

it('tells what became of each indicator', () => {
  const older = standard(indicator('YT2', 'uninsured_member', { from_age: 6 }), indicator('YT3', 'untreated_illness', {}), indicator('NO2', 'floor_area_per_person', { below: 8 }));
  const newer = standard(indicator('YT2', 'uninsured_member', { from_age: 6 }), indicator('NO2', 'floor_area_per_person', { below: 10 }), { code: 'MT1', threshold: { unknown: { vi: 'chưa', en: 'not' } } });
  expect(pairIndicators(older, newer).map(({ code, fate }) => [code, fate])).toEqual([['YT2', 'same'], ['NO2', 'changed'], ['MT1', 'added'], ['YT3', 'dropped']]);
});
