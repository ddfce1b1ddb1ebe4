import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { permissions, Role, type Permission } from '#kernel/permission.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { AreaName } from '#modules/areas/contract.ts';

/** A role in one area of today's map, for a time. A person acts in one post at a time. */
export const Post = z.strictObject({ id: Id, role: Role, area: AreaName, from: PlainDate, to: PlainDate.nullable() });
export type Post = z.infer<typeof Post>;

const PermissionName = z.enum(Object.keys(permissions) as [Permission, ...Permission[]]);

/** Who sits before the screen. */
export const Session = z.strictObject({
  person: z.strictObject({ id: z.string(), username: z.string(), name: z.string() }).nullable(),
  posts: z.array(Post).describe('The posts that are valid today'),
  post: Post.nullable().describe('The one that is acted in'),
  permissions: z.array(PermissionName),
  demonstration: z.boolean().describe('The data are those of the demonstration'),
});
export type Session = z.infer<typeof Session>;

/** An account that anyone may try; only in a demonstration, never in production. */
export const DemoAccount = z.strictObject({ username: z.string(), password: z.string(), name: z.string(), role: Role, area: z.string() });
export type DemoAccount = z.infer<typeof DemoAccount>;

export const session = procedure({ permission: 'public', method: 'GET', path: '/session', summary: 'The person, the posts and the rights of this session' })
  .output(Session);

export const choosePost = procedure({ permission: 'own', access: 'write', method: 'PUT', path: '/session/post', summary: 'Acts in another of one’s posts from now on' })
  .input(z.object({ post: Id }))
  .output(Session);

export const demoAccounts = procedure({ permission: 'public', method: 'GET', path: '/demonstration/accounts', summary: 'The accounts of the demonstration; none elsewhere' })
  .output(z.array(DemoAccount));

export const identityContract = { session, choosePost, demoAccounts };
