/** The worker thread in which the embedded database runs: in the main thread it would starve every timer. */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { parsers } from './values.ts';

/** Folder of the data, or none for a database in memory; `image` is a dumped database to begin with. */
export interface ThreadData {
  folder: string | undefined;
  image: string | undefined;
}

export type Request = { id: number; sql: string; parameters: unknown[] } | { id: number; script: string } | { id: number; dump: true } | { id: number; close: true };
export type Reply = { id: number; rows?: unknown[]; affected?: number; image?: ArrayBuffer; error?: Record<string, unknown> };

const { folder, image } = workerData as ThreadData;
const port = parentPort!;
const opened = PGlite.create({
  ...(folder === undefined ? {} : { dataDir: folder }),
  ...(image === undefined ? {} : { loadDataDir: new Blob([await readFile(image)]) }),
  parsers: { ...parsers },
});

async function answer(request: Request): Promise<Omit<Reply, 'id'>> {
  const database = await opened;
  if ('sql' in request) {
    const { rows, affectedRows } = await database.query(request.sql, request.parameters);
    return { rows, affected: affectedRows ?? 0 };
  }
  if ('script' in request) {
    await database.exec(request.script);
    return {};
  }
  if ('dump' in request) {
    const dumped = await database.dumpDataDir('none');
    return { image: await dumped.arrayBuffer() };
  }
  await database.close();
  return {};
}

/** Errors lose their fields when they cross threads; these are the ones that our stores and sentences need. */
function describe(error: unknown): Record<string, unknown> {
  const { message, code, constraint, detail, table, column } = error as Record<string, unknown>;
  return { message, code, constraint, detail, table, column };
}

port.on('message', (request: Request) => {
  answer(request).then(
    (reply) => port.postMessage({ id: request.id, ...reply }),
    (error: unknown) => port.postMessage({ id: request.id, error: describe(error) }),
  );
});
