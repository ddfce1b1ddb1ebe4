import { IconListDetails, IconMapPin, IconMap2, IconMapRoute } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { showDate } from '#kernel/plain-date.ts';
import { fill } from '#kernel/text.ts';
import type { Contribution } from '#web/contribution.ts';
import { currentLanguage } from '#web/i18n/language.ts';
import { shellRoute } from '#web/root.tsx';
import { ListId } from '../contract.lists.ts';
import { AreaRef } from '../contract.ts';
import { findAreas } from './queries.ts';
import { areasTexts } from './texts.ts';

/** The page of one area. The area of the header is always the one in the address. */
const areaRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/areas/$ref',
  params: { parse: ({ ref }): { ref: AreaRef } => ({ ref: AreaRef.parse(ref) }), stringify: ({ ref }) => ({ ref }) },
  staticData: { areaParam: 'ref' },
  beforeLoad: ({ params, search }) => {
    if (search.area !== params.ref) throw redirect({ to: '/areas/$ref', params, search: (before) => ({ ...before, area: params.ref }), replace: true });
  },
  component: lazyRouteComponent(() => import('./AreaPage.tsx'), 'AreaPage'),
});

/** The area in view, from the side bar. */
const areasRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/areas',
  beforeLoad: ({ context, search }) => {
    const ref = search.area ?? context.session.post?.area.id ?? ('VN' as AreaRef);
    throw redirect({ to: '/areas/$ref', params: { ref }, replace: true });
  },
});

/** What administrators change on the map; `of` is the area that it is about, where one came from its page. */
const ActsSearch = z.object({ of: AreaRef.optional().catch(undefined) });

const actsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/area-acts',
  validateSearch: (search): z.infer<typeof ActsSearch> => ActsSearch.parse(search),
  component: lazyRouteComponent(() => import('./ActsPage.tsx'), 'ActsPage'),
});

/** The special lists; `list` is the one whose areas are shown. */
const listsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/special-lists',
  validateSearch: z.object({ list: ListId.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./ListsPage.tsx'), 'ListsPage'),
});

export const areasRoutes = [areasRoute, areaRoute, actsRoute, listsRoute] as const;

export const areasContribution: Contribution = {
  screens: [
    { link: { to: '/areas' }, title: { vi: areasTexts.vi.screen, en: areasTexts.en.screen }, icon: IconMap2, permission: 'area.read', group: 'work', order: 130 },
    { link: { to: '/special-lists' }, title: { vi: areasTexts.vi.lists.screen, en: areasTexts.en.lists.screen }, icon: IconListDetails, permission: 'area.read', group: 'work', order: 140 },
    { link: { to: '/area-acts' }, title: { vi: areasTexts.vi.acts.screen, en: areasTexts.en.acts.screen }, icon: IconMapRoute, permission: 'area.redraw', group: 'administration', order: 10 },
  ],
  finders: [
    {
      id: 'areas',
      title: { vi: areasTexts.vi.screen, en: areasTexts.en.screen },
      icon: IconMapPin,
      permission: 'area.read',
      find: async (text, signal) =>
        (await findAreas(text, signal)).map(({ id, code, name, within, to }) => ({
          key: id,
          title: name,
          detail: [within, code, to && fill(areasTexts[currentLanguage()].valid.until, { day: showDate(to) })].filter(Boolean).join(' · '),
          link: { to: '/areas/$ref', params: { ref: id } },
        })),
    },
  ],
};
