import { describe, expect, it } from 'vitest';
import type { ClassRecord } from './contract.ts';
import { causeChanges, refusal, retold, type ToldCauses } from './rules.causes.ts';

const before: ToldCauses = { causes: ['Thiếu vốn'], note: null, deprivation: { NO1: { causes: ['Thiếu vốn'], note: 'Nhà cũ' } } };
const deprivations = { NO1: 'yes', NS1: 'yes', VL1: 'no', YT1: 'unknown' } as const;

describe('what is told of causes', () => {
  it('takes the place of what was told of the same thing, and leaves the rest', () => {
    expect(retold(before, { indicator: null, causes: ['Thiếu đất', 'thiếu  đất'], note: 'Bị thu hồi' })).toEqual({ ...before, causes: ['thiếu  đất'], note: 'Bị thu hồi' });
    expect(retold(before, { indicator: 'NS1', causes: ['Khác'], note: null }).deprivation).toEqual({ ...before.deprivation, NS1: { causes: ['Khác'], note: null } });
    expect(retold(before, { indicator: 'NO1', causes: [], note: null })).toEqual({ ...before, deprivation: {} });
  });
  it.each([
    ['a deprivation', 'NS1', ['Thiếu vốn'], null, null],
    ['what the household has', 'VL1', ['Thiếu vốn'], null, 'not-deprived'],
    ['what is not known', 'YT1', ['Thiếu vốn'], null, 'not-deprived'],
    ['what no standard has', 'XX9', ['Thiếu vốn'], null, 'not-deprived'],
    ['the same in other letters', 'NO1', ['THIẾU VỐN'], 'Nhà cũ', 'same'],
    ['another note', 'NO1', ['Thiếu vốn'], null, null],
    ['poverty as before', null, ['thiếu vốn'], null, 'same'],
    ['that no cause of poverty is known', null, [], null, null],
  ])('of %s', (_, indicator, causes, note, expected) => expect(refusal(before, { indicator, causes, note }, deprivations)).toBe(expected));
});

it('two records differ in the causes that they do not share', () => {
  const cause = (wording: string) => ({ wording, code: 'capital', name: null, known: true });
  const record = (causes: string[], of: Record<string, string[]>) =>
    ({ causes: causes.map(cause), hiddenCauses: 0, causesNote: null, deprivationCauses: Object.entries(of).map(([indicator, all]) => ({ indicator, causes: all.map(cause), hiddenCauses: 0, note: null })) }) as unknown as ClassRecord;
  const changes = causeChanges(record(['A'], { NO1: ['B'], NS1: ['C'] }), record(['A'], { NO1: ['B', 'D'], VL1: ['E'] }));
  expect(changes.map(({ indicator, before: was, after: is }) => [indicator, was.causes.map(({ wording }) => wording), is.causes.map(({ wording }) => wording)])).toEqual([
    ['NO1', ['B'], ['B', 'D']],
    ['VL1', [], ['E']],
    ['NS1', ['C'], []],
  ]);
});
