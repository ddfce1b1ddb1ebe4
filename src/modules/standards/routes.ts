import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import * as service from './service.ts';

export const standardsRoutes = {
  list: serve(contract.list, service.list),
  get: serve(contract.get, service.get),
  classify: serve(contract.classify, service.classify),
};
