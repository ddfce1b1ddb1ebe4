import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer } from './rules.boundaries.ts';
import { isInShape, pointsInside, ringsOf, type Point } from './rules.places.ts';

/** A square of 10 degrees with a hole of 2, as a layer holds it. */
const layer: Layer = {
  transform: { scale: [0.5, 0.5], translate: [100, 10] },
  arcs: [[[0, 0], [20, 0], [0, 20], [-20, 0], [0, -20]], [[8, 8], [4, 0], [0, 4], [-4, 0], [0, -4]]],
  shapes: new Map([['1', { type: 'Polygon', arcs: [[0], [~1]] }]]),
};
const rings = ringsOf(layer, '1');

describe('a shape', () => {
  it.each<[string, Point, boolean]>([
    ['holds what lies inside', [101, 11], true],
    ['does not hold its hole', [105, 15], false],
    ['does not hold what lies beside it', [111, 15], false],
    ['nor what lies below', [105, 9.9], false],
  ])('%s', (_, point, expected) => expect(isInShape(rings, point)).toBe(expected));
  it('that is not drawn holds nothing', () => expect(isInShape(ringsOf(layer, '2'), [101, 11])).toBe(false));
});

it('made-up points lie inside, apart from each other, and are the same each time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
      const points = pointsInside(rings, count);
      expect(points).toHaveLength(count);
      expect(points.every((point) => isInShape(rings, point))).toBe(true);
      expect(new Set(points.map(String)).size).toBe(count);
      expect(pointsInside(rings, count)).toEqual(points);
    }),
  );
});
