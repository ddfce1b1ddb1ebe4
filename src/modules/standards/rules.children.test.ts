import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { MemberFacts } from './contract.facts.ts';
import { deprivedChildren, deprivesAlone } from './rules.children.ts';
import { lawbook } from './store.packs.ts';

const on = plainDate('2025-12-31');
const indicator = (code: string) => lawbook().standards['P2022']!.indicators.find((one) => one.code === code)!;
const child = (told: object) => MemberFacts.parse({ birth: '2015-04-01', ...told });

describe('a child alone', () => {
  it.each([
    ['YT1', { lowHeightForAge: true }, 'yes'], ['YT1', { lowHeightForAge: false, lowWeightForAge: false }, 'no'], ['YT1', { lowHeightForAge: false }, 'unknown'],
    ['YT2', { healthInsurance: false }, 'yes'], ['YT2', { healthInsurance: false, birth: '2022-01-01' }, 'no'],
    ['GD2', { attending: 'none' }, 'yes'], ['GD2', { attending: 'primary' }, 'no'], ['GD2', { attending: 'preschool' }, 'yes'],
    ['NO1', {}, 'unknown'],
  ] as const)('%s, %j: %s', (code, told, answer) => expect(deprivesAlone(child(told), indicator(code), on)).toBe(answer));
});

describe('the deprived children of a household', () => {
  const insured = child({ healthInsurance: true });
  const uninsured = child({ healthInsurance: false });
  it('are none where the household is not deprived, or has no children', () => {
    expect(deprivedChildren('no', null, null, indicator('YT1'), on)).toBe(0);
    expect(deprivedChildren('yes', 0, null, indicator('YT2'), on)).toBe(0);
  });
  it('are the one child where only children count, and never guessed where a grown-up may be the cause', () => {
    expect(deprivedChildren('yes', 1, null, indicator('YT1'), on)).toBe(1);
    expect(deprivedChildren('yes', 1, null, indicator('GD2'), on)).toBe(1);
    expect(deprivedChildren('yes', 1, null, indicator('YT2'), on)).toBeNull();
  });
  it('are counted where each is told of, all of them', () => {
    expect(deprivedChildren('yes', 2, [insured, uninsured], indicator('YT2'), on)).toBe(1);
    expect(deprivedChildren('yes', 2, [insured, insured], indicator('YT2'), on)).toBe(0);
    expect(deprivedChildren('yes', 3, [insured, uninsured], indicator('YT2'), on)).toBeNull();
    expect(deprivedChildren('yes', 2, [insured, child({})], indicator('YT2'), on)).toBeNull();
  });
  it('are unknown where the household is, or nothing is told of several', () => {
    expect(deprivedChildren('unknown', 1, null, indicator('YT1'), on)).toBeNull();
    expect(deprivedChildren('yes', 2, null, indicator('YT1'), on)).toBeNull();
    expect(deprivedChildren('yes', null, null, indicator('YT1'), on)).toBeNull();
  });
});
