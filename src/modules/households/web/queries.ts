import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { api, client } from '#web/api.ts';
import type { PlaceInView } from '#web/place.ts';
import type { DoubleState } from '../contract.doubles.ts';
import type { FoundHousehold } from '../contract.events.ts';
import type { Month } from '../contract.ledger.ts';
import type { DuplicateState, MergeChoice } from '../contract.matching.ts';
import type { HouseholdFilter, HouseholdSort } from '../contract.ts';

export const pageSize = 50;

/** A page of the register; the one before stays until it comes. Never asked for ahead: each call is on record as a reading of personal data. */
export const householdsQuery = (filter: HouseholdFilter, sort: HouseholdSort, after: string | null) =>
  api.households.list.queryOptions({ input: { ...filter, sort, limit: pageSize, ...(after === null ? {} : { after }) }, placeholderData: keepPreviousData });

/** How many households a list has where its pages do not tell. */
export const countQuery = (filter: HouseholdFilter) => api.households.count.queryOptions({ input: filter });

/** Groups, ethnic groups and causes change with the program only. */
export const partsQuery = () => api.households.parts.queryOptions({ staleTime: Infinity });

export const householdQuery = (id: Id) => api.households.get.queryOptions({ input: { id } });

/** The catalogue of areas changes by import only. */
const staleTime = 10 * 60_000;

export const areaQuery = (ref: AreaRef, day: PlainDate) => api.areas.get.queryOptions({ input: { ref, day }, staleTime });

export const unitsQuery = (ref: AreaRef, day: PlainDate) => api.areas.children.queryOptions({ input: { ref, day }, staleTime });

/** Households with a member of that name, past or present, for pickers and the palette. One letter finds nobody in particular. */
export const foundQuery = (text: string) => api.households.find.queryOptions({ input: { text, limit: mostFound.picked + 1 } });

/** So many are shown; one more is asked for, to know whether there are others. */
export const mostFound = { picked: 8, offered: 6 } as const;

export const findHouseholds = async (text: string, signal: AbortSignal, { area }: PlaceInView): Promise<FoundHousehold[]> =>
  text.length < 2 ? [] : client.households.find({ text, area, limit: mostFound.offered + 1 }, { signal });

export const recordAct = client.households.act;
export const undoAct = client.households.undo;
export const askCorrection = client.households.ask;
export const decideCorrection = client.households.decideCorrection;

export const correctionsQuery = (area: AreaRef) => api.households.corrections.queryOptions({ input: { area } });
export const waitingQuery = (area: AreaRef) => api.households.waiting.queryOptions({ input: { area } });

export const absencesQuery = (area: AreaRef) => api.households.absences.queryOptions({ input: { area } });
export const answerAbsences = client.households.answerAbsences;

export const ledgerQuery = (village: AreaRef, month: Month) => api.households.ledger.queryOptions({ input: { village, month } });
export const closeLedger = client.households.closeLedger;

const pollMs = 500;

/** Pairs that are probably one household, a page at a time. */
export const duplicatesQuery = (area: AreaRef, state: DuplicateState, after: string | undefined) =>
  api.households.duplicates.queryOptions({ input: { area, state, limit: pageSize, ...(after === undefined ? {} : { after }) }, placeholderData: keepPreviousData });

/** Persons who probably stand in two households, a page at a time. */
export const doublesQuery = (area: AreaRef, state: DoubleState, after: string | undefined) =>
  api.households.doubles.queryOptions({ input: { area, state, limit: pageSize, ...(after === undefined ? {} : { after }) }, placeholderData: keepPreviousData });

export const settleDouble = client.households.settleDouble;
export const keepPersonsApart = client.households.keepPersonsApart;
export const reopenPersons = client.households.reopenPersons;

export const mergesQuery = (area: AreaRef) => api.households.merges.queryOptions({ input: { area } });

export const pairQuery = (one: Id, other: Id) => api.households.comparePair.queryOptions({ input: { one, other } });

export const slipQuery = (id: Id, period: Period) => api.households.slip.queryOptions({ input: { id, period } });

export const recordCauses = client.households.recordCauses;
export const undoCauses = client.households.undoCauses;

export const addPlace = client.households.addPlace;
export const addPhoto = client.households.addPhoto;

/** A photograph never changes; each time it is fetched that is put on record. */
export const photoQuery = (household: Id, photo: Id) => api.households.photo.queryOptions({ input: { household, photo }, staleTime: Infinity });

/** A search, asked for again and again while it runs. */
export const searchQuery = (id: Id) =>
  queryOptions({ ...api.households.duplicateSearch.queryOptions({ input: { id } }), refetchInterval: ({ state: { data } }) => (data && data.state !== 'running' ? false : pollMs) });

export const findDuplicates = (area: AreaRef) => client.households.findDuplicates({ area });
export const keepApart = (one: Id, other: Id) => client.households.keepApart({ one, other });
export const reopenPair = (one: Id, other: Id) => client.households.reopenPair({ one, other });
export const mergeHouseholds = (choice: MergeChoice) => client.households.merge(choice);
export const undoMerge = (act: Id, household: Id) => client.households.undoMerge({ act, household });
