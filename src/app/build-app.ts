import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { Problem } from '#kernel/problem.ts';
import { identify } from '#modules/identity/service.ts';
import { refreshFigures } from '#modules/measures/service.ts';
import { createAuth } from '#platform/auth/auth.ts';
import { mountAuth, sessionOf } from '#platform/http/auth.ts';
import { describeApi, mountApi } from '#platform/http/api.ts';
import { mountDocs } from '#platform/http/docs.ts';
import { mountHealth } from '#platform/http/health.ts';
import { mountMetrics } from '#platform/http/metrics.ts';
import { asReply } from '#platform/http/serve.ts';
import type { Runtime } from '#platform/run.ts';
import { contract } from './contract.ts';
import { routes } from './routes.ts';
import type { Settings } from './settings.ts';
import { version } from './version.ts';

const screens = fileURLToPath(new URL('../../dist/web/', import.meta.url));

/** The whole program as a server that does not listen yet: tests inject requests into it. */
export async function buildApp(runtime: Runtime, settings: Pick<Settings, 'origins' | 'secret' | 'logLevel' | 'production'>): Promise<FastifyInstance> {
  const app = Fastify({
    // The log names the route and not the address asked for: that can hold the name of a person.
    logger: { level: settings.logLevel, serializers: { req: (request) => ({ method: request.method, route: request.routeOptions?.url }), res: (reply) => ({ status: reply.statusCode }) } },
    trustProxy: settings.production,
    bodyLimit: 50 * 1024 * 1024,
  });
  const auth = createAuth(runtime.database, settings);

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Problem) return reply.status(error.spec.status).send(asReply(error).toJSON());
    request.log.error({ err: error }, 'a request failed');
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    return reply.status(status).send({ code: status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR', message: status < 500 ? (error as Error).message : 'Internal error' });
  });

  // A map of the country is two megabytes of text. zstd costs least; not every browser on a phone knows it.
  await app.register(compress, { encodings: ['zstd', 'gzip'], threshold: 2_048 });
  mountMetrics(app);
  mountHealth(app, runtime, version);
  mountAuth(app, auth, runtime);
  await mountDocs(app, () => describeApi(contract, version));
  mountApi(app, routes, async (request) => {
    const session = await sessionOf(auth, request);
    return {
      runtime,
      caller: { actor: await identify(runtime, session), session, address: request.ip, gzip: /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') },
      refreshFigures: () => refreshFigures(runtime),
    };
  });
  if (existsSync(screens)) await mountScreens(app);
  return app;
}

/** Serves the built screens; every address that is no file is a screen. Files with a hash in their name never change. */
async function mountScreens(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: screens,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  app.setNotFoundHandler((request, reply) => {
    // A part of the screens that is gone is not answered with a page: the browser would take it for the part.
    if (request.method !== 'GET' || /^\/(api|assets)\//.test(request.url)) return reply.status(404).send({ code: 'NOT_FOUND', message: 'No such address' });
    return reply.sendFile('index.html');
  });
}
