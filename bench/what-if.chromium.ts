/** The screen of the what-if in Chromium: how long from a click, or from the last key, until the totals that it asked for are painted. */
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { buildApp } from '#app/build-app.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { addUser } from '#modules/identity/service.ts';
import type { Runtime } from '#platform/run.ts';
import { openBrowser } from '../tests/support/browser.ts';

const settings = { origins: ['http://localhost'], secret: 'x'.repeat(32), logLevel: 'silent', production: false };
const account = { username: 'what.if', password: 'mot-mat-khau-dai' };
const screens = new URL('../dist/web/index.html', import.meta.url);

/** For the page: waits until another result stands in the page than at the first click or key; how long after it a frame with it was painted, in ms. */
const watch = `() => new Promise((resolve, reject) => {
  const late = setTimeout(() => reject(new Error('no result')), 60_000);
  let begun = 0;
  let isAsking = false;
  let isDone = false;
  const look = () => {
    const fetching = document.querySelector('[data-fetching]') !== null;
    isAsking ||= begun > 0 && fetching;
    if (isDone || !isAsking || fetching) return;
    isDone = true;
    observer.disconnect();
    clearTimeout(late);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - begun);
      port2.postMessage(null);
    });
  };
  for (const kind of ['click', 'input']) addEventListener(kind, ({ timeStamp }) => { begun = timeStamp; }, { capture: true, once: true });
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
})`;

/** Milliseconds of each click on an indicator, and of each threshold typed; null where the screens are not built. */
export async function tryInBrowser(runtime: Runtime, place: string, indicators: readonly string[], floors: readonly number[]): Promise<{ clicked: number[]; typed: number[] } | null> {
  if (!existsSync(screens)) return null;
  const app = await buildApp(runtime, settings);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await openBrowser();
  try {
    await addUser(runtime, { ...account, name: 'Bench', demo: false, role: 'inspector', area: 'VN' as AreaRef }).catch((error: { code?: string }) => {
      if (error.code !== 'identity.username-taken') throw error;
    });
    const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    const response = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers: { origin: settings.origins[0]! }, payload: account });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
    await context.addCookies(response.cookies.map(({ name, value }) => ({ name, value, url: origin })));
    const page = await context.newPage();
    await page.goto(`${origin}/what-if?${place}`);
    const timed = async (act: () => Promise<unknown>): Promise<number> => {
      // Keys and scripts reach the page by different roads: it must be watching before the key is pressed.
      await page.evaluate(`void (globalThis.answer = (${watch})())`);
      await act();
      return page.evaluate<number>('globalThis.answer');
    };
    await page.getByLabel(`(${indicators[0]!})`).waitFor();
    const clicked: number[] = [];
    for (const code of indicators) clicked.push(await timed(() => page.getByLabel(`(${code})`).click()));
    const typed: number[] = [];
    const floor = page.getByRole('group', { name: 'NO2' }).getByRole('textbox');
    for (const value of floors) typed.push(await timed(() => floor.fill(String(value))));
    return { clicked, typed };
  } finally {
    await browser.close();
    await app.close();
  }
}
