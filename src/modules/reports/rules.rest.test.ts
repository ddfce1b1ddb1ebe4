import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareRest } from './rules.rest.ts';

it.each<[number, number[], number[], number]>([
  [10, [3, 4], [3, 4], 3],
  [10, [6, 4], [6, 4], 0],
  [10, [6, 5], [5, 5], 0],
  [2, [1, 1, 1], [0, 1, 1], 0],
  [0, [], [], 0],
])('of %s, %j and a rest', (whole, parts, fitted, rest) => expect(shareRest(whole, parts)).toEqual({ parts: fitted, rest }));

it('parts and rest add up to the whole, and no part moves by more than what is over', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.array(fc.nat(60), { maxLength: 12 }), (whole, parts) => {
      const { parts: fitted, rest } = shareRest(whole, parts);
      const over = Math.max(0, parts.reduce((sum, part) => sum + part, 0) - whole);
      expect(fitted.reduce((sum, part) => sum + part, 0) + rest).toBe(whole);
      expect(rest).toBeGreaterThanOrEqual(0);
      fitted.forEach((part, place) => {
        expect(part).toBeLessThanOrEqual(parts[place]!);
        expect(part).toBeGreaterThanOrEqual(Math.max(0, parts[place]! - over));
      });
    }),
  );
});
