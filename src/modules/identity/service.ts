import type { Id } from '#kernel/ids.ts';
import { mayDo, permissions, type Permission, type Role } from '#kernel/permission.ts';
import { dayInVietNam } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getArea } from '#modules/areas/service.ts';
import { isUsername, passwordLength } from '#platform/auth/auth.ts';
import type { SignedIn } from '#platform/http/auth.ts';
import { createUser } from '#platform/auth/users.ts';
import type { Actor, Ctx } from '#platform/ctx.ts';
import type { Caller } from '#platform/http/serve.ts';
import { runAs, system, type Runtime } from '#platform/run.ts';
import type { DemoAccount, Post, Session } from './contract.ts';
import { problem } from './problems.ts';
import { choose, chosenPost, demonstrationOf, insertPost, postsOf, type PostRow } from './store.ts';

/** Who acts in a session: the person in the chosen post, or in the only or oldest one. Asked before each call, outside its transaction. */
export async function identify({ database, clock }: Runtime, session: SignedIn | null): Promise<Actor> {
  if (session === null) return { userId: null, name: null, postId: null, role: null, areaPath: null };
  const posts = await postsOf(database.owner, session.userId, dayInVietNam(clock().getTime()));
  const chosen = posts.length > 1 ? await chosenPost(database.owner, session.id) : undefined;
  const post = posts.find(({ id }) => id === chosen) ?? posts[0];
  return { userId: session.userId, name: session.name, postId: post?.id ?? null, role: post?.role ?? null, areaPath: post?.areaPath ?? null };
}

async function withArea(ctx: Ctx, { id, role, areaId, from, to }: PostRow): Promise<Post> {
  const { code, level, name, kind } = await getArea(ctx, areaId);
  return { id, role, area: { id: areaId, code, level, name, kind }, from, to };
}

export async function session(ctx: Ctx, _input: unknown, caller: Caller): Promise<Session> {
  return describe(ctx, caller, ctx.actor.postId);
}

async function describe(ctx: Ctx, caller: Caller, postId: Id | null): Promise<Session> {
  const demonstration = await isDemonstration(ctx);
  if (caller.session === null) return { person: null, posts: [], post: null, permissions: rights(null), demonstration };
  const { userId, username, name } = caller.session;
  const posts: Post[] = [];
  for (const row of await postsOf(ctx.db, userId, ctx.today)) posts.push(await withArea(ctx, row));
  const post = posts.find(({ id }) => id === postId) ?? null;
  return { person: { id: userId, username, name }, posts, post, permissions: rights(post?.role ?? null), demonstration };
}

const rights = (role: Role | null): Permission[] => (Object.keys(permissions) as Permission[]).filter((permission) => mayDo(role, permission));

export async function choosePost(ctx: Ctx, { post }: { post: Id }, caller: Caller): Promise<Session> {
  const { id, userId } = caller.session!;
  const held = (await postsOf(ctx.db, userId, ctx.today)).find((row) => row.id === post);
  if (!held) throw problem('identity.no-such-post', {});
  await choose(ctx.db, id, userId, post, ctx.now);
  ctx.record({ action: 'identity.post-chosen', subject: post, areaPath: held.areaPath });
  return describe(ctx, caller, post);
}

export async function demoAccounts(ctx: Ctx): Promise<DemoAccount[]> {
  return (await demonstrationOf(ctx.db))?.accounts ?? [];
}

/** A new account with its first post. Throws when the user name is taken or bad, the password too short, or the area has ended. */
export async function addUser(
  runtime: Runtime,
  user: { username: string; name: string; password: string; demo: boolean; role: Role; area: AreaRef },
): Promise<{ userId: string; postId: Id }> {
  const { username, password, role, area: ref } = user;
  if (!isUsername(username)) throw problem('identity.bad-username', { username });
  if (password.length < passwordLength.min || password.length > passwordLength.max) throw problem('identity.weak-password', passwordLength);
  const { result: area } = await runAs(runtime, system, (ctx) => getArea(ctx, ref));
  const { areaPath } = area;
  if (areaPath === null) throw problem('identity.ended-area', { name: area.name });
  const userId = await createUser(runtime.database, user, runtime.clock());
  if (userId === null) throw problem('identity.username-taken', { username });
  const { result: postId } = await runAs(runtime, system, async (ctx) => {
    const id = ctx.newId();
    await insertPost(ctx.db, { id, userId, role, areaId: area.id, areaPath, from: ctx.today, givenBy: null, now: ctx.now });
    ctx.record({ action: 'identity.user-added', subject: userId, areaPath, details: { role, area: area.id } });
    return id;
  });
  return { userId, postId };
}

/** Whether the data are those of the demonstration; every screen and paper then says so. */
export const isDemonstration = async (ctx: Ctx): Promise<boolean> => (await demonstrationOf(ctx.db)) !== null;
