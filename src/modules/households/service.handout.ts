import type { Ctx } from '#platform/ctx.ts';
import type { HouseholdFilter, HouseholdRow, HouseholdSort } from './contract.ts';
import { scopeOf, viewRows } from './service.ts';
import { countHouseholds, type ListScope } from './store.list.ts';
import { listHouseholds, type PagePlace } from './store.page.ts';

/** A list of the register that is handed out whole: which households, how many, in what order. */
export interface Handout {
  scope: ListScope;
  sort: HouseholdSort;
  total: number;
}

/** Opens a list to be handed out, and puts on record that it was: one row with the filter and the number of households. Throws as a page of the list does. */
export async function openHandout(ctx: Ctx, { sort, ...filter }: HouseholdFilter & { sort: HouseholdSort }): Promise<Handout> {
  const { scope, areaPath } = await scopeOf(ctx, filter);
  const total = await countHouseholds(ctx.db, scope);
  ctx.record({ action: 'household.handed-out', subject: filter.area, areaPath, details: { ...filter, count: total } });
  return { scope, sort, total };
}

/** A place in a list that is being handed out. */
export type Bookmark = PagePlace;

/** Some more households of an open list, from a place on; each call may run in a transaction of its own, under the post of the actor. */
export async function readOn(ctx: Ctx, { scope, sort }: Handout, after: Bookmark | null, limit: number): Promise<{ rows: HouseholdRow[]; next: Bookmark | null }> {
  const found = await listHouseholds(ctx.db, scope, sort, after, limit);
  const last = found.at(-1);
  return { rows: await viewRows(ctx, scope, found), next: last === undefined || found.length < limit ? null : { key: last.key, id: last.id } };
}
