import { describe, expect, it } from 'vitest';
import { draw, shapeAt, type Boundaries } from './shapes.ts';

/** Two squares side by side that share the arc between them, and an island of the right one. */
const boundaries: Boundaries = {
  type: 'Topology',
  transform: { scale: [0.5, 0.5], translate: [105, 20] },
  arcs: [
    [[1, 0], [0, 1]],
    [[1, 1], [-1, 0], [0, -1], [1, 0]],
    [[1, 0], [1, 0], [0, 1], [-1, 0]],
    [[3, 0], [1, 0], [0, 1], [-1, -1]],
  ],
  objects: {
    areas: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { id: 'left' } },
        { type: 'MultiPolygon', arcs: [[[2, ~0]], [[3]]], properties: { id: 'right' } },
      ],
    },
  },
};

describe('a drawing', () => {
  const { land, view } = draw(boundaries);
  const [left, right] = land as [(typeof land)[number], (typeof land)[number]];
  const corners = (path: string): string[] => [...new Set(path.slice(1, -1).split(/[LMZ]+/))].sort();

  it('runs a shared border forwards for one area and backwards for the other', () => {
    expect(corners(left.path)).toHaveLength(4);
    expect(corners(right.path.slice(0, right.path.indexOf('Z') + 1))).toHaveLength(4);
    const shared = corners(left.path).filter((corner) => corners(right.path).includes(corner));
    expect(shared).toHaveLength(2);
  });

  it('has a box around all parts of an area and its middle in the largest', () => {
    expect(right.box.left).toBeCloseTo(left.box.right, 0);
    expect(right.box.right).toBeGreaterThan(view.right - 20);
    expect(right.centre.x).toBeLessThan((right.box.left + right.box.right) / 2);
  });

  it('is made once', () => {
    expect(draw(boundaries)).toBe(draw(boundaries));
  });

  it('tells what a point lies in, asking only where it may be', () => {
    const asked: string[] = [];
    const isIn = (path: string): boolean => asked.push(path) > 0;
    expect(shapeAt(land, left.centre.x, left.centre.y, isIn)?.id).toBe('left');
    expect(asked).toEqual([left.path]);
    expect(shapeAt(land, -50, -50, isIn)).toBeNull();
  });
});
