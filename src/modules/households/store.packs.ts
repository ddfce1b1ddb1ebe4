import { isWithin, type PlainDate } from '#kernel/plain-date.ts';
import { readYaml } from '#platform/packs/read-pack.ts';
import { problem } from './problems.ts';
import { CausePack, causeWordings, ChildPack, EthnicPack, ethnicWordings } from './rules.catalogues.ts';
import { FilePack, type SensitiveCauses, type SplitDays } from './rules.file.ts';
import { PlainWords } from './rules.slip.ts';

const file = 'vn/households/file.yaml';
let read: FilePack | undefined;

function pack(): FilePack {
  if (read) return read;
  const parsed = FilePack.safeParse(readYaml(file));
  if (!parsed.success) throw problem('household.pack-invalid', { file, faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') });
  return (read = parsed.data);
}

/** How many days before the closing day of a round a split counts as shortly before it. */
export const splitDays = (asOf: PlainDate): SplitDays => pack().recent_split.findLast(({ from }) => isWithin(asOf, from, null)) ?? pack().recent_split[0]!;

/** What makes a cause of poverty sensitive on a day: the day of reading, since it is about who may see it. */
export const sensitiveCauses = (day: PlainDate): SensitiveCauses => pack().sensitive_causes.findLast(({ from }) => isWithin(day, from, null)) ?? pack().sensitive_causes[0]!;

let words: PlainWords | undefined;

/** The plain words for each indicator, read once. */
export const plainWords = (): PlainWords => (words ??= PlainWords.parse(readYaml('vn/households/plain-words.yaml')));

/** The packs by which traits of households get their codes. */
export interface Catalogues {
  ethnic: EthnicPack;
  causes: CausePack;
  children: ChildPack;
  ethnicWordings: ReadonlyMap<string, string>;
  causeWordings: ReadonlyMap<string, string>;
}

function readCatalogues(): Catalogues {
  const ethnic = EthnicPack.parse(readYaml('vn/ethnic-groups.yaml'));
  const causes = CausePack.parse(readYaml('vn/causes.yaml'));
  const children = ChildPack.parse(readYaml('vn/children.yaml'));
  return { ethnic, causes, children, ethnicWordings: ethnicWordings(ethnic), causeWordings: causeWordings(causes) };
}

let readOnce: Catalogues | undefined;

/** The packs that are shipped, read once. */
export const catalogues = (): Catalogues => (readOnce ??= readCatalogues());
