import { z } from 'zod';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Runtime } from '../run.ts';
import { forgetFailures, noteFailure, refuseGuessing, subjectsOf } from '../auth/attempts.ts';
import type { Auth } from '../auth/auth.ts';
import { newId } from '../new-id.ts';

/** The few doors of the sign-in library that are open; it has some sixty. Everything else goes through our own procedures. */
const doors = ['POST /sign-in/username', 'POST /sign-out', 'POST /change-password'] as const;

const SignIn = z.object({ username: z.string().max(200), password: z.string().max(200) });

export interface SignedIn {
  id: string;
  userId: string;
  username: string;
  name: string;
}

/** The session of a request, if it has one. Must be called outside a transaction: the library asks the database itself. */
export async function sessionOf(auth: Auth, request: FastifyRequest): Promise<SignedIn | null> {
  const found = await auth.api.getSession({ headers: headersOf(request) });
  if (!found) return null;
  return { id: found.session.id, userId: found.user.id, username: found.user.username ?? '', name: found.user.name };
}

/** What the caller's machine says about its address is dropped; only what Fastify found out is passed on. */
function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (/^(x-forwarded|x-real-ip|forwarded|cf-connecting)/i.test(name) || value === undefined) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('x-forwarded-for', request.ip);
  return headers;
}

/** Mounts the open doors, slows down guessing, and writes every sign-in, sign-out and change of password into the audit. */
export function mountAuth(app: FastifyInstance, auth: Auth, { database, clock }: Runtime): void {
  const { owner } = database;

  async function pass(request: FastifyRequest): Promise<Response> {
    const body = request.body === undefined || request.body === null ? null : JSON.stringify(request.body);
    return auth.handler(new Request(new URL(request.url, auth.options.baseURL), { method: request.method, headers: headersOf(request), body }));
  }

  async function audit(action: string, userId: string | null, details: object): Promise<void> {
    await owner
      .insertInto('audit_entry')
      .values({ entry_id: newId(), at: clock(), user_id: userId, post_id: null, action, subject: userId ?? 'unknown', area_path: null, details: JSON.stringify(details) })
      .execute();
  }

  async function signIn(request: FastifyRequest): Promise<Response> {
    const { username } = SignIn.parse(request.body);
    const subjects = subjectsOf(username, request.ip);
    await refuseGuessing(owner, subjects, clock());
    const response = await pass(request);
    const user = await owner.selectFrom('auth_user').select('id').where('username', '=', username.toLowerCase()).executeTakeFirst();
    if (response.ok) await forgetFailures(owner, subjects);
    else await noteFailure(owner, subjects, clock());
    await audit(response.ok ? 'auth.signed-in' : 'auth.refused', user?.id ?? null, { address: request.ip });
    return response;
  }

  async function other(request: FastifyRequest): Promise<Response> {
    const session = await sessionOf(auth, request);
    const response = await pass(request);
    await audit(request.url.endsWith('/sign-out') ? 'auth.signed-out' : response.ok ? 'auth.password-changed' : 'auth.password-not-changed', session?.userId ?? null, { address: request.ip });
    return response;
  }

  for (const door of doors) {
    const [method, path] = door.split(' ') as ['POST', string];
    app.route({
      method,
      url: `/api/auth${path}`,
      handler: async (request, reply) => {
        const response = await (path.startsWith('/sign-in') ? signIn(request) : other(request));
        reply.status(response.status);
        for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
        for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
        return reply.send(await response.text());
      },
    });
  }
}
