/** Embedded databases that are made once, kept while nothing that they rest on changes, and copied for each test file. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { openProgram } from '#app/open-program.ts';
import type { Runtime } from '#platform/run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the types of Node leave out. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

/**
 * The program of the embedded database, compiled. As long as it is held all databases that this process opens share it, and what
 * the engine learns of it while it runs: a test file then begins in a third of the time.
 */
export const compiled = await WebAssembly.compile(readFileSync(join(root, 'node_modules/@electric-sql/pglite/dist/pglite.wasm')));

/** What the files that a database is made from hold: of the sources all but tests and screens. */
function fingerprint(folders: readonly string[]): string {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.(sql|csv|yaml|ts)$/.test(name) && !/\.test\.ts$|(^|\/)web\//.test(name)) hash.update(name).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** The folder of a database that `fill` fills; `from` are the folders that decide what is in it. */
export async function keptDatabase(kind: string, from: readonly string[], fill: (runtime: Runtime) => Promise<void>): Promise<string> {
  const cache = join(root, 'node_modules/.cache/chungtay', kind);
  const folder = join(cache, fingerprint(from));
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const old = readdirSync(cache).filter((name) => !name.startsWith('making-'));
  const making = mkdtempSync(join(cache, 'making-'));
  const runtime = await openProgram({ folder: making });
  await fill(runtime);
  // What was logged is not kept for later use: it would be copied each time.
  await sql`set wal_recycle = off`.execute(runtime.database.owner);
  await sql`checkpoint`.execute(runtime.database.owner);
  await runtime.database.close();
  if (existsSync(folder)) rmSync(making, { recursive: true });
  else renameSync(making, folder);
  for (const name of old) rmSync(join(cache, name), { recursive: true, force: true });
  return folder;
}

/** A copy of a kept database in a folder of its own, to be removed by who asked for it. */
export function copyOf(kept: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'chungtay-test-'));
  cpSync(kept, folder, { recursive: true });
  return folder;
}
