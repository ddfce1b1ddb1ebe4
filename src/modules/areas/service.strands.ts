import { isWithin, type PlainDate } from '#kernel/plain-date.ts';
import type { Ctx } from '#platform/ctx.ts';
import { rangeOf } from '#platform/db/scope.ts';
import type { AreaName, AreaRef, Level, UnitMove } from './contract.ts';
import { strandsBetween, type Strand } from './rules.strands.ts';
import { getArea } from './service.ts';
import { childAreas, findArea, lifetimeOf, type AreaOnDay } from './store.ts';
import { linksFrom, pathsOf, reachingOutside, unitsLyingIn } from './store.strands.ts';

export type { Strand };

interface Days {
  /** Day of the map that is left. */
  from: PlainDate;
  /** Day of the map that is laid out. */
  to: PlainDate;
}

/** Where the people of units of one day are on the map of another; every piece of them, wherever it lies. */
export async function strandsOf(ctx: Ctx, unitIds: readonly AreaRef[], level: Level, days: Days): Promise<Strand[]> {
  const wanted = new Set<string>(unitIds);
  return (await strandsAround(ctx, unitIds, level, days)).filter(({ from }) => wanted.has(from.id));
}

/** The units of one day whose people are, some or all, in units of another. */
export async function strandsOnto(ctx: Ctx, unitIds: readonly AreaRef[], level: Level, days: Days): Promise<Strand[]> {
  const wanted = new Set<string>(unitIds);
  return (await strandsAround(ctx, unitIds, level, days)).filter(({ pieces }) => pieces.some(({ to }) => wanted.has(to)));
}

/** The strands between all units of both days that share land with some. */
async function strandsAround(ctx: Ctx, unitIds: readonly AreaRef[], level: Level, { from, to }: Days): Promise<Strand[]> {
  if (unitIds.length === 0) return [];
  const near = await unitsLyingIn(ctx.db, await pathsOf(ctx.db, unitIds), level, from);
  const paths = await pathsOf(ctx.db, [...near.map(({ id }) => id), ...unitIds]);
  const [left, laidOut] = [await unitsLyingIn(ctx.db, paths, level, from), await unitsLyingIn(ctx.db, paths, level, to)];
  const forward = from < to;
  const changed = new Set<string>(laidOut.map(({ id }) => id));
  const links = left.every(({ id }) => changed.has(id)) ? [] : await linksFrom(ctx.db, (forward ? left : laidOut).map(({ id }) => id));
  return strandsBetween({ from: left, to: laidOut, links, forward });
}

/** An area that has ended, laid over the map of a later day: a filter for what lay in it, and never an area that a post has. */
export interface Overlay {
  /** The day on which it is read: one of its own. */
  day: PlainDate;
  /** What lay in it on that day, of commune level. */
  communes: AreaName[];
  /** The units of commune level of the map that its land went into. */
  units: { area: AreaName; whole: boolean }[];
  /** From its communes to those units. */
  strands: Strand[];
}

/** The area as it was called last, once it has ended before a day; undefined while it stands. */
export async function endedBefore(ctx: Ctx, area: AreaOnDay, day: PlainDate): Promise<(AreaOnDay & { to: PlainDate }) | undefined> {
  const { to } = await lifetimeOf(ctx.db, area.id);
  return to === null || day <= to || area.level === 'village' ? undefined : { ...(await findArea(ctx.db, area.id, to))!, to };
}

/** Lays an area that ended over the map of a later day, read on that day of its own which is the nearest to `near`. */
export async function overlayOf(ctx: Ctx, area: AreaOnDay, near: PlainDate, map: PlainDate): Promise<Overlay> {
  const { from, to } = await lifetimeOf(ctx.db, area.id);
  const day = near < from ? from : to !== null && to < near ? to : near;
  const communes = area.level === 'commune' ? [area] : await childAreas(ctx.db, area.id, day, 'commune');
  const own = new Set<string>(communes.map(({ id }) => id));
  const days = { from: day, to: map };
  const strands = await strandsOf(ctx, communes.map(({ id }) => id), 'commune', days);
  const reached = [...new Set(strands.flatMap(({ pieces }) => pieces.map((piece) => piece.to)))];
  const around = await strandsOnto(ctx, reached, 'commune', days);
  const shared = new Set<string>(around.filter(({ from: unit }) => !own.has(unit.id)).flatMap(({ pieces }) => pieces.map((piece) => piece.to)));
  const wanted = new Set<string>(reached);
  const units = await unitsLyingIn(ctx.db, await pathsOf(ctx.db, reached), 'commune', map);
  return {
    day,
    communes: communes.map(({ id, code, level, name, kind }) => ({ id, code, level, name, kind })),
    units: units.filter(({ id }) => wanted.has(id)).map(({ main, ...unit }) => ({ area: unit, whole: !shared.has(unit.id) })),
    strands,
  };
}

/**
 * The units of commune level that an area had on one day, or that lay in it by then if it came later, and where each is on the map of another
 * day. Throws `area.not-found`.
 */
export async function between(ctx: Ctx, { ref, from, to }: { ref: AreaRef } & Days): Promise<UnitMove[]> {
  const area = await getArea(ctx, ref, from);
  const life = await lifetimeOf(ctx.db, area.id);
  const stood = isWithin(from, life.from, life.to);
  const day = stood ? from : from < life.from ? life.from : life.to!;
  const communes = (area.level === 'commune' ? [area] : await childAreas(ctx.db, area.id, day, 'commune')).map(({ id }) => id);
  // An area that did not stand on the first day is followed from its own units to those of that day.
  const ids = stood ? communes : [...new Set((await strandsOnto(ctx, communes, 'commune', { from, to: day })).map(({ from: unit }) => unit.id))];
  const strands = await strandsOf(ctx, ids, 'commune', { from, to });
  const reached = [...new Set(strands.flatMap(({ pieces }) => pieces.map((piece) => piece.to)))];
  const names = new Map((await unitsLyingIn(ctx.db, await pathsOf(ctx.db, reached), 'commune', to)).map(({ main, ...unit }) => [unit.id as string, unit]));
  return strands.map(({ from: unit, pieces }) => ({ unit, pieces: pieces.map((piece) => ({ area: names.get(piece.to)!, share: piece.share })) }));
}

/** Those areas that do not lie wholly inside the actor’s post. */
export async function outsidePost(ctx: Ctx, areaIds: readonly AreaRef[]): Promise<ReadonlySet<string>> {
  const { areaPath } = ctx.actor;
  return areaPath === null ? new Set(areaIds) : reachingOutside(ctx.db, areaIds, rangeOf(areaPath));
}
