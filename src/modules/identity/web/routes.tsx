import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '#web/root.tsx';
import { demoAccountsQuery, sessionQuery } from './queries.ts';

/** `back` is where the person was; only addresses of our own. */
const SignInSearch = z.object({
  back: z.string().startsWith('/').refine((path) => !path.startsWith('//')).optional().catch(undefined),
  ended: z.literal(['true', true]).transform(() => true).optional().catch(undefined),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search): { back?: string | undefined; ended?: boolean | undefined } => SignInSearch.parse(search),
  beforeLoad: async ({ context, search }) => {
    const session = await context.queries.ensureQueryData(sessionQuery());
    if (session.person !== null && !search.ended) throw redirect({ to: '/' });
  },
  loader: ({ context }) => context.queries.ensureQueryData(demoAccountsQuery()),
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
});

export const identityRoutes = [signInRoute] as const;
