import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf } from './plan.ts';
import type { Boundaries } from './shapes.ts';

/** A square of a degree. */
const square: Boundaries = {
  type: 'Topology',
  transform: { scale: [1, 1], translate: [105, 20] },
  arcs: [[[0, 0], [0, 1], [1, 0], [0, -1], [-1, 0]]],
  objects: { areas: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]], properties: { id: 'a' } }] } },
};

describe('a plan', () => {
  it('leads to the drawing and back', () => {
    const plan = planOf(square, 'a', [[106.5, 20.5]])!;
    fc.assert(
      fc.property(fc.double({ min: 104, max: 108, noNaN: true }), fc.double({ min: 19, max: 22, noNaN: true }), (longitude, latitude) => {
        const back = plan.unproject(plan.project([longitude, latitude]));
        expect(back[0]).toBeCloseTo(longitude, 8);
        expect(back[1]).toBeCloseTo(latitude, 8);
      }),
    );
  });
  it('holds the area and the places, north above', () => {
    const { view, project, isInside } = planOf(square, 'a', [[106.5, 20.5]])!;
    const [far, south] = [project([106.5, 20.5]), project([105, 20])];
    expect([far.x < view.right, far.x > view.left, south.y < view.bottom, south.y > far.y]).toEqual([true, true, true, true]);
    expect([isInside([105.5, 20.5]), isInside([106.5, 20.5])]).toEqual([true, false]);
  });
  it('is none where the area is not drawn', () => expect(planOf(square, 'b', [])).toBeNull());
});
