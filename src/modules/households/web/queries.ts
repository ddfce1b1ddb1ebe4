import { keepPreviousData } from '@tanstack/react-query';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { api, client } from '#web/api.ts';
import type { PlaceInView } from '#web/place.ts';
import type { FoundHousehold } from '../contract.events.ts';
import type { Month } from '../contract.ledger.ts';
import type { HouseholdFilter, HouseholdSort } from '../contract.ts';

export const pageSize = 50;

/** A page of the register; the one before stays until it comes. Never asked for ahead: each call is on record as a reading of personal data. */
export const householdsQuery = (filter: HouseholdFilter, sort: HouseholdSort, after: string | null) =>
  api.households.list.queryOptions({ input: { ...filter, sort, limit: pageSize, ...(after === null ? {} : { after }) }, placeholderData: keepPreviousData });

export const householdQuery = (id: Id) => api.households.get.queryOptions({ input: { id } });

/** The catalogue of areas changes by import only. */
const staleTime = 10 * 60_000;

export const areaQuery = (ref: AreaRef, day: PlainDate) => api.areas.get.queryOptions({ input: { ref, day }, staleTime });

export const unitsQuery = (ref: AreaRef, day: PlainDate) => api.areas.children.queryOptions({ input: { ref, day }, staleTime });

/** Households with a member of that name, past or present, for pickers and the palette. One letter finds nobody in particular. */
export const foundQuery = (text: string) => api.households.find.queryOptions({ input: { text } });

export const findHouseholds = async (text: string, signal: AbortSignal, { area }: PlaceInView): Promise<FoundHousehold[]> => (text.length < 2 ? [] : client.households.find({ text, area, limit: 6 }, { signal }));

export const recordAct = client.households.act;
export const undoAct = client.households.undo;
export const askCorrection = client.households.ask;
export const decideCorrection = client.households.decideCorrection;

export const correctionsQuery = (area: AreaRef) => api.households.corrections.queryOptions({ input: { area } });
export const waitingQuery = (area: AreaRef) => api.households.waiting.queryOptions({ input: { area } });

export const ledgerQuery = (village: AreaRef, month: Month) => api.households.ledger.queryOptions({ input: { village, month } });
export const closeLedger = client.households.closeLedger;
