import { queryOptions } from '@tanstack/react-query';
import type { PlainDate } from '#kernel/plain-date.ts';
import { api, client } from '#web/api.ts';
import { draw, withPoints, type Boundaries } from '#web/ui/map/shapes.ts';
import type { CommunePlaces } from '../../contract.places.ts';
import type { AreaBoundaries, AreaRef, Level } from '../../contract.ts';

/** Outlines as `AreaMap` draws them, with what must be said beside the map. */
export interface Outlines extends Omit<AreaBoundaries, 'map'> {
  boundaries: Boundaries;
}

/** Asked for again now and then: administrators change the map. */
const editionQuery = () => api.areas.edition.queryOptions({ staleTime: 60_000 });

/**
 * The outlines of the areas below one on a day. They change with the map only, and who changes it makes everything be read again; the browser
 * keeps them by their edition. They are drawn at once, while the figures are still on their way.
 */
export const outlinesQuery = (ref: AreaRef, day: PlainDate, level?: Level) => {
  const asked = { ref, day, ...(level && { level }) };
  return queryOptions({
    queryKey: api.areas.boundaries.queryKey({ input: asked }),
    queryFn: async ({ client: queries, signal }): Promise<Outlines> => {
      const { edition } = await queries.fetchQuery(editionQuery());
      const { body } = await client.areas.boundaries({ ...asked, edition }, { signal });
      const { map, ...about } = JSON.parse(await body.text()) as AreaBoundaries;
      draw(map);
      return { ...about, boundaries: map };
    },
    staleTime: Infinity,
    structuralSharing: false,
  });
};

export const placesQuery = (ref: AreaRef, day: PlainDate) => api.areas.places.queryOptions({ input: { ref, day } });

/** The outline of a commune with a point for each village whose place is known. */
export const pointsOf = ({ outline, villages }: CommunePlaces): Boundaries =>
  withPoints(outline, villages.flatMap(({ village, place }) => (place ? [{ id: village.id, at: [place.lon, place.lat] }] : [])));
