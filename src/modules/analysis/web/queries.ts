import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { api, client } from '#web/api.ts';
import type { Changes, Cost } from '../contract.ts';

export interface Wish {
  area: AreaRef;
  period: Period;
  map: PlainDate | undefined;
  changes: Changes;
}

const asked = ({ area, period, map, changes }: Wish) => ({ area, period, changes, ...(map !== undefined && { map }) });

const pollMs = 400;

/** How far the register of the place is read into memory on the server; asked for again and again until it is, wherever the screen was meanwhile. */
export const readingQuery = ({ area, period, map }: Omit<Wish, 'changes'>) =>
  queryOptions({
    ...api.analysis.prepare.queryOptions({ input: { area, period, ...(map !== undefined && { map }) } }),
    refetchInterval: ({ state: { data } }) => (data && !data.isReady ? pollMs : false),
  });

/** The earlier result stays in view while the next one is worked out. */
export const whatIfQuery = (wish: Wish, cost: Cost | null) => api.analysis.whatIf.queryOptions({ input: { ...asked(wish), cost }, placeholderData: keepPreviousData });

export const affectedQuery = (wish: Wish, move: { from?: HouseholdClass; to?: HouseholdClass }, after: string | null) =>
  api.analysis.affected.queryOptions({ input: { ...asked(wish), ...move, ...(after !== null && { after }) }, placeholderData: keepPreviousData });

export const scenariosQuery = (area: AreaRef) => api.analysis.scenarios.queryOptions({ input: { area } });

export const saveScenario = (wish: Wish, cost: Cost | null, name: string) => client.analysis.saveScenario({ ...asked(wish), cost, name });
export const removeScenario = (id: Id) => client.analysis.removeScenario({ id });
export const refreshScenarios = (queries: QueryClient) => queries.invalidateQueries({ queryKey: api.analysis.scenarios.key() });

export const standardQuery = (id: string) => api.standards.get.queryOptions({ input: { id }, staleTime: Infinity });
export const standardsQuery = () => api.standards.list.queryOptions({ staleTime: Infinity });
