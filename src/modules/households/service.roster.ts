import type { AreaRef } from '#modules/areas/contract.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { endOf, type Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { RosterHousehold } from './contract.roster.ts';
import { problem } from './problems.ts';
import { standingIn } from './rules.changes.ts';
import type { Bookmark } from './service.handout.ts';
import { scopeOf } from './service.ts';
import { comparisonsOf } from './store.changes.ts';
import { countHouseholds, type ListScope } from './store.list.ts';
import { listHouseholds } from './store.page.ts';
import { listedAndBefore, membersOn } from './store.roster.ts';

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

/** The households of a class by name, that is read in pages or handed out whole. */
export interface OpenRoster {
  scope: ListScope;
  period: Period;
  class: HouseholdClass;
  standard: string | null;
  areaPath: string | null;
  total: number;
}

type Wish = Omit<RosterRequest, 'after' | 'limit'>;

async function open(ctx: Ctx, filter: Wish): Promise<OpenRoster> {
  const { scope, areaPath } = await scopeOf(ctx, filter);
  return { scope, period: filter.period, class: filter.class, standard: scope.standardId || null, areaPath, total: await countHouseholds(ctx.db, scope) };
}

/** Opens a list to be handed out whole, and puts that on record: one row with the filter and the number of households. */
export async function openRoster(ctx: Ctx, filter: Wish): Promise<OpenRoster> {
  const opened = await open(ctx, filter);
  ctx.record({ action: 'household.handed-out-by-name', subject: filter.area, areaPath: opened.areaPath, details: { ...filter, count: opened.total } });
  return opened;
}

/** Some more households of an open list with all their members, sorted by the given name of the head; each call may run in a transaction of its own. */
export async function readRoster(ctx: Ctx, { scope, period, class: of }: OpenRoster, after: Bookmark | null, limit: number): Promise<{ households: RosterHousehold[]; next: Bookmark | null }> {
  const found = await listHouseholds(ctx.db, scope, 'name', after, limit + 1);
  const page = found.slice(0, limit);
  const ids = page.map(({ id }) => id);
  const members = await membersOn(ctx.db, ids, endOf(period));
  const told = new Map((await listedAndBefore(ctx.db, ids, scope.roundIds, scope.standardId, of)).map((row) => [row.household_id, row]));
  // The list before is the one with which changes are compared.
  const compared = new Map((await comparisonsOf(ctx.db, [...told.values()])).map((comparison) => [`${comparison.village_id} ${comparison.round_id}`, comparison]));
  const households = page.map(({ id, head, size }): RosterHousehold => {
    const own = told.get(id);
    const { merit = null, no_labour: noLabour = null } = own ?? {};
    const before = own && compared.get(`${own.village_id} ${own.round_id}`);
    const standing = own ? standingIn(before?.before_listed?.includes(of) ? before.before_as_of : null, own.days) : null;
    const nobody = { name: head, relation: null, sex: null, birth: null, ethnicity: null };
    return { id, size, merit, noLabour, standing, members: members.get(id) ?? [nobody] };
  });
  const last = page.at(-1);
  return { households, next: found.length > limit && last ? { key: last.key, id: last.id } : null };
}

/** A page of the list. Leaves an audit row. */
export async function roster(ctx: Ctx, { after, limit, ...filter }: RosterRequest): Promise<Roster> {
  const opened = await open(ctx, filter);
  const place = after === undefined ? null : readPlace(after);
  const { households, next } = await readRoster(ctx, opened, place, limit);
  const before = place?.before ?? 0;
  ctx.record({ action: 'household.listed-by-name', subject: filter.area, areaPath: opened.areaPath, details: { ...filter, count: households.length } });
  return { standard: opened.standard, before, households, next: next && JSON.stringify([next.key, next.id, before + households.length]), total: opened.total };
}

function readPlace(text: string): { key: string | number; id: string; before: number } {
  try {
    const [key, id, before] = JSON.parse(text) as [string | number, string, number];
    return { key, id, before };
  } catch {
    throw problem('household.bad-cursor', {});
  }
}
