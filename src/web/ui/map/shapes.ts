import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Boundaries as they come from the server: TopoJSON with one object, whose geometries carry the id of the area. */
export type Boundaries = Topology<Record<string, GeometryCollection<{ id: string }>>>;

/** Corners of a point that is drawn as a small disc, and its width as a part of the map’s. */
const [corners, discWidth] = [20, 0.032];

/** Adds points to outlines, each as a small disc with an id of its own, so that they are pointed at and walked to like areas. */
export function withPoints(outline: Boundaries, points: readonly { id: string; at: Position }[]): Boundaries {
  const object = Object.values(outline.objects)[0]!;
  const { features } = feature(outline, object) as FeatureCollection<Polygon | MultiPolygon, { id: string }>;
  const shapes = features.map(({ geometry, properties }) => ({ id: properties.id, parts: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates }));
  const box = boxOf([...shapes.flatMap(({ parts }) => parts.flat(2)), ...points.map(({ at }) => at)]);
  const high = (Math.max(box.right - box.left, box.bottom - box.top, 0.01) * discWidth) / 2;
  const disc = ([lon, lat]: Position): Position[] => {
    const wide = high / Math.cos((lat! * Math.PI) / 180);
    return Array.from({ length: corners + 1 }, (_, corner) => [lon! + wide * Math.cos((2 * Math.PI * corner) / corners), lat! + high * Math.sin((2 * Math.PI * corner) / corners)]);
  };
  const arcs: Position[][] = [];
  const all = [...shapes, ...points.map(({ id, at }) => ({ id, parts: [[disc(at)]] }))];
  const geometries = all.map(({ id, parts }) => ({ type: 'MultiPolygon' as const, properties: { id }, arcs: parts.map((rings) => rings.map((ring) => [arcs.push(ring) - 1])) }));
  return { type: 'Topology', arcs, objects: { areas: { type: 'GeometryCollection', geometries } } };
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Shape {
  id: string;
  /** Outline in the drawing's own units. */
  path: string;
  centre: { x: number; y: number };
}

export interface Archipelago {
  name: 'hoangSa' | 'truongSa';
  /** Where it is drawn. */
  frame: Box;
  /** Drawn aside from its true place, because the rest of the map would shrink to nothing. */
  inset: boolean;
  shapes: Shape[];
}

export interface Drawing {
  view: Box;
  land: Shape[];
  archipelagos: Archipelago[];
}

/** Degrees that hold each archipelago and nothing else of the country. */
const seas = {
  hoangSa: { left: 111, right: 113.2, bottom: 15.5, top: 17.3 },
  truongSa: { left: 109.4, right: 118, bottom: 6, top: 11.75 },
} as const;

/** Maps narrower than this, in degrees, draw the archipelagos aside. */
const wideMap = 6;
/** Units of the drawing across the longer side. */
const size = 1000;

type Rings = Position[][];

const within = ([longitude, latitude]: Position, sea: (typeof seas)['hoangSa' | 'truongSa']): boolean =>
  longitude! > sea.left && longitude! < sea.right && latitude! > sea.bottom && latitude! < sea.top;

function boxOf(points: Iterable<Position>): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x!);
    box.right = Math.max(box.right, x!);
    box.top = Math.min(box.top, y!);
    box.bottom = Math.max(box.bottom, y!);
  }
  return box;
}

const grow = (box: Box, by: number): Box => ({ left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by });

/** Turns boundaries into outlines on a flat sheet. Costs about 50 ms for the communes of the country: keep the result. */
export function draw(boundaries: Boundaries): Drawing {
  const object = Object.values(boundaries.objects)[0]!;
  const { features } = feature(boundaries, object) as FeatureCollection<Polygon | MultiPolygon, { id: string }>;
  const land: { id: string; parts: Rings[] }[] = [];
  const islands: Record<keyof typeof seas, { id: string; parts: Rings[] }[]> = { hoangSa: [], truongSa: [] };
  for (const { geometry, properties } of features) {
    if (geometry === null) continue;
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const seaOf = (part: Rings) => (Object.keys(seas) as (keyof typeof seas)[]).find((name) => within(part[0]![0]!, seas[name]));
    const home = parts.filter((part) => seaOf(part) === undefined);
    if (home.length > 0) land.push({ id: properties.id, parts: home });
    for (const name of ['hoangSa', 'truongSa'] as const) {
      const own = parts.filter((part) => seaOf(part) === name);
      if (own.length > 0) islands[name].push({ id: properties.id, parts: own });
    }
  }

  const everything = [...land, ...islands.hoangSa, ...islands.truongSa];
  const main = boxOf((land.length > 0 ? land : everything).flatMap(({ parts }) => parts.flatMap((part) => part[0]!)));
  const inset = land.length > 0 && main.right - main.left < wideMap;
  const degrees = inset || land.length === 0 ? main : boxOf(everything.flatMap(({ parts }) => parts.flatMap((part) => part[0]!)));
  const project = projection(degrees);
  const view = grow(boxOf([project([degrees.left, degrees.bottom]), project([degrees.right, degrees.top])]), 12);

  let archipelagos: Archipelago[] = [];
  let top = view.top;
  for (const name of ['hoangSa', 'truongSa'] as const) {
    if (islands[name].length === 0) continue;
    const sea = seas[name];
    if (!inset) {
      const shapes = shapesOf(islands[name], project);
      archipelagos = [...archipelagos, { name, inset, shapes, frame: grow(boxOf(islands[name].flatMap(({ parts }) => parts.flatMap((part) => part[0]!.map(project)))), 14) }];
      continue;
    }
    const aside = projection({ left: sea.left, right: sea.right, bottom: sea.bottom, top: sea.top }, size * 0.26);
    const move = (point: Position): Position => [aside(point)[0]! + view.right + 24, aside(point)[1]! + top];
    const frame = boxOf([move([sea.left, sea.top]), move([sea.right, sea.bottom])]);
    archipelagos = [...archipelagos, { name, inset, shapes: shapesOf(islands[name], move), frame }];
    top = frame.bottom + 40;
  }
  const frames = archipelagos.map(({ frame }) => frame);
  const right = Math.max(view.right, ...frames.map((frame) => frame.right + 12));
  const bottom = Math.max(view.bottom, ...frames.map((frame) => frame.bottom + 36));
  return { view: { ...view, right, bottom }, land: shapesOf(land, project), archipelagos };
}

/** Longitude and latitude to units of the drawing: one scale for both, true at the middle of the map. */
function projection({ left, right, top, bottom }: Box, across = size): (point: Position) => Position {
  const [low, high] = [Math.min(top, bottom), Math.max(top, bottom)];
  const narrow = Math.cos((((low + high) / 2) * Math.PI) / 180);
  const scale = across / Math.max((right - left) * narrow, high - low);
  return ([longitude, latitude]) => [(longitude! - left) * narrow * scale, (high - latitude!) * scale];
}

function shapesOf(areas: readonly { id: string; parts: Rings[] }[], project: (point: Position) => Position): Shape[] {
  return areas.map(({ id, parts }) => {
    const largest = parts.reduce((a, b) => (b[0]!.length > a[0]!.length ? b : a));
    const box = boxOf(largest[0]!.map(project));
    return { id, path: parts.map((part) => part.map((ring) => outline(ring, project)).join('')).join(''), centre: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 } };
  });
}

function outline(ring: Position[], project: (point: Position) => Position): string {
  const points = ring.map((point) => project(point).map((value) => value.toFixed(1)).join(' '));
  return `M${points.filter((point, index) => point !== points[index - 1]).join('L')}Z`;
}

/** The shape nearest to `from` in a direction, for walking a map with the arrow keys. */
export function neighbour(shapes: readonly Shape[], from: Shape, key: string): Shape | undefined {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!way) return undefined;
  let best: Shape | undefined;
  let least = Infinity;
  for (const shape of shapes) {
    const [dx, dy] = [shape.centre.x - from.centre.x, shape.centre.y - from.centre.y];
    const ahead = dx * way[0]! + dy * way[1]!;
    const aside = Math.abs(dx * way[1]!) + Math.abs(dy * way[0]!);
    const far = ahead + aside * 2;
    if (ahead > 0 && ahead >= aside * 0.5 && far < least) [best, least] = [shape, far];
  }
  return best;
}

export interface PointDrawing {
  view: Box;
  outline: string;
  point: { x: number; y: number };
  /** The point lies in the area. */
  inside: boolean;
}

/** One area of the boundaries with a point in or near it; null where the area has no outline. */
export function drawPoint(boundaries: Boundaries, id: string, [longitude, latitude]: readonly [number, number]): PointDrawing | null {
  const object = Object.values(boundaries.objects)[0]!;
  const found = object.geometries.find((geometry) => (geometry.properties as { id?: string } | undefined)?.id === id);
  if (!found) return null;
  const { geometry } = feature(boundaries, found) as { geometry: Polygon | MultiPolygon | null };
  if (geometry === null) return null;
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const place: Position = [longitude, latitude];
  const project = projection(boxOf([...parts.flatMap((part) => part[0]!), place]), 320);
  const outlines = parts.map((part) => part.map((ring) => outline(ring, project)).join('')).join('');
  const [x, y] = project(place) as [number, number];
  const view = grow(boxOf([...parts.flatMap((part) => part[0]!.map(project)), [x, y]]), 14);
  return { view, outline: outlines, point: { x, y }, inside: parts.some((part) => part.filter((ring) => isAround(ring, place)).length % 2 === 1) };
}

/** Whether a ring goes round a place: a ray from there crosses it an odd number of times. */
function isAround(ring: Position[], [x, y]: Position): boolean {
  let isIn = false;
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring.at(index - 1)!;
    if (y1! > y! !== y2! > y! && x! < ((x2! - x1!) * (y! - y1!)) / (y2! - y1!) + x1!) isIn = !isIn;
  });
  return isIn;
}
