import { z } from 'zod';
import { isWithin, PlainDate } from '#kernel/plain-date.ts';
import { Text } from '#kernel/text.ts';
import { Level, type AreaName, type AreaRef, type Outline, type OutlineMap } from './contract.ts';

const LayerUse = z.strictObject({ level: Level, from: PlainDate, to: PlainDate.nullable(), file: z.string(), islands: z.boolean(), approximate: Text.optional() });
export type LayerUse = z.infer<typeof LayerUse>;

const IslandUnit = z.strictObject({ name: z.string(), code: z.string(), codes: z.array(z.string()).min(1), province: z.string() });
export type IslandUnit = z.infer<typeof IslandUnit>;

/** packs/vn/areas/boundaries/layers.yaml: which file draws which level on which days, and from where Hoàng Sa and Trường Sa come. */
export const Layers = z.strictObject({ layers: z.array(LayerUse).min(1), islands: z.strictObject({ file: z.string(), units: z.array(IslandUnit) }) });
export type Layers = z.infer<typeof Layers>;

type Shape = Pick<Extract<Outline, { type: 'Polygon' }>, 'type' | 'arcs'> | Pick<Extract<Outline, { type: 'MultiPolygon' }>, 'type' | 'arcs'>;

type Arc = OutlineMap['arcs'][number];

/** A layer as read: its arcs, and the shape of each unit by the code that the catalogue of areas gives it. */
export interface Layer extends Pick<OutlineMap, 'transform' | 'arcs'> {
  shapes: ReadonlyMap<string, Shape>;
}

/** The geometries of a file as published: units without a code of the statistics office have their census id. */
export interface LayerFile extends Pick<OutlineMap, 'transform' | 'arcs'> {
  objects: Readonly<Record<string, { geometries: readonly (Shape & { properties: { code: string; id?: string } })[] }>>;
}

export function layerOf({ transform, arcs, objects }: LayerFile): Layer {
  const geometries = Object.values(objects).flatMap((object) => object.geometries);
  return { transform, arcs, shapes: new Map(geometries.map(({ type, arcs: own, properties }) => [properties.code || `T${properties.id}`, { type, arcs: own } as Shape])) };
}

/** On a map of the whole country a bend of this size, in degrees, is a fifth of a dot. */
const unseen = 0.004;

/**
 * A layer for a map of the whole country, where most of what its lines hold cannot be seen: each arc without the bends that are too small (Douglas and
 * Peucker, 1973). Ends of arcs stay, so neighbours still meet; so do the arcs of the units of `whole`, by their codes.
 */
export function thinned(layer: Layer, whole: ReadonlySet<string>): Layer {
  const kept = new Set([...whole].flatMap((code) => (layer.shapes.get(code)?.arcs ?? []).flat(2)).map((arc) => (arc < 0 ? ~arc : arc)));
  const [scaleX, scaleY] = layer.transform.scale;
  return { ...layer, arcs: layer.arcs.map((arc, place) => (kept.has(place) ? arc : withoutBends(arc, [scaleX / unseen, scaleY / unseen]))) };
}

function withoutBends(arc: Arc, [scaleX, scaleY]: readonly [number, number]): Arc {
  let [atX, atY] = [0, 0];
  const points = arc.map(([stepX, stepY]): Arc[number] => [(atX += stepX), (atY += stepY)]);
  const last = points.length - 1;
  const stays = new Set([0, last]);
  /** The point farthest from the line between two others, and how far in units of the bend that is unseen. */
  const farthest = (from: number, to: number): { at: number; far: number } => {
    const [[x1, y1], [x2, y2]] = [points[from]!, points[to]!];
    const [alongX, alongY] = [(x2 - x1) * scaleX, (y2 - y1) * scaleY];
    const length = Math.hypot(alongX, alongY);
    let best = { at: from, far: -1 };
    for (let at = from + 1; at < to; at++) {
      const [awayX, awayY] = [(points[at]![0] - x1) * scaleX, (points[at]![1] - y1) * scaleY];
      const far = length === 0 ? Math.hypot(awayX, awayY) : Math.abs(alongX * awayY - alongY * awayX) / length;
      if (far > best.far) best = { at, far };
    }
    return best;
  };
  const open: [number, number][] = [[0, last]];
  const [[startX, startY], [endX, endY]] = [points[0]!, points[last]!];
  if (startX === endX && startY === endY && last > 3) {
    // A ring of one arc keeps three corners at least, or an island would be gone.
    const { at } = farthest(0, last);
    const [one, other] = [farthest(0, at), farthest(at, last)];
    for (const corner of [at, one.far >= other.far ? one.at : other.at]) stays.add(corner);
    open.splice(0, 1, [0, at], [at, last]);
  }
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const { at, far } = farthest(...span);
    if (far <= 1) continue;
    stays.add(at);
    open.push([span[0], at], [at, span[1]]);
  }
  const left = points.filter((_, place) => stays.has(place));
  return left.map(([x, y], place) => (place === 0 ? [x, y] : [x - left[place - 1]![0], y - left[place - 1]![1]]));
}

/** How the units of a level are drawn on a day; undefined where no layer draws them. */
export const layerFor = ({ layers }: Layers, level: Level, day: PlainDate): LayerUse | undefined =>
  layers.find((layer) => layer.level === level && isWithin(day, layer.from, layer.to));

/** An area and the code of the shape that draws it. */
export interface Drawn {
  area: Pick<AreaName, 'id' | 'name'>;
  code: string;
}

/** What a map is made of, layer by layer; the first layer gives the grid. */
export interface Part {
  layer: Layer;
  drawn: readonly Drawn[];
}

const emptyTransform: OutlineMap['transform'] = { scale: [1, 1], translate: [0, 0] };

/** Puts the outlines of some units into one map, with no arc that none of them uses. */
export function mapOf(parts: readonly Part[]): OutlineMap {
  const transform = parts[0]?.layer.transform ?? emptyTransform;
  const arcs: OutlineMap['arcs'] = [];
  const geometries: Outline[] = [];
  for (const { layer, drawn } of parts) {
    const places = new Map<number, number>();
    const isSameGrid = layer.transform === transform;
    const place = (reference: number): number => {
      const from = reference < 0 ? ~reference : reference;
      if (!places.has(from)) places.set(from, arcs.push(isSameGrid ? layer.arcs[from]! : regrid(layer.arcs[from]!, layer.transform, transform)) - 1);
      return reference < 0 ? ~places.get(from)! : places.get(from)!;
    };
    for (const { area: { id, name }, code } of drawn) {
      const shape = layer.shapes.get(code);
      if (!shape) continue;
      const properties = { id, name };
      if (shape.type === 'Polygon') geometries.push({ type: 'Polygon', arcs: shape.arcs.map((ring) => ring.map(place)), properties });
      else geometries.push({ type: 'MultiPolygon', arcs: shape.arcs.map((polygon) => polygon.map((ring) => ring.map(place))), properties });
    }
  }
  return { type: 'Topology', transform, arcs, objects: { areas: { type: 'GeometryCollection', geometries } } };
}

/** An arc on the grid of another layer. Steps are rounded from the true place, so that they do not add up to a drift. */
function regrid(arc: Arc, from: OutlineMap['transform'], to: OutlineMap['transform']): Arc {
  let [x, y] = [0, 0];
  let [lastX, lastY] = [0, 0];
  return arc.map(([stepX, stepY]) => {
    x += stepX;
    y += stepY;
    const nextX = Math.round((x * from.scale[0] + from.translate[0] - to.translate[0]) / to.scale[0]);
    const nextY = Math.round((y * from.scale[1] + from.translate[1] - to.translate[1]) / to.scale[1]);
    const step: [number, number] = [nextX - lastX, nextY - lastY];
    [lastX, lastY] = [nextX, nextY];
    return step;
  });
}

/** As which area an archipelago is drawn: the unit of the map that it is, else the province that it belongs to. */
export function islandAs({ codes }: IslandUnit, units: readonly AreaName[], province: AreaName): Pick<AreaName, 'id' | 'name'> {
  return codes.map((code) => units.find((unit) => unit.code === code)).find((unit) => unit !== undefined) ?? province;
}

/** The units of which a layer has no shape. */
export const withoutShape = (layer: Layer, units: readonly AreaName[]): AreaRef[] => units.filter(({ code }) => !layer.shapes.has(code ?? '')).map(({ id }) => id);
