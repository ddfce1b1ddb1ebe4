/** The whole program with the demonstration and the built screens on a port, and a browser before it. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { buildApp } from '#app/build-app.ts';
import { openProgram } from '#app/open-program.ts';
import { demoPassword } from '#demo/accounts.ts';
import { openBrowser } from './browser.ts';
import { copyOf } from './kept-database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const artifacts = join(root, 'artifacts');

export const desktop = { width: 1440, height: 900 } as const;
export const phone = { width: 390, height: 844 } as const;

interface Look {
  name: 'desktop' | 'phone';
  size: { width: number; height: number };
  scheme: 'light' | 'dark';
  language: 'vi' | 'en';
}

const allLooks: readonly Look[] = [
  { name: 'desktop', size: desktop, scheme: 'light', language: 'vi' },
  { name: 'phone', size: phone, scheme: 'dark', language: 'en' },
  { name: 'desktop', size: desktop, scheme: 'dark', language: 'en' },
  { name: 'phone', size: phone, scheme: 'light', language: 'vi' },
];

/** How each screen is looked at: by light at a desk and by dark on a phone; with `LOOKS=all` the other two ways as well. */
export const looks = process.env['LOOKS'] === 'all' ? allLooks : allLooks.slice(0, 2);

export interface Visit {
  /** User name of the demonstration; nobody when left out. */
  as?: string;
  size?: { width: number; height: number };
  scheme?: 'light' | 'dark';
  language?: 'vi' | 'en';
  /** Shares nothing with the other pages of this person: for those who sign out. */
  alone?: boolean;
}

/** What decides whether two pages share what the browser keeps. */
interface Profile {
  as: string | undefined;
  alone: boolean;
  language: 'vi' | 'en';
}

export interface Stage {
  origin: string;
  /** A fresh page, signed in where somebody is named: the pages of a person share one sign-in and what the browser keeps of the program. Close it when done. */
  visit(visit?: Visit): Promise<Page>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = copyOf(inject('demonstration'));
  const runtime = await openProgram({ folder });
  const port = 30_000 + (process.pid % 20_000);
  const origin = `http://localhost:${port}`;
  const app = await buildApp(runtime, { origins: [origin], secret: 'x'.repeat(32), logLevel: 'silent', production: false });
  await app.listen({ port, host: '127.0.0.1' });
  const browser: Browser = await openBrowser();
  mkdirSync(artifacts, { recursive: true });

  async function signIn(context: BrowserContext, username: string): Promise<void> {
    const answer = await context.request.post(`${origin}/api/auth/sign-in/username`, { headers: { origin }, data: { username, password: demoPassword } });
    expect(answer.status(), `sign-in of ${username}`).toBe(200);
  }

  const profiles = new Map<string, Promise<BrowserContext>>();

  async function newProfile({ as, language }: Profile): Promise<BrowserContext> {
    const context = await browser.newContext({ baseURL: origin, locale: language === 'vi' ? 'vi-VN' : 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh' });
    // What pages before this one left in the browser is cleared when it begins, and not again when it goes on.
    await context.addInitScript(`
      if (!sessionStorage.getItem('begun')) localStorage.clear();
      sessionStorage.setItem('begun', 'yes');
      localStorage.setItem('chungtay.language', '${language}');`);
    if (as !== undefined) await signIn(context, as);
    return context;
  }

  function profileOf(asked: Profile): Promise<BrowserContext> {
    if (asked.as === undefined || asked.alone) return newProfile(asked);
    const key = `${asked.as} ${asked.language}`;
    const profile = profiles.get(key) ?? newProfile(asked);
    profiles.set(key, profile);
    return profile;
  }

  return {
    origin,
    visit: async ({ as, alone = false, size = desktop, scheme = 'light', language = 'vi' } = {}) => {
      const profile = await profileOf({ as, alone, language });
      const page = await profile.newPage();
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      return page;
    },
    close: async () => {
      await browser.close();
      await app.close();
      await runtime.database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Saves a picture of the whole page to artifacts/, for people to look at. What scrolls is the main part, so the window is made as high as that. */
export async function picture(page: Page, name: string): Promise<void> {
  const { width, height } = page.viewportSize()!;
  const hidden = Number(await page.evaluate(`(() => { const main = document.getElementById('main'); return main ? main.scrollHeight - main.clientHeight : 0; })()`));
  await page.setViewportSize({ width, height: height + hidden });
  await page.screenshot({ path: join(artifacts, `${name}.png`), fullPage: true, animations: 'disabled' });
  await page.setViewportSize({ width, height });
}

/** Fails with what axe found wrong on the page by WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // Our pages hold no frames, so nothing has to be gathered in a page of its own: that is what the legacy mode leaves out.
  // Of what is right no report is made: on a large table that takes longer than finding what is wrong.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
}
