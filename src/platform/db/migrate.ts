import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { problem } from './problems.ts';

const folder = new URL('../../../migrations/', import.meta.url);

/**
 * Applies the files of `migrations/` that the database has not seen, in order, each in its own transaction.
 * Refuses when an applied file has changed: what has run stays as it was.
 */
export async function migrate({ owner }: Database, script: (sql: string) => Promise<void>): Promise<string[]> {
  await script('CREATE TABLE IF NOT EXISTS schema_migration (file text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())');
  const { rows } = await sql<{ file: string; hash: string }>`select file, hash from schema_migration`.execute(owner);
  const applied = new Map(rows.map(({ file, hash }) => [file, hash]));
  const fresh: string[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()) {
    const text = await readFile(new URL(file, folder), 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    const known = applied.get(file);
    if (known === hash) continue;
    if (known !== undefined) throw problem('db.migration-changed', { file });
    await script(`BEGIN;\n${text}\nINSERT INTO schema_migration (file, hash) VALUES ('${file}', '${hash}');\nCOMMIT;`);
    fresh.push(file);
  }
  return fresh;
}
