import { IconGavel, IconListCheck } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { endOf, type Period } from '#kernel/period.ts';
import { sessionQuery } from '#modules/identity/web/parts/session.ts';
import type { Contribution } from '#web/contribution.ts';
import { today } from '#web/place.ts';
import { rootRoute } from '#web/root.tsx';
import { PageProblem } from '#web/ui/PageProblem.tsx';
import type { StandardSummary } from '../contract.ts';
import { OpenFrame } from './OpenFrame.tsx';
import { standardQuery, standardsQuery } from './queries.ts';
import { checkTexts } from './texts.check.ts';
import { lawTexts } from './texts.law.ts';

/** The parent of screens that need no sign-in: inside the shell for those who have signed in, under a plain head for others. */
const openRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'open',
  beforeLoad: async ({ context }) => ({ session: await context.queries.ensureQueryData(sessionQuery()) }),
  component: OpenFrame,
  notFoundComponent: () => <PageProblem kind="notFound" />,
});

/** The standard of the period in view, or of today; the newest that has begun where the day lies outside of all. */
export function standardAt(standards: readonly StandardSummary[], period: Period | undefined): string {
  const day = period === undefined ? today() : endOf(period);
  return (standards.find(({ from }) => from <= day) ?? standards.at(-1)!).id;
}

const standardsRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/standards',
  beforeLoad: async ({ context, search }) => {
    const standards = await context.queries.ensureQueryData(standardsQuery());
    throw redirect({ to: '/standards/$id', params: { id: standardAt(standards, search.period) }, replace: true });
  },
});

const Beside = z.object({ beside: z.string().optional().catch(undefined) });

const standardRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/standards/$id',
  validateSearch: (search): { beside?: string | undefined } => Beside.parse(search),
  loaderDeps: ({ search: { beside } }) => ({ beside }),
  loader: ({ context, params, deps: { beside } }) =>
    Promise.all([
      context.queries.ensureQueryData(standardsQuery()),
      context.queries.ensureQueryData(standardQuery(params.id)),
      beside === undefined ? null : context.queries.ensureQueryData(standardQuery(beside)),
    ]),
  component: lazyRouteComponent(() => import('./StandardPage.tsx'), 'StandardPage'),
});

const Chosen = z.object({ standard: z.string().optional().catch(undefined) });

const selfCheckRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/self-check',
  validateSearch: (search): { standard?: string | undefined } => Chosen.parse(search),
  loaderDeps: ({ search: { standard, period } }) => ({ standard, period }),
  loader: async ({ context, deps }) => {
    const standards = await context.queries.ensureQueryData(standardsQuery());
    const id = deps.standard ?? standardAt(standards, deps.period);
    await context.queries.ensureQueryData(standardQuery(id));
    return { id };
  },
  component: lazyRouteComponent(() => import('./SelfCheckPage.tsx'), 'SelfCheckPage'),
});

export const standardsRoutes = [openRoute.addChildren([standardsRoute, standardRoute, selfCheckRoute])] as const;

export const standardsContribution: Contribution = {
  screens: [
    { link: { to: '/standards' }, title: { vi: lawTexts.vi.screen, en: lawTexts.en.screen }, icon: IconGavel, permission: 'public', group: 'work', order: 140 },
    { link: { to: '/self-check' }, title: { vi: checkTexts.vi.screen, en: checkTexts.en.screen }, icon: IconListCheck, permission: 'public', group: 'work', order: 150 },
  ],
};
