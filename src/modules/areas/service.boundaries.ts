import type { PlainDate } from '#kernel/plain-date.ts';
import type { Text } from '#kernel/text.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Caller } from '#platform/http/serve.ts';
import type { AreaBoundaries, AreaName, AreaRef, Level } from './contract.ts';
import { islandAs, layerFor, mapOf, withoutShape, type Part } from './rules.boundaries.ts';
import { getArea, shownOn } from './service.ts';
import { endedBefore, overlayOf } from './service.strands.ts';
import { editionFrom, KeptOutlines, layers, readLayer, readThinLayer } from './store.boundaries.ts';
import { latestChange } from './store.find.ts';
import { addedByHand, childAreas, type AreaOnDay } from './store.ts';

const noVillages: Text = { vi: 'Chưa có ranh giới thôn, tổ dân phố.', en: 'There are no boundaries of villages.' };

const notDrawn = (count: number): Text => ({
  vi: `Có ${count} đơn vị không có ranh giới trên bản đồ này; số liệu của các đơn vị đó nằm trong bảng.`,
  en: `${count} units have no boundary on this map; their figures are in the table.`,
});

interface Asked {
  ref: AreaRef;
  day?: PlainDate | undefined;
  level?: Level | undefined;
}

const keptOutlines = (): KeptOutlines => new KeptOutlines();

/** What boundaries are kept under: another whenever areas or the packs may be. */
export const edition = async (ctx: Ctx): Promise<{ edition: string }> => ({ edition: editionFrom(await latestChange(ctx.db)) });

/** The same as a file. It is made and compressed once for all who ask; of a day and by its edition, a browser keeps it. */
export async function boundaries(ctx: Ctx, { edition: known, ...asked }: Asked & { edition?: string | undefined }, { gzip }: Caller): Promise<{ headers: Record<string, string>; body: File }> {
  const { now, made } = await madeOnce(ctx, asked);
  const isLasting = known === now && asked.day !== undefined;
  return {
    headers: { 'cache-control': isLasting ? 'private, max-age=31536000, immutable' : 'private, no-cache', vary: 'accept-encoding', ...(gzip && { 'content-encoding': 'gzip' }) },
    body: new File([gzip ? made.compressed : made.plain()], 'boundaries.json', { type: 'application/json' }),
  };
}

/** Makes the map of the whole country by commune before anyone asks: its layer takes a second to read. */
export async function readOutlines(ctx: Ctx): Promise<void> {
  await madeOnce(ctx, { ref: 'VN' as AreaRef, level: 'commune' });
}

async function madeOnce(ctx: Ctx, asked: Asked) {
  const { edition: now } = await edition(ctx);
  return { now, made: await ctx.kept(keptOutlines).get(now, JSON.stringify([asked.ref, asked.day ?? ctx.today, asked.level]), () => outlines(ctx, asked)) };
}

/**
 * The outlines of the areas one level below on a day, or of those of a lower level. Hoàng Sa and Trường Sa are on every map of the country
 * and of their provinces. Of an area that has ended by then, those of the units that its land went into. Throws `area.not-found`.
 */
export async function outlines(ctx: Ctx, { ref, day = ctx.today, level }: Asked): Promise<AreaBoundaries> {
  const area = await getArea(ctx, ref, day);
  const ended = await endedBefore(ctx, area, day);
  const on = ended ? day : shownOn(area, day);
  const units = ended ? (await overlayOf(ctx, ended, ended.to, day)).units.map((unit) => unit.area) : await childAreas(ctx.db, area.id, on, level);
  const drawnLevel = units[0]?.level ?? null;
  const use = drawnLevel === null ? undefined : layerFor(layers(), drawnLevel, on);
  if (drawnLevel === null || use === undefined) {
    return { day: on, level: null, approximate: false, withoutOutline: [], notes: area.level === 'commune' ? [noVillages] : [], map: mapOf([]) };
  }
  const layer = area.level === 'country' ? readThinLayer(use.file) : readLayer(use.file);
  // Another territory under the same code is not what the layer draws; provinces that gave or took a commune are nearly so.
  const redrawn = drawnLevel === 'province' ? new Set<string>() : await addedByHand(ctx.db, units.map(({ id }) => id));
  const parts: Part[] = [{ layer, drawn: units.filter(({ id }) => !redrawn.has(id)).map((unit) => ({ area: unit, code: unit.code ?? '' })) }];
  if (!use.islands) parts.push(...(await islands(ctx, area, units, on)));
  const shown = new Set(parts.flatMap(({ drawn, layer: own }) => drawn.filter(({ code }) => own.shapes.has(code)).map((each) => each.area.id)));
  const withoutOutline = [...redrawn, ...withoutShape(layer, units)].filter((id): id is AreaRef => !shown.has(id as AreaRef));
  return {
    day: on,
    level: drawnLevel,
    approximate: use.approximate !== undefined,
    withoutOutline,
    notes: [...(use.approximate ? [use.approximate] : []), ...(withoutOutline.length > 0 ? [notDrawn(withoutOutline.length)] : [])],
    map: mapOf(parts),
  };
}

/** Hoàng Sa and Trường Sa for a layer that does not draw them, on a map of the country or of their province. */
async function islands(ctx: Ctx, area: AreaOnDay, units: readonly AreaName[], day: PlainDate): Promise<Part[]> {
  const { file, units: archipelagos } = layers().islands;
  const wanted = archipelagos.filter(({ province }) => area.level === 'country' || (area.level === 'province' && area.code === province));
  const drawn: Part['drawn'][number][] = [];
  for (const each of wanted) {
    const province = await getArea(ctx, each.province as AreaRef, day);
    drawn.push({ area: islandAs(each, units, province), code: each.code });
  }
  return drawn.length === 0 ? [] : [{ layer: readLayer(file), drawn }];
}
