import { IconScale } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Contribution } from '#web/contribution.ts';
import { shellRoute } from '#web/root.tsx';
import { analysisTexts } from './texts.ts';

/** As the address writes it; the screen reads it (search.ts). */
interface InAddress {
  changes?: string | undefined;
  cost?: string | undefined;
  was?: string | undefined;
  becomes?: string | undefined;
}

const whatIfRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/what-if',
  validateSearch: (search): InAddress => search,
  component: lazyRouteComponent(() => import('./WhatIfPage.tsx'), 'WhatIfPage'),
});

export const analysisRoutes = [whatIfRoute] as const;

export const analysisContribution: Contribution = {
  screens: [{ link: { to: '/what-if' }, title: { vi: analysisTexts.vi.screen, en: analysisTexts.en.screen }, icon: IconScale, permission: 'analysis.read', group: 'work', order: 110 }],
};
