import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect, retainSearchParams } from '@tanstack/react-router';
import { z } from 'zod';
import { Place } from '#modules/areas/contract.ts';
import { sessionQuery } from '#modules/identity/web/parts/session.ts';
import type { Contribution } from './contribution.ts';
import { Shell } from './shell/Shell.tsx';
import { PageProblem } from './ui/PageProblem.tsx';

export interface RouterContext {
  queries: QueryClient;
  contributions: readonly Contribution[];
}

/** What a link says about place and time; a part that cannot be read is left out instead of breaking the page. */
const LenientPlace = z.object({ area: Place.shape.area.catch(undefined), period: Place.shape.period.catch(undefined), map: Place.shape.map.catch(undefined) });

/** The root of every address. Place and time stay in the address from screen to screen. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  validateSearch: (search): Place => LenientPlace.parse(search),
  search: { middlewares: [retainSearchParams<Place>(['area', 'period', 'map'])] },
  notFoundComponent: () => <PageProblem kind="notFound" />,
});

/** The parent of every screen for signed-in people: header, side bar, and the way to sign-in and back. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  notFoundComponent: () => <PageProblem kind="notFound" />,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery());
    if (session.person === null) throw redirect({ to: '/sign-in', search: { back: location.href } });
    return { session };
  },
});
