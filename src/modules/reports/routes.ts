import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import * as service from './service.ts';

export const reportsRoutes = {
  forms: serve(contract.forms, service.forms),
  report: serve(contract.report, service.report),
};
