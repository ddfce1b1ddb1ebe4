import type { Layer } from './rules.boundaries.ts';

export type Point = readonly [lon: number, lat: number];

/** The rings of a shape of a layer, in degrees. */
export function ringsOf({ transform: { scale, translate }, arcs, shapes }: Layer, code: string): Point[][] {
  const shape = shapes.get(code);
  if (!shape) return [];
  const pointsOf = (reference: number): Point[] => {
    let [x, y] = [0, 0];
    const points = arcs[reference < 0 ? ~reference : reference]!.map(([stepX, stepY]): Point => [(x += stepX) * scale[0] + translate[0], (y += stepY) * scale[1] + translate[1]]);
    return reference < 0 ? points.reverse() : points;
  };
  const rings = shape.type === 'Polygon' ? shape.arcs : shape.arcs.flat();
  return rings.map((ring) => ring.flatMap(pointsOf));
}

/** Whether a point lies in a shape: how often a line to the east meets its rings tells, holes and islands included. */
export function isInShape(rings: readonly (readonly Point[])[], [lon, lat]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [[x1, y1], [x2, y2]] = [ring[at]!, ring[before]!];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/** Points spread evenly over a shape, always the same ones: for places that a demonstration makes up. Fewer where the shape is too narrow. */
export function pointsInside(rings: readonly (readonly Point[])[], count: number): Point[] {
  const [lons, lats] = [rings.flat().map(([lon]) => lon), rings.flat().map(([, lat]) => lat)];
  if (lons.length === 0) return [];
  const [left, right, low, high] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  for (let across = Math.ceil(Math.sqrt(count)) + 1; across < 60; across++) {
    const found: Point[] = [];
    for (let row = 0; row < across; row++) {
      for (let column = 0; column < across; column++) {
        const point: Point = [left + ((column + (row % 2 === 0 ? 0.3 : 0.7)) / across) * (right - left), low + ((row + 0.5) / across) * (high - low)];
        if (isInShape(rings, point)) found.push(point);
      }
    }
    // Every so many of them, so that they do not all lie in one corner.
    if (found.length >= count) return Array.from({ length: count }, (_, place) => found[Math.floor((place * found.length) / count)]!);
  }
  return [];
}
