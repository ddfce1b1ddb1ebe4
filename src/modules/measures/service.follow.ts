import type { Ctx, Events } from '#platform/ctx.ts';
import { countedFrom, coverVillages, dropSums, enteredAt, uncoverVillages } from './store.follow.ts';
import { insertMarks } from './store.summary.ts';

/**
 * Marks the villages that lie elsewhere on the days of rounds from the change on, so that their communes are added up anew, and keeps what was
 * listed of them. Rounds of earlier days stay on the map of their time. Listens to `areas.redrawn`.
 */
export async function followMap(ctx: Ctx, { undoes, day, followers, villages, gone }: Events['areas.redrawn']): Promise<void> {
  const at = undoes === null ? undefined : await enteredAt(ctx.db, undoes);
  if (undoes === null) await coverVillages(ctx.db, villages, day, ctx.now);
  const counted = await countedFrom(ctx.db, villages, day);
  if (at !== undefined) await uncoverVillages(ctx.db, villages, at);
  await dropSums(ctx.db, { ended: followers.map(({ from }) => from), gone, day });
  await insertMarks(ctx.db, counted.map((pair) => ({ mark_id: ctx.newId(), ...pair })));
}
