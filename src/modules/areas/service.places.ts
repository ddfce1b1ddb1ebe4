import type { PlainDate } from '#kernel/plain-date.ts';
import { sortKey } from '#kernel/vietnamese.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { CommunePlaces, GivenPlace } from './contract.places.ts';
import type { AreaRef } from './contract.ts';
import { problem } from './problems.ts';
import { layerFor, mapOf, type Layer } from './rules.boundaries.ts';
import { isInShape, pointsInside, ringsOf } from './rules.places.ts';
import { unknownVillage } from './rules.ts';
import { getArea, requireInside, shownOn } from './service.ts';
import { layers, readLayer } from './store.boundaries.ts';
import { insertPlaces, latestPlaces } from './store.places.ts';
import { addedByHand, childAreas, placesOf, type AreaOnDay } from './store.ts';

/** Where the villages of a commune are. Those of households whose village is unknown are nowhere, and not among them. Throws `area.not-a-commune`. */
export async function places(ctx: Ctx, { ref, day = ctx.today }: { ref: AreaRef; day?: PlainDate | undefined }): Promise<CommunePlaces> {
  const commune = await communeOn(ctx, ref, day);
  const villages = await villagesIn(ctx, commune, day);
  const known = await latestPlaces(ctx.db, villages.map(({ id }) => id));
  const layer = await layerOfCommune(ctx, commune, day);
  const rings = layer ? ringsOf(layer, commune.code!) : [];
  return {
    villages: villages.map(({ id, code, level, name, kind }) => {
      const row = known.get(id);
      const place = row && { lat: row.lat, lon: row.lon, source: row.source, mark: row.mark, by: row.entered_name, at: row.entered_at.toISOString(), outside: rings.length === 0 ? null : !isInShape(rings, [row.lon, row.lat]) };
      return { village: { id, code, level, name, kind }, place: place ?? null };
    }),
    outline: mapOf(layer ? [{ layer, drawn: [{ area: commune, code: commune.code! }] }] : []),
  };
}

/**
 * Says where villages of a commune are, as records that take the place of earlier ones. Throws `area.outside-post`, and of the first line that is
 * not right `area.place-unknown` or `area.place-range`; then nothing is written.
 */
export async function putPlaces(ctx: Ctx, { ref, places: given, source }: { ref: AreaRef; places: readonly GivenPlace[]; source: string }): Promise<CommunePlaces> {
  const commune = await communeOn(ctx, ref, ctx.today);
  await requireInside(ctx, commune);
  const villages = await villagesIn(ctx, commune, ctx.today);
  const byName = new Map(villages.flatMap(({ id, name }) => [[id as string, id], [sortKey(name), id]]));
  const rows = given.map(({ village, lat, lon }, line) => {
    const id = byName.get(village) ?? byName.get(sortKey(village));
    if (id === undefined) throw problem('area.place-unknown', { line: line + 1, village, commune: commune.name });
    if (lat < -90 || lat > 90 || lon < -180 || lon > 180) throw problem('area.place-range', { line: line + 1, village, lat, lon });
    return { id, lat, lon };
  });
  await record(ctx, commune, rows, source, 'stated');
  return places(ctx, { ref });
}

/** Gives the villages of a commune places that are made up, and say so: for a demonstration. */
export async function makeUpPlaces(ctx: Ctx, ref: AreaRef, day: PlainDate): Promise<void> {
  const commune = await communeOn(ctx, ref, day);
  const layer = await layerOfCommune(ctx, commune, day);
  const villages = await villagesIn(ctx, commune, day);
  const points = layer ? pointsInside(ringsOf(layer, commune.code!), villages.length) : [];
  const known = await latestPlaces(ctx.db, villages.map(({ id }) => id));
  const rows = villages.flatMap(({ id }, place) => (points[place] && !known.has(id) ? [{ id, lon: points[place][0], lat: points[place][1] }] : []));
  if (rows.length > 0) await record(ctx, commune, rows, 'Mô phỏng: vị trí tự đặt để minh họa', 'made_up');
}

async function record(ctx: Ctx, commune: AreaOnDay, rows: readonly { id: AreaRef; lat: number; lon: number }[], source: string, mark: 'stated' | 'made_up'): Promise<void> {
  const stamp = { source, mark, entered_by: ctx.actor.userId, entered_name: ctx.actor.name, entered_at: ctx.now };
  await insertPlaces(ctx.db, rows.map(({ id, lat, lon }) => ({ place_id: ctx.newId(), village_id: id, lat, lon, ...stamp })));
  const [areaPath] = (await placesOf(ctx.db, [commune.id])).get(commune.id) ?? [];
  ctx.record({ action: 'area.villages-located', subject: commune.id, areaPath: areaPath ?? null, details: { villages: rows.length, source } });
}

async function communeOn(ctx: Ctx, ref: AreaRef, day: PlainDate): Promise<AreaOnDay> {
  const commune = await getArea(ctx, ref, day);
  if (commune.level !== 'commune') throw problem('area.not-a-commune', { name: commune.name });
  return commune;
}

async function villagesIn(ctx: Ctx, commune: AreaOnDay, day: PlainDate): Promise<AreaOnDay[]> {
  return (await childAreas(ctx.db, commune.id, shownOn(commune, day), 'village')).filter(({ kind }) => kind !== unknownVillage.kind);
}

/** The layer that draws a commune on a day; none where it is of another territory than the one drawn. */
async function layerOfCommune(ctx: Ctx, commune: AreaOnDay, day: PlainDate): Promise<Layer | undefined> {
  const use = layerFor(layers(), 'commune', shownOn(commune, day));
  const layer = use && readLayer(use.file);
  return layer?.shapes.has(commune.code ?? '') && !(await addedByHand(ctx.db, [commune.id])).has(commune.id) ? layer : undefined;
}
