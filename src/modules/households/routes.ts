import { serve } from '#platform/http/serve.ts';
import { absenceProcedures } from './contract.absences.ts';
import { causeProcedures } from './contract.causes.ts';
import { correctionProcedures } from './contract.corrections.ts';
import { doublesProcedures } from './contract.doubles.ts';
import { eventProcedures } from './contract.events.ts';
import { houseProcedures } from './contract.house.ts';
import { ledgerProcedures } from './contract.ledger.ts';
import { slipProcedures } from './contract.slip.ts';
import * as contract from './contract.ts';
import * as matching from './contract.matching.ts';
import * as absences from './service.absences.ts';
import * as causes from './service.causes.ts';
import * as corrections from './service.corrections.ts';
import * as doubles from './service.doubles.ts';
import * as events from './service.events.ts';
import * as file from './service.file.ts';
import * as finding from './service.find.ts';
import * as house from './service.house.ts';
import * as ledger from './service.ledger.ts';
import * as merging from './service.merging.ts';
import * as pairs from './service.matching.ts';
import * as service from './service.ts';
import { slip } from './service.slip.ts';
import { parts } from './service.traits.ts';

export const householdsRoutes = {
  list: serve(contract.list, service.list),
  count: serve(contract.count, service.count),
  parts: serve(contract.parts, parts),
  findDuplicates: serve(matching.findDuplicates, pairs.findDuplicates),
  duplicateSearch: serve(matching.duplicateSearch, pairs.duplicateSearch),
  duplicates: serve(matching.duplicates, pairs.duplicates),
  comparePair: serve(matching.comparePair, pairs.comparePair),
  merge: serve(matching.merge, merging.merge),
  merges: serve(matching.merges, merging.merges),
  undoMerge: serve(matching.undoMerge, merging.undoMerge),
  keepApart: serve(matching.keepApart, pairs.keepApart),
  reopenPair: serve(matching.reopenPair, pairs.reopenPair),
  doubles: serve(doublesProcedures.doubles, doubles.doubles),
  settleDouble: serve(doublesProcedures.settleDouble, doubles.settleDouble),
  keepPersonsApart: serve(doublesProcedures.keepPersonsApart, doubles.keepPersonsApart),
  reopenPersons: serve(doublesProcedures.reopenPersons, doubles.reopenPersons),
  get: serve(contract.get, file.get),
  slip: serve(slipProcedures.slip, slip),
  recordCauses: serve(causeProcedures.recordCauses, causes.recordCauses),
  undoCauses: serve(causeProcedures.undoCauses, causes.undoCauses),
  addPlace: serve(houseProcedures.addPlace, house.addPlace),
  addPhoto: serve(houseProcedures.addPhoto, house.addPhoto),
  photo: serve(houseProcedures.photo, house.photo),
  act: serve(eventProcedures.act, events.act),
  undo: serve(eventProcedures.undo, events.undo),
  find: serve(eventProcedures.find, finding.find),
  waiting: serve(eventProcedures.waiting, finding.waiting),
  absences: serve(absenceProcedures.absences, absences.absences),
  answerAbsences: serve(absenceProcedures.answerAbsences, absences.answerAbsences),
  ask: serve(correctionProcedures.ask, corrections.ask),
  corrections: serve(correctionProcedures.corrections, corrections.corrections),
  ledger: serve(ledgerProcedures.ledger, ledger.ledger),
  closeLedger: serve(ledgerProcedures.closeLedger, ledger.closeLedger),
  decideCorrection: serve(correctionProcedures.decideCorrection, corrections.decideCorrection),
};
