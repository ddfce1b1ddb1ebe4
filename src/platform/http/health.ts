import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Runtime } from '../run.ts';

/** Serves /health: that the program runs and its database answers. */
export function mountHealth(app: FastifyInstance, { database }: Runtime, version: string): void {
  app.get('/health', async () => {
    await sql`select 1`.execute(database.owner);
    return { status: 'ok', version, engine: database.engine };
  });
}
