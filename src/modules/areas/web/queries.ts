import type { PlainDate } from '#kernel/plain-date.ts';
import { api, client } from '#web/api.ts';
import type { Id } from '#kernel/ids.ts';
import type { ActForm } from '../contract.acts.ts';
import type { AddToList, EndList, ListLevel } from '../contract.lists.ts';
import type { GivenPlace } from '../contract.places.ts';
import type { AreaRef, Level } from '../contract.ts';

/** The catalogue changes seldom, and who changes it makes everything be read again. */
const staleTime = 10 * 60_000;

export const areaQuery = (ref: AreaRef, day: PlainDate) => api.areas.get.queryOptions({ input: { ref, day }, staleTime });

export const childrenQuery = (ref: AreaRef, day: PlainDate) => api.areas.children.queryOptions({ input: { ref, day }, staleTime });

export const epochsQuery = () => api.areas.epochs.queryOptions({ staleTime: Infinity });

export const findAreasQuery = (text: string, level?: Level) => api.areas.find.queryOptions({ input: { text, limit: 12, ...(level === undefined ? {} : { level }) }, enabled: text !== '' });

export const findAreas = (text: string, signal: AbortSignal) => client.areas.find({ text, limit: 6 }, { signal });

export const addVillages = (ref: AreaRef, names: string[]) => client.areas.addVillages({ ref, names });

export const actsQuery = () => api.areas.acts.queryOptions();

export const tryAct = (form: ActForm) => client.areas.tryAct(form);

export const enterAct = (form: ActForm) => client.areas.act(form);

export const undoAct = (id: Id) => client.areas.undoAct({ id });

export const listsQuery = () => api.areas.lists.queryOptions();

export const listQuery = (id: string) => api.areas.list.queryOptions({ input: { id } });

export const checkUnits = (asked: { of: AreaRef; level: ListLevel; day: PlainDate; lines: string[] }) => client.areas.checkUnits(asked);

export const addToList = (given: AddToList) => client.areas.addToList(given);

export const endList = (given: EndList) => client.areas.endList(given);

export const undoListAct = (act: Id) => client.areas.undoListAct({ act });

export const putPlaces = (ref: AreaRef, places: readonly GivenPlace[], source: string) => client.areas.putPlaces({ ref, places: [...places], source });
