/** Builds the screens into dist/web when what they are made of has changed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { webBuild } from './steps.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const note = join(root, 'dist/web/.built-from');

/** Whole folders and single files that the screens are built from; of modules only what a browser may hold. */
const sources = ['src/web', 'src/kernel', 'src/modules', 'src/app/contract.ts', 'vite.config.ts', 'package-lock.json'];
const inScreens = (path: string): boolean => !/\.test\.tsx?$/.test(path) && (!path.startsWith('src/modules/') || /\/web\/|\/(contract|rules|problems)[^/]*\.ts$/.test(path));

function filesOf(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .filter(inScreens)
    .sort();
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesOf)) hash.update(path).update('\0').update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/** What dist/web was built from; nothing where it was not built, or by another road. */
function builtFrom(): string | undefined {
  try {
    return readFileSync(note, 'utf8');
  } catch {
    return undefined;
  }
}

/** Brings dist/web up to date; `building` is called before a build begins. False when the build failed; what was wrong is on stderr. */
export async function freshenWeb(building: () => void): Promise<boolean> {
  const wanted = fingerprint();
  if (builtFrom() === wanted) return true;
  building();
  const { failed } = await webBuild();
  if (failed > 0) return false;
  writeFileSync(note, wanted);
  return true;
}
