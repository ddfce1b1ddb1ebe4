/**
 * One small offence for each wall, as files of a house with nothing else in it (but the README of its modules). The test of the walls builds each house and expects exactly
 * this wall to be reported broken. A new wall without an offence fails the test.
 */
export const seededOffences: readonly { wall: string; files: Readonly<Record<string, string>> }[] = [
  // .dependency-cruiser.mjs
  { wall: 'kernel-stands-alone', files: { 'src/kernel/area-file.ts': `import type { Stats } from 'node:fs'; export type AreaFile = Stats;` } },
  {
    wall: 'contracts-start-at-procedure',
    files: { 'src/modules/areas/contract.ts': `import { oc } from '@orpc/contract'; export const find = oc.route({ path: '/areas' });` },
  },
  { wall: 'pure-rooms-stay-pure', files: { 'src/modules/areas/rules.ts': `import { readFileSync } from 'node:fs'; export const read = readFileSync;` } },
  {
    wall: 'pure-rooms-stay-pure',
    files: {
      'src/modules/areas/service.ts': `export const find = 1;`,
      'src/modules/areas/rules.ts': `import { find } from './service.ts'; export const found = find;`,
    },
  },
  {
    wall: 'sql-in-stores',
    files: { 'src/modules/areas/service.ts': `import type { Kysely } from 'kysely'; export type Db = Kysely<unknown>;` },
  },
  { wall: 'http-at-the-door', files: { 'src/modules/areas/routes.ts': `import type { FastifyInstance } from 'fastify'; export type App = FastifyInstance;` } },
  {
    wall: 'files-in-interchange',
    files: {
      'src/platform/documents/write-workbook.ts': `export const writeWorkbook = () => new Uint8Array();`,
      'src/modules/reports/service.ts': `import { writeWorkbook } from '#platform/documents/write-workbook.ts'; export const write = writeWorkbook;`,
    },
  },
  { wall: 'react-in-web', files: { 'src/modules/areas/service.ts': `import { useState } from 'react'; export const state = useState;` } },
  {
    wall: 'no-screens-on-the-server',
    files: {
      'src/modules/areas/web/parts/area-name.ts': `export const name = 'Nga Sơn';`,
      'src/modules/areas/service.ts': `import { name } from './web/parts/area-name.ts'; export const found = name;`,
    },
  },
  {
    wall: 'screens-ask-through-contracts',
    files: {
      'src/modules/areas/service.ts': `export const find = 1;`,
      'src/modules/areas/web/queries.ts': `import { find } from '../service.ts'; export const query = find;`,
    },
  },
  { wall: 'screens-run-in-a-browser', files: { 'src/web/print.ts': `import { join } from 'node:path'; export const place = join('a');` } },
  {
    wall: 'modules-by-their-door',
    files: {
      'src/modules/areas/store.ts': `export const findArea = 1;`,
      'src/modules/households/service.ts': `import { findArea } from '#modules/areas/store.ts'; export const area = findArea;`,
    },
  },
  {
    wall: 'modules-by-their-door',
    files: {
      'src/modules/areas/web/AreaPage.tsx': `export const AreaPage = () => null;`,
      'src/modules/households/web/HouseholdPage.tsx': `import { AreaPage } from '#modules/areas/web/AreaPage.tsx'; export const page = AreaPage;`,
    },
  },
  {
    wall: 'earlier-modules-only',
    files: {
      'src/modules/households/service.ts': `export const countHouseholds = 1;`,
      'src/modules/areas/service.ts': `import { countHouseholds } from '#modules/households/service.ts'; export const count = countHouseholds;`,
    },
  },
  {
    wall: 'guests-by-the-door',
    files: {
      'src/modules/areas/store.ts': `export const addArea = 1;`,
      'demo/areas.ts': `import { addArea } from '#modules/areas/store.ts'; export const add = addArea;`,
    },
  },
  {
    wall: 'app-mounts-only',
    files: {
      'src/modules/areas/store.ts': `export const addArea = 1;`,
      'src/app/build-app.ts': `import { addArea } from '#modules/areas/store.ts'; export const add = addArea;`,
    },
  },
  {
    wall: 'shell-knows-routes-and-parts',
    files: {
      'src/modules/areas/web/AreaPage.tsx': `export const AreaPage = () => null;`,
      'src/web/router.ts': `import { AreaPage } from '#modules/areas/web/AreaPage.tsx'; export const page = AreaPage;`,
    },
  },
  {
    wall: 'platform-knows-no-module',
    files: {
      'src/modules/areas/service.ts': `export const find = 1;`,
      'src/platform/frame.ts': `import { find } from '#modules/areas/service.ts'; export const found = find;`,
    },
  },
  {
    wall: 'app-at-the-top',
    files: {
      'src/app/settings.ts': `export const settings = {};`,
      'src/modules/areas/service.ts': `import { settings } from '#app/settings.ts'; export const known = settings;`,
    },
  },
  {
    wall: 'command-line-at-the-very-top',
    files: { 'src/cli/args.ts': `export const args = [];`, 'src/app/main.ts': `import { args } from '../cli/args.ts'; export const main = args;` },
  },
  {
    wall: 'demonstration-is-a-guest',
    files: {
      'demo/people.ts': `export const people = [];`,
      'src/modules/households/service.ts': `import { people } from '#demo/people.ts'; export const found = people;`,
    },
  },
  {
    wall: 'no-cycles',
    files: {
      'src/kernel/day.ts': `import type { Month } from './month.ts'; export interface Day { month: Month }`,
      'src/kernel/month.ts': `import type { Day } from './day.ts'; export interface Month { first: Day }`,
    },
  },
  {
    wall: 'tests-stay-outside',
    files: {
      'tests/support/names.ts': `export const names = [];`,
      'src/modules/areas/service.ts': `import { names } from '../../../tests/support/names.ts'; export const found = names;`,
    },
  },
  { wall: 'imports-lead-somewhere', files: { 'src/modules/areas/service.ts': `import { a } from '#modules/areas/nowhere.ts'; export const b = a;` } },

  // tests/walls/source-walls.ts
  { wall: 'no-clock-in-pure-rooms', files: { 'src/kernel/today.ts': `export const today = () => Date.now();` } },
  { wall: 'no-clock-in-pure-rooms', files: { 'src/modules/areas/rules.ts': `export const now = () => new Date();` } },
  { wall: 'no-clock-in-pure-rooms', files: { 'src/modules/areas/rules.draw.ts': `export const draw = () => Math.random();` } },
  { wall: 'no-clock-in-pure-rooms', files: { 'src/modules/areas/problems.ts': `export const place = process.env['HOME'];` } },
  { wall: 'sql-words-in-stores', files: { 'src/modules/areas/service.ts': `export const find = (ctx) => ctx.db.selectFrom('area').execute();` } },
  { wall: 'sql-words-in-stores', files: { 'demo/areas.ts': 'export const find = (sql) => sql`select 1`;' } },
  { wall: 'tsx-in-web', files: { 'src/modules/areas/AreaName.tsx': `export const AreaName = () => null;` } },
  { wall: 'one-sitting', files: { 'src/modules/areas/service.ts': 'export {};\n'.repeat(401) } },

  // tests/walls/tree-walls.ts
  { wall: 'modules-on-the-list', files: { 'src/modules/helpers/dates.ts': `export const days = 1;` } },
  { wall: 'modules-say-what-they-are', files: { 'src/modules/areas/README.md': '' } },
  { wall: 'migrations-in-a-row', files: { 'migrations/0001_areas.sql': '', 'migrations/0003_posts.sql': '' } },
  { wall: 'migrations-in-a-row', files: { 'migrations/0001_areas.ts': '' } },
];
