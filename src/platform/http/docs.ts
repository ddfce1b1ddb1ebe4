import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const files: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
};

const page = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Chung Tay API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"><body style="margin:0"><div id="reference"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;

const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reference', docExpansion: 'list', defaultModelsExpandDepth: 0, validatorUrl: null })`;

/** Serves the OpenAPI document and its reference page, all from our own origin. */
export async function mountDocs(app: FastifyInstance, describe: () => Promise<unknown>): Promise<void> {
  let document: Promise<unknown> | undefined;
  app.get('/api/openapi.json', () => (document ??= describe()));
  app.get('/api/docs', async (_, reply) => reply.type('text/html').send(page));
  app.get('/api/docs/start.js', async (_, reply) => reply.type('text/javascript').send(start));
  for (const [name, type] of Object.entries(files)) {
    app.get(`/api/docs/${name}`, async (_, reply) => reply.type(type).send(await readFile(join(assets, name))));
  }
}
