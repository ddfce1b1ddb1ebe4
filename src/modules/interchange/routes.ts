import { serve, serveAfter } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import * as files from './service.files.ts';
import * as lists from './service.lists.ts';
import { gatherNames } from './service.names.ts';
import * as marked from './service.marked.ts';
import * as service from './service.ts';
import * as undo from './service.undo.ts';

export const interchangeRoutes = {
  list: serve(contract.list, service.list),
  start: serve(contract.start, service.start),
  get: serve(contract.get, service.get),
  answer: serve(contract.answer, service.answer),
  answerAbsent: serve(contract.answerAbsent, service.answerAbsent),
  load: serve(contract.load, service.load),
  arrange: serve(contract.arrange, service.arrange),
  convert: serve(contract.convert, service.convert),
  cancel: serve(contract.cancel, service.cancel),
  undoPlan: serve(contract.undoPlan, undo.undoPlan),
  undo: serve(contract.undo, undo.undo),
  template: serve(contract.template, service.template),
  reportFile: serveAfter(contract.reportFile, files.gatherReport, files.makePapers),
  reportSet: serveAfter(contract.reportSet, files.gatherSet, files.makePapers),
  householdFile: serveAfter(contract.householdFile, lists.gatherHouseholds, lists.makeList),
  nameFile: serveAfter(contract.nameFile, gatherNames, lists.makeList),
  markedFile: serveAfter(contract.markedFile, marked.gatherMarked, marked.makeMarked),
  unitFile: serveAfter(contract.unitFile, lists.gatherUnits, lists.makeList),
};
