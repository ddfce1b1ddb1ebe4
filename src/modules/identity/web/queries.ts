import { api, client } from '#web/api.ts';
import type { Post } from '../contract.ts';

/** Who sits before the screen; asked once and again after signing in or out. */
export const sessionQuery = () => api.identity.session.queryOptions({ staleTime: Infinity });

export const demoAccountsQuery = () => api.identity.demoAccounts.queryOptions({ staleTime: Infinity });

/** Acts in another post from now on; every answer of the server may then be another. */
export const choosePost = (post: Post['id']) => client.identity.choosePost({ post });
