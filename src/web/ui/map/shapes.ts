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
  box: Box;
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

const within = ([longitude, latitude]: Position, sea: (typeof seas)['hoangSa' | 'truongSa']): boolean =>
  longitude! > sea.left && longitude! < sea.right && latitude! > sea.bottom && latitude! < sea.top;

const nowhere = (): Box => ({ left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity });

function stretch(box: Box, x: number, y: number): void {
  if (x < box.left) box.left = x;
  if (x > box.right) box.right = x;
  if (y < box.top) box.top = y;
  if (y > box.bottom) box.bottom = y;
}

export function boxOf(points: Iterable<Position>): Box {
  const box = nowhere();
  for (const [x, y] of points) stretch(box, x!, y!);
  return box;
}

/** The box of several. Of boxes in degrees too, where `top` is the least latitude. */
function around(boxes: readonly Box[]): Box {
  const box = nowhere();
  for (const { left, top, right, bottom } of boxes) {
    stretch(box, left, top);
    stretch(box, right, bottom);
  }
  return box;
}

export const grow = (box: Box, by: number): Box => ({ left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by });

const drawn = new WeakMap<Boundaries, Drawing>();

/** Boundaries as outlines on a flat sheet; made once for each of them. */
export function draw(boundaries: Boundaries): Drawing {
  const known = drawn.get(boundaries) ?? drawAll(boundaries);
  drawn.set(boundaries, known);
  return known;
}

/** An area by the arcs of its parts, each part the arcs of its rings, the outer one first. */
interface Area {
  id: string;
  parts: number[][][];
}

function drawAll(boundaries: Boundaries): Drawing {
  const arcs = flatArcs(boundaries);
  const outer = ({ parts }: Area): Box[] => parts.flatMap((part) => part[0]!.map((arc) => arcs.boxes[arc < 0 ? ~arc : arc]!));
  const land: Area[] = [];
  const islands: Record<keyof typeof seas, Area[]> = { hoangSa: [], truongSa: [] };
  for (const { id, parts } of areasOf(boundaries)) {
    const seaOf = (part: number[][]) => (Object.keys(seas) as (keyof typeof seas)[]).find((name) => within(arcs.first(part[0]![0]!), seas[name]));
    const home = parts.filter((part) => seaOf(part) === undefined);
    if (home.length > 0) land.push({ id, parts: home });
    for (const name of ['hoangSa', 'truongSa'] as const) {
      const own = parts.filter((part) => seaOf(part) === name);
      if (own.length > 0) islands[name].push({ id, parts: own });
    }
  }

  const everything = [...land, ...islands.hoangSa, ...islands.truongSa];
  const main = around((land.length > 0 ? land : everything).flatMap(outer));
  const inset = land.length > 0 && main.right - main.left < wideMap;
  const degrees = inset || land.length === 0 ? main : around(everything.flatMap(outer));
  const project = projection(degrees);
  const view = grow(boxOf([project([degrees.left, degrees.bottom]), project([degrees.right, degrees.top])]), 12);
  const shapes = shapesWith(arcs, project);

  let archipelagos: Archipelago[] = [];
  let top = view.top;
  for (const name of ['hoangSa', 'truongSa'] as const) {
    if (islands[name].length === 0) continue;
    const sea = seas[name];
    if (!inset) {
      const own = shapes(islands[name]);
      archipelagos = [...archipelagos, { name, inset, shapes: own, frame: grow(around(own.map(({ box }) => box)), 14) }];
      continue;
    }
    const aside = projection({ left: sea.left, right: sea.right, bottom: sea.bottom, top: sea.top }, size * 0.26);
    const move = (point: Position): Position => [aside(point)[0]! + view.right + 24, aside(point)[1]! + top];
    const frame = boxOf([move([sea.left, sea.top]), move([sea.right, sea.bottom])]);
    archipelagos = [...archipelagos, { name, inset, shapes: shapesWith(arcs, move)(islands[name]), frame }];
    top = frame.bottom + 40;
  }
  const frames = archipelagos.map(({ frame }) => frame);
  const right = Math.max(view.right, ...frames.map((frame) => frame.right + 12));
  const bottom = Math.max(view.bottom, ...frames.map((frame) => frame.bottom + 36));
  return { view: { ...view, right, bottom }, land: shapes(land), archipelagos };
}

function areasOf({ objects }: Boundaries): Area[] {
  return Object.values(objects)[0]!.geometries.flatMap((geometry): Area[] => {
    const { id } = geometry.properties as { id: string };
    if (geometry.type === 'Polygon') return [{ id, parts: [geometry.arcs] }];
    return geometry.type === 'MultiPolygon' ? [{ id, parts: geometry.arcs }] : [];
  });
}

/** All points of all arcs in degrees, one after the other. `starts` says where each arc begins and, at its end, where the last one ends. */
interface Arcs {
  points: Float64Array;
  starts: Uint32Array;
  boxes: Box[];
  /** The first point of an arc as it is run. */
  first(reference: number): Position;
}

function flatArcs({ arcs, transform }: Boundaries): Arcs {
  const starts = new Uint32Array(arcs.length + 1);
  arcs.forEach((arc, place) => (starts[place + 1] = starts[place]! + arc.length * 2));
  const points = new Float64Array(starts.at(-1)!);
  const boxes = arcs.map((arc, place): Box => {
    let [x, y] = [0, 0];
    const box = nowhere();
    let at = starts[place]!;
    for (const [stepX, stepY] of arc) {
      // On a grid each point is a step from the one before.
      [x, y] = transform ? [x + stepX!, y + stepY!] : [stepX!, stepY!];
      const longitude = transform ? x * transform.scale[0] + transform.translate[0] : x;
      const latitude = transform ? y * transform.scale[1] + transform.translate[1] : y;
      stretch(box, longitude, latitude);
      points[at++] = longitude;
      points[at++] = latitude;
    }
    return box;
  });
  const first = (reference: number): Position => {
    const at = reference < 0 ? starts[~reference + 1]! - 2 : starts[reference]!;
    return [points[at]!, points[at + 1]!];
  };
  return { points, starts, boxes, first };
}

const tenthTexts: string[] = [];

/** A number of tenths as a decimal. The same few thousand come again and again, and writing one costs more than looking it up. */
const tenths = (n: number): string => (tenthTexts[n] ??= String(n / 10));

/** Makes shapes of areas. Each arc is written once, forwards and backwards, for the two areas that it lies between. */
function shapesWith({ points, starts, boxes }: Arcs, project: (point: Position) => Position): (areas: readonly Area[]) => Shape[] {
  const forwards: string[][] = [];
  const backwards: string[][] = [];
  const written = (reference: number): string[] => {
    const arc = reference < 0 ? ~reference : reference;
    if (forwards[arc] === undefined) {
      const texts: string[] = [];
      let [lastX, lastY] = [NaN, NaN];
      for (let at = starts[arc]!; at < starts[arc + 1]!; at += 2) {
        const point = project([points[at]!, points[at + 1]!]);
        const [x, y] = [Math.round(point[0]! * 10), Math.round(point[1]! * 10)];
        if (x !== lastX || y !== lastY) texts.push(`${tenths(x)} ${tenths(y)}`);
        [lastX, lastY] = [x, y];
      }
      forwards[arc] = [texts[0]!, texts.slice(1).join('L')];
      backwards[arc] = [texts.at(-1)!, texts.slice(0, -1).reverse().join('L')];
    }
    return (reference < 0 ? backwards : forwards)[arc]!;
  };
  const ring = (references: readonly number[]): string => {
    let text = `M${written(references[0]!)[0]}`;
    for (const reference of references) {
      const [, rest] = written(reference);
      if (rest !== '') text += `L${rest}`;
    }
    return `${text}Z`;
  };
  const boxIn = (part: readonly (readonly number[])[]): Box => {
    const { left, right, top, bottom } = around(part[0]!.map((arc) => boxes[arc < 0 ? ~arc : arc]!));
    return boxOf([project([left, bottom]), project([right, top])]);
  };
  const length = (part: readonly (readonly number[])[]): number => part[0]!.reduce((sum, arc) => sum + starts[(arc < 0 ? ~arc : arc) + 1]! - starts[arc < 0 ? ~arc : arc]!, 0);
  return (areas) =>
    areas.map(({ id, parts }) => {
      const main = boxIn(parts.reduce((a, b) => (length(b) > length(a) ? b : a)));
      return {
        id,
        path: parts.map((part) => part.map(ring).join('')).join(''),
        box: parts.length === 1 ? main : around(parts.map(boxIn)),
        centre: { x: (main.left + main.right) / 2, y: (main.top + main.bottom) / 2 },
      };
    });
}

/** Longitude and latitude to units of the drawing: one scale for both, true at the middle of the map. */
export function projection({ left, right, top, bottom }: Box, across = size): (point: Position) => Position {
  const [low, high] = [Math.min(top, bottom), Math.max(top, bottom)];
  const narrow = Math.cos((((low + high) / 2) * Math.PI) / 180);
  const scale = across / Math.max((right - left) * narrow, high - low);
  return ([longitude, latitude]) => [(longitude! - left) * narrow * scale, (high - latitude!) * scale];
}

export function outline(ring: Position[], project: (point: Position) => Position): string {
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

/** The shape that a point of the drawing lies in, of several the one drawn last. `isIn` is asked of those alone whose box holds the point. */
export function shapeAt(shapes: readonly Shape[], x: number, y: number, isIn: (path: string) => boolean): Shape | null {
  return shapes.findLast(({ box, path }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom && isIn(path)) ?? null;
}
