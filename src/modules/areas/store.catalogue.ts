import { sql } from 'kysely';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/new-id.ts';
import type { Changes } from './rules.acts.ts';
import type { buildCatalogue } from './rules.catalogue.ts';
import { applyChanges } from './store.acts.ts';
import { insertChange } from './store.find.ts';

type Catalogue = ReturnType<typeof buildCatalogue>;

/** Fingerprint of the catalogue that the tables were filled from. */
export async function cataloguePrint(db: Db): Promise<unknown> {
  return (await db.selectFrom('setting').select('value').where('name', '=', 'areas.catalogue').executeTakeFirst())?.value;
}

/** Takes out all that officers and administrators added, and puts the catalogue as it ships in its place. */
export async function dropAdded(db: Db, catalogue: Catalogue): Promise<void> {
  await clearCatalogue(db);
  await db.deleteFrom('area_version').execute();
  await db.deleteFrom('area_today').execute();
  await db.deleteFrom('area').where('source', '=', 'officer').execute();
  await putCatalogue(db, catalogue);
}

/** Puts a catalogue in the place of the one before, and on it what administrators changed since; what officers added is not touched. */
export async function replaceCatalogue(db: Db, catalogue: Catalogue, print: string): Promise<void> {
  await clearCatalogue(db);
  await putCatalogue(db, catalogue);
  for (const changes of await changesInForce(db)) await putAgain(db, changes);
  await db
    .insertInto('setting')
    .values({ name: 'areas.catalogue', value: JSON.stringify(print) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: JSON.stringify(print) }))
    .execute();
}

async function clearCatalogue(db: Db): Promise<void> {
  const ofPack = db.selectFrom('area').select('area_id').where('source', '=', 'pack');
  await db.deleteFrom('area_today').where('area_id', 'in', ofPack).execute();
  await db.deleteFrom('area_version').where('area_id', 'in', ofPack).execute();
  for (const table of ['area_lineage', 'area_region', 'area_size', 'special_area'] as const) await db.deleteFrom(table).execute();
}

async function putCatalogue(db: Db, catalogue: Catalogue): Promise<void> {
  const existing = new Set((await db.selectFrom('area').select('area_id').execute()).map(({ area_id }) => area_id));
  await insertRows(db, 'area', catalogue.areas.filter(({ area_id }) => !existing.has(area_id)));
  await sql`
    update area set area_path = r.area_path from json_to_recordset(${JSON.stringify(catalogue.areas)}::json) as r (area_id text, area_path text)
    where area.area_id = r.area_id and area.area_path is distinct from r.area_path`.execute(db);
  await insertRows(db, 'area_version', catalogue.versions);
  await insertRows(db, 'area_lineage', catalogue.edges);
  await insertRows(db, 'area_region', catalogue.regions);
  await insertRows(db, 'area_size', catalogue.sizes);
  await insertRows(db, 'special_area', catalogue.specials);
  await insertRows(db, 'area_today', catalogue.today);
  await insertChange(db, { id: newId(), areaIds: null });
}

/** The changes of the map that were not taken back, the oldest first. */
async function changesInForce(db: Db): Promise<Changes[]> {
  const { rows } = await sql<{ changes: Changes }>`
    select changes from area_act a where undoes is null and not exists (select from area_act u where u.undoes = a.act_id) order by entered_at, act_id`.execute(db);
  return rows.map(({ changes }) => changes);
}

/** Puts a change on a catalogue that was read anew. Rows of what was added by hand stand as they were, so that only the others are written. */
async function putAgain(db: Db, { before, after }: Changes): Promise<void> {
  const added = new Set((await db.selectFrom('area').select('area_id').where('source', '=', 'officer').execute()).map(({ area_id }) => area_id));
  const shipped = <Row extends { area_id: string }>(rows: readonly Row[]): Row[] => rows.filter(({ area_id }) => !added.has(area_id));
  const ofPack = (rows: Changes['before']): Changes['before'] => ({ ...rows, area: shipped(rows.area), area_version: shipped(rows.area_version), area_today: shipped(rows.area_today) });
  const [was, is] = [ofPack(before), ofPack(after)];
  // The new catalogue may hold a row already that the change once added.
  const gone = { ...was, area_version: [...was.area_version, ...is.area_version], area_lineage: [...was.area_lineage, ...is.area_lineage], area_today: [...was.area_today, ...is.area_today], area_region: [...was.area_region, ...is.area_region] };
  await applyChanges(db, { before: gone, after: is });
}

/** Names of communes that stand today in what does not, or that stand although their land was given to others. */
export async function brokenUnits(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select v.name from area a join area_version v on v.area_id = a.area_id and v.valid_to is null
    where a.level in ('commune', 'village')
      and (a.area_path is null or not exists (select from area p join area_version q on q.area_id = p.area_id and q.valid_to is null where p.area_id = v.parent_id and a.area_path like p.area_path || '.%'))
    order by 1 limit 5`.execute(db);
  return rows.map(({ name }) => name);
}

/** Renews what the planner knows. */
export async function analyzeAreas(owner: Db): Promise<void> {
  await sql`analyze`.execute(owner);
}
