import { IconTableImport } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import type { Contribution } from '#web/contribution.ts';
import { shellRoute } from '#web/root.tsx';
import { ImportKind } from '../contract.ts';
import { interchangeTexts } from './texts.ts';

/** Which import is on view, and for a new one its kind: a link or a reload finds both again. */
const ImportSearch = z.object({ import: Id.optional().catch(undefined), kind: ImportKind.optional().catch(undefined) });

const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/import',
  validateSearch: (search): z.infer<typeof ImportSearch> => ImportSearch.parse(search),
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
});

export const interchangeRoutes = [importRoute] as const;

export const interchangeContribution: Contribution = {
  screens: [{ link: { to: '/import' }, title: { vi: interchangeTexts.vi.screen, en: interchangeTexts.en.screen }, icon: IconTableImport, permission: 'household.import', group: 'work', order: 25 }],
};
