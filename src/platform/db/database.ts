import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The database as stores see it: always inside a transaction that is already scoped to the post. */
export type Db = Kysely<Tables>;

/** An open database. Only `platform/` uses `owner`, which row-level security does not bind. */
export interface Database {
  owner: Kysely<Tables>;
  engine: 'pglite' | 'postgres';
  /** Where it lives, for messages: a folder, or the server's address without its password. */
  place: string;
  close(): Promise<void>;
}
