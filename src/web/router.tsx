import { createRoute, createRouter } from '@tanstack/react-router';
import { analysisContribution, analysisRoutes } from '#modules/analysis/web/routes.tsx';
import { areasContribution, areasRoutes } from '#modules/areas/web/routes.tsx';
import { householdsContribution, householdsRoutes } from '#modules/households/web/routes.tsx';
import { identityRoutes } from '#modules/identity/web/routes.tsx';
import { interchangeContribution, interchangeRoutes } from '#modules/interchange/web/routes.tsx';
import { measuresContribution, measuresRoutes } from '#modules/measures/web/routes.tsx';
import { reportsContribution, reportsRoutes } from '#modules/reports/web/routes.tsx';
import { standardsContribution, standardsRoutes } from '#modules/standards/web/routes.tsx';
import type { Contribution } from './contribution.ts';
import { createQueryClient } from './query-client.ts';
import { rootRoute, shellRoute } from './root.tsx';
import { PageProblem } from './ui/PageProblem.tsx';
import { PageSkeleton } from './ui/Skeletons.tsx';

/** Any other address: said inside the shell, where the way on is. */
const unknownRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: () => <PageProblem kind="notFound" /> });

const screens = [...measuresRoutes, ...householdsRoutes, ...interchangeRoutes, ...reportsRoutes, ...analysisRoutes, ...areasRoutes, unknownRoute];

/** Sign-in and the law are open to all; every other screen stands inside the shell. */
const routeTree = rootRoute.addChildren([...identityRoutes, ...standardsRoutes, shellRoute.addChildren(screens)]);

/** What the modules add to the side bar and the palette, in the order of the side bar. */
const contributions: readonly Contribution[] = [
  measuresContribution,
  householdsContribution,
  interchangeContribution,
  reportsContribution,
  analysisContribution,
  areasContribution,
  standardsContribution,
];

export const queries = createQueryClient(() => void router.navigate({ to: '/sign-in', search: { back: router.state.location.href, ended: true }, ignoreBlocker: true }));

/** Addresses stay readable: values are plain text, not JSON, and `@` in an area is not escaped. */
const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value)).replaceAll('%40', '@').replaceAll('%2C', ',')}`).join('&');
  return text === '' ? '' : `?${text}`;
}

export const router = createRouter({
  routeTree,
  context: { queries, contributions },
  parseSearch,
  stringifySearch,
  pathParamsAllowedCharacters: ['@'],
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
  defaultPendingMs: 200,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: ({ error, reset }) => <PageProblem kind="error" error={error} onRetry={reset} />,
  defaultNotFoundComponent: () => <PageProblem kind="notFound" />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
