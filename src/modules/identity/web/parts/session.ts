import { useSuspenseQuery } from '@tanstack/react-query';
import type { Permission } from '#kernel/permission.ts';
import type { Session } from '../../contract.ts';
import { sessionQuery } from '../queries.ts';

export { sessionQuery };

/** The person, the posts and the rights of this session. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery()).data;

/** Whether the post that is acted in holds a right: what one may not do is not offered. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
