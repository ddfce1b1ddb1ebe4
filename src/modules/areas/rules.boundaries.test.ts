import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinned, type Layer } from './rules.boundaries.ts';

type Arc = Layer['arcs'][number];
type Point = Arc[number];

/** Points of a grid of a thousandth of a degree as an arc, and back. */
const arcOf = (points: readonly Point[]): Arc => points.map(([x, y], place) => (place === 0 ? [x, y] : [x - points[place - 1]![0], y - points[place - 1]![1]]));
function pointsOf(arc: Arc): Point[] {
  let [x, y] = [0, 0];
  return arc.map(([stepX, stepY]) => [(x += stepX), (y += stepY)]);
}
const thin = (arc: Arc, whole: string[] = []): Point[] => {
  const layer: Layer = { transform: { scale: [0.001, 0.001], translate: [100, 8] }, arcs: [arc], shapes: new Map([['1', { type: 'Polygon', arcs: [[~0]] }]]) };
  return pointsOf(thinned(layer, new Set(whole)).arcs[0]!);
};

describe('a layer for a map of the country', () => {
  it('leaves out the bends that are too small to be seen, and keeps the others', () => {
    expect(thin(arcOf([[0, 0], [10, 1], [20, 0], [30, 50], [40, 0]]))).toEqual([[0, 0], [20, 0], [30, 50], [40, 0]]);
  });

  it('keeps every point of the units that are drawn whole', () => {
    const points: Point[] = [[0, 0], [10, 1], [20, 0]];
    expect(thin(arcOf(points), ['1'])).toEqual(points);
  });

  it('keeps an island, however small, with a surface', () => {
    expect(thin(arcOf([[5, 5], [6, 5], [6, 6], [5, 6], [5, 5]]))).toHaveLength(4);
  });

  it('keeps both ends and takes points from the line alone', () => {
    const point = fc.tuple(fc.nat(500), fc.nat(500));
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 60 }), (points) => {
        const left = thin(arcOf(points));
        expect([left[0], left.at(-1)]).toEqual([points[0], points.at(-1)]);
        let from = 0;
        for (const one of left) {
          const at = points.findIndex(([x, y], place) => place >= from && x === one[0] && y === one[1]);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at;
        }
      }),
    );
  });
});
