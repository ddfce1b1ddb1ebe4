import type { PlainDate } from '#kernel/plain-date.ts';
import { api } from '#web/api.ts';
import { withPoints, type Boundaries } from '#web/ui/map/shapes.ts';
import type { CommunePlaces } from '../../contract.places.ts';
import type { AreaBoundaries, AreaRef, Level } from '../../contract.ts';

/** Outlines as `AreaMap` draws them, with what must be said beside the map. */
export interface Outlines extends Omit<AreaBoundaries, 'map'> {
  boundaries: Boundaries;
}

const outlinesOf = ({ map, ...about }: AreaBoundaries): Outlines => ({ ...about, boundaries: map });

/** The outlines of the areas below one on a day. They change with the map only, and who changes it makes everything be read again. */
export const outlinesQuery = (ref: AreaRef, day: PlainDate, level?: Level) =>
  api.areas.boundaries.queryOptions({ input: { ref, day, ...(level && { level }) }, staleTime: Infinity, select: outlinesOf });

export const placesQuery = (ref: AreaRef, day: PlainDate) => api.areas.places.queryOptions({ input: { ref, day } });

/** The outline of a commune with a point for each village whose place is known. */
export const pointsOf = ({ outline, villages }: CommunePlaces): Boundaries =>
  withPoints(outline, villages.flatMap(({ village, place }) => (place ? [{ id: village.id, at: [place.lon, place.lat] }] : [])));
