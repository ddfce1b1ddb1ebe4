import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules } from '#modules/modules.ts';
import type { Offence } from './offence.ts';

/** The walls about which files there are: modules on their list, each with its README, and migrations in a row. */
export const treeWallNames = ['modules-on-the-list', 'modules-say-what-they-are', 'migrations-in-a-row'];

export function brokenTreeWalls(house: string): Offence[] {
  return [...strayModules(house), ...silentModules(house), ...oddMigrations(house)];
}

const modulesOf = (house: string): string[] => list(house, 'src/modules').filter((name) => !name.endsWith('.ts'));

function strayModules(house: string): Offence[] {
  const sentence = 'This folder is not in the list of src/modules/modules.ts, so it has no place in the order. Put its name where it belongs.';
  return modulesOf(house)
    .filter((name) => !(modules as readonly string[]).includes(name))
    .map((name) => ({ wall: 'modules-on-the-list', where: `src/modules/${name}`, sentence }));
}

function silentModules(house: string): Offence[] {
  const sentence = 'A module begins with a README.md of ten lines: what, legal basis, tables owned, events raised, what it leans on.';
  return modulesOf(house)
    .map((name) => `src/modules/${name}/README.md`)
    .filter((path) => !existsSync(join(house, path)) || readFileSync(join(house, path), 'utf8').trim() === '')
    .map((where) => ({ wall: 'modules-say-what-they-are', where, sentence }));
}

function oddMigrations(house: string): Offence[] {
  const sentence = 'Migrations are plain SQL, 0001_areas.sql, 0002_…, numbered in a row; one that has run is never edited. Add the next number.';
  return list(house, 'migrations')
    .sort()
    .filter((name, place) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name) || Number(name.slice(0, 4)) !== place + 1)
    .map((name) => ({ wall: 'migrations-in-a-row', where: `migrations/${name}`, sentence }));
}

const list = (house: string, folder: string): string[] => (existsSync(join(house, folder)) ? readdirSync(join(house, folder)) : []);
