import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { boxOf, grow, outline, projection, type Boundaries, type Box } from './shapes.ts';

/** One area as a drawing on which points are put: to the drawing and back. */
export interface Plan {
  view: Box;
  outline: string;
  project(place: readonly [longitude: number, latitude: number]): { x: number; y: number };
  unproject(point: { x: number; y: number }): [longitude: number, latitude: number];
  /** Whether a place lies in the area. */
  isInside(place: readonly [longitude: number, latitude: number]): boolean;
}

/** Units of the drawing across the longer side. */
const size = 320;

/** Draws one area of the boundaries, large enough for some places in or near it; null where the area has no outline. */
export function planOf(boundaries: Boundaries, id: string, places: readonly (readonly [longitude: number, latitude: number])[]): Plan | null {
  const object = Object.values(boundaries.objects)[0]!;
  const found = object.geometries.find((geometry) => (geometry.properties as { id?: string } | undefined)?.id === id);
  if (!found) return null;
  const { geometry } = feature(boundaries, found) as { geometry: Polygon | MultiPolygon | null };
  if (geometry === null) return null;
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const degrees = boxOf([...parts.flatMap((part) => part[0]!), ...places.map((place) => [...place])]);
  const project = projection(degrees, size);
  const view = grow(boxOf([project([degrees.left, degrees.top]), project([degrees.right, degrees.bottom])]), 14);
  const [[left, top], [right, bottom]] = [project([degrees.left, degrees.bottom]), project([degrees.right, degrees.top])] as [[number, number], [number, number]];
  return {
    view,
    outline: parts.map((part) => part.map((ring) => outline(ring, project)).join('')).join(''),
    project: (place) => {
      const [x, y] = project([...place]) as [number, number];
      return { x, y };
    },
    unproject: ({ x, y }) => [degrees.left + ((x - left) / (right - left)) * (degrees.right - degrees.left), degrees.bottom - ((y - top) / (bottom - top)) * (degrees.bottom - degrees.top)],
    isInside: (place) => parts.some((part) => part.filter((ring) => isAround(ring, place)).length % 2 === 1),
  };
}

/** Whether a ring goes round a place: a ray from there crosses it an odd number of times. */
function isAround(ring: Position[], [x, y]: readonly [number, number]): boolean {
  let isIn = false;
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring.at(index - 1)!;
    if (y1! > y !== y2! > y && x < ((x2! - x1!) * (y - y1!)) / (y2! - y1!) + x1!) isIn = !isIn;
  });
  return isIn;
}
