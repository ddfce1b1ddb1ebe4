import type { PlainDate } from '#kernel/plain-date.ts';
import { sortKey, tidy } from '#kernel/vietnamese.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isInside, rangeOf } from '#platform/db/scope.ts';
import type { Area, AreaName, AreaPage, AreaRef, Level, LineageEdge } from './contract.ts';
import { problem } from './problems.ts';
import { villageKind } from './rules.catalogue.ts';
import { namesIn, parseRef, placementsOf, unknownVillage, type CommuneInTime } from './rules.ts';
import { listsOf } from './service.special.ts';
import { edgesOf, sameCode, wasSplit, type Edge } from './store.lineage.ts';
import { sizeOf } from './store.special.ts';
import { ancestors, chainsOf, childAreas, findArea, findNearest, lifetimeOf, placesOf, regionOf, todayPaths, versionsOf, type AreaOnDay } from './store.ts';

export type { AreaOnDay };
import { insertVillages, lockMap, settleVillages, villagesOf } from './store.villages.ts';

/** Ids of villages are never used again, as codes are: they name one area on any day. */
const isId = (codeOrId: string): boolean => codeOrId.includes('-');

/**
 * The area that a reference names. The day in the reference says which area, `day` which of its names; where it did not exist on `day`,
 * the day in the reference says both, and a village is read on its own day that is nearest. Throws `area.not-found`.
 */
export async function getArea(ctx: Ctx, ref: AreaRef, day: PlainDate = ctx.today): Promise<AreaOnDay> {
  const { codeOrId, day: own } = parseRef(ref);
  const area = (await findArea(ctx.db, codeOrId, own ?? day)) ?? (isId(codeOrId) ? await findNearest(ctx.db, codeOrId, day) : undefined);
  if (!area) throw problem('area.not-found', { ref, day: own ?? day });
  return (own === undefined ? area : await findArea(ctx.db, area.id, day)) ?? area;
}

/** Whether all the land of an area lies inside the actor's post: only then are its figures whole, and only then are they shown. */
export async function isWhollyInside(ctx: Ctx, area: AreaOnDay): Promise<boolean> {
  const { areaPath } = ctx.actor;
  if (areaPath === null) return false;
  const paths = await todayPaths(ctx.db, area.id);
  return paths.length > 0 && paths.every((path) => isInside(path, areaPath));
}

/** The path of the province of today’s map that all land of an area lies in; null where there is none, as for the country. */
export async function provinceToday(ctx: Ctx, area: AreaOnDay): Promise<string | null> {
  const provinces = new Set((await todayPaths(ctx.db, area.id)).map((path) => path.split('.')[0]!));
  return area.level !== 'country' && provinces.size === 1 ? [...provinces][0]! : null;
}

/** Throws `area.outside-post` unless the area is wholly inside the actor's post. */
export async function requireInside(ctx: Ctx, area: AreaOnDay): Promise<void> {
  if (!(await isWhollyInside(ctx, area))) throw problem('area.outside-post', { name: area.name });
}

/**
 * Those of some areas, by their ids, that share land with another. Where both stood on the day, the tree of that day tells; otherwise where
 * they lie on today's map does, and two that went into the same unit then count as sharing it. Throws `area.not-found`.
 */
export async function overlapping(ctx: Ctx, areaIds: readonly AreaRef[], other: AreaRef, day: PlainDate): Promise<ReadonlySet<AreaRef>> {
  if (areaIds.length === 0) return new Set();
  const { id: own } = await getArea(ctx, other, day);
  const chains = await chainsOf(ctx.db, [own, ...areaIds], day);
  const above = chains.get(own);
  const [standing, others] = [areaIds.filter((id) => above && chains.has(id)), areaIds.filter((id) => !above || !chains.has(id))];
  const inTree = standing.filter((id) => above!.has(id) || chains.get(id)!.has(own));
  if (others.length === 0) return new Set(inTree);
  const places = await placesOf(ctx.db, [own, ...others]);
  const mine = places.get(own) ?? [];
  const onMap = others.filter((id) => (places.get(id) ?? []).some((path) => mine.some((their) => isInside(path, their) || isInside(their, path))));
  return new Set([...inTree, ...onMap]);
}

/** Those of some areas, by their ids, that had ended by a day and on whose land all of an area lies now: what was held there goes on for it. */
export async function endedAround(ctx: Ctx, areaIds: readonly AreaRef[], areaId: AreaRef, day: PlainDate): Promise<ReadonlySet<AreaRef>> {
  const standing = await chainsOf(ctx.db, areaIds, day);
  const places = await placesOf(ctx.db, [areaId, ...areaIds]);
  const own = places.get(areaId) ?? [];
  const around = (id: AreaRef): boolean => own.length > 0 && own.every((path) => (places.get(id) ?? []).some((place) => isInside(path, place)));
  return new Set(areaIds.filter((id) => !standing.has(id) && around(id)));
}

/** The villages in which the households of an area are looked for: a range of paths on today's map, or the villages that lay in it on a day. */
export type Territory = { low: string; high: string } | { villageIds: string[] };

export async function territoryOf(ctx: Ctx, area: AreaOnDay, day: PlainDate): Promise<Territory> {
  // What lies there today lay there on any day: records follow their land.
  if (area.areaPath !== null) return rangeOf(area.areaPath);
  if (area.level === 'village') return { villageIds: [area.id] };
  const villages = await childAreas(ctx.db, area.id, shownOn(area, day), 'village');
  return { villageIds: villages.map(({ id }) => id) };
}

/** The day on which an area is shown: the one that was asked for, or its last one if it had ended by then. */
export const shownOn = (area: AreaOnDay, day: PlainDate): PlainDate => (day < area.from ? area.from : area.to !== null && area.to < day ? area.to : day);

function view({ parentId, areaPath, ...area }: AreaOnDay, within: AreaName[], region: Area['region']): Area {
  return { ...area, within, region };
}

export async function getAreaWithin(ctx: Ctx, ref: AreaRef, day: PlainDate = ctx.today): Promise<Area> {
  const area = await getArea(ctx, ref, day);
  const on = shownOn(area, day);
  const within = await ancestors(ctx.db, area.parentId, on);
  const province = area.level === 'province' ? area.id : within.find(({ level }) => level === 'province')?.id;
  return view(area, within, province === undefined ? null : await regionOf(ctx.db, province, on));
}

export async function get(ctx: Ctx, { ref, day }: { ref: AreaRef; day?: PlainDate | undefined }): Promise<AreaPage> {
  const area = await getAreaWithin(ctx, ref, day);
  const { from, to } = await lifetimeOf(ctx.db, area.id);
  return {
    ...area,
    versions: await versionsOf(ctx.db, area.id),
    predecessors: await withPlaces(ctx, await edgesOf(ctx.db, area.id, 'predecessors')),
    successors: await withPlaces(ctx, await edgesOf(ctx.db, area.id, 'successors')),
    sameCode: (await sameCode(ctx.db, area.id, area.code, area.level)).map((other) => ({ ...other, within: '' })),
    lists: await listsOf(ctx, area),
    size: await sizeOf(ctx.db, area.id),
    lifetime: { from, to },
  };
}

async function withPlaces(ctx: Ctx, edges: readonly Edge[]): Promise<LineageEdge[]> {
  const places: LineageEdge[] = [];
  for (const { parentId, on, ...edge } of edges) places.push({ ...edge, within: await ancestors(ctx.db, parentId, on) });
  return places;
}

export async function children(ctx: Ctx, { ref, day = ctx.today, level }: { ref: AreaRef; day?: PlainDate | undefined; level?: Level | undefined }) {
  const area = await getArea(ctx, ref, day);
  const found = await childAreas(ctx.db, area.id, shownOn(area, day), level);
  return found.map(({ parentId, areaPath, ...child }) => child);
}

export async function addVillages(ctx: Ctx, { ref, day = ctx.today, names }: { ref: AreaRef; day?: PlainDate | undefined; names: readonly string[] }): Promise<AreaName[]> {
  const commune = await getArea(ctx, ref, day);
  const { villages, added } = await ensureVillages(ctx, commune, names);
  if (added.length === 0) ctx.record({ action: 'area.villages-known', subject: commune.id, areaPath: ctx.actor.areaPath });
  return [...villages.values()].map(({ areaPath, ...village }) => village);
}

/** Those of the names that no village of the commune bears; households without a village need none. */
export async function unknownVillages(ctx: Ctx, commune: AreaOnDay, names: Iterable<string | null>): Promise<string[]> {
  const existing = await villagesOf(ctx.db, commune.id, commune.to ?? ctx.today);
  const asked = new Map([...names].filter((name) => name !== null).map((name) => [sortKey(name), tidy(name)]));
  return [...asked].filter(([key]) => !existing.has(key)).map(([, name]) => name);
}

/**
 * The villages of a commune with these names, adding those that it has not; `null` stands for "village unknown". Throws
 * `area.not-a-commune` and `area.outside-post`. Returns them by the name asked, with the path that each has on today's map.
 */
export async function ensureVillages(ctx: Ctx, commune: AreaOnDay, names: Iterable<string | null>): Promise<{ villages: Map<string | null, AreaName & { areaPath: string }>; added: string[] }> {
  if (commune.level !== 'commune') throw problem('area.not-a-commune', { name: commune.name });
  await lockMap(ctx.db, 'shared');
  await requireInside(ctx, commune);
  const [communePath] = await todayPaths(ctx.db, commune.id);
  const existing = await villagesOf(ctx.db, commune.id, commune.to ?? ctx.today);
  const places = await placesOf(ctx.db, [...existing.values()] as AreaRef[]);
  const villages = new Map<string | null, AreaName & { areaPath: string }>();
  const added: { id: string; name: string; kind: string; areaPath: string }[] = [];
  for (const asked of new Set(names)) {
    const name = asked === null ? unknownVillage.name : tidy(asked);
    const kind = asked === null ? unknownVillage.kind : villageKind;
    const known = existing.get(sortKey(name));
    const id = known ?? ctx.newId();
    // A village may lie elsewhere by now than most of the commune whose list names it.
    const areaPath = places.get(id as AreaRef)?.[0] ?? `${communePath}.${id}`;
    if (known === undefined) {
      existing.set(sortKey(name), id);
      added.push({ id, name, kind, areaPath });
    }
    villages.set(asked, { id: id as AreaRef, code: null, level: 'village', name, kind, areaPath });
  }
  const settled = await settleVillages(ctx.db, commune.id, [...villages.values()].map(({ id }) => id));
  if (settled.length > 0) ctx.record({ action: 'area.villages-placed', subject: commune.id, areaPath: communePath!, details: { villages: settled } });
  if (added.length > 0) {
    const placements = placementsOf(await lifetimeOf(ctx.db, commune.id), await laterCommunes(ctx, commune, communePath!), await wasSplit(ctx.db, commune.id));
    const placed = added.map((village) => {
      const names = namesIn(village, commune.name, placements);
      return { ...village, placements: placements.map((placement, index) => ({ ...placement, name: names[index]! })) };
    });
    await insertVillages(ctx.db, ctx.newId(), placed);
    ctx.record({ action: 'area.villages-added', subject: commune.id, areaPath: communePath!, details: { names: added.map(({ name }) => name) } });
  }
  return { villages, added: added.map(({ name }) => name) };
}

/** The communes that a commune leads to on later maps: of the same code in the catalogue of three levels, and today's by its land. */
async function laterCommunes(ctx: Ctx, commune: AreaOnDay, communePath: string): Promise<CommuneInTime[]> {
  const today = await findArea(ctx.db, communePath.split('.')[1]!, ctx.today);
  const sameNames = await sameCode(ctx.db, commune.id, commune.code, commune.level);
  const later: CommuneInTime[] = [];
  for (const id of new Set([...sameNames.map((same) => same.id), ...(today && today.id !== commune.id ? [today.id] : [])])) {
    const [path] = await todayPaths(ctx.db, id);
    if (path === communePath) later.push(await lifetimeOf(ctx.db, id));
  }
  return later;
}
