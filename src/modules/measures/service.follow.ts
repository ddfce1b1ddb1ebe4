import type { Ctx, Events } from '#platform/ctx.ts';
import { countedFrom, coverMade, coverVillages, dropSums, enteredAt, uncoverVillages } from './store.follow.ts';
import { insertMarks } from './store.summary.ts';

/**
 * Marks the villages that lie elsewhere on the days of rounds from the change on, so that their communes are added up anew, and keeps what was
 * listed of them. Rounds of earlier days stay on the map of their time. Listens to `areas.redrawn`.
 */
export async function followMap(ctx: Ctx, { undoes, day, followers, villages, gone }: Events['areas.redrawn']): Promise<void> {
  const at = undoes === null ? undefined : await enteredAt(ctx.db, undoes);
  if (undoes === null) {
    const ended = new Set(followers.map(({ from }) => from));
    await coverVillages(ctx.db, villages.filter(({ wasIn }) => ended.has(wasIn)), day, ctx.now);
    await coverMade(ctx.db, villages, day, ctx.now);
  }
  const counted = await countedFrom(ctx.db, villages, day);
  if (at !== undefined) await uncoverVillages(ctx.db, villages, at);
  await dropSums(ctx.db, { ended: followers.map(({ from }) => from), gone, day });
  const isGone = new Set(gone);
  await insertMarks(ctx.db, counted.filter(({ village_id }) => !isGone.has(village_id)).map((pair) => ({ mark_id: ctx.newId(), ...pair })));
}
