import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import type { Role } from '#kernel/permission.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Db } from '#platform/db/database.ts';
import { DemoAccount } from './contract.ts';

export interface PostRow {
  id: Id;
  role: Role;
  areaId: AreaRef;
  areaPath: string;
  from: PlainDate;
  to: PlainDate | null;
}

/** The posts that a person holds on a day, the oldest first. */
export async function postsOf(db: Db, userId: string, day: PlainDate): Promise<PostRow[]> {
  const rows = await db
    .selectFrom('post')
    .select(['post_id', 'role', 'area_id', 'area_path', 'valid_from', 'valid_to'])
    .where('user_id', '=', userId)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .orderBy('valid_from')
    .orderBy('post_id')
    .execute();
  return rows.map((row) => ({
    id: row.post_id as Id,
    role: row.role as Role,
    areaId: row.area_id as AreaRef,
    areaPath: row.area_path,
    from: row.valid_from as PlainDate,
    to: row.valid_to as PlainDate | null,
  }));
}

/** The post that a session has chosen to act in, if it has chosen. */
export async function chosenPost(db: Db, sessionId: string): Promise<string | undefined> {
  const row = await db.selectFrom('acting_post').select('post_id').where('session_id', '=', sessionId).executeTakeFirst();
  return row?.post_id;
}

export async function choose(db: Db, sessionId: string, userId: string, postId: Id, now: Date): Promise<void> {
  await db
    .insertInto('acting_post')
    .values({ session_id: sessionId, user_id: userId, post_id: postId, chosen_at: now })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ post_id: postId, chosen_at: now }))
    .execute();
}

export async function insertPost(db: Db, post: { id: Id; userId: string; role: Role; areaId: AreaRef; areaPath: string; from: PlainDate; givenBy: string | null; now: Date }): Promise<void> {
  await db
    .insertInto('post')
    .values({
      post_id: post.id,
      user_id: post.userId,
      role: post.role,
      area_id: post.areaId,
      area_path: post.areaPath,
      valid_from: post.from,
      valid_to: null,
      given_by: post.givenBy,
      given_at: post.now,
    })
    .execute();
}

/** What the demonstration wrote about itself; nothing where the data are real. */
export async function demonstrationOf(db: Db): Promise<{ accounts: DemoAccount[] } | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', 'demonstration').executeTakeFirst();
  return row ? Demonstration.parse(row.value) : null;
}

const Demonstration = z.object({ accounts: z.array(DemoAccount) });
