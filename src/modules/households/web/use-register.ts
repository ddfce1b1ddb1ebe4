import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { usePlace } from '#web/place.ts';
import { Change } from '../contract.changes.ts';
import { countQuery, householdsQuery, pageSize } from './queries.ts';
import type { PageStart, RegisterSearch } from './search.ts';

const firstPage: PageStart = { after: null, from: 1 };

/** The page of the register that the address tells of, and the ways to others. */
export function useRegister() {
  const { area, period, map } = usePlace();
  const search = useSearch({ from: '/shell/households' });
  const pages = useRouterState({ select: ({ location }) => location.state.pages }) ?? [firstPage];
  const page = pages.at(-1) ?? firstPage;
  const navigate = useNavigate({ from: '/households' });

  const { sort = 'name', class: ofClass, deprived, differs, split, change, changeOf, name, group, ethnicity, cause, children } = search;
  const changed = change && { change: change.split(',').map((one) => Change.parse(one)), ...(changeOf && { changeOf }) };
  const part = { ...(group && { group }), ...(ethnicity && { ethnicity }), ...(cause && { cause }), ...(children && { children }) };
  const filter = { ...(ofClass && { class: ofClass }), ...(deprived && { deprived }), ...(differs && { differs }), ...(split && { split }), ...changed, ...(name && { name }), ...part };
  const asked = { area, period, ...(map && { map }), ...filter };
  const query = useQuery(householdsQuery(asked, sort, page.after));
  const told = query.data?.total;
  const counted = useQuery({ ...countQuery(asked), enabled: told === null && !query.isPlaceholderData });
  const next = query.data?.next;
  const turnTo = (to: PageStart[]): void => void navigate({ search: true, state: (before) => ({ ...before, pages: to }) });

  return {
    ...query,
    search,
    /** What the list is asked for, with place and time. */
    asked,
    sort,
    /** Of the whole list; null while it is being counted. */
    total: told ?? counted.data?.total ?? null,
    isFiltered: Object.keys(filter).length > 0,
    from: page.from,
    before: pages.length > 1 ? () => turnTo(pages.slice(0, -1)) : null,
    after: next && !query.isPlaceholderData ? () => turnTo([...pages, { after: next, from: page.from + pageSize }]) : null,
    /** Another filter or order begins at its first page. While one types the address is replaced, so that one step back leaves the list. */
    change: (to: Partial<RegisterSearch>, replace = false): void => void navigate({ search: (before) => ({ ...before, ...to }), replace }),
  };
}

export type Register = ReturnType<typeof useRegister>;
