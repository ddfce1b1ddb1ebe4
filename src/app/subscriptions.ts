import { noteChanges } from '#modules/analysis/service.register.ts';
import { followMap as followPosts } from '#modules/identity/service.follow.ts';
import { followMap as followHouseholds } from '#modules/households/service.follow.ts';
import { followMap as followFigures } from '#modules/measures/service.follow.ts';
import { markEvents, markVillages } from '#modules/measures/service.ts';
import type { Ctx, Event, Events } from '#platform/ctx.ts';
import type { Deliver } from '#platform/run.ts';

type Listeners = { [Name in keyof Events]: readonly ((ctx: Ctx, event: Events[Name]) => Promise<void>)[] };

/** What follows from what: every event of the program and who listens, in the transaction of the one who tells. */
export const listeners: Listeners = {
  'classes.recorded': [markVillages, noteChanges],
  'household.events-recorded': [markEvents],
  'areas.redrawn': [followPosts, followHouseholds, followFigures],
};

async function tell<Name extends keyof Events>(ctx: Ctx, name: Name, event: Events[Name]): Promise<void> {
  for (const listener of listeners[name]) await listener(ctx, event);
}

export const deliver: Deliver = (ctx, event: Event) => tell(ctx, event.name, event);
