import type { AreaRef } from '#modules/areas/contract.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { endOf, type Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { RosterHousehold } from './contract.roster.ts';
import { problem } from './problems.ts';
import { scopeOf } from './service.ts';
import { countHouseholds, listHouseholds } from './store.list.ts';
import { membersOn, standingsOf } from './store.roster.ts';

export interface RosterRequest {
  area: AreaRef;
  period: Period;
  map?: PlainDate | undefined;
  class: HouseholdClass;
  after?: string | undefined;
  limit: number;
}

export interface Roster {
  standard: string | null;
  /** Of all those in the class, how many went before this page. */
  before: number;
  households: RosterHousehold[];
  next: string | null;
  total: number;
}

/** The households of a class with all their members by name, a page of households at a time, sorted by the given name of the head. Leaves an audit row. */
export async function roster(ctx: Ctx, { after, limit, ...filter }: RosterRequest): Promise<Roster> {
  const { scope, areaPath } = await scopeOf(ctx, filter);
  const place = after === undefined ? null : readPlace(after);
  const found = await listHouseholds(ctx.db, scope, 'name', place, limit + 1);
  const page = found.slice(0, limit);
  const ids = page.map(({ id }) => id);
  const members = await membersOn(ctx.db, ids, endOf(filter.period));
  const told = new Map((await standingsOf(ctx.db, ids, scope.roundIds, scope.standardId, filter.class)).map((row) => [row.household_id, row]));
  const households = page.map(({ id, head, size }): RosterHousehold => {
    const { merit = null, no_labour: noLabour = null, standing = null } = told.get(id) ?? {};
    const nobody = { name: head, relation: null, sex: null, birth: null, ethnicity: null };
    return { id, size, merit, noLabour, standing, members: members.get(id) ?? [nobody] };
  });
  const before = place?.before ?? 0;
  const last = page.at(-1);
  ctx.record({ action: 'household.listed-by-name', subject: filter.area, areaPath, details: { ...filter, count: page.length } });
  return {
    standard: scope.standardId || null,
    before,
    households,
    next: found.length > limit && last ? JSON.stringify([last.key, last.id, before + page.length]) : null,
    total: await countHouseholds(ctx.db, scope),
  };
}

function readPlace(text: string): { key: string | number; id: string; before: number } {
  try {
    const [key, id, before] = JSON.parse(text) as [string | number, string, number];
    return { key, id, before };
  } catch {
    throw problem('household.bad-cursor', {});
  }
}
