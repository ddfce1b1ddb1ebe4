import type { PlainDate } from '#kernel/plain-date.ts';
import type { Text } from '#kernel/text.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { AreaBoundaries, AreaName, AreaRef, Level } from './contract.ts';
import { islandAs, layerFor, mapOf, withoutShape, type Part } from './rules.boundaries.ts';
import { getArea, shownOn } from './service.ts';
import { endedBefore, overlayOf } from './service.strands.ts';
import { layers, readLayer, readThinLayer } from './store.boundaries.ts';
import { addedByHand, childAreas, type AreaOnDay } from './store.ts';

const noVillages: Text = { vi: 'Chưa có ranh giới thôn, tổ dân phố.', en: 'There are no boundaries of villages.' };

const notDrawn = (count: number): Text => ({
  vi: `Có ${count} đơn vị không có ranh giới trên bản đồ này; số liệu của các đơn vị đó nằm trong bảng.`,
  en: `${count} units have no boundary on this map; their figures are in the table.`,
});

/**
 * The outlines of the areas one level below on a day, or of those of a lower level. Hoàng Sa and Trường Sa are on every map of the country
 * and of their provinces. Of an area that has ended by then, those of the units that its land went into. Throws `area.not-found`.
 */
export async function boundaries(ctx: Ctx, { ref, day = ctx.today, level }: { ref: AreaRef; day?: PlainDate | undefined; level?: Level | undefined }): Promise<AreaBoundaries> {
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
