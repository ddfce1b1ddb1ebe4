import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import { nameList } from './service.lists.ts';
import { ethnicColumns, setEthnicColumns } from './service.settings.ts';
import * as service from './service.ts';

export const reportsRoutes = {
  forms: serve(contract.forms, service.forms),
  report: serve(contract.report, service.report),
  nameList: serve(contract.nameList, nameList),
  ethnicColumns: serve(contract.ethnicColumns, ethnicColumns),
  setEthnicColumns: serve(contract.setEthnicColumns, setEthnicColumns),
};
