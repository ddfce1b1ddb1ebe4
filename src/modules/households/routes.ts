import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import * as service from './service.ts';
import { parts } from './service.traits.ts';

export const householdsRoutes = {
  list: serve(contract.list, service.list),
  get: serve(contract.get, service.get),
  parts: serve(contract.parts, parts),
};
