import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { FollowedClass } from '#modules/households/contract.changes.ts';
import { api } from '#web/api.ts';
import { MappedMeasure } from './mapped.ts';

/** What the first screen shows of an area; `*` stands for the indicators of the round's standard. */
const overviewMeasures = [
  'households.poor',
  'households.near_poor',
  'households.all',
  'persons.poor',
  'persons.near_poor',
  'rate.poor',
  'rate.near_poor',
  'deprivations.poor',
  'deprived.poor.*',
];

/** An optional day of the map, left out of the question where there is none. */
const onMap = (map: PlainDate | undefined) => (map === undefined ? {} : { map });

export const overviewQuery = (area: AreaRef, period: Period, map: PlainDate | undefined) =>
  api.measures.figures.queryOptions({ input: { area, period, measures: overviewMeasures, ...onMap(map) } });

/** The units of an area with what a map and the table beside it show of them, on the map of a day: one level below it, or the communes. */
export const unitsQuery = (area: AreaRef, period: Period, map: PlainDate | undefined, level: 'commune' | undefined) =>
  api.measures.figures.queryOptions({ input: { area, period, ...onMap(map), ...(level && { level }), measures: MappedMeasure.options } });

/** The communes of an area with what a map shows of them. */
export const communesQuery = (area: AreaRef, period: Period, map: PlainDate | undefined) =>
  api.measures.mapped.queryOptions({ input: { area, period, ...onMap(map), level: 'commune', measures: MappedMeasure.options }, structuralSharing: false });

/** Where the units of an area are on another map; the catalogue changes with the program only. */
export const betweenQuery = (ref: AreaRef, from: PlainDate, to: PlainDate) => api.areas.between.queryOptions({ input: { ref, from, to }, staleTime: Infinity });

export const yearsQuery = (area: AreaRef, map: PlainDate | undefined) =>
  api.measures.series.queryOptions({ input: { area, measures: ['households.poor', 'households.near_poor', 'rate.poor', 'persons.poor', 'households.all'], ...onMap(map) } });

export const balancesQuery = (area: AreaRef, period: Period, map: PlainDate | undefined) => api.measures.balances.queryOptions({ input: { area, period, ...onMap(map) } });

export const explainQuery = (area: AreaRef, period: Period, map: PlainDate | undefined, of: FollowedClass) =>
  api.measures.explain.queryOptions({ input: { area, period, class: of, ...onMap(map) } });

export const roundsQuery = (area: AreaRef) => api.rounds.list.queryOptions({ input: { area } });

/** A standard changes with the program only. */
export const standardQuery = (id: string) => api.standards.get.queryOptions({ input: { id }, staleTime: Infinity });
