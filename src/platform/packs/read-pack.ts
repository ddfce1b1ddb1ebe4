/** Reads the files of `packs/`: the law and the areas as data. They ship with the program and do not change while it runs. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

const packs = new URL('../../../packs/', import.meta.url);

/** The rows of a CSV file with a header row, each by its column names. */
export function readCsv<Column extends string>(path: string): Record<Column, string>[] {
  return parseCsv(readFileSync(new URL(path, packs)), { columns: true, bom: true });
}

/** The documents of a folder of YAML files, by file name without ending. */
export function readYamlFolder(path: string): Map<string, unknown> {
  const folder = new URL(`${path}/`, packs);
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort();
  return new Map(files.map((name) => [name.slice(0, -'.yaml'.length), parseYaml(readFileSync(new URL(name, folder), 'utf8'))]));
}

export const readYaml = (path: string): unknown => parseYaml(readFileSync(new URL(path, packs), 'utf8'));

/** Fingerprint of the files of a folder with the given ending: changes when any of them does. */
export function fingerprint(path: string, ending: string): string {
  const folder = new URL(`${path}/`, packs);
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).filter((file) => file.endsWith(ending)).sort()) hash.update(name).update(readFileSync(new URL(name, folder)));
  return hash.digest('hex');
}
