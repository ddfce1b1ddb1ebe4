import { setTimeout as sleep } from 'node:timers/promises';
import type { Id } from '#kernel/ids.ts';
import type { Import } from '#modules/interchange/contract.ts';
import type { Client } from './program.ts';

/** Waits until an import rests: it goes on after the call that began it. Asks now and then only, since each question takes from its time. */
export async function resting(client: Client, id: Id): Promise<Import> {
  for (;;) {
    const found = await client.interchange.get({ id });
    if (!['reading', 'loading'].includes(found.state)) return found;
    await sleep(25);
  }
}
