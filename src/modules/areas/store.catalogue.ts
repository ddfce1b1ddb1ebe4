import { sql } from 'kysely';
import { z } from 'zod';
import { PlainDate } from '#kernel/plain-date.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import { fingerprint, readCsv, readYaml } from '#platform/packs/read-pack.ts';
import { buildCatalogue, type CatalogueFiles } from './rules.catalogue.ts';

const folder = 'vn/areas';
const epochs = z.record(z.enum(['census_2009', 'three_level', 'two_level']), z.object({ from: PlainDate, note: z.string() }));

function readCatalogue() {
  const files: CatalogueFiles = {
    threeLevels: [...readCsv<'code' | 'level' | 'parent_code' | 'kind' | 'name' | 'valid_from' | 'valid_to'>(`${folder}/units-ended-2021-2025.csv`), ...readCsv<'code' | 'level' | 'parent_code' | 'kind' | 'name' | 'valid_from' | 'valid_to'>(`${folder}/units-2025-03.csv`)],
    twoLevels: readCsv(`${folder}/units-2025-07.csv`),
    merges: readCsv(`${folder}/merges-2025-07.csv`),
    census: readCsv(`${folder}/lineage-2009-2025-07.csv`),
    regions: readCsv(`${folder}/regions.csv`),
    aliases: readCsv(`${folder}/code-aliases.csv`),
  };
  const { census_2009, three_level, two_level } = epochs.parse(readYaml(`${folder}/epochs.yaml`));
  return buildCatalogue(files, { census_2009: census_2009.from, three_level: three_level.from, two_level: two_level.from });
}

/**
 * Brings the tables of areas up to the catalogue in `packs/`, if it has changed since they were filled. Areas keep their ids; villages
 * and whatever else officers added stay as they are. Runs as the owner of the database, before anyone is served.
 */
export async function fillCatalogue(owner: Db): Promise<boolean> {
  const print = `${fingerprint(folder, '.csv')} ${fingerprint(folder, '.yaml')}`;
  const known = await owner.selectFrom('setting').select('value').where('name', '=', 'areas.catalogue').executeTakeFirst();
  if (known?.value === print) return false;
  const catalogue = readCatalogue();
  await owner.transaction().execute(async (db) => {
    const ofPack = db.selectFrom('area').select('area_id').where('source', '=', 'pack');
    await db.deleteFrom('area_word').where('area_id', 'in', ofPack).execute();
    await db.deleteFrom('area_today').where('area_id', 'in', ofPack).execute();
    await db.deleteFrom('area_version').where('area_id', 'in', ofPack).execute();
    await db.deleteFrom('area_lineage').execute();
    await db.deleteFrom('area_region').execute();
    const existing = new Set((await ofPack.execute()).map(({ area_id }) => area_id));
    await insertRows(db, 'area', catalogue.areas.filter(({ area_id }) => !existing.has(area_id)));
    await insertRows(db, 'area_version', catalogue.versions);
    await insertRows(db, 'area_lineage', catalogue.edges);
    await insertRows(db, 'area_region', catalogue.regions);
    await insertRows(db, 'area_today', catalogue.today);
    await insertRows(db, 'area_word', catalogue.words);
    await db
      .insertInto('setting')
      .values({ name: 'areas.catalogue', value: JSON.stringify(print) })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: JSON.stringify(print) }))
      .execute();
  });
  await sql`analyze`.execute(owner);
  return true;
}
