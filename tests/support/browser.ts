import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

/** A Chromium on this machine, and what must be added to the environment for it to start. */
export interface Chromium {
  path: string;
  env: Readonly<Record<string, string>>;
}

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** No window, no calls home, and otherwise as people run it: web security stays on. */
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages of one profile share a process, which knows the program after the first.
  '--process-per-site',
];

/** The Chromium to test with: `CHROMIUM`, else the machine's own, else the one that comes as an npm package (Linux on x64). */
export async function findChromium(): Promise<Chromium> {
  const path = process.env['CHROMIUM'] || installed.find((candidate) => existsSync(candidate));
  return path ? { path, env: {} } : unpackChromium();
}

/** Starts the browser. Close it when done; each test takes a context of its own. */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = await findChromium();
  return chromium.launch({ executablePath: path, args, env: { ...process.env, ...env } });
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Unpacks the Chromium of `@sparticuz/chromium` once, together with the libraries that a bare machine lacks. The package does so only
 * where its settings say so and only into the folder of temporary files; both are given to a process of its own.
 */
async function unpackChromium(): Promise<Chromium> {
  const folder = join(root, 'node_modules', '.cache', 'chromium');
  if (!existsSync(folder)) {
    const half = `${folder}.${process.pid}`;
    await mkdir(half, { recursive: true });
    const unpack = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();`;
    const env = { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], { cwd: root, env });
    await writeFile(join(half, 'fonts', 'fonts.conf'), fontSettings(folder));
    await rename(half, folder).catch(() => rm(half, { recursive: true }));
  }
  const libraries = join(folder, 'al2023', 'lib');
  return { path: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') } };
}

const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(dirname(folder), 'fontconfig')}</cachedir>
</fontconfig>
`;
