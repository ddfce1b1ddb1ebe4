import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { refuseUnguarded } from './guard.ts';

/** Where the data are: the address of a PostgreSQL server, or a folder for the embedded database. */
export type Place = { address: string } | { folder: string };

/** Opens the database, brings its tables up to date, and refuses one whose rows are not guarded. */
export async function openDatabase(place: Place): Promise<Database> {
  const database = 'address' in place ? await openPostgres(place.address) : await openFolder(place.folder);
  try {
    await migrate(database, (sql) => database.script(sql));
    await refuseUnguarded(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openFolder(folder: string) {
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  try {
    const database = await openPglite({ folder: join(folder, 'db') });
    return {
      ...database,
      place: folder,
      close: async () => {
        await database.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}
