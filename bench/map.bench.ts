/**
 * The map of the whole nation by commune, in Chromium, with the built screens: from asking for it until it is painted. Beside it the same page
 * with its map by province, which is asked for by the same kind of click.
 */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { buildApp } from '#app/build-app.ts';
import { openProgram } from '#app/open-program.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { readOutlines } from '#modules/areas/service.boundaries.ts';
import { addUser } from '#modules/identity/service.ts';
import { runAs, system } from '#platform/run.ts';
import { openBrowser } from '../tests/support/browser.ts';
import { asOf, fillNation, fillSummary } from './nation.ts';
import { withPostgres } from './postgres.ts';
import { milliseconds, quantile, type Bench } from './report.ts';

const screens = fileURLToPath(new URL('../dist/web/', import.meta.url));
const bound = 1000;
const usualRuns = 12;
const settings = { origins: ['http://localhost'], secret: 'x'.repeat(32), logLevel: 'silent', production: false };
const account = { username: 'map', password: 'mot-mat-khau-dai' };
const overview = `/?area=VN&period=${asOf.slice(0, 4)}&figure=rate.poor`;

/** One drawing of a map, in ms. `cpu` is what the processes of the page used. */
interface Drawn {
  figures: number;
  outlines: number;
  inPage: number;
  painted: number;
  cpu: number;
}

/**
 * For the page: waits until a map with or without many units stands there and is on the screen. `from` is when it was asked for; a frame of more than 50 ms
 * tells when it was presented, a shorter one is taken for presented when the page may go on.
 */
const drawn = `(many, from) => new Promise((resolve, reject) => {
  const late = setTimeout(() => reject(new Error('no map')), 60_000);
  const frames = [];
  new PerformanceObserver((list) => frames.push(...list.getEntries())).observe({ type: 'long-animation-frame', buffered: true });
  const isThere = () => document.querySelector('svg[role=application] g path') !== null && (document.querySelector('svg[role=application] g[data-many]') !== null) === many;
  const observer = new MutationObserver(() => look());
  const look = () => {
    if (!isThere()) return;
    observer.disconnect();
    clearTimeout(late);
    const inPage = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const wentOn = performance.now();
        const arrived = (part) => Math.max(0, ...performance.getEntriesByType('resource').filter(({ name, startTime }) => name.includes(part) && startTime >= from).map(({ responseEnd }) => responseEnd - from));
        // The frame itself is told of only after it.
        setTimeout(() => {
          const frame = frames.find(({ startTime, duration }) => startTime <= inPage && inPage <= startTime + duration + 50);
          const painted = Math.max(wentOn, frame?.presentationTime ?? 0) - from;
          resolve({ figures: arrived(many ? '/measures/mapped' : '/measures/figures'), outlines: arrived('/boundaries'), inPage: inPage - from, painted });
        }, 300);
      };
      port2.postMessage(null);
    });
  };
  observer.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
  look();
})`;

/** Processor time of all pages and of what puts them on the screen, in ms. */
async function processorTime(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU').reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

async function measured(browser: Browser, work: () => Promise<Omit<Drawn, 'cpu'>>): Promise<Drawn> {
  const before = await processorTime(browser);
  const found = await work();
  return { ...found, cpu: (await processorTime(browser)) - before };
}

/** Clicks on `label` and waits for its map. */
const click = (browser: Browser, page: Page, label: string, many: boolean): Promise<Drawn> =>
  measured(browser, () =>
    page.evaluate<Omit<Drawn, 'cpu'>>(`(() => {
      const wait = (${drawn})(${many}, performance.now());
      [...document.querySelectorAll('label')].find(({ textContent }) => textContent === ${JSON.stringify(label)}).click();
      return wait;
    })()`),
  );

async function open(browser: Browser, page: Page, address: string, many: boolean): Promise<Drawn> {
  return measured(browser, async () => {
    await page.goto(address, { waitUntil: 'commit' });
    return page.evaluate<Omit<Drawn, 'cpu'>>(`(${drawn})(${many}, 0)`);
  });
}

type Way = 'first' | 'again' | 'fresh' | 'province';

async function drawInBrowser(origin: string, cookies: { name: string; value: string }[], runs: number): Promise<Record<Way, Drawn[]>> {
  const times: Record<Way, Drawn[]> = { first: [], again: [], fresh: [], province: [] };
  for (let run = -1; run < runs; run++) {
    // A browser of its own, which has kept nothing; that of the first turn warms the server up.
    const browser = await openBrowser();
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
      await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: origin })));
      const page = await context.newPage();
      page.setDefaultTimeout(120_000);
      const inApp = async (): Promise<Drawn> => {
        await page.goto(`${origin}${overview}`);
        await page.locator('svg[role=application] g path').first().waitFor();
        await page.waitForLoadState('networkidle');
        return click(browser, page, 'Theo xã', true);
      };
      const found = { first: await inApp(), province: await click(browser, page, 'Theo tỉnh', false), again: await inApp(), fresh: await open(browser, page, `${origin}${overview}&units=commune`, true) };
      if (run >= 0) for (const way of Object.keys(times) as Way[]) times[way].push(found[way]);
    } finally {
      await browser.close();
    }
  }
  return times;
}

/** `npm run bench -- map [runs]` */
export const run: Bench = async ([asked]) => {
  const runs = Number(asked ?? usualRuns);
  if (!existsSync(screens)) throw new Error('The screens are not built: vite build.');
  const found = await withPostgres(async (_, address) => {
    const runtime = await openProgram({ address });
    try {
      const { communes } = await fillNation(runtime.database.owner, 3);
      await fillSummary(runtime.database.owner);
      await runAs(runtime, system, readOutlines);
      const program = await buildApp(runtime, settings);
      await program.listen({ port: 0, host: '127.0.0.1' });
      await addUser(runtime, { ...account, name: 'Bench', demo: false, role: 'leader', area: 'VN' as AreaRef });
      const response = await program.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers: { origin: settings.origins[0]! }, payload: account });
      const cookies = response.cookies.map(({ name, value }) => ({ name, value }));
      const times = await drawInBrowser(`http://127.0.0.1:${(program.server.address() as AddressInfo).port}`, cookies, runs);
      await program.close();
      return { communes, times };
    } finally {
      await runtime.database.close();
    }
  });
  if (found === null) throw new Error('This benchmark needs the programs of PostgreSQL on this machine.');
  const { communes, times } = found;
  const of = (way: Way, part: keyof Drawn, share: number): number => quantile(times[way].map((each) => each[part]), share);
  const row = (name: string, way: Way): string[] => [name, ...(['figures', 'outlines', 'inPage'] as const).map((part) => milliseconds(of(way, part, 0.5))), ...[0.5, 0.95].map((share) => milliseconds(of(way, 'painted', share))), milliseconds(of(way, 'cpu', 0.5))];
  const p95 = of('first', 'painted', 0.95);
  return {
    title: 'the map of the nation by commune, in Chromium',
    work: `${communes.toLocaleString('en')} communes with figures, a rate each in five steps of colour; ${runs} runs of each way, every run in a browser of its own, 1440 × 900.`,
    columns: ['From asking', 'Figures there', 'Outlines there', 'In the page', 'Painted, p50', 'Painted, p95', 'Processor time of the page, p50'],
    rows: [
      row('“by commune” clicked for the first time in a browser', 'first'),
      row('clicked again after a reload, outlines kept by the browser', 'again'),
      row('page opened with the map by commune, outlines kept', 'fresh'),
      row('“by province” clicked: 34 units, all there', 'province'),
    ],
    ratio: `by commune takes ${(of('first', 'painted', 0.5) / of('province', 'painted', 0.5)).toFixed(1)} × the same page with its map by province (p50), which asks for nothing.`,
    gates: [{ name: 'the nation by commune, painted, p95 of the first clicks', measured: milliseconds(p95), bound: `≤ ${milliseconds(bound)}`, held: p95 <= bound }],
    notes: [`Engine: PostgreSQL. Load average of the machine while it ran: ${loadavg()[0]!.toFixed(1)} on ${cpus().length} cores. The server, its database and the browser share them.`],
  };
};
