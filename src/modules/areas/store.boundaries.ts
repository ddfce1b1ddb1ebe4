import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { fingerprint, readYaml } from '#platform/packs/read-pack.ts';
import type { AreaBoundaries } from './contract.ts';
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

/** To be raised when the program draws something else from the same packs: browsers keep what they were given. */
const drawing = 1;
let ofPack: string | undefined;

/** An edition of the outlines, from the latest change of the areas. */
export function editionFrom(change: string): string {
  ofPack ??= ['.gz', '.yaml'].map((ending) => fingerprint('vn/areas/boundaries', ending)).join(' ');
  return createHash('sha256').update(`${drawing} ${ofPack} ${change}`).digest('hex').slice(0, 16);
}

interface KeptReply {
  compressed: Uint8Array<ArrayBuffer>;
  plain(): Uint8Array<ArrayBuffer>;
}

/** The boundaries that were asked for last, as they go out. Of one edition: another throws them away. */
export class KeptOutlines {
  readonly #most = 40;
  #edition = '';
  #replies = new Map<string, KeptReply>();

  async get(edition: string, key: string, make: () => Promise<AreaBoundaries>): Promise<KeptReply> {
    if (this.#edition !== edition) [this.#edition, this.#replies] = [edition, new Map()];
    const replies = this.#replies;
    const reply = replies.get(key) ?? replyOf(await make());
    // Asked for again it is the latest, and the last to go.
    replies.delete(key);
    replies.set(key, reply);
    if (replies.size > this.#most) replies.delete(replies.keys().next().value!);
    return reply;
  }
}

function replyOf(boundaries: AreaBoundaries): KeptReply {
  const compressed = new Uint8Array(gzipSync(JSON.stringify(boundaries)));
  return { compressed, plain: () => new Uint8Array(gunzipSync(compressed)) };
}
