import type { Ctx, Events } from '#platform/ctx.ts';
import { followPosts, returnPosts } from './store.follow.ts';

/** Posts at areas that end go on at those that follow them, and come back when that is undone. Listens to `areas.redrawn`. */
export async function followMap(ctx: Ctx, { act, undoes, followers }: Events['areas.redrawn']): Promise<void> {
  if (undoes !== null) await returnPosts(ctx.db, undoes, act, ctx.now);
  else if (followers.length > 0) await followPosts(ctx.db, act, followers, ctx.now);
}
