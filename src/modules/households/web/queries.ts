import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { api, client } from '#web/api.ts';
import type { PlaceInView } from '#web/place.ts';
import type { HouseholdFilter, HouseholdRow, HouseholdSort } from '../contract.ts';
import type { DuplicateState, MergeChoice } from '../contract.matching.ts';

export const pageSize = 50;

/** A page of the register; the one before stays until it comes. Never asked for ahead: each call is on record as a reading of personal data. */
export const householdsQuery = (filter: HouseholdFilter, sort: HouseholdSort, after: string | null) =>
  api.households.list.queryOptions({ input: { ...filter, sort, limit: pageSize, ...(after === null ? {} : { after }) }, placeholderData: keepPreviousData });

/** Groups, ethnic groups and causes change with the program only. */
export const partsQuery = () => api.households.parts.queryOptions({ staleTime: Infinity });

export const householdQuery = (id: Id) => api.households.get.queryOptions({ input: { id } });

/** The catalogue of areas changes by import only. */
const staleTime = 10 * 60_000;

export const areaQuery = (ref: AreaRef, day: PlainDate) => api.areas.get.queryOptions({ input: { ref, day }, staleTime });

export const unitsQuery = (ref: AreaRef, day: PlainDate) => api.areas.children.queryOptions({ input: { ref, day }, staleTime });

/** Households of the place in view with a member of that name, for the palette. One letter finds nobody in particular. */
export async function findHouseholds(text: string, signal: AbortSignal, { area, period, map }: PlaceInView): Promise<HouseholdRow[]> {
  if (text.length < 2) return [];
  const { rows } = await client.households.list({ area, period, name: text, limit: 6, ...(map === undefined ? {} : { map }) }, { signal });
  return rows;
}

const pollMs = 500;

/** Pairs that are probably one household, a page at a time. */
export const duplicatesQuery = (area: AreaRef, state: DuplicateState, after: string | undefined) =>
  api.households.duplicates.queryOptions({ input: { area, state, limit: pageSize, ...(after === undefined ? {} : { after }) }, placeholderData: keepPreviousData });

export const mergesQuery = (area: AreaRef) => api.households.merges.queryOptions({ input: { area } });

export const pairQuery = (one: Id, other: Id) => api.households.comparePair.queryOptions({ input: { one, other } });

/** A search, asked for again and again while it runs. */
export const searchQuery = (id: Id) =>
  queryOptions({ ...api.households.duplicateSearch.queryOptions({ input: { id } }), refetchInterval: ({ state: { data } }) => (data && data.state !== 'running' ? false : pollMs) });

export const findDuplicates = (area: AreaRef) => client.households.findDuplicates({ area });
export const keepApart = (one: Id, other: Id) => client.households.keepApart({ one, other });
export const reopenPair = (one: Id, other: Id) => client.households.reopenPair({ one, other });
export const mergeHouseholds = (choice: MergeChoice) => client.households.merge(choice);
export const undoMerge = (act: Id, household: Id) => client.households.undoMerge({ act, household });
