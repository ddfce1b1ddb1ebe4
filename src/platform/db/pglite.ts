import { Worker } from 'node:worker_threads';
import {
  CompiledQuery,
  Kysely,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Database } from './database.ts';
import type { Reply, Request, ThreadData } from './pglite-thread.ts';
import type { Tables } from './tables.ts';

type Question = Request extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

/** Speaks with the thread: each question has a number, its answer carries the same. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (reply: Reply) => void; reject: (error: Error) => void }>();
  #last = 0;

  constructor(data: ThreadData) {
    this.#worker = new Worker(new URL('./pglite-thread.ts', import.meta.url), { workerData: data });
    this.#worker.on('message', (reply: Reply) => {
      const asked = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (reply.error) asked?.reject(Object.assign(new Error(String(reply.error['message'])), reply.error));
      else asked?.resolve(reply);
    });
    this.#worker.on('error', (error) => {
      for (const asked of this.#waiting.values()) asked.reject(error as Error);
      this.#waiting.clear();
    });
  }

  ask(question: Question): Promise<Reply> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...question });
    });
  }

  async close(): Promise<void> {
    await this.ask({ close: true });
    await this.#worker.terminate();
  }
}

/** The one connection of the embedded database; Kysely's mutex hands it from transaction to transaction. */
class ThreadConnection implements DatabaseConnection {
  readonly #thread: Thread;

  constructor(thread: Thread) {
    this.#thread = thread;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, affected } = await this.#thread.ask({ sql, parameters: [...parameters] });
    return { rows: rows as Row[], numAffectedRows: BigInt(affected ?? 0) };
  }

  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('the embedded database answers whole; page through the rows instead');
  }
}

class ThreadDriver implements Driver {
  readonly #connection: ThreadConnection;
  readonly #thread: Thread;

  constructor(thread: Thread) {
    this.#thread = thread;
    this.#connection = new ThreadConnection(thread);
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {
    await this.#thread.close();
  }
}

/** Opens the embedded database on a folder, or in memory when there is none. `image` is a dump to begin with. */
export async function openPglite(options: { folder?: string; image?: string }): Promise<Database & { script(sql: string): Promise<void>; dump(): Promise<Uint8Array> }> {
  const thread = new Thread({ folder: options.folder, image: options.image });
  const dialect: Dialect = {
    createAdapter: () => new PGliteAdapter(),
    createDriver: () => new ThreadDriver(thread),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  const owner = new Kysely<Tables>({ dialect });
  await thread.ask({ sql: 'select 1', parameters: [] });
  return {
    owner,
    engine: 'pglite',
    place: options.folder ?? 'memory',
    close: () => owner.destroy(),
    script: async (sql) => void (await thread.ask({ script: sql })),
    dump: async () => new Uint8Array((await thread.ask({ dump: true })).image!),
  };
}
