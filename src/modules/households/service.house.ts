import type { Id } from '#kernel/ids.ts';
import { mayDo } from '#kernel/permission.ts';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { House, HousePhoto, HousePlace, PlaceOrigin } from './contract.house.ts';
import { problem } from './problems.ts';
import { readPhoto } from './rules.photo.ts';
import { load, type Loaded } from './service.events.ts';
import * as store from './store.house.ts';

interface Told {
  household: Id;
  /** The day on which the house was seen so. */
  day: PlainDate;
  source: string;
}

type Place = Told & { latitude: number; longitude: number; accuracy: number | null; origin: PlaceOrigin };

/** All that is recorded of a house, as far as the role may see it. */
export async function houseOf(ctx: Ctx, household: Id): Promise<House> {
  const [places, photos] = [await store.placesOf(ctx.db, household), await store.photosOf(ctx.db, household)];
  const open = mayDo(ctx.actor.role, 'household.house');
  return { open, recorded: { places: places.length, photos: photos.length }, places: open ? places.map(viewPlace) : [], photos: open ? photos.map(viewPhoto) : [] };
}

/** Records where a house stands. Throws `household.not-found`, `household.not-present`, `household.act-in-future`. */
export async function addPlace(ctx: Ctx, { latitude, longitude, accuracy, origin, ...told }: Place): Promise<HousePlace> {
  const household = await whoseHouse(ctx, told);
  const row = { place_id: ctx.newId(), latitude, longitude, accuracy, origin, ...ofHouse(ctx, household, told) };
  await store.insertPlace(ctx.db, row);
  ctx.record({ action: 'household.place-added', subject: told.household, areaPath: household.areaPath, details: { place: row.place_id, day: told.day, origin } });
  return viewPlace(row);
}

/** Keeps a photograph without what the camera wrote beside it. Throws as `addPlace`, and `household.photo-unreadable`. */
export async function addPhoto(ctx: Ctx, { file, ...told }: Told & { file: File }): Promise<HousePhoto> {
  // The frame has the file in memory: nothing is waited for here.
  const read = readPhoto(new Uint8Array(await file.arrayBuffer()));
  if (read === null) throw problem('household.photo-unreadable', {});
  const household = await whoseHouse(ctx, told);
  const row = { photo_id: ctx.newId(), ...read, ...ofHouse(ctx, household, told) };
  await store.insertPhoto(ctx.db, row);
  ctx.record({ action: 'household.photo-added', subject: told.household, areaPath: household.areaPath, details: { photo: row.photo_id, day: told.day } });
  return viewPhoto(row);
}

/** A photograph. Throws `household.photo-not-found`. */
export async function photo(ctx: Ctx, { household, photo: id }: { household: Id; photo: Id }): Promise<File> {
  const found = await store.findPhoto(ctx.db, household, id);
  if (!found) throw problem('household.photo-not-found', {});
  ctx.record({ action: 'household.photo-opened', subject: household, areaPath: found.area_path, details: { photo: id } });
  return new File([found.bytes as Uint8Array<ArrayBuffer>], `nha-${found.day}.${found.type === 'image/png' ? 'png' : 'jpg'}`, { type: found.type });
}

async function whoseHouse(ctx: Ctx, { household: id, day }: Told): Promise<Loaded> {
  if (day > ctx.today) throw problem('household.act-in-future', { day: showDate(day) });
  const household = (await load(ctx, [id])).get(id)!;
  if (household.standing !== 'present') throw problem('household.not-present', { head: household.headName });
  return household;
}

const ofHouse = (ctx: Ctx, { id, areaPath, village }: Loaded, { day, source }: Told) => ({
  household_id: id,
  area_path: areaPath,
  village_id: village,
  day,
  source,
  entered_by: ctx.actor.userId,
  entered_name: ctx.actor.name,
  entered_at: ctx.now,
});

const viewPlace = (row: store.PlaceRow): HousePlace => ({
  id: row.place_id as Id,
  day: row.day as PlainDate,
  latitude: row.latitude,
  longitude: row.longitude,
  accuracy: row.accuracy,
  origin: row.origin as PlaceOrigin,
  source: row.source,
  enteredBy: row.entered_name,
  enteredAt: row.entered_at.toISOString(),
});

const viewPhoto = (row: store.PhotoRow): HousePhoto => ({
  id: row.photo_id as Id,
  day: row.day as PlainDate,
  width: row.width,
  height: row.height,
  source: row.source,
  enteredBy: row.entered_name,
  enteredAt: row.entered_at.toISOString(),
});
