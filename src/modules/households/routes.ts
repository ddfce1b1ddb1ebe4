import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import * as matching from './contract.matching.ts';
import * as merging from './service.merging.ts';
import * as pairs from './service.matching.ts';
import * as service from './service.ts';
import { parts } from './service.traits.ts';

export const householdsRoutes = {
  list: serve(contract.list, service.list),
  get: serve(contract.get, service.get),
  parts: serve(contract.parts, parts),
  findDuplicates: serve(matching.findDuplicates, pairs.findDuplicates),
  duplicateSearch: serve(matching.duplicateSearch, pairs.duplicateSearch),
  duplicates: serve(matching.duplicates, pairs.duplicates),
  comparePair: serve(matching.comparePair, pairs.comparePair),
  merge: serve(matching.merge, merging.merge),
  merges: serve(matching.merges, merging.merges),
  undoMerge: serve(matching.undoMerge, merging.undoMerge),
  keepApart: serve(matching.keepApart, pairs.keepApart),
  reopenPair: serve(matching.reopenPair, pairs.reopenPair),
};
