import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { words } from '#kernel/vietnamese.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getArea, getAreaWithin, requireInside } from '#modules/areas/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import { rangeOf } from '#platform/db/scope.ts';
import type { FoundHousehold } from './contract.events.ts';
import { standingEvents, standingOf } from './rules.events.ts';
import { lastHead } from './service.events.ts';
import { eventsOf, memberRowsOf } from './store.events.ts';
import { dwellingsOf, householdsNamed, sentHouseholds } from './store.find.ts';

/** Households by the names of their members, present and past: also those without a class, and those whose head was another. */
export async function find(ctx: Ctx, { text, limit }: { text: string; limit: number }): Promise<FoundHousehold[]> {
  const ids = await householdsNamed(ctx.db, text, limit * 3);
  ctx.record({ action: 'household.found', subject: 'household', areaPath: ctx.actor.areaPath, details: { text, count: ids.length } });
  if (ids.length === 0) return [];
  const members = Map.groupBy(await memberRowsOf(ctx.db, ids), ({ household_id }) => household_id as Id);
  const events = Map.groupBy(await eventsOf(ctx.db, ids), ({ household }) => household);
  const found: FoundHousehold[] = [];
  for (const { id, village: ref } of await dwellingsOf(ctx.db, ids)) {
    const rows = members.get(id) ?? [];
    const head = lastHead(rows);
    const { within, ...village } = await getAreaWithin(ctx, ref);
    const isMatch = (name: string): boolean => words(text).every((word) => words(name).some((part) => part.startsWith(word)));
    found.push({
      id,
      head,
      formerHeads: [...new Set(rows.filter((row) => row.head && row.name !== head).map(({ name }) => name))],
      matched: isMatch(head) ? null : (rows.find(({ name }) => isMatch(name))?.name ?? null),
      size: rows.filter(({ valid_to }) => valid_to === null).length,
      village: { id: village.id, code: null, level: village.level, name: village.name, kind: village.kind },
      commune: within.at(-1)?.name ?? null,
      standing: standingOf(events.get(id) ?? []),
    });
  }
  // Whose name was meant comes first: a head, a former head, any other member.
  const rank = ({ matched, formerHeads }: FoundHousehold): number => (matched === null ? 0 : formerHeads.includes(matched) ? 1 : 2);
  return found.sort((one, two) => rank(one) - rank(two)).slice(0, limit);
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
