import { IconReport, IconTable } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { Level } from '#modules/areas/contract.ts';
import type { Contribution } from '#web/contribution.ts';
import { shellRoute } from '#web/root.tsx';
import { FormId } from '../contract.ts';
import { findForms } from './queries.ts';
import { reportsTexts } from './texts.ts';

const formsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports',
  component: lazyRouteComponent(() => import('./FormsPage.tsx'), 'FormsPage'),
});

/** A form filled for the place and time in view, down to a level. */
const formRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/$form',
  params: { parse: ({ form }): { form: FormId } => ({ form: FormId.parse(form) }), stringify: ({ form }) => ({ form }) },
  validateSearch: z.object({ level: Level.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./FormPage.tsx'), 'FormPage'),
});

export const reportsRoutes = [formsRoute, formRoute] as const;

const texts = { vi: reportsTexts.vi.screen, en: reportsTexts.en.screen };

export const reportsContribution: Contribution = {
  screens: [{ link: { to: '/reports' }, title: texts, icon: IconReport, permission: 'report.read', group: 'work', order: 100 }],
  finders: [{ id: 'reports', title: texts, icon: IconTable, permission: 'report.read', find: findForms }],
};
