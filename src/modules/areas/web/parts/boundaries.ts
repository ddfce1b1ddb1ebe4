import type { PlainDate } from '#kernel/plain-date.ts';
import { api } from '#web/api.ts';
import type { Boundaries } from '#web/ui/map/shapes.ts';
import type { AreaBoundaries, AreaRef, Level } from '../../contract.ts';

/** Outlines as `AreaMap` draws them, with what must be said beside the map. */
export interface Outlines extends Omit<AreaBoundaries, 'map'> {
  boundaries: Boundaries;
}

const outlinesOf = ({ map, ...about }: AreaBoundaries): Outlines => ({ ...about, boundaries: map });

/** The outlines of the areas below one on a day. They change with the program only. */
export const outlinesQuery = (ref: AreaRef, day: PlainDate, level?: Level) =>
  api.areas.boundaries.queryOptions({ input: { ref, day, ...(level && { level }) }, staleTime: Infinity, select: outlinesOf });
