import { rmSync } from 'node:fs';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { buildApp } from '#app/build-app.ts';
import { contract } from '#app/contract.ts';
import { openProgram } from '#app/open-program.ts';
import type { Role } from '#kernel/permission.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { addUser } from '#modules/identity/service.ts';
import type { Place } from '#platform/db/open.ts';
import { openPostgres } from '#platform/db/postgres.ts';
import type { Runtime } from '#platform/run.ts';
import { copyOf } from './kept-database.ts';
import { addressOf } from './template.ts';

export type Client = ContractRouterClient<typeof contract>;

export interface TestProgram {
  app: FastifyInstance;
  runtime: Runtime;
  /** The API as somebody without sign-in sees it. */
  anonymous: Client;
  /** The API as a person with one post sees it: makes the account, signs in. */
  as(role: Role, area: string): Promise<Client>;
  /** The same, with the cookie of the session, for requests that are no procedures. */
  cookieOf(role: Role, area: string): Promise<string>;
  /** Sets the clock of the program. */
  setNow(instant: string): void;
  close(): Promise<void>;
}

const password = 'mot-mat-khau-dai';

/** When every test begins, so that what it says of days is true in any year. */
const beginning = Date.parse('2026-11-20T02:00:00Z');

/** The whole program on a database of its own, without a port, its clock going from `beginning`. Close it after the tests of the file. */
export async function testProgram(): Promise<TestProgram> {
  const { place, remove } = await copyTemplate();
  const opened = Date.now();
  let now: Date | undefined;
  const runtime: Runtime = { ...(await openProgram(place)), clock: () => now ?? new Date(beginning + Date.now() - opened) };
  const app = await buildApp(runtime, { origins: ['http://localhost'], secret: 'x'.repeat(32), logLevel: 'silent', production: false });
  const cookies = new Map<string, Promise<string>>();

  async function signIn(role: Role, area: string): Promise<string> {
    const username = `${role}-${area}`.toLowerCase().replace(/[^a-z0-9]+/g, '.');
    await addUser(runtime, { username, name: `${role} ${area}`, password, demo: false, role, area: area as AreaRef });
    const response = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers: { origin: 'http://localhost' }, payload: { username, password } });
    if (response.statusCode !== 200) throw new Error(`sign-in of ${username} failed: ${response.body}`);
    return response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  }
  const cookieOf = (role: Role, area: string): Promise<string> => {
    const key = `${role} ${area}`;
    const known = cookies.get(key) ?? signIn(role, area);
    cookies.set(key, known);
    return known;
  };

  return {
    app,
    runtime,
    anonymous: clientOf(app, undefined),
    cookieOf,
    as: async (role, area) => clientOf(app, await cookieOf(role, area)),
    setNow: (instant) => void (now = new Date(instant)),
    close: async () => {
      await app.close();
      await runtime.database.close();
      await remove();
    },
  };
}

async function copyTemplate(): Promise<{ place: Place; remove(): Promise<void> }> {
  const template = inject('template');
  if ('folder' in template) {
    const folder = copyOf(template.folder);
    return { place: { folder }, remove: async () => rmSync(folder, { recursive: true, force: true }) };
  }
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const server = async (text: string): Promise<void> => {
    const admin = await openPostgres(template.server);
    await sql.raw(text).execute(admin.owner);
    await admin.close();
  };
  await server(`create database ${name} template template_filled`);
  return { place: { address: addressOf(template.server, name) }, remove: () => server(`drop database ${name} with (force)`) };
}

function clientOf(app: FastifyInstance, cookie: string | undefined): Client {
  const link = new OpenAPILink(contract, {
    url: 'http://localhost/api',
    fetch: async (request) => {
      const body = request.body === null ? {} : { payload: Buffer.from(await request.arrayBuffer()) };
      const headers = { ...Object.fromEntries(request.headers), ...(cookie === undefined ? {} : { cookie }) };
      const answer = await app.inject({ method: request.method as NonNullable<InjectOptions['method']>, url: request.url, headers, ...body });
      return new Response(answer.statusCode === 204 ? null : answer.rawPayload, { status: answer.statusCode, headers: answer.headers as Record<string, string> });
    },
  });
  return createORPCClient(link);
}
