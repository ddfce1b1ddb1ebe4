import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './rules.canonical.ts';
import { packMasks, unpackMasks } from './rules.masks.ts';

const codes = ['VL1', 'VL2', 'YT1', 'YT2', 'GD1', 'GD2', 'NO1', 'NO2', 'NS1', 'NS2', 'TT1', 'TT2'];

it('puts the first indicator into the lowest bit', () =>
  expect(packMasks({ VL1: 'yes', VL2: 'no', YT1: 'unknown' }, ['VL1', 'VL2', 'YT1'])).toEqual({ yes: 0b001, unknown: 0b100 }));

it('takes what is left out as unknown', () => expect(packMasks({}, ['VL1', 'VL2'])).toEqual({ yes: 0, unknown: 0b11 }));

it('gives back what was packed', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const), { minLength: 12, maxLength: 12 }),
      (answers) => {
        const deprivations = Object.fromEntries(codes.map((code, index) => [code, answers[index]!]));
        expect(unpackMasks(packMasks(deprivations, codes), codes)).toEqual(deprivations);
      },
    ),
  ));

it('writes canonical JSON alike for objects that say the same', () =>
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
      const turned = Object.fromEntries(Object.entries(object).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(object));
      expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)));
    }),
  ));
