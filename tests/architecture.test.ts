import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { brokenImportWalls, importWallNames } from './walls/import-walls.ts';
import type { Offence } from './walls/offence.ts';
import { seededOffences } from './walls/seeded-offences.ts';
import { brokenSourceWalls, sourceWalls } from './walls/source-walls.ts';
import { brokenTreeWalls, treeWallNames } from './walls/tree-walls.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** All broken walls of a house, as a list that a person can act on. */
async function brokenWalls(house: string): Promise<Offence[]> {
  return [...(await brokenImportWalls(house)), ...brokenSourceWalls(house), ...brokenTreeWalls(house)];
}

/** Each broken wall with its sentence, and below it where it is broken. */
function show(offences: readonly Offence[]): string {
  const walls = Map.groupBy(offences, ({ wall, sentence }) => `${wall}: ${sentence}`);
  return [...walls].map(([wall, broken]) => [wall, ...broken.map(({ where }) => `    ${where}`)].join('\n')).join('\n\n');
}

describe('the walls of the house', () => {
  it('stand', async () => {
    expect(show(await brokenWalls(root))).toBe('');
  });

  it('have a seeded offence each', async () => {
    const walls = [...(await importWallNames()), ...sourceWalls.map(({ wall }) => wall), ...treeWallNames];
    expect(new Set(seededOffences.map(({ wall }) => wall))).toEqual(new Set(walls));
  });
});

describe('a seeded offence is reported by its wall alone, with a sentence:', () => {
  const houses = housesFolder();
  afterAll(() => rmSync(houses, { recursive: true, force: true }));

  it.each(seededOffences)('$wall', async ({ wall, files }) => {
    const broken = await brokenWalls(build(houses, files));
    expect(new Set(broken.map((offence) => offence.wall))).toEqual(new Set([wall]));
    for (const { sentence } of broken) expect(sentence).toMatch(/ .+\.$/);
  });
});

/** A folder for this run, inside the repository, so that packages are found. */
function housesFolder(): string {
  mkdirSync(join(root, 'artifacts'), { recursive: true });
  return mkdtempSync(join(root, 'artifacts', 'walls-'));
}

/** A house of a few files, with the names for import of ours and a README in each module. */
function build(houses: string, files: Readonly<Record<string, string>>): string {
  const house = mkdtempSync(join(houses, 'house-'));
  for (const folder of ['src', 'demo']) mkdirSync(join(house, folder));
  cpSync(join(root, 'package.json'), join(house, 'package.json'));
  const readmes = Object.keys(files).flatMap((path) => path.match(/^src\/modules\/[^/]+\//) ?? []).map((module) => [`${module}README.md`, 'A module.'] as const);
  for (const [path, text] of Object.entries({ ...Object.fromEntries(readmes), ...files })) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  return house;
}
