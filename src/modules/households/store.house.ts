import type { Insertable, Selectable } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { HousePhotoTable, HousePlaceTable } from '#platform/db/tables.ts';

export type PlaceRow = Selectable<HousePlaceTable>;
export type PhotoRow = Omit<Selectable<HousePhotoTable>, 'bytes'>;

/** Where the house stands, the latest day first. */
export const placesOf = (db: Db, household: Id): Promise<PlaceRow[]> => db.selectFrom('house_place').selectAll().where('household_id', '=', household).orderBy('day', 'desc').orderBy('entered_at', 'desc').execute();

const besideBytes = ['household_id', 'photo_id', 'area_path', 'village_id', 'day', 'type', 'width', 'height', 'source', 'entered_by', 'entered_name', 'entered_at'] as const;

/** What is known of the photographs of a house without the pictures, the latest day first. */
export const photosOf = (db: Db, household: Id): Promise<PhotoRow[]> => db.selectFrom('house_photo').select(besideBytes).where('household_id', '=', household).orderBy('day', 'desc').orderBy('entered_at', 'desc').execute();

export const findPhoto = (db: Db, household: Id, photo: Id): Promise<Selectable<HousePhotoTable> | undefined> =>
  db.selectFrom('house_photo').selectAll().where('household_id', '=', household).where('photo_id', '=', photo).executeTakeFirst();

export const insertPlace = (db: Db, row: Insertable<HousePlaceTable>): Promise<void> => insertRows(db, 'house_place', [row]);

export async function insertPhoto(db: Db, row: Insertable<HousePhotoTable>): Promise<void> {
  await db.insertInto('house_photo').values(row).execute();
}
