import { markVillages } from '#modules/measures/service.ts';
import type { Ctx, Event, Events } from '#platform/ctx.ts';
import type { Deliver } from '#platform/run.ts';

type Listeners = { [Name in keyof Events]: readonly ((ctx: Ctx, event: Events[Name]) => Promise<void>)[] };

/** What follows from what: every event of the program and who listens, in the transaction of the one who tells. */
export const listeners: Listeners = {
  'classes.recorded': [markVillages],
};

export const deliver: Deliver = async (ctx, event: Event) => {
  for (const listener of listeners[event.name]) await listener(ctx, event);
};
