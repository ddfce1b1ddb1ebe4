import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { SmartCoercionPlugin } from '@orpc/json-schema';
import { ORPCError, type AnyRouter } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { oc, type AnyContractRouter } from '@orpc/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RequestContext } from './serve.ts';

const converters = [new ZodToJsonSchemaConverter()];

/** Mounts the procedures under /api, as the OpenAPI document describes them. */
export function mountApi(app: FastifyInstance, routes: AnyRouter, contextOf: (request: FastifyRequest) => Promise<RequestContext>): void {
  const handler = new OpenAPIHandler(routes, {
    plugins: [new SmartCoercionPlugin({ schemaConverters: converters })],
    interceptors: [
      async (options) => {
        try {
          return await options.next();
        } catch (error) {
          // Faults of ours are logged whole and answered without their inside.
          if (!(error instanceof ORPCError)) app.log.error({ err: error }, 'a call failed');
          throw error;
        }
      },
    ],
  });
  // Uploads are read by the procedures' own handler; Fastify only hands them through.
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.all('/api/*', async (request, reply) => {
    const { matched } = await handler.handle(request, reply, { prefix: '/api', context: await contextOf(request) });
    if (!matched) await reply.status(404).send({ code: 'NOT_FOUND', message: `${request.method} ${request.url} is no procedure; see /api/docs` });
  });
}

/** The OpenAPI document of all procedures, grouped by module. */
export function describeApi(contract: Readonly<Record<string, AnyContractRouter>>, version: string): Promise<unknown> {
  const grouped = Object.fromEntries(Object.entries(contract).map(([module, procedures]) => [module, oc.tag(module).router(procedures)]));
  return new OpenAPIGenerator({ schemaConverters: converters }).generate(grouped, {
    info: { title: 'Chung Tay', version, description: 'Poverty-reduction work in Viet Nam. Days are `YYYY-MM-DD`, money is in whole đồng, rates are hundredths of a percent.' },
    servers: [{ url: '/api' }],
    tags: Object.keys(contract).map((name) => ({ name })),
  });
}
