/**
 * Reading the register as officers do: lists in every order and at every depth, households by name, the file of a household; through HTTP, session to
 * reply, under row-level security, for posts of the whole country, a province, a commune and a village. The narrower a post, the less it may wait.
 */
import type { AddressInfo } from 'node:net';
import { cpus, loadavg } from 'node:os';
import { sql } from 'kysely';
import { buildApp } from '#app/build-app.ts';
import { openProgram } from '#app/open-program.ts';
import type { Role } from '#kernel/permission.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { readAreas } from '#modules/areas/service.find.ts';
import { HouseholdSort } from '#modules/households/contract.ts';
import { addUser } from '#modules/identity/service.ts';
import { rangeOf } from '#platform/db/scope.ts';
import { runAs, system, type Runtime } from '#platform/run.ts';
import { seeded, type Random } from '#demo/random.ts';
import { asOf, fillNation, standardId } from './nation.ts';
import { withPostgres } from './postgres.ts';
import { fillRegister } from './register.ts';
import { milliseconds, quantile, type Bench } from './report.ts';

const settings = { origins: ['http://localhost'], secret: 'x'.repeat(32), logLevel: 'silent', production: false };
const password = 'mot-mat-khau-dai';
const period = asOf.slice(0, 4);
const villagesEach = 10;
const turns = 2;
const bounds = { list: 150, search: 60, dossier: 80 } as const;
/** What is quick is asked for more often in a turn, so that its 95th percentile rests on as many requests as that of the lists. */
const often = { list: 1, search: 4, dossier: 5 } as const;
/** How much slower a narrower post may seem; the whole country is measured twice, under two names, and must lie as near to itself. */
const allowance = 1.15;

/** Filters of lists, from none to one that few match. */
const filters: readonly Record<string, string>[] = [
  {},
  { class: 'poor' },
  { class: 'insufficient' },
  { class: 'near_poor', deprived: 'NS2' },
  { deprived: 'GD2' },
  { differs: 'true' },
];
/** What is typed into the search: whole names, parts of them, beginnings of words, rare and common ones, and what nobody is called. */
const typed = [
  'nguyen van hung', 'Trần Thị Hương', 'pham an', 'le thi hoa', 'bui van long', 'hoang anh', 'nguyen', 'hung', 'thi', 'ng', 'nguyen van a', 'tran thi hu', 'giang a phu', 'vu thi', 'sung thi my',
  'xong pó', 'ksor', 'bế văn đạt', 'tráng thị xúa', 'lò văn', 'cứ a tư', 'do minh khoi', 'quach thi ngan', 'vo nhi', 'khong co ai', 'nguyen van khongco', 'tr', 'dang quoc', 'ha linh', 'mai thi tham',
  'thi hung', 'n v', 'a b', 'h thi', 'hung thi van', 'van',
] as const;

interface Post {
  name: string;
  role: Role;
  area: AreaRef;
  path: string;
}

interface Reader extends Post {
  cookie: string;
  /** A village of its area, and households as places deep in its lists, all drawn by chance. */
  village: AreaRef;
  places: readonly { id: string; name: string; deprived: number; size: number }[];
}

const asked = (arguments_: readonly string[], name: string): string | undefined => arguments_[arguments_.indexOf(`--${name}`) + 1 || Infinity];

/** The whole country once more, for the spread of the same against the same. */
const again = 'the whole country, again';

async function postsIn(runtime: Runtime): Promise<Post[]> {
  const { rows } = await sql<{ village: AreaRef; commune: AreaRef; province: AreaRef; path: string }>`
    select village_id as village, commune_id as commune, province_id as province, path from bench_village where path like '38.15178.%' order by path limit 1`.execute(runtime.database.owner);
  const { village, commune, province, path } = rows[0]!;
  const [one, two] = path.split('.') as [string, string];
  return [
    { name: 'the whole country', role: 'inspector', area: 'VN' as AreaRef, path: '0' },
    { name: again, role: 'inspector', area: 'VN' as AreaRef, path: '0' },
    { name: 'a province', role: 'province_officer', area: province, path: one },
    { name: 'a commune', role: 'commune_officer', area: commune, path: `${one}.${two}` },
    { name: 'a village', role: 'village_head', area: village, path },
  ];
}

/** Signs in, and draws from the area of the post what will be asked for. */
async function readerOf(runtime: Runtime, app: Awaited<ReturnType<typeof buildApp>>, post: Post, random: Random): Promise<Reader> {
  const { owner } = runtime.database;
  const username = `read.${post.name.replace(/\W+/g, '.')}`;
  await addUser(runtime, { username, name: post.name, password, demo: false, role: post.role, area: post.area }).catch((error: { code?: string }) => {
    if (error.code !== 'identity.username-taken') throw error;
  });
  const response = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers: { origin: settings.origins[0]! }, payload: { username, password } });
  const { low, high } = rangeOf(post.path);
  const villages = await sql<{ id: AreaRef; path: string }>`select area_id as id, area_path as path from area where level = 'village' and area_path >= ${low} and area_path < ${high} order by area_path`.execute(owner);
  const drawn = villages.rows.length <= 12 ? villages.rows : Array.from({ length: 12 }, () => random.pick(villages.rows));
  const places = await sql<Reader['places'][number]>`
    select household_id as id, head_sort_key as name, deprived_count as deprived, coalesce(size, 0) as size from class_record
    where village_id = any(${drawn.map(({ id }) => id)}::text[]) and current and standard_id = ${standardId} order by md5(household_id::text) limit 24`.execute(owner);
  return { ...post, cookie: response.cookies.map(({ name, value }) => `${name}=${value}`).join('; '), village: drawn[0]!.id, places: places.rows };
}

type Kind = keyof typeof bounds;
/** What a reader asks for in one turn: kind of work and address. Each post opens the same files, for then nothing but the post differs. */
function* addressesOf({ area, village, places }: Reader, files: Reader['places'], random: Random): Generator<[Kind, string]> {
  for (const sort of HouseholdSort.options) {
    for (const filter of [...filters, { area: village }]) {
      const place = random.pick(places);
      const after = JSON.stringify([place[sort.replace('-', '') as 'name'], place.id]);
      const search = { area, period, sort, ...filter };
      yield ['list', `/households?${new URLSearchParams(search)}`];
      yield ['list', `/households?${new URLSearchParams({ ...search, after })}`];
    }
  }
  for (let time = 0; time < often.search; time++) for (const text of typed) yield ['search', `/household-names?${new URLSearchParams({ text })}`];
  for (let time = 0; time < often.dossier; time++) for (const { id } of files) yield ['dossier', `/households/${id}`];
}

interface Sample {
  post: string;
  kind: Kind;
  address: string;
  time: number;
}

async function measure(runtime: Runtime): Promise<{ samples: Sample[]; floor: number[] }> {
  await runAs(runtime, system, readAreas);
  const app = await buildApp(runtime, settings);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api`;
  try {
    const random = seeded('read');
    const readers: Reader[] = [];
    for (const post of await postsIn(runtime)) readers.push(await readerOf(runtime, app, post, random));
    const ask = async (address: string, cookie: string): Promise<number> => {
      const started = performance.now();
      const answer = await fetch(`${origin}${address}`, { headers: { cookie } });
      await answer.text();
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return performance.now() - started;
    };
    const samples: Sample[] = [];
    const floor: number[] = [];
    for (let turn = -1; turn < turns; turn++) {
      const addresses = readers.map((reader) => [...addressesOf(reader, readers.at(-1)!.places, random)]);
      // Request by request, each time another post first, so that whatever else the machine does meets all; the first turn warms up.
      for (let place = 0; place < Math.max(...addresses.map(({ length }) => length)); place++) {
        for (let step = 0; step < readers.length; step++) {
          const index = (place + step) % readers.length;
          const { name, cookie } = readers[index]!;
          const next = addresses[index]![place];
          if (next === undefined) continue;
          const [kind, address] = next;
          const time = await ask(address, cookie);
          if (turn >= 0) samples.push({ post: name, kind, address, time });
        }
        if (turn >= 0 && place % 10 === 0) floor.push(await ask('/session', readers[0]!.cookie));
      }
    }
    return { samples, floor };
  } finally {
    await app.close();
  }
}

/** `npm run bench -- read [--households N] [--address postgres://…]`: a database that is named keeps what it is filled with, for the next run. */
export const run: Bench = async (arguments_) => {
  const wanted = Number(asked(arguments_, 'households') ?? 3_000_000);
  const address = asked(arguments_, 'address');
  const work = async (_: unknown, place: string) => {
    const runtime = await openProgram({ address: place });
    const { owner } = runtime.database;
    try {
      const { rows } = await sql<{ filled: boolean }>`select to_regclass('bench_form') is not null as filled`.execute(owner);
      if (!rows[0]!.filled) {
        await fillNation(owner, villagesEach);
        await owner.connection().execute((db) => fillRegister(db, wanted));
      }
      const size = await sql<{ households: number; persons: number }>`select (select count(*) from household) as households, (select count(*) from member) as persons`.execute(owner);
      return { ...size.rows[0]!, ...(await measure(runtime)) };
    } finally {
      await runtime.database.close();
    }
  };
  const found = address === undefined ? await withPostgres(work) : await work(null, address);
  if (found === null) throw new Error('This benchmark needs the programs of PostgreSQL on this machine.');
  const { households, persons, samples, floor } = found;
  const posts = [...new Set(samples.map(({ post }) => post))];
  const kinds = Object.keys(bounds) as Kind[];
  const labels = { list: 'list, any order, any depth', search: 'search by name', dossier: 'file of a household' };
  const of = (kind: Kind, post: string, share: number): number => quantile(samples.filter((sample) => sample.kind === kind && sample.post === post).map(({ time }) => time), share);
  const slowest = (kind: Kind): Sample => samples.filter((sample) => sample.kind === kind).sort((one, other) => other.time - one.time)[0]!;
  const ratios = kinds.flatMap((kind) => posts.slice(1).map((post) => ({ kind, post, p50: of(kind, post, 0.5) / of(kind, posts[0]!, 0.5), p95: of(kind, post, 0.95) / of(kind, posts[0]!, 0.95) })));
  const most = (of: typeof ratios): number => Math.max(...of.flatMap(({ p50, p95 }) => [p50, p95]));
  const worst = most(ratios.filter(({ post }) => post !== again));
  const apart = most(ratios.filter(({ post }) => post === again).flatMap((ratio) => [ratio, { ...ratio, p50: 1 / ratio.p50, p95: 1 / ratio.p95 }]));
  return {
    title: 'lists, search and files of the register, by post',
    work: `${households.toLocaleString('en')} made households with ${persons.toLocaleString('en')} persons; each of ${samples.length.toLocaleString('en')} requests through HTTP, session to reply. Lists in ${HouseholdSort.options.length} orders with ${filters.length + 1} filters, from the first page and from places drawn by chance.`,
    columns: ['Work', 'Post', 'p50', 'p95', 'max', 'p50 beside the whole country', 'p95 beside it'],
    rows: [
      ...kinds.flatMap((kind) =>
        posts.map((post) => {
          const ratio = ratios.find((one) => one.kind === kind && one.post === post);
          return [labels[kind], post, ...[0.5, 0.95, 1].map((share) => milliseconds(of(kind, post, share))), ratio?.p50.toFixed(2) ?? '', ratio?.p95.toFixed(2) ?? ''];
        }),
      ),
      ['the session alone', posts[0]!, ...[0.5, 0.95, 1].map((share) => milliseconds(quantile(floor, share))), '', ''],
    ],
    ratio: `a narrower post takes at most ${worst.toFixed(2)} times what the whole country takes for the same work; the whole country beside itself is up to ${apart.toFixed(2)} apart.`,
    gates: [
      ...kinds.map((kind) => {
        const p95 = Math.max(...posts.map((post) => of(kind, post, 0.95)));
        return { name: `${labels[kind]}, p95, slowest post`, measured: milliseconds(p95), bound: `≤ ${bounds[kind]} ms`, held: p95 <= bounds[kind] };
      }),
      { name: 'a narrower post is never slower, p50 and p95', measured: worst.toFixed(2), bound: `≤ ${allowance}`, held: worst <= allowance },
      { name: 'the same beside the same: else the run tells nothing of posts', measured: apart.toFixed(2), bound: `≤ ${allowance}`, held: apart <= allowance },
    ],
    notes: [
      `Engine: PostgreSQL. Load average of the machine while it ran: ${loadavg()[0]!.toFixed(1)} on ${cpus().length} cores.`,
      `Posts are asked request by request, each time another one first; all open the same files. ${kinds.map((kind) => `${labels[kind]}: ${samples.filter((sample) => sample.kind === kind && sample.post === posts[0]).length} requests a post`).join('; ')}. The whole country is measured twice, under two names: what lies between the two is noise.`,
      `The slowest: ${kinds.map((kind) => `${slowest(kind).address} for ${slowest(kind).post}, ${milliseconds(slowest(kind).time)}`).join('; ')}.`,
    ],
  };
};
