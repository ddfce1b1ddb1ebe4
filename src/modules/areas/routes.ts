import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import * as service from './service.ts';

export const areasRoutes = {
  find: serve(contract.find, service.find),
  get: serve(contract.get, service.get),
  children: serve(contract.children, service.children),
  addVillages: serve(contract.addVillages, service.addVillages),
};
