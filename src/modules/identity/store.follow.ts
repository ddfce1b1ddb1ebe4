import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';

/** Ties posts to the areas that follow theirs, and writes down which did. Their paths are rewritten already. */
export async function followPosts(db: Db, act: string, followers: readonly { from: string; to: string }[], now: Date): Promise<void> {
  const follower = sql`json_to_recordset(${JSON.stringify(followers)}::json) as f ("from" text, "to" text)`;
  await sql`
    insert into post_move (post_id, act_id, from_id, to_id, at)
    select p.post_id, ${act}::uuid, f.from, f.to, ${now}::timestamptz from post p join ${follower} on p.area_id = f.from`.execute(db);
  await sql`update post set area_id = m.to_id from post_move m where m.act_id = ${act}::uuid and m.post_id = post.post_id`.execute(db);
}

/** Ties the posts that followed an act to their areas again, and writes that down. */
export async function returnPosts(db: Db, act: string, undo: string, now: Date): Promise<void> {
  await sql`
    insert into post_move (post_id, act_id, from_id, to_id, at)
    select post_id, ${undo}::uuid, from_id, from_id, ${now}::timestamptz from post_move where act_id = ${act}::uuid`.execute(db);
  await sql`update post set area_id = m.from_id from post_move m where m.act_id = ${act}::uuid and m.post_id = post.post_id`.execute(db);
}
