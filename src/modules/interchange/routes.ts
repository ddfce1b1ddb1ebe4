import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import * as service from './service.ts';

export const interchangeRoutes = {
  list: serve(contract.list, service.list),
  start: serve(contract.start, service.start),
  get: serve(contract.get, service.get),
  answer: serve(contract.answer, service.answer),
  load: serve(contract.load, service.load),
  template: serve(contract.template, service.template),
};
