/**
 * The walls of the house: who may import whom. Each has a name and a sentence that says what is odd and where the code belongs instead.
 * What imports cannot show (clocks, SQL in a string of code, the size of a file) is checked by tests/walls/source-walls.ts.
 * A wall that does not bite is no wall: tests/walls/offences.ts has an offence for each.
 *
 *     npm run check
 */
import { modules } from './src/modules/modules.ts';

/** A package, wherever it is installed, or not. */
const packages = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

const inTests = String.raw`\.test\.tsx?$|/walk\.ts$`;
const inKernel = '^src/kernel/';
const inPlatform = '^src/platform/';
const inModules = '^src/modules/[^/]+/';
const inWeb = '^src/web/|^src/modules/[^/]+/web/';
const inDemo = '^demo/';

/** The pure rooms of a module: the same in the server, the browser and other modules. */
const pureRooms = String.raw`(contract[^/]*|rules[^/]*|problems)\.ts$`;
/** All contracts together, for the client and the frame. */
const wholeContract = String.raw`^src/app/contract\.ts$`;
const inPureRooms = [`${inModules}${pureRooms}`, wholeContract];
const inStores = String.raw`${inModules}store[^/]*\.ts$`;
/** What others may knock on. */
const doors = String.raw`(contract[^/]*|rules[^/]*|problems|service[^/]*)\.ts$`;
const partsOfScreens = 'web/parts/';

const sqlPackages = packages('kysely', 'pg', '@electric-sql/pglite');
const httpPackages = packages('fastify', '@fastify/[^/]+');
const screenPackages = packages(
  'react', 'react-dom', 'react-i18next', '@mantine/[^/]+', 'mantine-datatable', '@tabler/icons-react', '@tanstack/react-[^/]+',
  '@orpc/tanstack-query', 'echarts',
);
const testPackages = packages('vitest', 'fast-check', 'playwright-core', '@axe-core/playwright', '@sparticuz/chromium');

/** One wall: files of `from` may not import files of `to`. Tests may look over every wall. */
const wall = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { ...from, pathNot: [from.pathNot ?? [], inTests].flat() },
  to,
});

/** A module leans only on those before it in src/modules/modules.ts; parts of screens may be borrowed from any. */
const earlierModulesOnly = modules.slice(0, -1).map((name, place) =>
  wall(
    'earlier-modules-only',
    'A module leans only on modules that stand before it in src/modules/modules.ts. What must flow the other way is an event ' +
      '(ctx.emit), wired in src/app/subscriptions.ts; or the code belongs in the later module.',
    { path: `^src/modules/${name}/` },
    { path: `^src/modules/(${modules.slice(place + 1).join('|')})/`, pathNot: partsOfScreens },
  ),
);

export default {
  forbidden: [
    // Pure words and decisions
    wall(
      'kernel-stands-alone',
      'The kernel holds the pure words that everyone speaks and leans on zod alone. What needs a module, Node or a library belongs in ' +
        'that module or in src/platform.',
      { path: inKernel },
      { pathNot: [inKernel, packages('zod', '@orpc/contract')] },
    ),
    wall(
      'contracts-start-at-procedure',
      'Only src/kernel/procedure.ts knows the contract library, so that no procedure comes about without a permission. ' +
        'Begin the contract with procedure({ permission, … }) of #kernel/procedure.ts.',
      { path: [inKernel, inModules], pathNot: [String.raw`^src/kernel/procedure\.ts$`, inWeb] },
      { path: packages('@orpc/contract') },
    ),
    wall(
      'pure-rooms-stay-pure',
      'contract, rules and problems run unchanged in server, browser and tests: they import the kernel, zod, and the pure rooms of ' +
        'their own and earlier modules. Reading and writing belongs in store, what ties both together in service.',
      { path: inPureRooms },
      { pathNot: [inKernel, ...inPureRooms, packages('zod', '@orpc/contract')] },
    ),

    // One place for each outside world
    wall(
      'sql-in-stores',
      'SQL is written in the store*.ts of the module that owns the table, and in src/platform. Move the query there and call it.',
      { path: ['^src/', inDemo], pathNot: [inStores, inPlatform] },
      { path: sqlPackages },
    ),
    wall(
      'http-at-the-door',
      'Fastify is known in src/platform/http and src/app only. A module offers procedures (contract and routes); what is special about ' +
        'HTTP belongs in src/platform/http.',
      { path: ['^src/', inDemo], pathNot: ['^src/platform/http/', '^src/app/'] },
      { path: httpPackages },
    ),
    wall(
      'files-in-interchange',
      'Files that come in and go out (Excel, Word, PDF) are read and made in src/modules/interchange. A module gives its tables and lists as data; what ' +
        'reads or makes a file of them belongs there.',
      { path: inModules, pathNot: ['^src/modules/interchange/'] },
      { path: '^src/platform/documents/' },
    ),
    wall(
      'react-in-web',
      'React and what draws the screen live in src/web and in the web/ folder of a module. What decides or computes belongs in rules.',
      { path: ['^src/', inDemo], pathNot: inWeb },
      { path: screenPackages },
    ),
    wall(
      'no-screens-on-the-server',
      'The server runs TypeScript as it is, without a build, and never needs a screen. What both sides need belongs in contract or rules.',
      { path: ['^src/', inDemo], pathNot: inWeb },
      { path: [inWeb, String.raw`\.tsx$`] },
    ),
    wall(
      'screens-ask-through-contracts',
      'A screen runs in the browser: of the modules it knows contract, rules, problems and web, and it asks the server through the contract ' +
        '(web/queries.ts). It knows no service, no store and nothing of the server.',
      { path: inWeb },
      { path: [`${inModules}(?!web/|${pureRooms})`, inPlatform, '^src/(app|cli)/', inDemo], pathNot: wholeContract },
    ),
    wall(
      'screens-run-in-a-browser',
      'Node is not there in the browser. Ask the server through the contract, or do without.',
      { path: inWeb },
      { dependencyTypes: ['core'] },
    ),

    // Between the rooms
    wall(
      'modules-by-their-door',
      'Of another module only contract, rules, problems, service and (for screens) web/parts may be imported. Its store is its own: read its ' +
        'tables by SQL in a store of yours, or ask its service.',
      { path: '^src/modules/([^/]+)/' },
      { path: inModules, pathNot: ['^src/modules/$1/', `${inModules}(${doors}|${partsOfScreens})`] },
    ),
    ...earlierModulesOnly,
    wall(
      'guests-by-the-door',
      'Command line and demonstration do what anyone can do: through contract, rules, problems and service of a module.',
      { path: ['^src/cli/', inDemo] },
      { path: inModules, pathNot: [`${inModules}${doors}`, inWeb] },
    ),
    wall(
      'app-mounts-only',
      'src/app ties the house together from what each module offers: contract, rules, problems, service, and routes to mount. The rest is ' +
        'the own business of the module; ask its service.',
      { path: '^src/app/' },
      { path: inModules, pathNot: [`${inModules}(${doors}|routes[^/]*\\.ts$)`, inWeb] },
    ),
    wall(
      'shell-knows-routes-and-parts',
      'The shell of the web mounts the web/routes and web/texts of each module and may use its web/parts and contract. What it needs beyond that belongs in ' +
        'a part of that module.',
      { path: '^src/web/' },
      { path: `${inModules}(web/|${pureRooms})`, pathNot: `${inModules}(web/(routes|texts)[^/]*\\.tsx?$|${partsOfScreens}|contract[^/]*\\.ts$)` },
    ),

    // Who stands above whom
    wall(
      'platform-knows-no-module',
      'src/platform is the ground (database, HTTP, sign-in, files) and knows no business. Hand it what it needs from src/app, or move the ' +
        'business into its module.',
      { path: inPlatform },
      { path: [inModules, '^src/(app|cli)/', inDemo] },
    ),
    wall(
      'app-at-the-top',
      'Only the command line stands above src/app, and nothing above the command line. What others need of it belongs in a module or in src/platform.',
      { path: ['^src/', inDemo], pathNot: ['^src/(app|cli)/', inWeb] },
      { path: '^src/(app|cli)/' },
    ),
    wall(
      'command-line-at-the-very-top',
      'src/cli is an entrance, not a library. What the program needs of it belongs in a service.',
      { path: '^src/app/' },
      { path: '^src/cli/' },
    ),
    wall(
      'demonstration-is-a-guest',
      'The demonstration must be removable: only src/app and src/cli load it. What the product needs belongs in a module or in packs/.',
      { path: '^src/', pathNot: '^src/(app|cli)/' },
      { path: inDemo },
    ),

    // Everywhere
    wall(
      'no-cycles',
      'These files need each other in a circle, so neither can be read alone. Move what both need into a third, or turn one direction into an event.',
      {},
      { circular: true },
    ),
    wall(
      'tests-stay-outside',
      'The program imports a test or a tool of testing. What both need belongs in a file of the program.',
      { path: ['^src/', inDemo] },
      { path: [inTests, '^tests/', testPackages] },
    ),
    wall(
      'imports-lead-somewhere',
      'This import cannot be found, so that no wall can judge it. Correct the path, or install the package and pin its version.',
      { path: ['^src/', inDemo] },
      { couldNotResolve: true, pathNot: [String.raw`^virtual:`, String.raw`\?`] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
