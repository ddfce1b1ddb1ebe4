import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import * as service from './service.ts';

export const identityRoutes = {
  session: serve(contract.session, service.session),
  choosePost: serve(contract.choosePost, service.choosePost),
  demoAccounts: serve(contract.demoAccounts, service.demoAccounts),
};
