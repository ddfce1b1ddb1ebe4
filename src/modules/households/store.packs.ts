import { readYaml } from '#platform/packs/read-pack.ts';
import { CausePack, causeWordings, ChildPack, EthnicPack, ethnicWordings } from './rules.catalogues.ts';

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

let read: Catalogues | undefined;

/** The packs that are shipped, read once. */
export const catalogues = (): Catalogues => (read ??= readCatalogues());
