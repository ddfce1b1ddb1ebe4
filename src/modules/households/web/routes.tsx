import { IconBook2, IconHome } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Id } from '#kernel/ids.ts';
import type { Contribution } from '#web/contribution.ts';
import { shellRoute } from '#web/root.tsx';
import { findHouseholds } from './queries.ts';
import { DuplicatesSearch, RegisterSearch } from './search.ts';
import { householdsTexts } from './texts.ts';

// No loaders here: a link that is only pointed at must not read, and put on record, the data of persons.

const registerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/households',
  validateSearch: (search): RegisterSearch => RegisterSearch.parse(search),
  component: lazyRouteComponent(() => import('./RegisterPage.tsx'), 'RegisterPage'),
});

const duplicatesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/duplicates',
  validateSearch: (search): DuplicatesSearch => DuplicatesSearch.parse(search),
  component: lazyRouteComponent(() => import('./DuplicatesPage.tsx'), 'DuplicatesPage'),
});

const duplicatePairRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/duplicates/$one/$other',
  params: { parse: ({ one, other }): { one: Id; other: Id } => ({ one: Id.parse(one), other: Id.parse(other) }), stringify: ({ one, other }) => ({ one, other }) },
  component: lazyRouteComponent(() => import('./DuplicatePairPage.tsx'), 'DuplicatePairPage'),
});

const householdRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/households/$id',
  params: { parse: ({ id }): { id: Id } => ({ id: Id.parse(id) }), stringify: ({ id }) => ({ id }) },
  component: lazyRouteComponent(() => import('./HouseholdPage.tsx'), 'HouseholdPage'),
});

export const householdsRoutes = [registerRoute, duplicatesRoute, duplicatePairRoute, householdRoute] as const;

export const householdsContribution: Contribution = {
  screens: [{ link: { to: '/households' }, title: { vi: householdsTexts.vi.screen, en: householdsTexts.en.screen }, icon: IconBook2, permission: 'household.read', group: 'work', order: 20 }],
  finders: [
    {
      id: 'households',
      title: { vi: householdsTexts.vi.finder, en: householdsTexts.en.finder },
      icon: IconHome,
      permission: 'household.read',
      onRecord: true,
      find: async (text, signal, place) =>
        (await findHouseholds(text, signal, place)).map(({ id, head, village }) => ({ key: id, title: head, detail: village.name, link: { to: '/households/$id', params: { id } } })),
    },
  ],
};
