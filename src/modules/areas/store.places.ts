import { sql } from 'kysely';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';

export interface PlaceRow {
  village_id: string;
  lat: number;
  lon: number;
  source: string;
  mark: 'stated' | 'made_up';
  entered_name: string | null;
  entered_at: Date;
}

/** The latest places of villages. */
export async function latestPlaces(db: Db, villageIds: readonly string[]): Promise<Map<string, PlaceRow>> {
  const { rows } = await sql<PlaceRow>`
    select distinct on (village_id) village_id, lat, lon, source, mark, entered_name, entered_at from village_place
    where village_id = any(${villageIds}::text[]) order by village_id, entered_at desc, place_id desc`.execute(db);
  return new Map(rows.map((row) => [row.village_id, row]));
}

export async function insertPlaces(db: Db, rows: readonly (PlaceRow & { place_id: string; entered_by: string | null })[]): Promise<void> {
  await insertRows(db, 'village_place', rows);
}
