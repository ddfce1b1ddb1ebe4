import { api } from '#web/api.ts';

/** The law that is shipped changes only with the program. */
const staleTime = Infinity;

export const standardsQuery = () => api.standards.list.queryOptions({ staleTime });

export const standardQuery = (id: string) => api.standards.get.queryOptions({ input: { id }, staleTime });
