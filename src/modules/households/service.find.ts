import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { words } from '#kernel/vietnamese.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getArea, requireInside } from '#modules/areas/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import { rangeOf } from '#platform/db/scope.ts';
import type { FoundHousehold } from './contract.events.ts';
import { standingEvents, standingOf } from './rules.events.ts';
import { likeness } from './rules.names.ts';
import { lastHead } from './service.events.ts';
import { eventsOf, memberRowsOf } from './store.events.ts';
import { dwellingsOf, householdsNamed, sentHouseholds, villagesToday } from './store.find.ts';

/** Households that are looked at to find those that are shown: first a few, and where too few of them stand, at most so many. */
const candidates = [60, 400];

/** Households by the name of a member, present or past: also those without a class, and those whose head was another. */
export async function find(ctx: Ctx, { text, area: ref, limit }: { text: string; area?: AreaRef | undefined; limit: number }): Promise<FoundHousehold[]> {
  const path = (ref === undefined ? null : (await getArea(ctx, ref)).areaPath) ?? ctx.actor.areaPath;
  const found = path === null ? [] : await lookFor(ctx, text, path, limit);
  ctx.record({ action: 'household.found', subject: ref ?? 'household', areaPath: path, details: { text, count: found.length } });
  return found;
}

async function lookFor(ctx: Ctx, text: string, path: string, limit: number): Promise<FoundHousehold[]> {
  let found: FoundHousehold[] = [];
  for (const most of candidates) {
    const ids = await householdsNamed(ctx.db, text, rangeOf(path), most);
    found = ids.length === 0 ? [] : await viewFound(ctx, text, ids, limit);
    if (found.length === limit || ids.length < most) break;
  }
  return found;
}

const inOrder = (one: { near: number; rank: number }, other: { near: number; rank: number }): number => one.near - other.near || one.rank - other.rank;

async function viewFound(ctx: Ctx, text: string, ids: readonly Id[], limit: number): Promise<FoundHousehold[]> {
  const sought = words(text);
  const near = (name: string): number => likeness(sought, words(name)) ?? Infinity;
  const members = Map.groupBy(await memberRowsOf(ctx.db, ids), ({ household_id }) => household_id as Id);
  // The nearest name comes first; of those as near a head, a former head, any other member.
  const matches = [...members].flatMap(([id, rows]) => {
    const head = lastHead(rows);
    const names = [{ name: head, rank: 0 }, ...rows.map(({ name, head: wasHead }) => ({ name, rank: wasHead ? 1 : 2 }))].map((one) => ({ ...one, near: near(one.name) }));
    const nearest = names.reduce((one, other) => (inOrder(one, other) <= 0 ? one : other));
    return nearest.near === Infinity ? [] : [{ id, rows, head, matched: nearest.name === head ? null : nearest.name, ...nearest }];
  });
  const best = matches.sort(inOrder).slice(0, limit);
  const dwellings = new Map((await dwellingsOf(ctx.db, best.map(({ id }) => id))).map((dwelling) => [dwelling.id, dwelling]));
  const villages = await villagesToday(ctx.db, [...dwellings.values()].map(({ village }) => village), ctx.today);
  const events = Map.groupBy(await eventsOf(ctx.db, best.map(({ id }) => id)), ({ household }) => household);
  const found: FoundHousehold[] = [];
  for (const { id, rows, head, matched } of best) {
    const dwelling = dwellings.get(id);
    if (!dwelling) continue;
    const { commune, ...village } = villages.get(dwelling.village)!;
    found.push({
      id,
      head,
      formerHeads: [...new Set(rows.filter((row) => row.head && row.name !== head).map(({ name }) => name))],
      matched,
      size: rows.filter(({ valid_to }) => valid_to === null).length,
      village: { id: dwelling.village, code: null, level: 'village', ...village },
      commune,
      standing: standingOf(events.get(id) ?? []),
    });
  }
  return found;
}

/** Households of an area that left their commune and wait for somebody above both places to place them. */
export async function waiting(ctx: Ctx, { area: ref }: { area: AreaRef }) {
  const area = await getArea(ctx, ref);
  await requireInside(ctx, area);
  const ids = area.areaPath === null ? [] : await sentHouseholds(ctx.db, rangeOf(area.areaPath));
  ctx.record({ action: 'household.waiting-listed', subject: area.id, areaPath: area.areaPath, details: { count: ids.length } });
  const members = ids.length === 0 ? new Map() : Map.groupBy(await memberRowsOf(ctx.db, ids), ({ household_id }) => household_id as Id);
  const sent = standingEvents(await eventsOf(ctx.db, ids)).filter(({ kind }) => kind === 'moved_out');
  const rows = [];
  for (const id of ids) {
    const out = sent.findLast(({ household }) => household === id)!;
    const { id: village, name, kind } = await getArea(ctx, out.village);
    const own = (members.get(id) ?? []) as Awaited<ReturnType<typeof memberRowsOf>>;
    const size = own.filter(({ valid_to }) => valid_to === out.day).length;
    rows.push({ id, head: lastHead(own), size, from: { id: village, code: null, level: 'village' as const, name, kind }, to: (await getArea(ctx, out.otherVillage!)).name, day: out.day as PlainDate });
  }
  return rows;
}
