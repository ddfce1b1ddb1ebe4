import { z } from 'zod';
import { addDays, PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.ts';
import { fingerprint, readCsv, readYaml } from '#platform/packs/read-pack.ts';
import { Epoch, type EpochSpan } from './contract.ts';
import { buildCatalogue, type CatalogueFiles, type UnitRow } from './rules.catalogue.ts';
import { problem } from './problems.ts';
import { analyzeAreas, brokenUnits, cataloguePrint, dropAdded, replaceCatalogue } from './store.catalogue.ts';

const folder = 'vn/areas';
const Epochs = z.record(z.enum(['census_2009', 'three_level', 'two_level']), z.object({ from: PlainDate, note: z.string() }));

const firstDays = () => {
  const { census_2009, three_level, two_level } = Epochs.parse(readYaml(`${folder}/epochs.yaml`));
  return { census_2009: census_2009.from, three_level: three_level.from, two_level: two_level.from };
};

/** The three maps, the oldest first. */
export async function epochs(): Promise<EpochSpan[]> {
  const starts = firstDays();
  return Epoch.options.map((epoch, place) => {
    const next = Epoch.options[place + 1];
    return { epoch, from: starts[epoch], to: next === undefined ? null : addDays(starts[next], -1) };
  });
}

function readCatalogue() {
  const units = (file: string): UnitRow[] => readCsv<keyof UnitRow>(`${folder}/${file}.csv`);
  const files: CatalogueFiles = {
    threeLevels: [...units('units-ended-2021-2025'), ...units('units-2025-03')],
    twoLevels: units('units-2025-07'),
    merges: readCsv(`${folder}/merges-2025-07.csv`),
    census: readCsv(`${folder}/lineage-2009-2025-07.csv`),
    regions: readCsv(`${folder}/regions.csv`),
    land: readCsv(`${folder}/land-2009.csv`),
    sizes: readCsv(`${folder}/unit-facts-2025-07.csv`),
    specials: readCsv(`${folder}/special-lists.csv`),
  };
  return buildCatalogue(files, firstDays());
}

/**
 * Brings the tables of areas up to the catalogue in `packs/`, if it has changed since they were filled. Areas keep their ids; villages and
 * whatever else officers added stay as they are, and what administrators changed is put on the new catalogue. Runs as the owner of the database,
 * before anyone is served. Throws `area.catalogue-conflict`, and leaves everything as it was, where the two do not fit.
 */
export async function fillCatalogue(owner: Db): Promise<void> {
  const print = `${fingerprint(folder, '.csv')} ${fingerprint(folder, '.yaml')}`;
  if ((await cataloguePrint(owner)) !== print) await loadCatalogue(owner, print);
}

/** The same whether or not it has changed. */
export async function loadCatalogue(owner: Db, print: string): Promise<void> {
  await owner.transaction().execute(async (db) => {
    await replaceCatalogue(db, readCatalogue(), print);
    const broken = await brokenUnits(db);
    if (broken.length > 0) throw problem('area.catalogue-conflict', { what: broken.join(', ') });
  });
  await analyzeAreas(owner);
}

/** Leaves nothing but the catalogue: for emptying a demonstration, in its transaction. */
export const dropAddedAreas = (db: Db): Promise<void> => dropAdded(db, readCatalogue());
