import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import routes from 'virtual:contract';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { FileDecision } from '../contract.parts.ts';
import type { Import, ImportKind, interchangeContract } from '../contract.ts';

interface Sending {
  /** Told the share that has left this machine, 0 to 1. */
  onSent: (share: number) => void;
}

/** The usual client, but sending in a way that can tell how far it is, which `fetch` cannot. */
const client: ContractRouterClient<{ interchange: typeof interchangeContract }, Sending> = createORPCClient(
  new OpenAPILink<Sending>(routes, { url: () => `${location.origin}/api`, fetch: (request, _init, { context }) => send(request, context.onSent) }),
);

/** Sends a file to be read and checked. */
export const startImport = (input: { area: AreaRef; period: Period; kind: ImportKind; file: File; decision?: FileDecision }, onSent: Sending['onSent']): Promise<Import> =>
  client.interchange.start(input, { context: { onSent } });

/** Does what `fetch` does with a request that has a body. Throws a TypeError, as `fetch` does, when no answer comes. */
async function send(request: Request, onSent: Sending['onSent']): Promise<Response> {
  const body = await request.blob();
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open(request.method, request.url);
    request.headers.forEach((value, name) => call.setRequestHeader(name, value));
    call.responseType = 'blob';
    call.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    call.upload.onload = () => onSent(1);
    call.onload = () => resolve(new Response(call.response as Blob, { status: call.status, headers: { 'content-type': call.getResponseHeader('content-type') ?? '' } }));
    call.onerror = () => reject(new TypeError('network error'));
    call.send(body);
  });
}
