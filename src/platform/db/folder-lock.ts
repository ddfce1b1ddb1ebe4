import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { problem } from './problems.ts';

interface Holder {
  pid: number;
  command: string;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Takes the data folder for this process: two would ruin the embedded database, which keeps no lock of its own. Returns the release. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock.json');
  const me: Holder = { pid: process.pid, command: process.argv.slice(1).map((part) => part.split('/').slice(-2).join('/')).join(' ') };
  for (;;) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(JSON.stringify(me));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await readHolder(path);
    if (holder && holder.pid !== process.pid && isAlive(holder.pid)) throw problem('db.folder-in-use', { folder, ...holder });
    await rm(path, { force: true });
  }
}

/** Who holds the lock; none where the file is torn, as after a loss of power. */
async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
