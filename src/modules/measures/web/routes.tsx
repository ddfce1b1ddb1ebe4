import { IconLayoutDashboard } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import type { AreaRef } from '#modules/areas/contract.ts';
import { FollowedClass } from '#modules/households/contract.changes.ts';
import type { Contribution } from '#web/contribution.ts';
import { shellRoute } from '#web/root.tsx';
import { MapSearch } from './mapped.ts';
import { measuresTexts } from './texts.ts';

/** The first page: where the area stands. Who may read no figures is shown the area itself. */
const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  validateSearch: MapSearch,
  beforeLoad: ({ context, search }) => {
    const { permissions, post } = context.session;
    if (permissions.includes('measure.read')) return;
    throw redirect({ to: '/areas/$ref', params: { ref: search.area ?? post?.area.id ?? ('VN' as AreaRef) }, replace: true });
  },
  component: lazyRouteComponent(() => import('./OverviewPage.tsx'), 'OverviewPage'),
});

/** Why the households of a class are more or fewer than on the list before. */
const changesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/changes',
  validateSearch: z.object({ class: FollowedClass.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./ChangesPage.tsx'), 'ChangesPage'),
});

export const measuresRoutes = [overviewRoute, changesRoute] as const;

export const measuresContribution: Contribution = {
  screens: [{ link: { to: '/' }, title: { vi: measuresTexts.vi.screen, en: measuresTexts.en.screen }, icon: IconLayoutDashboard, permission: 'measure.read', group: 'work', order: 10 }],
};
