import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseLocalStandard, type Documents, type Lawbook } from '../rules.packs.ts';
import { lawbook } from '../store.packs.ts';

const here = new URL('./', import.meta.url);

export const readYaml = (name: string): unknown => parse(readFileSync(new URL(name, here), 'utf8'), { merge: true });

export const caseFiles: string[] = readdirSync(here)
  .filter((name) => name.endsWith('.yaml'))
  .sort();

const documents: Documents = {
  ...lawbook().documents,
  'NQ-THU': {
    kind: { vi: 'Nghị quyết', en: 'Resolution' },
    number: '00/NQ-HĐND (kiểm thử)',
    title: { vi: 'Chuẩn nghèo của tỉnh, đặt ra để kiểm thử', en: 'Local standard made up for tests' },
    issuer: { vi: 'Hội đồng nhân dân tỉnh', en: 'People’s Council' },
    signed: null,
    in_force: null,
    ended: null,
    amends: [],
    link: null,
    mark: 'unverified',
    checked_on: lawbook().documents['ND-07-2021']!.checked_on,
  },
};
const local = parseLocalStandard(readYaml('packs/local.yaml'), 'local.yaml', documents, lawbook().standards);

/** The shipped packs and one local standard made for tests, since no province's own is shipped. */
export const testBook: Lawbook = { ...lawbook(), documents, locals: { [local.id]: local } };
