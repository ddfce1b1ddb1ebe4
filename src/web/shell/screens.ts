import { rootRouteId, useRouteContext } from '@tanstack/react-router';
import { useMay } from '#modules/identity/web/parts/session.ts';
import type { Action, Finder, Screen } from '../contribution.ts';

/** What the modules offer and the post that is acted in may use: screens in their order, actions, and what the palette can find. */
export function useOffered(): { screens: Screen[]; actions: Action[]; finders: Finder[] } {
  const { contributions } = useRouteContext({ from: rootRouteId });
  const may = useMay();
  const allowed = <Item extends { permission: Screen['permission'] }>(items: readonly Item[] | undefined): Item[] => (items ?? []).filter(({ permission }) => may(permission));
  return {
    screens: contributions.flatMap(({ screens }) => allowed(screens)).sort((a, b) => a.order - b.order),
    actions: contributions.flatMap(({ actions }) => allowed(actions)),
    finders: contributions.flatMap(({ finders }) => allowed(finders)),
  };
}
