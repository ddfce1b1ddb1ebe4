import type { Id } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { IntakeUndo } from './contract.undo.ts';
import { undo } from './service.events.ts';
import { actsOfImport, countBuilt, countTouched, listBuilt, overFreshRows, takeBack } from './store.undo.ts';

const shown = 50;

/** What undoing an intake would do, and what was built on it. Writes nothing. */
export const planUndo = (ctx: Ctx, importId: Id): Promise<IntakeUndo> => overFreshRows(ctx.db, () => plan(ctx, importId));

async function plan(ctx: Ctx, importId: Id): Promise<IntakeUndo> {
  const counts = new Map((await countBuilt(ctx.db, importId)).map(({ kind, count }) => [kind, count]));
  const first = counts.size === 0 ? [] : await listBuilt(ctx.db, importId, shown);
  return {
    ...(await countTouched(ctx.db, importId)),
    acts: (await actsOfImport(ctx.db, importId)).length,
    built: { revision: counts.get('revision') ?? 0, round: counts.get('round') ?? 0, event: counts.get('event') ?? 0, member: counts.get('member') ?? 0, correction: counts.get('correction') ?? 0, house: counts.get('house') ?? 0 },
    first: first.map(({ household_id, head_name, kind, day, source, entered_name, entered_at }) => ({
      household: household_id,
      head: head_name,
      kind,
      day,
      source,
      enteredBy: entered_name,
      enteredAt: entered_at.toISOString(),
    })),
  };
}

/**
 * Takes an intake back, all of it: replaced classes count again, ended members belong again as they did, added households leave the register, and what
 * it told of households that it does not name is undone. Every row stays, marked as undone. Whether anything was built on it is the caller’s to ask first (`planUndo`), in the same transaction.
 */
export async function undoIntake(ctx: Ctx, importId: Id): Promise<void> {
  const touched = await overFreshRows(ctx.db, () => takeBack(ctx.db, importId, ctx.now));
  for (const { act, household } of await actsOfImport(ctx.db, importId)) await undo(ctx, { id: household, act, reason: 'Hoàn tác lượt nhập' });
  for (const [roundId, rows] of Map.groupBy(touched, (row) => row.roundId)) {
    await ctx.emit({ name: 'classes.recorded', roundId, villageIds: rows.map(({ villageId }) => villageId) });
  }
  ctx.record({ action: 'household.list-undone', subject: importId, areaPath: ctx.actor.areaPath, details: { villages: touched.length } });
}
