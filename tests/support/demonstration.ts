/** A database with the demonstration, made once and copied for every browser test. The vitest global set-up of these. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { loadDemonstration } from '#app/demonstration.ts';
import { openProgram } from '#app/open-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the embedded database with the demonstration. */
    demonstration: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that decides what the demonstration looks like. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of ['migrations', 'packs', 'demo', 'src/modules', 'src/platform', 'src/app']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.(sql|csv|yaml|ts)$/.test(name) && !/\.test\.ts$|(^|\/)web\//.test(name)) hash.update(name).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** A folder with the demonstration, made once and kept while nothing that it rests on changes. */
async function demonstrationFolder(): Promise<string> {
  const cache = join(root, 'node_modules/.cache/chungtay-demo');
  const folder = join(cache, fingerprint());
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const old = readdirSync(cache).filter((name) => !name.startsWith('making-'));
    const making = mkdtempSync(join(cache, 'making-'));
    const runtime = await openProgram({ folder: making });
    await loadDemonstration(runtime, () => {});
    await runtime.database.close();
    if (existsSync(folder)) rmSync(making, { recursive: true });
    else renameSync(making, folder);
    for (const name of old) rmSync(join(cache, name), { recursive: true, force: true });
  }
  return folder;
}

export default async function setup(project: TestProject): Promise<void> {
  project.provide('demonstration', await demonstrationFolder());
}
