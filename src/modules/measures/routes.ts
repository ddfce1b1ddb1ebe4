import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import { balances } from './service.balances.ts';
import { explain } from './service.explain.ts';
import { series } from './service.series.ts';
import * as service from './service.ts';

export const measuresRoutes = {
  catalogue: serve(contract.catalogue, service.catalogue),
  figures: serve(contract.figures, service.figures),
  mapped: serve(contract.mapped, service.mapped),
  series: serve(contract.series, series),
  balances: serve(contract.balances, balances),
  explain: serve(contract.explain, explain),
};
