import { queryOptions } from '@tanstack/react-query';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { api, client } from '#web/api.ts';
import type { Arranging } from '../contract.layouts.ts';
import type { OldLetters } from '../contract.parts.ts';
import type { Import } from '../contract.ts';

const pollMs = 500;

/** Work that goes on by itself on the server. */
export const isRunning = ({ state }: Pick<Import, 'state'>): boolean => state === 'reading' || state === 'loading';

/** One import, asked for again and again while it runs. */
export const importQuery = (id: Id) =>
  queryOptions({ ...api.interchange.get.queryOptions({ input: { id } }), refetchInterval: ({ state: { data } }) => (data && isRunning(data) ? pollMs : false) });

/** The imports of the area and one's own under way, the newest first. */
export const importsQuery = () =>
  queryOptions({ ...api.interchange.list.queryOptions(), staleTime: 0, refetchInterval: ({ state: { data } }) => (data?.some(isRunning) ? 4 * pollMs : false) });

export const roundsQuery = (area: AreaRef) => api.rounds.list.queryOptions({ input: { area } });

/** The area that a file would belong to, on the day of the round. */
export const areaQuery = (ref: AreaRef, day: PlainDate) => api.areas.get.queryOptions({ input: { ref, day }, staleTime: 10 * 60_000 });

export const loadImport = (id: Id) => client.interchange.load({ id });

/** What undoing an import would do; asked anew each time, since others go on working. */
export const undoQuery = (id: Id) => queryOptions({ ...api.interchange.undoPlan.queryOptions({ input: { id } }), staleTime: 0 });

export const undoImport = (id: Id) => client.interchange.undo({ id });

export const arrangeImport = (arranging: Arranging) => client.interchange.arrange(arranging);

export const convertImport = (id: Id, encoding: OldLetters['encoding']) => client.interchange.convert({ id, encoding });

export const cancelImport = (id: Id) => client.interchange.cancel({ id });

export const getTemplate = (area: AreaRef, period: Period) => client.interchange.template({ area, period });
