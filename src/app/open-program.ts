import { fillCatalogue } from '#modules/areas/service.catalogue.ts';
import { openDatabase } from '#platform/db/open.ts';
import type { Place } from '#platform/db/open.ts';
import type { Runtime } from '#platform/run.ts';
import { deliver } from './subscriptions.ts';

/** Opens the database, brings tables and catalogues up to date, and hands out what every call needs. */
export async function openProgram(place: Place): Promise<Runtime> {
  const database = await openDatabase(place);
  try {
    await fillCatalogue(database.owner);
    return { database, deliver, clock: () => new Date(), report: (error) => console.error(error) };
  } catch (error) {
    await database.close();
    throw error;
  }
}
