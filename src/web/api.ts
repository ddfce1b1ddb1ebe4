import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import routes from 'virtual:contract';
import type { contract } from '#app/contract.ts';
import { inLanguageOfScreen } from '#modules/areas/web/parts/names.ts';

/** The server's procedures as functions: `client.areas.get({ ref })`. Throws what `readError` can read. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(
  new OpenAPILink(routes, { url: () => `${location.origin}/api`, interceptors: [async ({ next }) => inLanguageOfScreen(await next())] }),
);

/** The same as options for queries: `useQuery(api.areas.get.queryOptions({ input: { ref } }))`. */
export const api = createTanstackQueryUtils(client);
