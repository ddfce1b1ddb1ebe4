import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import * as service from './service.ts';
import { boundaries } from './service.boundaries.ts';
import { find } from './service.find.ts';

export const areasRoutes = {
  find: serve(contract.find, find),
  get: serve(contract.get, service.get),
  children: serve(contract.children, service.children),
  boundaries: serve(contract.boundaries, boundaries),
  addVillages: serve(contract.addVillages, service.addVillages),
};
