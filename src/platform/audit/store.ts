import type { Ctx } from '../ctx.ts';
import type { AuditEntry } from '../ctx.ts';

/** Adds the rows of one call to the audit, in its transaction. */
export async function appendAudit(ctx: Ctx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await ctx.db
    .insertInto('audit_entry')
    .values(
      entries.map(({ action, subject, areaPath, details }) => ({
        entry_id: ctx.newId(),
        at: ctx.now,
        user_id: ctx.actor.userId,
        post_id: ctx.actor.postId,
        action,
        subject,
        area_path: areaPath,
        details: JSON.stringify(details ?? {}),
      })),
    )
    .execute();
}
