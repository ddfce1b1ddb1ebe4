import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Facts } from '#modules/standards/contract.facts.ts';
import { classify } from '#modules/standards/rules.ts';
import { getStandard } from '#modules/standards/service.ts';
import { packResult, unpackResult } from './rules.results.ts';

const context = { date: plainDate('2025-12-31'), area: 'rural', region: null, local: null, demonstration: false, instrument: null } as const;
const resultOf = (facts: object) => classify(Facts.parse(facts), getStandard('P2022').standard, context);

describe('a result that is kept', () => {
  it.each([{}, { copiedB1: 120, indicators: { VL1: 'yes', YT2: 'no' } }, { income: 1_000_000, people: 3 }])('comes back as it was: %j', (facts) => {
    const result = resultOf(facts);
    expect(unpackResult(JSON.parse(JSON.stringify(packResult(result))))).toEqual(result);
  });

  it('is read too where its steps were kept one by one', () => {
    const result = resultOf({ copiedB1: 130 });
    expect(unpackResult(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  const value = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()), fc.array(fc.integer()));
  const step = fc.record({ rule: fc.constant('b1.cut'), outcome: fc.constant('met'), inputs: fc.dictionary(fc.stringMatching(/^[a-z0-9]{1,8}$/), value, { noNullPrototype: true }), citation: fc.constant('P2022/3.2') });
  it('keeps whatever steps say', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const result = { ...resultOf({}), steps: steps as ReturnType<typeof resultOf>['steps'] };
        expect(unpackResult(JSON.parse(JSON.stringify(packResult(result))))).toEqual(result);
      }),
    );
  });
});
