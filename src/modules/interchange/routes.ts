import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import * as service from './service.ts';
import * as undo from './service.undo.ts';

export const interchangeRoutes = {
  list: serve(contract.list, service.list),
  start: serve(contract.start, service.start),
  get: serve(contract.get, service.get),
  load: serve(contract.load, service.load),
  arrange: serve(contract.arrange, service.arrange),
  convert: serve(contract.convert, service.convert),
  cancel: serve(contract.cancel, service.cancel),
  undoPlan: serve(contract.undoPlan, undo.undoPlan),
  undo: serve(contract.undo, undo.undo),
  template: serve(contract.template, service.template),
};
