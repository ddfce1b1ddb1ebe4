import { IconBook2, IconHome, IconNotebook, IconUserEdit } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { Id } from '#kernel/ids.ts';
import type { Contribution, Found } from '#web/contribution.ts';
import { currentLanguage } from '#web/i18n/language.ts';
import { shellRoute } from '#web/root.tsx';
import { findHouseholds, mostFound } from './queries.ts';
import { DuplicatesSearch, HouseholdSearch, LedgerSearch, RegisterSearch, SlipSearch } from './search.ts';
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
  validateSearch: (search): HouseholdSearch => HouseholdSearch.parse(search),
  component: lazyRouteComponent(() => import('./HouseholdPage.tsx'), 'HouseholdPage'),
});

const correctionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/corrections',
  component: lazyRouteComponent(() => import('./CorrectionsPage.tsx'), 'CorrectionsPage'),
});

const leafRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/households/$id/leaf',
  params: { parse: ({ id }): { id: Id } => ({ id: Id.parse(id) }), stringify: ({ id }) => ({ id }) },
  component: lazyRouteComponent(() => import('./LeafPage.tsx'), 'LeafPage'),
});

const slipRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/households/$id/slip',
  params: { parse: ({ id }): { id: Id } => ({ id: Id.parse(id) }), stringify: ({ id }) => ({ id }) },
  validateSearch: (search): SlipSearch => SlipSearch.parse(search),
  component: lazyRouteComponent(() => import('./SlipPage.tsx'), 'SlipPage'),
});

const ledgerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/ledger',
  validateSearch: (search): LedgerSearch => LedgerSearch.parse(search),
  component: lazyRouteComponent(() => import('./LedgerPage.tsx'), 'LedgerPage'),
});

export const householdsRoutes = [registerRoute, duplicatesRoute, duplicatePairRoute, householdRoute, leafRoute, slipRoute, ledgerRoute, correctionsRoute] as const;

export const householdsContribution: Contribution = {
  screens: [
    { link: { to: '/households' }, title: { vi: householdsTexts.vi.screen, en: householdsTexts.en.screen }, icon: IconBook2, permission: 'household.read', group: 'work', order: 20 },
    { link: { to: '/corrections' }, title: { vi: householdsTexts.vi.corrections.screen, en: householdsTexts.en.corrections.screen }, icon: IconUserEdit, permission: 'household.correct', group: 'work', order: 22 },
    { link: { to: '/ledger' }, title: { vi: householdsTexts.vi.ledger.screen, en: householdsTexts.en.ledger.screen }, icon: IconNotebook, permission: 'household.read', group: 'work', order: 21 },
  ],
  finders: [
    {
      id: 'households',
      title: { vi: householdsTexts.vi.finder, en: householdsTexts.en.finder },
      icon: IconHome,
      permission: 'household.read',
      onRecord: true,
      find: async (text, signal, place) => {
        const found = await findHouseholds(text, signal, place);
        const shown = found
          .slice(0, mostFound.offered)
          .map(({ id, head, matched, village, commune }): Found => ({ key: id, title: head, detail: [matched, village.name, commune].filter(Boolean).join(', '), link: { to: '/households/$id', params: { id } } }));
        const { finderMore } = householdsTexts[currentLanguage()];
        return found.length === shown.length ? shown : [...shown, { key: 'more', title: finderMore, detail: '', link: { to: '/households', search: { area: place.area, period: place.period, name: text } } }];
      },
    },
  ],
};
