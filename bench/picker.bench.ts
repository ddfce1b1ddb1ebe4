/**
 * The area picker with the whole country loaded: the shipped catalogue and made villages, 120,000 areas in all. Names are typed key by key, as
 * the picker asks for them, straight at the service and through the whole HTTP road; beside them `select 1` along the same road.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Fastify from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { buildApp } from '#app/build-app.ts';
import { openProgram } from '#app/open-program.ts';
import { procedure } from '#kernel/procedure.ts';
import { fold } from '#kernel/vietnamese.ts';
import { AreaRef } from '#modules/areas/contract.ts';
import { find } from '#modules/areas/service.find.ts';
import { children, ensureVillages, getArea } from '#modules/areas/service.ts';
import { addUser, identify } from '#modules/identity/service.ts';
import { createAuth } from '#platform/auth/auth.ts';
import { mountApi } from '#platform/http/api.ts';
import { sessionOf } from '#platform/http/auth.ts';
import { serve } from '#platform/http/serve.ts';
import { runAs, system, type Runtime } from '#platform/run.ts';
import { openBrowser } from '../tests/support/browser.ts';
import { milliseconds, quantile, type Bench } from './report.ts';

const screens = fileURLToPath(new URL('../dist/web/', import.meta.url));
const wanted = 120_000;
const bound = 16;
/** As many as the picker shows. */
const limit = 12;
const settings = { origins: ['http://localhost'], secret: 'x'.repeat(32), logLevel: 'silent', production: false };
const account = { username: 'picker', password: 'mot-mat-khau-dai' };

/** What people type: communes, provinces and districts of all times, villages, codes; with and without diacritics; some that find nothing. */
const typed = [
  'cam tan', 'Cẩm Tân', 'xa tan', 'xã tân', 'p', 'phuong 1', 'Phường Bến Nghé', '15178', '16126', '01', '001', 'nga son', 'Nga Sơn', 'huyen nga son',
  'nga thanh nga son', 'nga hung nga son', 'cam thuy', 'Cẩm Long Cẩm Thủy', 'thi tran', 'thị trấn phong sơn', 'ninh binh', 'ha nam', 'Hà Nam', 'tinh ha nam',
  'ly nhan', 'phu ly', 'thanh hoa', 'Thanh Hóa', 'tp thanh hoa', 'thanh pho ho chi minh', 'ho chi minh', 'ha noi', 'Hà Nội', 'quan hoan kiem', 'ba dinh',
  'hue', 'da nang', 'Hoàng Sa', 'truong sa', 'dac khu phu quoc', 'con dao', 'an giang', 'lai chau', 'muong te', 'Mường Tè', 'dien bien phu', 'sa pa',
  'dong van', 'tan an', 'tan phu', 'long an', 'thon 1', 'Thôn 12', 'thon 3 cam tan', 'to dan pho 5', 'ban na', 'Bản Nà Lốc', 'thôn đông', 'x', 'th', 'xyz',
  'khong co noi nay',
] as const;

/** The texts that the picker asks for while one types: a space at the end asks for nothing new. */
const keysOf = (text: string): string[] => [...new Set(Array.from(text, (_, at) => text.slice(0, at + 1).trim()))];

const kinds = ['Thôn', 'Thôn', 'Thôn', 'Bản', 'Ấp', 'Khu phố', 'Tổ dân phố', 'Buôn', 'Khóm'] as const;
const proper = ['Đông', 'Đoài', 'Trung', 'Tân Lập', 'Phú Sơn', 'Nà Lốc', 'Đồng Tâm', 'Hòa Bình', 'Vĩnh Phúc', 'Minh Long', 'An Thái', 'Bình Yên', 'Cẩm Hoa', 'Long Thành', 'Xuân Mai'] as const;

/** Names of the villages of one commune: numbered, as most are, and proper ones. */
const villageNames = (count: number, commune: number): string[] =>
  Array.from({ length: count }, (_, at) => `${kinds[(commune + (at % 2)) % kinds.length]} ${at % 3 === 2 ? `${proper[(commune + at) % proper.length]} ${at}` : at + 1}`);

async function fillCountry(runtime: Runtime): Promise<number> {
  const known = await runAs(runtime, system, async ({ db }) => (await sql<{ n: number }>`select count(*) as n from area`.execute(db)).rows[0]!.n);
  const { result: communes } = await runAs(runtime, system, (ctx) => children(ctx, { ref: 'VN' as AreaRef, level: 'commune' }));
  const missing = wanted - known.result;
  const batch = 100;
  for (let start = 0; start < communes.length; start += batch) {
    await runAs(runtime, system, async (ctx) => {
      for (const [at, { id }] of communes.slice(start, start + batch).entries()) {
        const commune = start + at;
        const count = Math.floor((missing * (commune + 1)) / communes.length) - Math.floor((missing * commune) / communes.length);
        await ensureVillages(ctx, await getArea(ctx, id), villageNames(count, commune));
      }
    });
  }
  await sql`analyze`.execute(runtime.database.owner);
  return missing;
}

/** Bytes in use, without what is only waiting to be swept. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function timed(texts: readonly string[], ask: (text: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    const start = performance.now();
    await ask(text);
    times.push(performance.now() - start);
  }
  return times;
}

/** The program on a port, and beside it one that answers `select 1` along the same road: session, post, transaction, scope, reply. */
async function openRoads(runtime: Runtime) {
  const program = await buildApp(runtime, settings);
  const bare = Fastify();
  const auth = createAuth(runtime.database, settings);
  const contract = procedure({ permission: 'area.read', method: 'GET', path: '/one', summary: 'select 1' }).input(z.object({})).output(z.array(z.unknown()));
  mountApi(bare, { one: serve(contract, async ({ db }) => (await sql`select 1`.execute(db)).rows) }, async (request) => {
    const session = await sessionOf(auth, request);
    return { runtime, caller: { actor: await identify(runtime, session), session, address: request.ip, gzip: false }, refreshFigures: async () => {} };
  });
  const origins: string[] = [];
  for (const app of [program, bare]) {
    await app.listen({ port: 0, host: '127.0.0.1' });
    origins.push(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api`);
  }
  await addUser(runtime, { ...account, name: 'Bench', demo: false, role: 'commune_officer', area: '15178' as AreaRef });
  const response = await program.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers: { origin: settings.origins[0]! }, payload: account });
  const cookie = response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const get = async (address: string): Promise<void> => {
    const answer = await fetch(address, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await answer.json();
  };
  return {
    origin: origins[0]!.slice(0, -'/api'.length),
    cookies: response.cookies.map(({ name, value }) => ({ name, value })),
    find: (text: string) => get(`${origins[0]}/areas?${new URLSearchParams({ text, limit: String(limit) })}`),
    one: () => get(`${origins[1]}/one`),
    close: async () => {
      await program.close();
      await bare.close();
    },
  };
}

/** For the page: waits until the answer to `text` is shown; how long after the key was pressed it stood there, and a frame with it was painted, in ms. */
const watch = `(text) => new Promise((resolve, reject) => {
  const late = setTimeout(() => reject(new Error('no answer to ' + text)), 20_000);
  const field = document.querySelector('[role=combobox]');
  const list = document.getElementById(field.getAttribute('aria-controls'));
  let pressed = 0;
  let isDone = false;
  const look = () => {
    const isAnswer = field.value.trim() === text && list.parentElement.querySelector('[role=status]').textContent !== '' && !list.querySelector('[data-stale]');
    if (isDone || pressed === 0 || !isAnswer) return;
    isDone = true;
    const shown = performance.now() - pressed;
    observer.disconnect();
    clearTimeout(late);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve({ shown, painted: performance.now() - pressed });
      port2.postMessage(null);
    });
  };
  addEventListener('keydown', ({ timeStamp }) => { pressed = timeStamp; }, { capture: true, once: true });
  // What was found before is shown again without a change of the list.
  addEventListener('input', () => setTimeout(look), { once: true });
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
})`;

/** Types the names into the picker of the built screens; none where these are not built. */
async function typeInBrowser(origin: string, cookies: { name: string; value: string }[]) {
  const times: { shown: number; painted: number }[] = [];
  if (!existsSync(screens)) return times;
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: origin })));
    const page = await context.newPage();
    await page.goto(`${origin}/areas`);
    await page.getByRole('button', { name: /^Đổi địa bàn/ }).click();
    const field = page.getByRole('combobox');
    for (const text of new Set(typed.map(fold))) {
      await field.fill('');
      for (let end = 1; end <= text.length; end++) {
        const key = text[end - 1]!;
        if (key === ' ') {
          await page.keyboard.press('Space');
          continue;
        }
        // Keys and scripts reach the page by different roads: it must be watching before the key is pressed.
        await page.evaluate(`void (globalThis.answer = (${watch})(${JSON.stringify(text.slice(0, end))}))`);
        await page.keyboard.press(key);
        times.push(await page.evaluate<{ shown: number; painted: number }>('globalThis.answer'));
      }
    }
    return times;
  } finally {
    await browser.close();
  }
}

export const run: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chungtay-bench-picker-'));
  const runtime = await openProgram({ folder });
  try {
    const villages = await fillCountry(runtime);
    const roads = await openRoads(runtime);
    const keys = typed.flatMap(keysOf);
    const ask = (text: string) => runAs(runtime, system, (ctx) => find(ctx, { text, limit }));
    const before = memory();
    const [reading] = await timed(['VN'], ask);
    const held = memory() - before;
    await timed(keys.slice(0, 100), roads.find);
    const service = await timed(keys, ask);
    const http: number[] = [];
    const one: number[] = [];
    // By turns, so that whatever else the machine does meets both.
    for (const text of keys) {
      one.push(...(await timed([text], roads.one)));
      http.push(...(await timed([text], roads.find)));
    }
    const browser = await typeInBrowser(roads.origin, roads.cookies);
    await roads.close();
    const slowest = keys[http.indexOf(Math.max(...http))]!;
    const row = (name: string, times: readonly number[]): string[] => [name, ...[0.5, 0.95, 1].map((share) => milliseconds(quantile(times, share)))];
    const p95 = quantile(http, 0.95);
    return {
      title: 'the area picker with the whole country loaded',
      work: `${wanted.toLocaleString('en')} areas (the shipped catalogue of all times and ${villages.toLocaleString('en')} made villages); ${typed.length} names typed key by key, ${keys.length} keys, ${limit} results each.`,
      columns: ['One key', 'p50', 'p95', 'max'],
      rows: [
        row('at the service, with its transaction', service),
        row('through HTTP, session to reply', http),
        row('`select 1` through HTTP', one),
        ...(browser.length === 0
          ? []
          : [row('in Chromium, key pressed to results in the page', browser.map(({ shown }) => shown)), row('in Chromium, key pressed to results painted', browser.map(({ painted }) => painted))]),
      ],
      ratio: `a key costs ${(quantile(http, 0.5) / quantile(one, 0.5)).toFixed(2)} times \`select 1\` along the same road (p50), ${(p95 / quantile(one, 0.95)).toFixed(2)} times at p95.`,
      gates: [{ name: 'area picker, 120,000 areas, p95 a key through HTTP', measured: milliseconds(p95), bound: milliseconds(bound), held: p95 <= bound }],
      notes: [
        `Engine: PGlite in a folder. Load average of the machine while it ran: ${loadavg()[0]!.toFixed(1)} on ${cpus().length} cores. Reading all areas into memory when the program starts: ${milliseconds(reading!)}, ${Math.round(held / 2 ** 20)} MiB held. The slowest key through HTTP: “${slowest}”.`,
        browser.length === 0 ? 'Not measured in a browser: the screens are not built (vite build).' : `In Chromium ${browser.length} keys without diacritics; a frame takes 16.7 ms, for which a result that is there waits up to one.`],
    };
  } finally {
    await runtime.database.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
