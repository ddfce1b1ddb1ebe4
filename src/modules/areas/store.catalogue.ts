import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import type { buildCatalogue } from './rules.catalogue.ts';
import { insertChange } from './store.find.ts';

/** Fingerprint of the catalogue that the tables were filled from. */
export async function cataloguePrint(db: Db): Promise<unknown> {
  return (await db.selectFrom('setting').select('value').where('name', '=', 'areas.catalogue').executeTakeFirst())?.value;
}

/** Takes out the villages that officers added. */
export async function deleteAdded(db: Db): Promise<void> {
  const added = db.selectFrom('area').select('area_id').where('source', '=', 'officer');
  await db.deleteFrom('area_today').where('area_id', 'in', added).execute();
  await db.deleteFrom('area_version').where('area_id', 'in', added).execute();
  await db.deleteFrom('area').where('source', '=', 'officer').execute();
  await insertChange(db, { id: uuidv7(), areaIds: null });
}

/** Puts a catalogue in the place of the one before, in one transaction; what officers added is not touched. */
export async function replaceCatalogue(owner: Db, catalogue: ReturnType<typeof buildCatalogue>, print: string): Promise<void> {
  await owner.transaction().execute(async (db) => {
    const ofPack = db.selectFrom('area').select('area_id').where('source', '=', 'pack');
    await db.deleteFrom('area_today').where('area_id', 'in', ofPack).execute();
    await db.deleteFrom('area_version').where('area_id', 'in', ofPack).execute();
    await db.deleteFrom('area_lineage').execute();
    await db.deleteFrom('area_region').execute();
    await db.deleteFrom('area_size').execute();
    await db.deleteFrom('special_area').execute();
    const existing = new Set((await ofPack.execute()).map(({ area_id }) => area_id));
    await insertRows(db, 'area', catalogue.areas.filter(({ area_id }) => !existing.has(area_id)));
    await insertRows(db, 'area_version', catalogue.versions);
    await insertRows(db, 'area_lineage', catalogue.edges);
    await insertRows(db, 'area_region', catalogue.regions);
    await insertRows(db, 'area_size', catalogue.sizes);
    await insertRows(db, 'special_area', catalogue.specials);
    await insertRows(db, 'area_today', catalogue.today);
    await insertChange(db, { id: uuidv7(), areaIds: null });
    await db
      .insertInto('setting')
      .values({ name: 'areas.catalogue', value: JSON.stringify(print) })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: JSON.stringify(print) }))
      .execute();
  });
  await sql`analyze`.execute(owner);
}
