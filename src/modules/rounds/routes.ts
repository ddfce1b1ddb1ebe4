import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import * as service from './service.ts';

export const roundsRoutes = {
  list: serve(contract.list, service.list),
  open: serve(contract.open, service.open),
};
