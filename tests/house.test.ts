import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listeners } from '#app/subscriptions.ts';
import type { ProblemSpec } from '#kernel/problem.ts';
import { procedure } from '#kernel/procedure.ts';
import { generateTables } from '../tools/gen-tables.ts';

/** What the house promises beyond its walls: owners of tables, words for every problem, a listener for every event. */

const root = fileURLToPath(new URL('..', import.meta.url));
const files = (folder: string): string[] => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Owner of each table, as its comment in the migrations says: the word before the colon. */
const owners = new Map(
  files('migrations').flatMap((path) => [...read(path).matchAll(/COMMENT ON TABLE (\w+) IS '(\w+):/g)].map(([, table, owner]) => [table!, owner!] as const)),
);
const tables = files('migrations').flatMap((path) => [...read(path).matchAll(/CREATE TABLE (\w+)/g)].map(([, table]) => table!));

/** The room that a source file belongs to: its module, or its part of the platform. */
const roomOf = (path: string): string => path.match(/^src\/(?:modules|platform)\/(\w+)/)?.[1] ?? path;

const writes = files('src')
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('/web/'))
  .flatMap((path) =>
    [...read(path).matchAll(/(?:insertInto|updateTable|deleteFrom)\('(\w+)'\)|insertRows\(\s*\w+,\s*'(\w+)'|(?:insert into|update|delete from) (\w+) /g)].map(
      ([, built, bulk, written]) => ({ path: relative('.', path), table: (built ?? bulk ?? written)! }),
    ),
  )
  .filter(({ table }) => tables.includes(table));

/** The tables of sign-in and of settings are shared by the parts of the platform; a module's table is written by that module alone. */
const mayWrite: Readonly<Record<string, readonly string[]>> = { auth: ['auth', 'http'], audit: ['audit', 'http'], db: ['db', 'areas', 'src/app/demonstration.ts'] };

describe('tables', () => {
  it('each say in their comment who owns them', () => expect(tables.filter((table) => !owners.has(table))).toEqual([]));
  it('are written by their owner alone', () => {
    expect(writes.length).toBeGreaterThan(10);
    const foreign = writes.filter(({ path, table }) => {
      const owner = owners.get(table)!;
      return !(mayWrite[owner] ?? [owner]).includes(roomOf(path));
    });
    expect(foreign).toEqual([]);
  });
  it('have fresh types in src/platform/db/tables.ts', async () => expect(read('src/platform/db/tables.ts')).toBe(await generateTables()));
});

describe('procedures', () => {
  it('do not compile without a permission', () => {
    // @ts-expect-error a contract must say who may call it
    procedure({ method: 'GET', path: '/nothing', summary: 'none' });
    // @ts-expect-error and only a right that is in the table
    procedure({ permission: 'household.burn', method: 'GET', path: '/nothing', summary: 'none' });
  });
});

const catalogues = await Promise.all(
  files('src')
    .filter((path) => path.endsWith('problems.ts'))
    .map(async (path) => ({ path, specs: ((await import(join(root, path))) as { problem: { specs: Record<string, ProblemSpec> } }).problem.specs })),
);

describe('problems', () => {
  const all = catalogues.flatMap(({ path, specs }) => Object.entries(specs).map(([code, spec]) => ({ path, code, spec })));
  const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

  it('have codes that no other has', () => expect(new Set(all.map(({ code }) => code)).size).toBe(all.length));
  it.each(all)('$code says the same in both languages', ({ spec }) => {
    expect([spec.vi, spec.en].every((text) => /[.:]$/.test(text))).toBe(true);
    expect(new Set(slots(spec.en))).toEqual(new Set(slots(spec.vi)));
  });
});

describe('events', () => {
  it('have a listener', () => expect(Object.entries(listeners).filter(([, list]) => list.length === 0)).toEqual([]));
});
