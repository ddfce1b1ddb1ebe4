/**
 * Writes packs/vn/areas/land-2009.csv: the land of each commune of the 2009 census in km², measured on the outlines that are drawn. It says
 * how much of a commune of today each old one makes up.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

const folder = new URL('../packs/vn/areas/', import.meta.url);
const earthRadiusKm = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Area of a ring on the sphere in km², positive whichever way it runs. */
function ringArea(ring: readonly Position[]): number {
  const twice = ring.slice(1).reduce((sum, [x, y], place) => {
    const [lastX, lastY] = ring[place]!;
    return sum + radians(x! - lastX!) * (2 + Math.sin(radians(lastY!)) + Math.sin(radians(y!)));
  }, 0);
  return Math.abs((twice * earthRadiusKm ** 2) / 2);
}

const polygonArea = ([outer, ...holes]: readonly Position[][]): number => ringArea(outer!) - holes.reduce((sum, hole) => sum + ringArea(hole), 0);

const map = JSON.parse(gunzipSync(readFileSync(new URL('boundaries/2009-communes.topojson.gz', folder))).toString()) as Topology<{ communes: GeometryCollection<{ id: string }> }>;
const rows = feature(map, map.objects.communes).features.map(({ properties, geometry }) => {
  const shape = geometry as Polygon | MultiPolygon;
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  return { id: properties.id, km2: polygons.reduce((sum, polygon) => sum + polygonArea(polygon), 0) };
});
// A few units are drawn as two shapes.
const lines = [...Map.groupBy(rows, ({ id }) => id)]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([id, shapes]) => `${id},${shapes.reduce((sum, { km2 }) => sum + km2, 0).toFixed(3)}`);
writeFileSync(new URL('land-2009.csv', folder), ['census_id,area_km2', ...lines, ''].join('\n'));
