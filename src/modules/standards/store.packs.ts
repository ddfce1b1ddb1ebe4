import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { StandardView } from './contract.ts';
import { problem } from './problems.ts';
import { canonicalJson } from './rules.canonical.ts';
import { citationsOf, parseDocuments, parseInstrument, parseLocalStandard, parseStandard, type Lawbook } from './rules.packs.ts';

const shipped = fileURLToPath(new URL('../../../packs/vn/', import.meta.url));

function readYaml(folder: string, file: string): unknown {
  try {
    return parse(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    throw problem('standard.pack-invalid', { file, faults: error instanceof Error ? error.message : String(error) });
  }
}

/** The YAML files of a folder in the order of their names; none where the folder is missing. */
function filesIn(folder: string, subfolder: string): string[] {
  const path = join(folder, subfolder);
  const names = existsSync(path) ? readdirSync(path) : [];
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${subfolder}/${name}`);
}

/** Reads and checks the packs of a folder; throws a Problem that names the file and everything wrong with it. */
export function readLawbook(folder: string): Lawbook {
  const documents = parseDocuments(readYaml(folder, 'documents.yaml'), 'documents.yaml');
  const load = <Pack extends { id: string }>(
    subfolder: string,
    parsePack: (content: unknown, file: string) => Pack,
  ): Record<string, Pack> =>
    Object.fromEntries(
      filesIn(folder, subfolder).map((file) => {
        const pack = parsePack(readYaml(folder, file), file);
        return [pack.id, pack];
      }),
    );
  const standards = load('standards', (content, file) => parseStandard(content, file, documents));
  return {
    documents,
    standards,
    locals: load('standards/local', (content, file) => parseLocalStandard(content, file, documents, standards)),
    instruments: load('instruments', (content, file) => parseInstrument(content, file, documents, standards)),
  };
}

let read: Lawbook | undefined;

/** The packs that are shipped, read once. */
export const lawbook = (): Lawbook => (read ??= readLawbook(shipped));

/** SHA-256 of a standard, of what it says and not of how its file is written; kept with every class. */
export const hashOf = (pack: unknown): string => createHash('sha256').update(canonicalJson(pack)).digest('hex');

const views = new WeakMap<Lawbook, Map<string, StandardView>>();

/** A standard with all that goes with it, made once; throws where there is none of that id. */
export function viewOf(book: Lawbook, id: string): StandardView {
  const made = views.get(book)?.get(id);
  if (made) return made;
  const { documents, standards, locals, instruments } = book;
  const standard = standards[id];
  if (!standard) throw problem('standard.not-found', { id, known: Object.keys(standards).join(', ') });
  const own = {
    instruments: Object.values(instruments).filter((instrument) => instrument.standard === id),
    locals: Object.values(locals).filter(({ base }) => base === id),
  };
  const citations = citationsOf(documents, standard, ...own.instruments, ...own.locals);
  const view = { standard, hash: hashOf(standard), citations, ...own };
  views.set(book, (views.get(book) ?? new Map<string, StandardView>()).set(id, view));
  return view;
}
