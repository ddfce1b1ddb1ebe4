import type { AreaRef } from '#modules/areas/contract.ts';
import { api, client } from '#web/api.ts';

/** Rounds are opened once a year. */
export const roundsQuery = (area: AreaRef) => api.rounds.list.queryOptions({ input: { area }, staleTime: 5 * 60_000 });

export const openRound = client.rounds.open;

/** The law that is shipped changes only with the program. */
export const standardQuery = (id: string) => api.standards.get.queryOptions({ input: { id }, staleTime: Infinity });

export const standardsQuery = () => api.standards.list.queryOptions({ staleTime: Infinity });
