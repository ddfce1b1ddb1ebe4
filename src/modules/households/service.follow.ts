import type { Ctx, Events } from '#platform/ctx.ts';
import { sharedPath } from '#platform/db/scope.ts';
import { alignLists, alignPairs, alignVillages, dropDerived, pairsAt } from './store.follow.ts';

/** Households live in the villages of the new map, and pairs lie where both are seen. Listens to `areas.redrawn`. */
export async function followMap(ctx: Ctx, { day, paths, gone }: Events['areas.redrawn']): Promise<void> {
  if (gone.length > 0) await dropDerived(ctx.db, gone);
  if (paths.length === 0) return;
  await alignVillages(ctx.db, paths);
  await alignLists(ctx.db, paths, day);
  const pairs = await pairsAt(ctx.db, paths);
  if (pairs.length > 0) await alignPairs(ctx.db, pairs.map((pair) => ({ ...pair, path: sharedPath(pair.onePath, pair.otherPath) })));
}
