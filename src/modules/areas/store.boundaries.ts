import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readYaml } from '#platform/packs/read-pack.ts';
import { layerOf, Layers, thinned, type Layer, type LayerFile } from './rules.boundaries.ts';

const folder = new URL('../../../packs/vn/areas/boundaries/', import.meta.url);
let listed: Layers | undefined;
const read = new Map<string, Layer>();
const thin = new Map<string, Layer>();

/** Which layers there are. */
export const layers = (): Layers => (listed ??= Layers.parse(readYaml('vn/areas/boundaries/layers.yaml')));

/** A layer by the name of its file. It is read and parsed once: that takes up to a second for the communes of the country. */
export function readLayer(file: string): Layer {
  const known = read.get(file) ?? layerOf(JSON.parse(gunzipSync(readFileSync(new URL(`${file}.topojson.gz`, folder))).toString()) as LayerFile);
  read.set(file, known);
  return known;
}

/** The same layer for a map of the whole country; made once too. */
export function readThinLayer(file: string): Layer {
  const known = thin.get(file) ?? thinned(readLayer(file), new Set(layers().islands.units.flatMap(({ codes }) => codes)));
  thin.set(file, known);
  return known;
}
