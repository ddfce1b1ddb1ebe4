import type { PlainDate } from '#kernel/plain-date.ts';
import { api, client } from '#web/api.ts';
import type { AreaRef, Level } from '../contract.ts';

/** The catalogue changes by import only. */
const staleTime = 10 * 60_000;

export const areaQuery = (ref: AreaRef, day: PlainDate) => api.areas.get.queryOptions({ input: { ref, day }, staleTime });

export const childrenQuery = (ref: AreaRef, day: PlainDate) => api.areas.children.queryOptions({ input: { ref, day }, staleTime });

export const epochsQuery = () => api.areas.epochs.queryOptions({ staleTime: Infinity });

export const findAreasQuery = (text: string, level?: Level) => api.areas.find.queryOptions({ input: { text, limit: 12, ...(level === undefined ? {} : { level }) }, enabled: text !== '' });

export const findAreas = (text: string, signal: AbortSignal) => client.areas.find({ text, limit: 6 }, { signal });

export const addVillages = (ref: AreaRef, names: string[]) => client.areas.addVillages({ ref, names });
