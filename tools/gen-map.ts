/** Writes docs/map.md, the picture of who leans on whom, from the imports: `npm run gen-map`. With `--check` it only says whether the file is fresh. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { modules } from '#modules/modules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'docs/map.md');

/** The parts of the house beside the modules, from the top down. */
const parts = { cli: 'command line', app: 'app', demo: 'demonstration', web: 'shell of the web', platform: 'platform', kernel: 'kernel' } as const;

/** The part that a file belongs to: a module, or another room of src. */
const partOf = (path: string): string | undefined => /^src\/modules\/(\w+)\//.exec(path)?.[1] ?? /^(?:src\/)?(\w+)\//.exec(path)?.[1];

/** Screens of modules are left out: they borrow parts from each other in any direction. */
const isCounted = (path: string): boolean => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/walk\.ts$|\.d\.ts$|^src\/modules\/\w+\/web\//.test(path);

/** Where an import of ours leads, from the root; undefined for a package. */
function target(from: string, name: string): string | undefined {
  if (name.startsWith('.')) return normalize(join(dirname(from), name)).replaceAll('\\', '/');
  const [, room, rest] = /^#(kernel|modules|platform|app|web|demo)\/(.+)$/.exec(name) ?? [];
  return room && `${room === 'demo' ? '' : 'src/'}${room}/${rest}`;
}

/** For each part the other parts that its files import. */
async function readLeanings(): Promise<Map<string, Set<string>>> {
  const leanings = new Map<string, Set<string>>();
  for (const folder of ['src', 'demo']) {
    for (const name of await readdir(join(root, folder), { recursive: true })) {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      if (!isCounted(path)) continue;
      const own = partOf(path)!;
      const { importedFiles } = ts.preProcessFile(await readFile(join(root, path), 'utf8'), true, true);
      const found = importedFiles.flatMap(({ fileName }) => partOf(target(path, fileName) ?? '') ?? []).filter((part) => part !== own);
      leanings.set(own, new Set([...(leanings.get(own) ?? []), ...found]));
    }
  }
  return leanings;
}

const modulesOf = (leans: ReadonlySet<string>): string[] => modules.filter((name) => leans.has(name));

/** Leaves out what is leaned on through another one anyway, so that the picture can be read. */
function direct(name: string, leanings: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const own = modulesOf(leanings.get(name) ?? new Set());
  const reaches = (from: string): Set<string> => new Set(modulesOf(leanings.get(from) ?? new Set()).flatMap((next) => [next, ...reaches(next)]));
  return own.filter((one) => !own.some((other) => other !== one && reaches(other).has(one)));
}

export async function generateMap(): Promise<string> {
  const leanings = await readLeanings();
  const present = modules.filter((name) => leanings.has(name));
  const arrows = present.flatMap((name) => direct(name, leanings).map((other) => `  ${name} --> ${other}`));
  const rows = [...present, ...Object.keys(parts).filter((name) => leanings.has(name))].map((name) => {
    const leans = leanings.get(name)!;
    const others = Object.keys(parts).filter((part) => leans.has(part));
    return `| ${name} | ${modulesOf(leans).join(', ') || '–'} | ${others.join(', ') || '–'} |`;
  });
  return `# Map of the house

Made by \`npm run gen-map\` from the imports; do not edit. An arrow means "leans on"; what is leaned on through another module is left out of the
picture and stands in the table. Screens of modules may borrow parts (\`web/parts\`) from any other and are not drawn.

\`\`\`mermaid
graph TD
${Object.entries(parts).map(([name, label]) => `  ${name}[${label}]`).join('\n')}
  subgraph modules
${present.map((name) => `    ${name}`).join('\n')}
  end
${arrows.join('\n')}
  cli --> app
  app --> modules
  app --> demo
  web --> modules
  demo --> modules
  modules --> platform
  platform --> kernel
\`\`\`

| Part | Modules it leans on | Other parts |
|---|---|---|
${rows.join('\n')}
`;
}

if (import.meta.main) {
  const fresh = await generateMap();
  if (process.argv.includes('--check')) {
    if ((await readFile(file, 'utf8')) !== fresh) throw new Error('docs/map.md is out of date: npm run gen-map');
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, fresh);
  }
}
